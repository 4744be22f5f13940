package org.plumbline.remedy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.agreement.Reports;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.OutsideCalendarException;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.calendar.TimeAmount;

/** The periods and days of an agreement, as remedies ask for them. */
final class Days {

  private static final long MICROS_OF_DAY = 86_400_000_000L;

  private final Agreement agreement;
  private final Circumstances circumstances;
  private final LocalDate today;
  private final PeriodRule rule;

  Days(Agreement agreement, Circumstances circumstances, Instant asOf) {
    this.agreement = agreement;
    this.circumstances = circumstances;
    today = asOf.atZone(agreement.zone()).toLocalDate();
    rule =
        agreement
            .period()
            .flatMap(PeriodTerms::every)
            .flatMap(id -> PeriodRules.find(agreement, id))
            .orElse(PeriodRule.Civil.MONTH);
  }

  /** The local date of the as-of moment. */
  LocalDate today() {
    return today;
  }

  /** Whether the period has ended. */
  boolean hasEnded(ReportingPeriod period) {
    return today.isAfter(period.until());
  }

  /** The agreement's period that holds a day. */
  ReportingPeriod ofAgreement(LocalDate day) {
    return ReportingPeriods.periodOf(rule, day);
  }

  /** The period of a rule by its id that holds a day; the agreement's if nothing defines the id. */
  ReportingPeriod of(Optional<String> every, LocalDate day) {
    return ReportingPeriods.periodOf(
        every.flatMap(id -> PeriodRules.find(agreement, id)).orElse(rule), day);
  }

  /** The agreement's periods that have ended and are judged, in order. */
  List<ReportingPeriod> judged() {
    LocalDate from = agreement.performancePeriod().from();
    LocalDate until = agreement.performancePeriod().until();
    boolean whole =
        agreement.period().flatMap(PeriodTerms::partial).orElse(PeriodTerms.Partial.REPORT_ONLY)
            == PeriodTerms.Partial.REPORT_ONLY;
    return ReportingPeriods.periods(rule, from, until).stream()
        .filter(this::hasEnded)
        .filter(
            period -> !whole || (!period.from().isBefore(from) && !period.until().isAfter(until)))
        .toList();
  }

  /**
   * Whether the period lies in stabilization: one of its days does, so that no figure is blended.
   */
  boolean inStabilization(ReportingPeriod period) {
    return agreement
        .stabilization()
        .filter(term -> !period.from().isAfter(term.until()))
        .isPresent();
  }

  /** Whether money remedies are suspended in the period. */
  boolean isSuspended(ReportingPeriod period) {
    return inStabilization(period)
        && !agreement
            .stabilization()
            .flatMap(term -> term.moneyRemedies())
            .orElse("suspended")
            .equals("due");
  }

  /** A day counted from the issue of a period's report. */
  record FromIssue(LocalDate day, boolean issued) {}

  /** So long after the report of the period was issued, or is expected to be. */
  FromIssue afterIssue(ReportingPeriod period, TimeAmount amount) {
    Optional<LocalDate> issued =
        circumstances.issued().stream()
            .filter(report -> report.period().contains(period.until()))
            .filter(report -> !report.on().isAfter(today))
            .map(Circumstances.Issued::on)
            .min(LocalDate::compareTo);
    LocalDate expected =
        agreement
            .reports()
            .flatMap(Reports::due)
            .map(due -> plus(period.until(), due))
            .orElse(period.until());
    return new FromIssue(plus(issued.orElse(expected), amount), issued.isPresent());
  }

  /** So long after a day, by date; hours count as whole days. */
  LocalDate plus(LocalDate day, TimeAmount amount) {
    return switch (amount.kind()) {
      case ELAPSED -> day.plusDays(Math.floorDiv(amount.micros() - 1, MICROS_OF_DAY) + 1);
      case BY_DATE_DAYS -> day.plusDays(amount.days());
      case BY_DATE_MONTHS -> day.plusMonths(amount.months());
      case BY_DATE_WORKDAYS -> plusWorkdays(day, amount.days());
    };
  }

  /** So long before a day, by date; hours count as whole days. */
  LocalDate minus(LocalDate day, TimeAmount amount) {
    return switch (amount.kind()) {
      case ELAPSED -> day.minusDays(Math.floorDiv(amount.micros() - 1, MICROS_OF_DAY) + 1);
      case BY_DATE_DAYS, BY_DATE_WORKDAYS -> day.minusDays(amount.days());
      case BY_DATE_MONTHS -> day.plusDays(1).minusMonths(amount.months()).minusDays(1);
    };
  }

  private LocalDate plusWorkdays(LocalDate day, long workdays) {
    CalendarTerms terms = agreement.calendar().map(agreement.calendars()::get).orElse(null);
    if (terms == null) {
      return day.plusDays(workdays);
    }
    try {
      return OpenTime.of(terms.calendar(), day, day.plusDays(workdays * 3 + 60))
          .days()
          .plusWorkdays(day, workdays);
    } catch (OutsideCalendarException tooFewOpenDays) {
      return day.plusDays(workdays);
    }
  }
}
