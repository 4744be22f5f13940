package org.plumbline.cli.question;

import java.time.LocalDate;
import java.util.function.Function;
import org.plumbline.calendar.HolidayRule;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.OutsideCalendarException;
import org.plumbline.calendar.WorkCalendar;

/**
 * One calendar, resolved over as many years as the questions so far needed; further questions widen
 * it.
 */
public final class OpenTimes {
  private static final int FIRST_RULE_YEAR = 1971;
  private static final int LAST_RULE_YEAR = 2199;
  private static final int FURTHEST_YEARS = 320;

  private final WorkCalendar calendar;
  private final int firstYear;
  private final int lastYear;
  private int fromYear;
  private int untilYear;
  private OpenTime time;

  /** Starts with the year of a date that is asked about, and the years around it. */
  public OpenTimes(WorkCalendar calendar, LocalDate around) {
    this.calendar = calendar;
    boolean byRule =
        calendar.holidays().stream().anyMatch(rule -> !(rule instanceof HolidayRule.Listed));
    firstYear = byRule ? FIRST_RULE_YEAR : 1;
    lastYear = byRule ? LAST_RULE_YEAR : 9998;
    int year = clamped(around.getYear());
    fromYear = clamped(year - 1);
    untilYear = clamped(year + 1);
    time = resolved(fromYear, untilYear);
  }

  /** The calendar. */
  public WorkCalendar calendar() {
    return calendar;
  }

  /**
   * The calendar over a range that holds both dates and the days around them.
   *
   * @throws OutsideCalendarException if the calendar cannot be asked about them
   */
  public OpenTime covering(LocalDate from, LocalDate until) {
    if (from.getYear() <= fromYear || until.getYear() >= untilYear) {
      widen(from.getYear() - 1, until.getYear() + 1);
    }
    return time;
  }

  /**
   * Answers a question whose answer may lie years away from the date, widening until it does not.
   *
   * @throws OutsideCalendarException if the calendar has no answer
   */
  public <T> T reaching(LocalDate date, boolean backward, Function<OpenTime, T> question) {
    covering(date, date);
    for (int years = 2; ; years *= 4) {
      try {
        return question.apply(time);
      } catch (OutsideCalendarException tooFar) {
        int from = fromYear;
        int until = untilYear;
        int reach = Math.min(years, FURTHEST_YEARS);
        widen(
            backward ? date.getYear() - reach : fromYear,
            backward ? untilYear : date.getYear() + reach);
        if (from == fromYear && until == untilYear && years > FURTHEST_YEARS) {
          throw tooFar;
        }
      }
    }
  }

  private void widen(int from, int until) {
    int wantedFrom = clamped(Math.min(from, fromYear));
    int wantedUntil = clamped(Math.max(until, untilYear));
    if (wantedFrom == fromYear && wantedUntil == untilYear) {
      return;
    }
    if (wantedUntil - wantedFrom > FURTHEST_YEARS) {
      // Too long for one range: go where the question is.
      wantedFrom = clamped(from);
      wantedUntil = clamped(until);
    }
    time = resolved(wantedFrom, wantedUntil);
    fromYear = wantedFrom;
    untilYear = wantedUntil;
  }

  private OpenTime resolved(int from, int until) {
    return OpenTime.of(calendar, LocalDate.of(from, 1, 1), LocalDate.of(until, 12, 31));
  }

  private int clamped(int year) {
    return Math.max(firstYear, Math.min(year, lastYear));
  }
}
