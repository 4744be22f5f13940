package org.plumbline.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.agreement.Remedy;
import org.plumbline.agreement.Stabilization;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.finding.FindingCode;

/** A remedy can follow: there are results, periods and points enough for its trigger. */
final class RemediesReached implements Rule {

  @Override
  public void check(Draft draft) {
    draft.agreement().remedies().forEach((id, remedy) -> check(id, remedy, draft));
  }

  private static void check(String id, Remedy remedy, Draft draft) {
    String path = "remedies/" + id;
    List<MetricView> metrics =
        draft.metrics().stream().filter(m -> m.metric().remedies().contains(id)).toList();
    times(path, remedy, metrics, draft);
    remedy.when().ifPresent(when -> results(Terms.tests(when, path + "/when"), metrics, draft));
    if (metrics.stream().allMatch(metric -> metric.metric().period().isEmpty())) {
      remedy.when().ifPresent(when -> points(Terms.tests(when, path + "/when"), draft));
    }
    restores(path, remedy, draft);
    stabilization(path, remedy, draft);
  }

  private static void times(String path, Remedy remedy, List<MetricView> metrics, Draft draft) {
    Optional<Remedy.Times> times = remedy.times();
    if (times.isEmpty()) {
      return;
    }
    int needed = times.get().atLeast();
    if (times.get().in().filter(in -> in < needed).isPresent()) {
      tell(
          path + "/times",
          "it must happen " + needed + " times in " + times.get().in().get() + " periods",
          "write a number that is not above in",
          draft);
      return;
    }
    long most = metrics.stream().mapToLong(metric -> periods(metric, draft)).max().orElse(0);
    if (most > 0 && needed > most) {
      tell(
          path + "/times",
          "it must happen "
              + needed
              + " times, and the performance period has "
              + most
              + (most == 1 ? " period" : " periods"),
          "write a number that can be reached before the last day",
          draft);
    }
  }

  private static long periods(MetricView metric, Draft draft) {
    try {
      return PeriodRules.periods(draft.agreement(), metric.metric()).size();
    } catch (RefusedInputException e) {
      return 0;
    }
  }

  /** Results that are asked for are results that one of the metrics may have. */
  private static void results(List<Terms.Test> tests, List<MetricView> metrics, Draft draft) {
    if (metrics.isEmpty() || tests.stream().anyMatch(test -> !test.certain())) {
      return;
    }
    for (Terms.Test test : tests) {
      if (!test.subject().equals("result") || test.literals().isEmpty()) {
        continue;
      }
      List<String> asked = test.literals().stream().map(Literal::toString).toList();
      if (asked.equals(List.of("below-expected"))
          && metrics.stream().allMatch(m -> m.metric().minimum().isEmpty())) {
        tell(
            test.path(),
            "no metric with this remedy has a minimum, so that none is ever below expected",
            "write a minimum below the target, or result: not-met",
            draft);
      } else if (asked.equals(List.of("no-data"))
          && metrics.stream()
              .allMatch(m -> m.metric().noDataOrDefault() != Metric.NoData.NEITHER)) {
        tell(
            test.path(),
            "the metrics say what a period without cases is, so that none has no data",
            "ask for that result, or leave no-data out of the metrics",
            draft);
      }
    }
  }

  /** The points that are asked for can be given in one period. */
  private static void points(List<Terms.Test> tests, Draft draft) {
    for (Terms.Test test : tests) {
      Optional<BigDecimal> asked =
          test.subject().equals("points") && test.certain()
              ? test.literals().stream().findFirst().flatMap(Cells::number)
              : Optional.empty();
      Optional<BigDecimal> most = mostPoints(draft);
      if (asked.isPresent() && most.isPresent() && asked.get().compareTo(most.get()) > 0) {
        tell(
            test.path(),
            "no more than " + most.get().toPlainString() + " points can come together",
            "write a number that can be reached, or give more points",
            draft);
      }
    }
  }

  /** The most points of one period; empty where they vary, or repeat within a longer period. */
  private static Optional<BigDecimal> mostPoints(Draft draft) {
    BigDecimal most = BigDecimal.ZERO;
    for (MetricView metric : draft.metrics()) {
      boolean own = metric.metric().period().isPresent() || metric.metric().each().isPresent();
      for (String id : metric.metric().remedies()) {
        Remedy remedy = draft.agreement().remedies().get(id);
        if (remedy != null && remedy.effect() instanceof Remedy.Effect.Points points) {
          Optional<BigDecimal> given =
              Terms.valuesOf(points.points()).stream()
                  .map(Cells::number)
                  .flatMap(Optional::stream)
                  .max(BigDecimal::compareTo);
          if (own || given.isEmpty()) {
            return Optional.empty();
          }
          most = most.add(given.get());
        }
      }
    }
    boolean ofAgreement =
        draft.agreement().remedies().entrySet().stream()
            .anyMatch(
                e ->
                    e.getValue().effect() instanceof Remedy.Effect.Points
                        && draft.metrics().stream()
                            .noneMatch(m -> m.metric().remedies().contains(e.getKey())));
    return ofAgreement ? Optional.empty() : Optional.of(most);
  }

  private static void restores(String path, Remedy remedy, Draft draft) {
    if (remedy.effect() instanceof Remedy.Effect.Restores restores) {
      Remedy restored = draft.agreement().remedies().get(restores.remedy());
      if (restored != null && !(restored.effect() instanceof Remedy.Effect.Credit)) {
        tell(
            path + "/restores",
            "\"" + restores.remedy() + "\" is no credit, so that there is nothing to give back",
            "name a remedy with a credit",
            draft);
      }
    }
  }

  private static void stabilization(String path, Remedy remedy, Draft draft) {
    Optional<Stabilization> stabilization = draft.agreement().stabilization();
    boolean suspended =
        remedy.effect() instanceof Remedy.Effect.Credit
            && stabilization.isPresent()
            && !stabilization.get().moneyRemedies().equals(Optional.of("due"))
            && !stabilization.get().until().isBefore(draft.agreement().performancePeriod().until());
    if (suspended) {
      tell(
          path + "/credit",
          "money is suspended in the stabilization period, which lasts as long as the agreement",
          "end the stabilization earlier, or write money-remedies: due",
          draft);
    }
  }

  private static void tell(String path, String found, String right, Draft draft) {
    draft.tell(FindingCode.REMEDY_NEVER_FOLLOWS, path, found, right);
  }
}
