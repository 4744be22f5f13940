package org.plumbline.compile;

import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.NamedPeriod;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.calendar.TimeAmount;

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
    String id =
        metric
            .period()
            .flatMap(PeriodTerms::every)
            .or(() -> agreement.period().flatMap(PeriodTerms::every))
            .orElse("month");
    return find(agreement, id);
  }

  /**
   * The reporting periods of a metric over the performance period, in order; the first and the last
   * may reach beyond it.
   */
  public static List<ReportingPeriod> periods(Agreement agreement, Metric metric) {
    return of(agreement, metric)
        .map(
            rule ->
                ReportingPeriods.periods(
                    rule,
                    agreement.performancePeriod().from(),
                    agreement.performancePeriod().until()))
        .orElse(List.of());
  }

  /** How long an amount can be at most, in days. */
  static long daysAtMost(TimeAmount amount) {
    return switch (amount.kind()) {
      case ELAPSED -> amount.micros() / Horizon.DAY + 1;
      case BY_DATE_DAYS, BY_DATE_WORKDAYS -> amount.days();
      case BY_DATE_MONTHS -> amount.months() * 31;
    };
  }
}
