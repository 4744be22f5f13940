package org.plumbline.judge;

import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Exclusion.Ground;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.evaluate.Exact;

/**
 * Periods that an exclusion takes out of judgment: named ones, and those with more work than agreed
 * ({@code docs/meaning.md} 18).
 */
final class ExceptedPeriods {

  /** A month's name takes no period that is longer than the longest of four-four-five. */
  private static final long LONGEST_MONTH = 35;

  private static final String ALL = "all";

  private final Agreement agreement;
  private final BiFunction<String, ReportingPeriod, Optional<Exact>> figureOf;

  /**
   * Looks at the exclusions of an agreement.
   *
   * @param figureOf a metric's figure for a period, or for its own that holds the period's last day
   */
  ExceptedPeriods(
      Agreement agreement, BiFunction<String, ReportingPeriod, Optional<Exact>> figureOf) {
    this.agreement = agreement;
    this.figureOf = figureOf;
  }

  /** Why a period of a metric is reported and not judged; empty where it is judged. */
  Optional<String> reason(String metric, ReportingPeriod period) {
    return agreement.exclusions().entrySet().stream()
        .flatMap(entry -> reason(entry.getKey(), entry.getValue(), metric, period).stream())
        .findFirst();
  }

  private Optional<String> reason(
      String id, Exclusion exclusion, String metric, ReportingPeriod period) {
    if (!(exclusion.effect() instanceof Exclusion.Effect.Excludes excludes)) {
      return Optional.empty();
    }
    boolean named = excludes.metrics().contains(metric);
    boolean all = excludes.metrics().contains(ALL);
    if (exclusion.ground() instanceof Ground.Periods periods) {
      return (named || all) && isNamed(periods.periods(), period)
          ? Optional.of(
              exclusion.reason().orElse("the agreement excepts this period (" + id + ")")
                  + ": reported, not judged")
          : Optional.empty();
    }
    if (exclusion.ground() instanceof Ground.Workload workload
        && workload.takes().equals("period")
        && (named || (all && !workload.limits().containsKey(metric)))) {
      return workload.limits().entrySet().stream()
          .filter(limit -> isPassed(limit, period))
          .findFirst()
          .map(limit -> limit.getKey() + " is above the agreed limit: reported, not judged");
    }
    return Optional.empty();
  }

  private boolean isNamed(List<String> names, ReportingPeriod period) {
    return names.stream()
        .anyMatch(
            name ->
                month(name)
                    .map(
                        month ->
                            period.until().getMonth() == month && period.days() <= LONGEST_MONTH)
                    .orElseGet(() -> isCalled(name, period)));
  }

  private static Optional<Month> month(String name) {
    for (Month month : Month.values()) {
      if (month.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(month);
      }
    }
    return Optional.empty();
  }

  private boolean isCalled(String name, ReportingPeriod period) {
    try {
      Optional<PeriodRule.Anchored> year = PeriodRules.fiscalYear(agreement);
      ReportingPeriod meant =
          year.isPresent()
              ? ReportingPeriods.parse(name, year.get())
              : ReportingPeriods.parse(name);
      return meant.from().equals(period.from()) && meant.until().equals(period.until());
    } catch (RefusedInputException e) {
      return false;
    }
  }

  private boolean isPassed(
      Map.Entry<String, Exclusion.WorkloadLimit> limit, ReportingPeriod period) {
    BoundLookup lookup =
        new BoundLookup(agreement, period.until(), other -> figureOf.apply(other, period));
    Optional<Exact> most = lookup.number(limit.getValue());
    Optional<Exact> figure = figureOf.apply(limit.getKey(), period);
    return most.isPresent() && figure.isPresent() && figure.get().compareTo(most.get()) > 0;
  }
}
