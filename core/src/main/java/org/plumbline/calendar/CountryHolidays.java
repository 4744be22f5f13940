package org.plumbline.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Public holidays by country and part of a country, from the jollyday library. */
final class CountryHolidays {

  private static final int FIRST_YEAR = 1971;
  private static final int LAST_YEAR = 2199;
  private static final String PREFIX = HolidayRule.Country.PREFIX;

  private CountryHolidays() {}

  /** Refuses a country or a part of one that the library does not know. */
  static void requireKnown(String code) {
    String[] parts = parts(code);
    if (!HolidayManager.getSupportedCalendarCodes().contains(parts[0].toUpperCase(Locale.ROOT))) {
      throw new RefusedInputException(
          "no holidays are known for " + PREFIX + code,
          "write a code such as country:DE, or list the dates");
    }
    CalendarHierarchy known = manager(parts[0]).getCalendarHierarchy();
    String path = PREFIX + parts[0].toUpperCase(Locale.ROOT);
    for (int i = 1; i < parts.length; i++) {
      Map<String, CalendarHierarchy> children = known.getChildren();
      CalendarHierarchy child = children.get(parts[i]);
      if (child == null) {
        String names = String.join(" ", new TreeSet<>(children.keySet())).toUpperCase(Locale.ROOT);
        throw new RefusedInputException(
            "no holidays are known for " + PREFIX + code,
            names.isEmpty()
                ? "write " + path + ", which has no parts"
                : "write " + path + " or " + path + "- and one of " + names);
      }
      known = child;
      path += "-" + parts[i].toUpperCase(Locale.ROOT);
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
    SortedMap<LocalDate, String> observed = new TreeMap<>();
    String[] within = Arrays.copyOfRange(parts, 1, parts.length);
    for (Holiday holiday :
        manager(parts[0]).getHolidays(from, until, HolidayType.PUBLIC_HOLIDAY, within)) {
      observed.put(holiday.getDate(), holiday.getDescription(Locale.ENGLISH));
    }
    return observed;
  }

  private static HolidayManager manager(String country) {
    return HolidayManager.getInstance(ManagerParameters.create(country));
  }

  private static String[] parts(String code) {
    return code.toLowerCase(Locale.ROOT).split("-", -1);
  }
}
