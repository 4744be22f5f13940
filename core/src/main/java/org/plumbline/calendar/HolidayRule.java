package org.plumbline.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What yields holidays: a named rule, listed dates, or a file of dates (language section 3.6,
 * {@code holidays}).
 */
public sealed interface HolidayRule {

  /** The rule as it is written in an agreement, or the name of the file the dates came from. */
  String name();

  /**
   * The holidays as observed within the dates, each with what it is called, in order.
   *
   * @param from first date asked for
   * @param until last date asked for, included
   * @throws OutsideCalendarException if the rule does not cover these dates
   */
  SortedMap<LocalDate, String> observed(LocalDate from, LocalDate until);

  /**
   * Reads a rule's name: {@code us-federal}, {@code inauguration-day}, {@code country:DE}, {@code
   * country:DE-BY}.
   *
   * @throws RefusedInputException if there is no such rule
   */
  static HolidayRule parse(String text) {
    String name = text.strip();
    if (name.equals(UsFederal.NAME)) {
      return new UsFederal();
    }
    if (name.equals(InaugurationDay.NAME)) {
      return new InaugurationDay();
    }
    if (name.startsWith(Country.PREFIX)) {
      return new Country(name.substring(Country.PREFIX.length()));
    }
    throw new RefusedInputException(
        RefusedInputException.quoted(text) + " is not a holiday rule",
        "write us-federal, inauguration-day, country: and a country code such as country:DE or"
            + " country:DE-BY, or a date such as 2026-12-24");
  }

  /** The holidays of the United States federal government, see {@link UsFederalHolidays}. */
  record UsFederal() implements HolidayRule {
    static final String NAME = "us-federal";

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public SortedMap<LocalDate, String> observed(LocalDate from, LocalDate until) {
      return UsFederalHolidays.observed(from, until);
    }
  }

  /**
   * Inauguration Day, a holiday of federal employees in the Washington area only (5 U.S.C.
   * 6103(c)).
   */
  record InaugurationDay() implements HolidayRule {
    static final String NAME = "inauguration-day";

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public SortedMap<LocalDate, String> observed(LocalDate from, LocalDate until) {
      return UsFederalHolidays.inaugurationDays(from, until);
    }
  }

  /**
   * The public holidays of a country or a part of it, from the jollyday library.
   *
   * @param code ISO 3166 code in upper case, with subdivisions after hyphens: {@code DE}, {@code
   *     DE-BY}
   */
  record Country(String code) implements HolidayRule {
    static final String PREFIX = "country:";
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,5}){0,3}");

    /**
     * Checks the form of the code, and that the library knows it.
     *
     * @throws RefusedInputException if it is not a known code
     */
    public Country {
      if (!CODE.matcher(code).matches()) {
        throw new RefusedInputException(
            RefusedInputException.quoted(code) + " is not a country code",
            "write two capital letters, and the part of the country after a hyphen: DE or DE-BY");
      }
      CountryHolidays.requireKnown(code);
    }

    @Override
    public String name() {
      return PREFIX + code;
    }

    @Override
    public SortedMap<LocalDate, String> observed(LocalDate from, LocalDate until) {
      return CountryHolidays.observed(code, from, until);
    }
  }

  /**
   * Dates that are listed one by one, in the agreement or in a file such as an iCalendar file (see
   * {@link ICalendarHolidays}).
   *
   * @param name where they stand: {@code dates}, or the file's name
   * @param dates each date with what it is called, in order
   */
  record Listed(String name, SortedMap<LocalDate, String> dates) implements HolidayRule {
    /** Copies. */
    public Listed {
      dates = Collections.unmodifiableSortedMap(new TreeMap<>(dates));
    }

    /** Dates as written in an agreement. */
    public static Listed of(Collection<LocalDate> dates) {
      SortedMap<LocalDate, String> map = new TreeMap<>();
      dates.forEach(date -> map.put(date, date.toString()));
      return new Listed("dates", map);
    }

    @Override
    public SortedMap<LocalDate, String> observed(LocalDate from, LocalDate until) {
      return dates.subMap(from, until.plusDays(1));
    }
  }
}
