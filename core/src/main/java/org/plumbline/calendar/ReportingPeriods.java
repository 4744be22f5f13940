package org.plumbline.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Which reporting period a date lies in, and which periods a stretch of dates has (language section
 * 3.6).
 */
public final class ReportingPeriods {

  /** The most periods that are listed at once. */
  public static final int MAXIMUM_LISTED = 20_000;

  private ReportingPeriods() {}

  /** The period that contains the date; every date lies in exactly one. */
  public static ReportingPeriod periodOf(PeriodRule rule, LocalDate date) {
    if (rule instanceof PeriodRule.Civil civil) {
      return civilPeriod(civil, date);
    }
    if (rule instanceof PeriodRule.Anchored anchored) {
      return anchoredPeriod(anchored, date);
    }
    if (rule instanceof PeriodRule.FiscalQuarter quarter) {
      return fiscalQuarter(quarter.fiscalYear(), date);
    }
    if (rule instanceof PeriodRule.WeekPattern pattern) {
      return patternPeriod(pattern, date);
    }
    throw new AssertionError(rule);
  }

  /**
   * The periods that have a day within the dates, in order; the first and last may reach beyond
   * them.
   *
   * @param until last date, included
   * @throws RefusedInputException if there are more than {@value #MAXIMUM_LISTED}
   */
  public static List<ReportingPeriod> periods(PeriodRule rule, LocalDate from, LocalDate until) {
    List<ReportingPeriod> periods = new ArrayList<>();
    for (LocalDate date = from; !date.isAfter(until); ) {
      if (periods.size() == MAXIMUM_LISTED) {
        throw new RefusedInputException(
            "more than " + MAXIMUM_LISTED + " periods lie between " + from + " and " + until,
            "ask for fewer at a time");
      }
      ReportingPeriod period = periodOf(rule, date);
      periods.add(period);
      date = period.until().plusDays(1);
    }
    return periods;
  }

  /**
   * The periods whose last day lies within the dates, in order: a period belongs to the month of
   * its end (field situation S14).
   *
   * @param until last date, included
   */
  public static List<ReportingPeriod> periodsEndingIn(
      PeriodRule rule, LocalDate from, LocalDate until) {
    return periods(rule, from, until).stream()
        .filter(period -> !period.until().isAfter(until))
        .toList();
  }

  /**
   * Reads a period as it is written on the command line: {@code 2026-10}, {@code 2026-Q4}, {@code
   * 2026}, {@code 2026-W05}, {@code 2026-10-16..2026-11-15}, {@code 2026-03..2026-05}.
   *
   * @throws RefusedInputException if the text is not such a period, or names a fiscal year
   */
  public static ReportingPeriod parse(String text) {
    return new PeriodText(null).parse(text);
  }

  /**
   * Reads a period, and also {@code FY2027}, {@code FY2027-Q1} and ranges of them.
   *
   * @param fiscalYear the fiscal year that these mean, twelve months
   * @throws RefusedInputException if the text is not such a period
   */
  public static ReportingPeriod parse(String text, PeriodRule.Anchored fiscalYear) {
    PeriodRule.requireYear(fiscalYear);
    return new PeriodText(fiscalYear).parse(text);
  }

  private static ReportingPeriod civilPeriod(PeriodRule.Civil civil, LocalDate date) {
    int year = date.getYear();
    return switch (civil) {
      case WEEK -> {
        LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        String name =
            String.format(
                "%04d-W%02d",
                date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        yield new ReportingPeriod(name, monday, monday.plusDays(6));
      }
      case MONTH -> {
        LocalDate first = date.withDayOfMonth(1);
        String name = String.format("%04d-%02d", year, date.getMonthValue());
        yield new ReportingPeriod(name, first, first.plusMonths(1).minusDays(1));
      }
      case QUARTER -> {
        LocalDate first = date.with(IsoFields.DAY_OF_QUARTER, 1);
        String name = String.format("%04d-Q%d", year, date.get(IsoFields.QUARTER_OF_YEAR));
        yield new ReportingPeriod(name, first, first.plusMonths(3).minusDays(1));
      }
      case YEAR ->
          new ReportingPeriod(
              String.format("%04d", year), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    };
  }

  private static ReportingPeriod anchoredPeriod(PeriodRule.Anchored rule, LocalDate date) {
    TimeAmount every = rule.every();
    if (every.kind() == TimeAmount.Kind.BY_DATE_DAYS) {
      long days = every.days();
      LocalDate from =
          date.minusDays(Math.floorMod(date.toEpochDay() - rule.from().toEpochDay(), days));
      return ReportingPeriod.of(from, from.plusDays(days - 1));
    }
    ReportingPeriod period = months(rule.from(), every.months(), date);
    return rule.isYears() && every.months() == 12
        ? new ReportingPeriod(fiscalYearName(rule, period), period.from(), period.until())
        : period;
  }

  private static ReportingPeriod fiscalQuarter(PeriodRule.Anchored fiscalYear, LocalDate date) {
    ReportingPeriod year = anchoredPeriod(fiscalYear, date);
    ReportingPeriod quarter = months(fiscalYear.from(), 3, date);
    long number = ChronoUnit.MONTHS.between(year.from(), quarter.from().plusDays(3)) / 3 + 1;
    return new ReportingPeriod(year.name() + "-Q" + number, quarter.from(), quarter.until());
  }

  /**
   * The stretch of so many months, counted from the anchor each time and clamped, that contains the
   * date.
   */
  private static ReportingPeriod months(LocalDate anchor, long months, LocalDate date) {
    long index = Math.floorDiv(monthOf(date) - monthOf(anchor), months);
    // In the month of a start the date may still lie before it.
    if (date.isBefore(anchor.plusMonths(index * months))) {
      index--;
    }
    return ReportingPeriod.of(
        anchor.plusMonths(index * months), anchor.plusMonths((index + 1) * months).minusDays(1));
  }

  private static long monthOf(LocalDate date) {
    return date.getYear() * 12L + date.getMonthValue();
  }

  private static String fiscalYearName(PeriodRule.Anchored rule, ReportingPeriod year) {
    LocalDate end = rule.namedBy() == PeriodRule.NamedBy.START ? year.from() : year.until();
    return String.format("FY%04d", end.getYear());
  }

  private static ReportingPeriod patternPeriod(PeriodRule.WeekPattern pattern, LocalDate date) {
    int round = 7 * pattern.weeks().stream().mapToInt(Integer::intValue).sum();
    LocalDate from =
        date.minusDays(Math.floorMod(date.toEpochDay() - pattern.from().toEpochDay(), round));
    for (int weeks : pattern.weeks()) {
      LocalDate next = from.plusWeeks(weeks);
      if (date.isBefore(next)) {
        return ReportingPeriod.of(from, next.minusDays(1));
      }
      from = next;
    }
    throw new AssertionError(date);
  }
}
