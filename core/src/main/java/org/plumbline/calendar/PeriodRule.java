package org.plumbline.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * How time is divided into reporting periods, without gap or overlap (language section 3.6,
 * periods).
 */
public sealed interface PeriodRule {

  /** The periods of the civil calendar. */
  enum Civil implements PeriodRule {
    /** Monday to Sunday, numbered as in ISO 8601: {@code 2026-W05}. */
    WEEK,
    /** {@code 2026-10}. */
    MONTH,
    /** Three months from January: {@code 2026-Q4}. */
    QUARTER,
    /** January to December: {@code 2026}. */
    YEAR
  }

  /** By which end a fiscal year is called. */
  enum NamedBy {
    /** The calendar year in which it starts. */
    START,
    /** The calendar year in which it ends. */
    END
  }

  /**
   * Periods of one length, counted from a date in both directions.
   *
   * <p>Months and years are counted from the anchor each time and clamped to the month's end: from
   * 31 January the next two periods of a month start on 28 February and on 31 March (field
   * situation S13).
   *
   * @param every length in days, weeks, months or years; at least one
   * @param from first day of one of the periods
   * @param namedBy for periods of a year, by which end they are called
   */
  record Anchored(TimeAmount every, LocalDate from, NamedBy namedBy) implements PeriodRule {
    /**
     * Checks the length.
     *
     * @throws RefusedInputException if it is zero, longer than a century, or not in days, weeks,
     *     months or years
     */
    public Anchored {
      boolean byDate =
          every.kind() == TimeAmount.Kind.BY_DATE_DAYS
              || every.kind() == TimeAmount.Kind.BY_DATE_MONTHS;
      if (!byDate || every.amount() == 0 || inDays(every) > 36_600) {
        throw new RefusedInputException(
            "a period cannot be every " + every,
            "write a number of days, weeks, months or years up to a century, such as 14 days");
      }
    }

    /** Whether each period has twelve months or a multiple, and so is called by a year. */
    public boolean isYears() {
      return every.kind() == TimeAmount.Kind.BY_DATE_MONTHS && every.months() % 12 == 0;
    }

    private static long inDays(TimeAmount every) {
      return every.kind() == TimeAmount.Kind.BY_DATE_DAYS ? every.days() : every.months() * 31;
    }
  }

  /**
   * Quarters of a fiscal year: {@code FY2027-Q1}.
   *
   * @param fiscalYear the year, twelve months
   */
  record FiscalQuarter(Anchored fiscalYear) implements PeriodRule {
    /**
     * Checks that the year has twelve months.
     *
     * @throws RefusedInputException if not
     */
    public FiscalQuarter {
      requireYear(fiscalYear);
    }
  }

  /**
   * Periods of whole weeks in a repeating pattern, such as 4, 4, 5, counted from a date in both
   * directions.
   *
   * <p>The pattern repeats as it is written. A 53rd week needs a new rule from the date on which it
   * is inserted.
   *
   * @param weeks weeks of each period of one round, 1 to 53 each, 1 to 53 of them
   * @param from first day of the first period of a round
   */
  record WeekPattern(List<Integer> weeks, LocalDate from) implements PeriodRule {
    /**
     * Checks and copies.
     *
     * @throws RefusedInputException if the pattern is empty or too long, or a number is not 1 to 53
     */
    public WeekPattern {
      weeks = List.copyOf(weeks);
      if (weeks.isEmpty()
          || weeks.size() > 53
          || weeks.stream().anyMatch(number -> number < 1 || number > 53)) {
        throw new RefusedInputException(
            weeks + " is not a pattern of weeks", "write numbers from 1 to 53, such as [4, 4, 5]");
      }
    }
  }

  /** The federal fiscal year from 1 October, called by the year in which it ends. */
  static Anchored federalFiscalYear() {
    return new Anchored(
        TimeAmount.of(1, TimeAmount.Unit.YEARS), LocalDate.of(2026, 10, 1), NamedBy.END);
  }

  /** Refuses a fiscal year that has not twelve months. */
  static void requireYear(Anchored fiscalYear) {
    if (!fiscalYear.isYears() || fiscalYear.every().months() != 12) {
      throw new RefusedInputException(
          "a fiscal year cannot be every " + fiscalYear.every(), "write every: 1 year");
    }
  }
}
