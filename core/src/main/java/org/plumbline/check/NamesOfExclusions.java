package org.plumbline.check;

import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Exclusion;

/** Names in exclusions: metrics, calendars, services, parties, periods, facts. */
final class NamesOfExclusions implements Rule {

  private static final String ALL = "all";

  @Override
  public void check(Draft draft) {
    Names names = new Names(draft);
    draft
        .agreement()
        .exclusions()
        .forEach(
            (id, exclusion) -> {
              String path = "exclusions/" + id;
              ground(path, exclusion.ground(), names, draft);
              if (exclusion.ground() instanceof Exclusion.Ground.Cases cases
                  && exclusion.effect() instanceof Exclusion.Effect.Excludes excludes
                  && excludes.metrics().contains(ALL)) {
                ofAnySet(path + "/cases", cases.condition(), draft);
              }
              effect(path, exclusion.effect(), names);
              exclusion.clause().ifPresent(clause -> names.clause(clause, path + "/clause"));
            });
  }

  private static void ground(String path, Exclusion.Ground ground, Names names, Draft draft) {
    if (ground instanceof Exclusion.Ground.Declared declared) {
      String at = path + "/declared";
      declared
          .declaredBy()
          .ifPresent(by -> names.partyOr(by, at + "/declared-by", "either", "other"));
      declared
          .acceptedBy()
          .ifPresent(by -> names.partyOr(by, at + "/accepted-by", "either", "other"));
      declared.atMost().ifPresent(most -> names.period(most.per(), at + "/at-most/per"));
    } else if (ground instanceof Exclusion.Ground.Workload workload) {
      workload
          .limits()
          .forEach(
              (metric, limit) -> {
                String at = path + "/workload/limits/" + metric;
                names.metric(metric, at);
                if (limit instanceof Exclusion.WorkloadLimit.ShareOfFact share) {
                  names.fact(share.fact(), at + "/of");
                }
              });
    } else if (ground instanceof Exclusion.Ground.Periods periods) {
      List<String> months =
          Arrays.stream(Month.values()).map(m -> m.name().toLowerCase(Locale.ROOT)).toList();
      for (int i = 0; i < periods.periods().size(); i++) {
        String period = periods.periods().get(i);
        boolean oneOfAYear = period.matches("(fy)?\\d{4}([-a-z0-9]*)");
        if (!months.contains(period) && !oneOfAYear) {
          List<String> known = new ArrayList<>(months);
          known.addAll(draft.agreement().periods().keySet());
          draft.requireKnown("period", period, path + "/periods/" + i, known, "periods");
        }
      }
    }
  }

  /** A condition about the cases of every metric: some record set has to know what it tests. */
  private static void ofAnySet(String path, Condition condition, Draft draft) {
    for (Terms.Test test : Terms.tests(condition, path)) {
      String subject = test.subject();
      Set<String> known = new TreeSet<>(List.of("elapsed", "age", "hold", "stage"));
      draft.recordSets().forEach(set -> known.addAll(set.names()));
      if (!subject.contains(".") && !known.contains(subject)) {
        draft.tellUnknown("moment or field of any record set", subject, test.path(), known);
      }
    }
  }

  private static void effect(String path, Exclusion.Effect effect, Names names) {
    if (effect instanceof Exclusion.Effect.Excludes excludes) {
      each(excludes.metrics(), path + "/excludes/", names::metric);
    } else if (effect instanceof Exclusion.Effect.Closes closes) {
      each(closes.calendars(), path + "/closes/", names::calendar);
    } else if (effect instanceof Exclusion.Effect.Suspends suspends) {
      each(suspends.services(), path + "/suspends/", names::service);
    }
  }

  private static void each(
      List<String> named, String path, java.util.function.BiConsumer<String, String> check) {
    for (int i = 0; i < named.size(); i++) {
      if (!named.get(i).equals(ALL)) {
        check.accept(named.get(i), path + i);
      }
    }
  }
}
