package org.plumbline.judge;

import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.calendar.ReportingPeriod;

/**
 * Whether a period lies whole in the performance period, and what follows if not (language.md 3.6).
 */
final class WholePeriod {

  private WholePeriod() {}

  /** Whether the metric's period is reported only because it is not whole. */
  static boolean isReportedOnly(Agreement agreement, Metric metric, ReportingPeriod period) {
    PeriodTerms.Partial partial =
        PeriodRules.terms(agreement, metric).partial().orElse(PeriodTerms.Partial.REPORT_ONLY);
    return partial == PeriodTerms.Partial.REPORT_ONLY && !isWhole(agreement, period);
  }

  private static boolean isWhole(Agreement agreement, ReportingPeriod period) {
    return !period.from().isBefore(agreement.performancePeriod().from())
        && !period.until().isAfter(agreement.performancePeriod().until());
  }
}
