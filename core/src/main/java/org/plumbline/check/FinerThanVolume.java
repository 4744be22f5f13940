package org.plumbline.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.agreement.Quantity;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.finding.FindingCode;

/**
 * A share is no finer than the cases of a period can show: 99 % of thirty cases is all of them.
 * What records show of a usual period is held against the target, else how many cases there are at
 * most, where the agreement itself says so.
 */
final class FinerThanVolume implements Rule {

  @Override
  public void check(Draft draft) {
    for (MetricView metric : draft.metrics()) {
      boolean share =
          metric.figureIsRead()
              && (metric.isInTime() || metric.figure() instanceof Quantity.ShareOfCases);
      if (share) {
        Optional<Long> most = most(metric, draft);
        int number = 0;
        for (MetricView.LineView line : metric.target()) {
          Optional<Long> usual =
              Optional.ofNullable(draft.binding().usual().get(metric.id() + "/" + number++));
          if (usual.isPresent()) {
            line(metric, line, new Volume(usual.get(), "usually has"), draft);
          } else {
            most.ifPresent(m -> line(metric, line, new Volume(m, "has at most"), draft));
          }
        }
      }
    }
  }

  /** How many cases a period has. */
  private record Volume(long cases, String word) {}

  private static void line(
      MetricView metric, MetricView.LineView line, Volume volume, Draft draft) {
    long most = volume.cases();
    long below = metric.metric().lowVolume().map(Metric.LowVolume::below).orElse(0L);
    if (most < 1 || most < below) {
      return;
    }
    for (Level.Bound bound : line.line().bounds()) {
      Optional<BigDecimal> asked =
          bound.comparison() == Comparison.AT_LEAST
              ? bound
                  .value()
                  .fixed()
                  .filter(v -> v instanceof Literal.Percent)
                  .flatMap(Cells::number)
              : Optional.empty();
      boolean finer =
          asked.isPresent()
              && asked.get().signum() > 0
              && asked.get().compareTo(BigDecimal.ONE) < 0
              && BigDecimal.valueOf(most - 1)
                      .compareTo(asked.get().multiply(BigDecimal.valueOf(most)))
                  < 0;
      if (finer) {
        BigDecimal oneMissed =
            BigDecimal.valueOf(100L * (most - 1))
                .divide(BigDecimal.valueOf(most), 1, RoundingMode.DOWN);
        draft.tell(
            FindingCode.FINER_THAN_VOLUME,
            draft.pathOf(line.path(), bound),
            "a period "
                + volume.word()
                + " "
                + most
                + (most == 1 ? " case" : " cases")
                + ", so that one that misses gives "
                + oneMissed.stripTrailingZeros().toPlainString()
                + "%",
            "write low-volume: {below: "
                + (most + 1)
                + ", misses: 1}, a longer period, or at-least: 100%");
      }
    }
  }

  /** The most cases that a period has, where the agreement says so. */
  private static Optional<Long> most(MetricView metric, Draft draft) {
    Optional<Long> expected = metric.set().flatMap(set -> expected(metric, set, draft));
    return expected.or(() -> ofWorkload(metric, draft));
  }

  private static Optional<Long> expected(MetricView metric, SetView set, Draft draft) {
    Optional<PeriodRule> rule = PeriodRules.of(draft.agreement(), metric.metric());
    boolean counted =
        rule.isPresent() && metric.metric().period().flatMap(p -> p.rolling()).isEmpty();
    if (!counted || !(set.set().origin() instanceof Origin.Expected expected)) {
      return Optional.empty();
    }
    LocalDate from = draft.agreement().performancePeriod().from();
    LocalDate until = draft.agreement().performancePeriod().until();
    if (expected.of().isPresent()
        || set.set().caseKey().size() > 1
        || until.isAfter(from.plusYears(20))) {
      return Optional.empty();
    }
    Optional<PeriodRule> each =
        expected.rhythm() instanceof Origin.Rhythm.EveryPeriod every
            ? PeriodRules.find(draft.agreement(), every.period())
            : Optional.empty();
    if (each.isEmpty()) {
      return Optional.empty();
    }
    try {
      List<LocalDate> due =
          ReportingPeriods.periods(each.get(), from, until).stream()
              .map(ReportingPeriod::until)
              .toList();
      return ReportingPeriods.periods(rule.get(), from, until).stream()
          .map(period -> due.stream().filter(day -> holds(period, day)).count())
          .max(Long::compare);
    } catch (RefusedInputException e) {
      return Optional.empty();
    }
  }

  private static boolean holds(ReportingPeriod period, LocalDate day) {
    return !day.isBefore(period.from()) && !day.isAfter(period.until());
  }

  /** The limit of work over the same records, above which nothing counts. */
  private static Optional<Long> ofWorkload(MetricView metric, Draft draft) {
    for (Exclusion exclusion : draft.agreement().exclusions().values()) {
      boolean own =
          exclusion.effect() instanceof Exclusion.Effect.Excludes excludes
              && excludes.metrics().contains(metric.id());
      if (own && exclusion.ground() instanceof Exclusion.Ground.Workload workload) {
        for (var limit : workload.limits().entrySet()) {
          Metric volume = draft.agreement().metrics().get(limit.getKey());
          boolean same =
              volume != null
                  && volume.records().equals(metric.metric().records())
                  && volume.figureOrDefault() instanceof Quantity.CountOfCases
                  && volume.period().equals(metric.metric().period());
          if (same && limit.getValue() instanceof Exclusion.WorkloadLimit.Number number) {
            return number
                .value()
                .fixed()
                .filter(value -> value instanceof Literal.Numeral)
                .flatMap(Cells::number)
                .map(BigDecimal::longValue);
          }
        }
      }
    }
    return Optional.empty();
  }
}
