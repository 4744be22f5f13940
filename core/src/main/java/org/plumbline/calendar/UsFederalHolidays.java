package org.plumbline.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The legal public holidays of the United States federal government on the days they are observed
 * by an office that works Monday to Friday.
 *
 * <p>Sources: 5 U.S.C. 6103(a) names the holidays; 6103(b) moves one on a Saturday to the Friday
 * before; Executive Order 11582 of 11 February 1971 moves one on a Sunday to the Monday after;
 * 6103(c) makes Inauguration Day a holiday in the Washington area. The years in which a holiday
 * began or moved: Public Law 90-363 (Monday holidays from 1971, Veterans Day on the fourth Monday
 * of October 1971 to 1977), Public Law 94-97 (Veterans Day back on 11 November from 1978), Public
 * Law 98-144 (Birthday of Martin Luther King, Jr., from 1986), Public Law 117-17 (Juneteenth from
 * 2021). The dates are those that the Office of Personnel Management (OPM) publishes as "Federal
 * Holidays" (https://www.opm.gov/policy-data-oversight/pay-leave/federal-holidays/); a test holds
 * them to its tables of 2011 to 2030.
 *
 * <p>Days on which the President excuses federal employees by a single order (often 24 December)
 * are not legal holidays and not in here: list them as dates, or declare them closed.
 */
public final class UsFederalHolidays {

  /** The first year that is covered. */
  public static final int FIRST_YEAR = 1971;

  /** The last year that is covered. */
  public static final int LAST_YEAR = 2199;

  private UsFederalHolidays() {}

  /**
   * The holidays as observed within the dates, in order.
   *
   * @param from first date asked for, in 1971 or later
   * @param until last date asked for, included, in 2199 or before
   * @throws OutsideCalendarException if the dates are not within these years
   */
  public static SortedMap<LocalDate, String> observed(LocalDate from, LocalDate until) {
    requireCovered(from, until);
    TreeMap<LocalDate, String> observed = new TreeMap<>();
    // A New Year's Day on a Saturday is observed in the year before.
    for (int year = from.getYear(); year <= until.getYear() + 1; year++) {
      legal(year).forEach((date, name) -> observed.put(inLieu(date), name));
    }
    return new TreeMap<>(observed.subMap(from, true, until, true));
  }

  /**
   * Inauguration Day: 20 January after each presidential election; on a Sunday the Monday after. On
   * a Saturday it stays there: no other day is given in its place.
   *
   * @param from first date asked for, in 1971 or later
   * @param until last date asked for, included, in 2199 or before
   * @throws OutsideCalendarException if the dates are not within these years
   */
  public static SortedMap<LocalDate, String> inaugurationDays(LocalDate from, LocalDate until) {
    requireCovered(from, until);
    TreeMap<LocalDate, String> days = new TreeMap<>();
    for (int year = from.getYear(); year <= until.getYear(); year++) {
      if (year % 4 == 1) {
        LocalDate day = LocalDate.of(year, 1, 20);
        days.put(
            day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day, "Inauguration Day");
      }
    }
    return new TreeMap<>(days.subMap(from, true, until, true));
  }

  private static SortedMap<LocalDate, String> legal(int year) {
    SortedMap<LocalDate, String> legal = new TreeMap<>();
    legal.put(LocalDate.of(year, 1, 1), "New Year's Day");
    if (year >= 1986) {
      legal.put(nth(year, 1, 3, MONDAY), "Birthday of Martin Luther King, Jr.");
    }
    legal.put(nth(year, 2, 3, MONDAY), "Washington's Birthday");
    legal.put(LocalDate.of(year, 5, 1).with(lastInMonth(MONDAY)), "Memorial Day");
    if (year >= 2021) {
      legal.put(LocalDate.of(year, 6, 19), "Juneteenth National Independence Day");
    }
    legal.put(LocalDate.of(year, 7, 4), "Independence Day");
    legal.put(nth(year, 9, 1, MONDAY), "Labor Day");
    legal.put(nth(year, 10, 2, MONDAY), "Columbus Day");
    legal.put(year < 1978 ? nth(year, 10, 4, MONDAY) : LocalDate.of(year, 11, 11), "Veterans Day");
    legal.put(nth(year, 11, 4, THURSDAY), "Thanksgiving Day");
    legal.put(LocalDate.of(year, 12, 25), "Christmas Day");
    return legal;
  }

  private static LocalDate inLieu(LocalDate legal) {
    return switch (legal.getDayOfWeek()) {
      case SATURDAY -> legal.minusDays(1);
      case SUNDAY -> legal.plusDays(1);
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> legal;
    };
  }

  private static LocalDate nth(int year, int month, int ordinal, DayOfWeek day) {
    return LocalDate.of(year, month, 1).with(dayOfWeekInMonth(ordinal, day));
  }

  private static void requireCovered(LocalDate from, LocalDate until) {
    // One day before the first year is asked for because a window over midnight may reach into it.
    if (from.plusDays(1).getYear() < FIRST_YEAR || until.getYear() > LAST_YEAR) {
      throw new OutsideCalendarException(
          String.format(
              "federal holidays are known from %d to %d, not for %s to %s",
              FIRST_YEAR, LAST_YEAR, from, until));
    }
  }
}
