package org.plumbline.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;

/** The periods that an agreement names. */
public final class PeriodRules {

  private PeriodRules() {}

  /** The rule of a period by its id, built in or named; empty if nothing defines it. */
  public static Optional<PeriodRule> find(Agreement agreement, String id) {
    NamedPeriod named = agreement.periods().get(id);
    if (named != null) {
      return ofNamed(named);
    }
    return switch (id) {
      case "week" -> Optional.of(PeriodRule.Civil.WEEK);
      case "month" -> Optional.of(PeriodRule.Civil.MONTH);
      case "quarter" -> Optional.of(PeriodRule.Civil.QUARTER);
      case "year" -> Optional.of(PeriodRule.Civil.YEAR);
      case "fiscal-quarter" -> fiscalYear(agreement).map(PeriodRule.FiscalQuarter::new);
      default -> Optional.empty();
    };
  }

  private static Optional<PeriodRule> ofNamed(NamedPeriod named) {
    try {
      if (named.every().isEmpty()) {
        return Optional.of(new PeriodRule.WeekPattern(named.weeks(), named.from()));
      }
      PeriodRule.NamedBy namedBy =
          named.namedBy().orElse("end").equals("start")
              ? PeriodRule.NamedBy.START
              : PeriodRule.NamedBy.END;
      return Optional.of(new PeriodRule.Anchored(named.every().get(), named.from(), namedBy));
    } catch (RefusedInputException e) {
      return Optional.empty();
    }
  }

  /** The fiscal year of an agreement: its named period {@code fiscal-year} of twelve months. */
  public static Optional<PeriodRule.Anchored> fiscalYear(Agreement agreement) {
    return find(agreement, agreement.periods().containsKey("fiscal-year") ? "fiscal-year" : "")
        .filter(rule -> rule instanceof PeriodRule.Anchored)
        .map(PeriodRule.Anchored.class::cast)
        .filter(rule -> rule.isYears() && rule.every().months() == 12);
  }

  /** The rule of a metric's reporting period; a month unless said otherwise. */
  public static Optional<PeriodRule> of(Agreement agreement, Metric metric) {
    return find(agreement, terms(agreement, metric).every().orElse("month"));
  }

  /**
   * What holds of a metric's period: {@code every} and {@code partial} as it or else the agreement
   * says, the rest as the metric says if it says anything of its period (docs/meaning.md 17).
   */
  public static PeriodTerms terms(Agreement agreement, Metric metric) {
    Optional<PeriodTerms> own = metric.period();
    Optional<PeriodTerms> common = agreement.period();
    Optional<PeriodTerms> either = own.or(() -> common);
    return new PeriodTerms(
        own.flatMap(PeriodTerms::every).or(() -> common.flatMap(PeriodTerms::every)),
        either.flatMap(PeriodTerms::meanOf),
        either.flatMap(PeriodTerms::rolling),
        either.flatMap(PeriodTerms::toDate),
        own.flatMap(PeriodTerms::partial).or(() -> common.flatMap(PeriodTerms::partial)),
        either.map(PeriodTerms::cuts).orElse(List.of()));
  }

  /**
   * The reporting periods of a metric over the performance period, in order; the first and the last
   * may reach beyond it, unless they are joined to their neighbors.
   */
  public static List<ReportingPeriod> periods(Agreement agreement, Metric metric) {
    PerformancePeriod performance = agreement.performancePeriod();
    List<ReportingPeriod> periods =
        of(agreement, metric)
            .map(rule -> ReportingPeriods.periods(rule, performance.from(), performance.until()))
            .orElse(List.of());
    boolean joins =
        terms(agreement, metric).partial().equals(Optional.of(PeriodTerms.Partial.JOIN_NEXT));
    return cut(joins ? joined(periods, performance) : periods, terms(agreement, metric).cuts());
  }

  /** Periods of which those that hold such a day after their first end on the day before it. */
  private static List<ReportingPeriod> cut(List<ReportingPeriod> periods, List<LocalDate> days) {
    List<ReportingPeriod> cut = new ArrayList<>();
    for (ReportingPeriod period : periods) {
      LocalDate from = period.from();
      for (LocalDate day : days.stream().sorted().toList()) {
        if (day.isAfter(from) && !day.isAfter(period.until())) {
          cut.add(ReportingPeriod.of(from, day.minusDays(1)));
          from = day;
        }
      }
      cut.add(from.equals(period.from()) ? period : ReportingPeriod.of(from, period.until()));
    }
    return cut;
  }

  /** Periods of which the first and last, if they are not whole, are joined to the next. */
  private static List<ReportingPeriod> joined(
      List<ReportingPeriod> periods, PerformancePeriod performance) {
    List<ReportingPeriod> joined = new ArrayList<>(periods);
    if (!joined.isEmpty() && joined.get(0).from().isBefore(performance.from())) {
      ReportingPeriod next = joined.get(joined.size() > 1 ? 1 : 0);
      joined.subList(0, joined.size() > 1 ? 2 : 1).clear();
      joined.add(0, ReportingPeriod.of(performance.from(), next.until()));
    }
    int last = joined.size() - 1;
    if (last >= 0 && joined.get(last).until().isAfter(performance.until())) {
      ReportingPeriod before = joined.get(Math.max(0, last - 1));
      joined.subList(Math.max(0, last - 1), last + 1).clear();
      joined.add(ReportingPeriod.of(before.from(), performance.until()));
    }
    return joined;
  }
}
