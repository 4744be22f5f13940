package org.plumbline.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.finding.FindingCode;

/** Which value of a changing field counts is said, and is the same for all who read it. */
final class ReadsOfFields implements Rule {

  @Override
  public void check(Draft draft) {
    Map<SetView, Set<String>> withEach = new HashMap<>();
    for (MetricView metric : draft.metrics()) {
      metric
          .set()
          .ifPresent(
              set ->
                  metric
                      .metric()
                      .each()
                      .ifPresent(e -> withEach.computeIfAbsent(set, s -> new HashSet<>()).add(e)));
    }
    for (SetView set : draft.recordSets()) {
      set.set()
          .fields()
          .forEach(
              (id, field) -> {
                boolean each = withEach.getOrDefault(set, Set.of()).contains(id);
                if (field.readOrDefault() == Field.Read.AT_EACH_MOMENT && !each) {
                  draft.tell(
                      FindingCode.EACH_MOMENT_WITHOUT_EACH,
                      set.path() + "/fields/" + id + "/read",
                      "\"" + id + "\" is read at each moment, and no metric has a figure for each",
                      "write each: " + id + " in a metric, or read: at-start");
                }
                if (field.readOrDefault() == Field.Read.HIGHEST
                    && field.type() == Field.Type.TEXT) {
                  draft.tell(
                      FindingCode.HIGHEST_OF_TEXTS,
                      set.path() + "/fields/" + id + "/read",
                      "\""
                          + id
                          + "\" is a text, of which the highest is the last by its letters: "
                          + "\"low\" after \"high\", \"9\" after \"10\"",
                      "write type: number for levels, or read: first, at-start or at-stop");
                }
              });
    }
    differing(draft);
  }

  /** Fields without {@code read} in sets where values change, read by clocks that stop apart. */
  private static void differing(Draft draft) {
    Map<String, Optional<MomentTerm>> stops = new LinkedHashMap<>();
    Set<String> told = new HashSet<>();
    for (Uses.CaseCondition use : draft.uses().caseConditions()) {
      SetView set = use.set();
      if (use.metric().isEmpty() || !changes(set, draft)) {
        continue;
      }
      Optional<MomentTerm> stop =
          use.metric().get().isStock() ? Optional.empty() : use.metric().get().stops();
      for (Terms.Test test : Terms.tests(use.condition(), use.path())) {
        Field field = set.set().fields().get(test.subject());
        if (field == null || field.read().isPresent()) {
          continue;
        }
        String path = set.path() + "/fields/" + test.subject();
        Optional<MomentTerm> other = stops.putIfAbsent(path, stop);
        if (other != null && !other.equals(stop) && told.add(path)) {
          draft.tell(
              FindingCode.READS_DIFFER,
              path,
              "metrics read \""
                  + test.subject()
                  + "\" at different stops, so that one case may be of two kinds",
              "write read: at-start, first or highest, or read: at-stop if that is meant");
        }
      }
    }
  }

  private static boolean changes(SetView set, Draft draft) {
    return draft.binding().eventLogs().contains(set.id())
        || set.set().fields().values().stream().anyMatch(field -> field.read().isPresent());
  }
}
