package org.plumbline.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Public holidays by country and part of a country, from the jollyday library. */
final class CountryHolidays {

  private static final int FIRST_YEAR = 1971;
  private static final int LAST_YEAR = 2199;

  private CountryHolidays() {}

  /** Refuses a code that the library does not know. */
  static void requireKnown(String code) {
    String[] parts = parts(code);
    if (!HolidayManager.getSupportedCalendarCodes().contains(parts[0])) {
      throw new RefusedInputException(
          "no holidays are known for country:" + code,
          "write a code such as country:DE, or list the dates");
    }
  }

  /** The public holidays within the dates, in order. */
  static SortedMap<LocalDate, String> observed(String code, LocalDate from, LocalDate until) {
    // One day before the first year is asked for because a window over midnight may reach into it.
    if (from.plusDays(1).getYear() < FIRST_YEAR || until.getYear() > LAST_YEAR) {
      throw new OutsideCalendarException(
          String.format(
              "holidays of %s are known from %d to %d, not for %s to %s",
              code, FIRST_YEAR, LAST_YEAR, from, until));
    }
    String[] parts = parts(code);
    HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(parts[0]));
    SortedMap<LocalDate, String> observed = new TreeMap<>();
    String[] within = Arrays.copyOfRange(parts, 1, parts.length);
    for (Holiday holiday : manager.getHolidays(from, until, HolidayType.PUBLIC_HOLIDAY, within)) {
      observed.put(holiday.getDate(), holiday.getDescription(Locale.ENGLISH));
    }
    return observed;
  }

  private static String[] parts(String code) {
    return code.toLowerCase(Locale.ROOT).split("-", -1);
  }
}
