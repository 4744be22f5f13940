package org.plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Level;
import org.plumbline.finding.FindingCode;

/** Each condition can be satisfied, and each line and exclusion takes some case that counts. */
final class ConditionsHold implements Rule {

  @Override
  public void check(Draft draft) {
    for (Uses.CaseCondition use : draft.uses().caseConditions()) {
      Cells.Known known = KnownSubjects.of(use.set());
      if (!satisfiable(use.condition(), use.path(), known, draft)) {
        continue;
      }
      if (use.purpose() == Uses.Purpose.EXCLUSION) {
        use.metric().ifPresent(metric -> excluded(metric, use, known, draft));
      }
    }
    for (Uses.ResultCondition use : draft.uses().resultConditions()) {
      satisfiable(use.condition(), use.path(), KnownSubjects.ofResults(), draft);
    }
    for (MetricView metric : draft.metrics()) {
      metric
          .set()
          .ifPresent(
              set -> {
                lines(metric, metric.target(), KnownSubjects.of(set), draft);
                lines(metric, metric.minimum(), KnownSubjects.of(set), draft);
              });
    }
  }

  private static boolean satisfiable(
      Condition condition, String path, Cells.Known known, Draft draft) {
    boolean never =
        Cells.of(List.of(condition), known).filter(c -> !c.somewhere(condition)).isPresent();
    if (never) {
      draft.tell(
          FindingCode.NEVER_HOLDS,
          path,
          "nothing can satisfy this condition",
          "every entry must hold at once; write alternatives as any: [{…}, {…}]");
    }
    return !never;
  }

  private static void excluded(
      MetricView metric, Uses.CaseCondition use, Cells.Known known, Draft draft) {
    Optional<Condition> counts = metric.metric().qualifies();
    if (counts.isPresent() && !together(counts.get(), use.condition(), known)) {
      draft.tell(
          FindingCode.TAKES_NO_CASE,
          use.path(),
          "this takes out cases that do not count for " + metric.id() + " anyway",
          "leave the metric out of the exclusion, or widen the condition");
    }
  }

  private static boolean together(Condition one, Condition other, Cells.Known known) {
    boolean alone =
        Cells.of(List.of(one), known).filter(cells -> !cells.somewhere(one)).isPresent();
    Condition both = new Condition.All(List.of(one, other));
    return alone
        || Cells.of(List.of(both), known).filter(cells -> !cells.somewhere(both)).isEmpty();
  }

  private static void lines(
      MetricView metric, List<MetricView.LineView> lines, Cells.Known known, Draft draft) {
    List<Condition> conditions = new ArrayList<>();
    metric.metric().qualifies().ifPresent(conditions::add);
    lines.forEach(line -> line.when().ifPresent(conditions::add));
    if (lines.size() < 2 || lines.stream().noneMatch(line -> line.when().isPresent())) {
      return;
    }
    Optional<Cells> cells = Cells.of(conditions, known);
    if (cells.isEmpty()) {
      return;
    }
    List<Map<Object, Object>> counted =
        cells.get().all().stream()
            .filter(c -> metric.metric().qualifies().map(q -> Cells.holds(q, c)).orElse(true))
            .toList();
    List<Condition> before = new ArrayList<>();
    for (MetricView.LineView line : lines) {
      boolean takes =
          line.line().applies() instanceof Level.Applies.Always
              || counted.stream().anyMatch(cell -> takes(line, before, cell));
      if (!takes && !counted.isEmpty() && isSatisfiable(line, cells.get())) {
        draft.tell(
            FindingCode.TAKES_NO_CASE,
            line.path() + "/when",
            "no case that counts is left for this line",
            "remove it, or narrow the lines before it");
      }
      line.when().ifPresent(before::add);
    }
  }

  private static boolean isSatisfiable(MetricView.LineView line, Cells cells) {
    return line.when().map(cells::somewhere).orElse(true);
  }

  private static boolean takes(
      MetricView.LineView line, List<Condition> before, Map<Object, Object> cell) {
    return line.when().map(when -> Cells.holds(when, cell)).orElse(true)
        && before.stream().allMatch(earlier -> Cells.fails(earlier, cell));
  }
}
