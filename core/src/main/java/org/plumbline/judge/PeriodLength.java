package org.plumbline.judge;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.calendar.ReportingPeriod;

/** Whether a period that touches the first or last day of performance is shorter than its kind. */
final class PeriodLength {

  private PeriodLength() {}

  static boolean isCut(Agreement agreement, Metric metric, ReportingPeriod period) {
    Optional<String> every =
        metric
            .period()
            .flatMap(PeriodTerms::every)
            .or(() -> agreement.period().flatMap(PeriodTerms::every));
    return every.isPresent() && isCut(every.get(), period);
  }

  private static boolean isCut(String every, ReportingPeriod period) {
    LocalDate from = period.from();
    return switch (every) {
      case "week" ->
          from.getDayOfWeek() != DayOfWeek.MONDAY || !period.until().equals(from.plusDays(6));
      case "month" -> isCut(period, from.withDayOfMonth(1), 1);
      case "quarter" ->
          isCut(period, from.withMonth(from.getMonth().firstMonthOfQuarter().getValue()), 3);
      case "year" -> isCut(period, from.with(TemporalAdjusters.firstDayOfYear()), 12);
      default -> false;
    };
  }

  private static boolean isCut(ReportingPeriod period, LocalDate first, int months) {
    LocalDate start = first.withDayOfMonth(1);
    return !period.from().equals(start)
        || !period.until().equals(start.plusMonths(months).minusDays(1));
  }
}
