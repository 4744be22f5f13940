package org.plumbline.agreement.yaml;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.agreement.NamedPeriod;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.agreement.yaml.Written.Entries;
import org.plumbline.calendar.Break;
import org.plumbline.calendar.Closure;
import org.plumbline.calendar.DayEnd;
import org.plumbline.calendar.HolidayRule;
import org.plumbline.calendar.OutsideCalendarException;
import org.plumbline.calendar.PauseCounting;
import org.plumbline.calendar.Shift;
import org.plumbline.calendar.WeeklyHours;
import org.plumbline.calendar.Window;
import org.plumbline.calendar.WorkCalendar;

/** Writes calendars and named periods (language.md 3.6). */
final class WrittenCalendars {

  private WrittenCalendars() {}

  /**
   * A calendar.
   *
   * @param performance over which the days that holiday rules yield enter the canonical form
   */
  static Written calendar(CalendarTerms terms, PerformancePeriod performance) {
    WorkCalendar calendar = terms.calendar();
    Entries entries =
        Entries.flow().putAny("zone", terms.zone()).put("hours", hours(calendar.hours()));
    if (!calendar.breaks().isEmpty()) {
      entries.put("breaks", breaks(calendar.breaks()));
    }
    if (!calendar.shifts().isEmpty()) {
      Entries shifts = Entries.flow();
      for (Shift shift : calendar.shifts()) {
        shifts.put(dates(shift.from(), shift.until()), windows(shift.windows()));
      }
      entries.put("shifts", shifts);
    }
    List<String> closures = new ArrayList<>();
    for (Closure closure : calendar.closures()) {
      closures.add(dates(closure.from(), closure.until()));
    }
    entries.putSet("closures", closures);
    if (!calendar.holidays().isEmpty()) {
      List<Written> rules = new ArrayList<>();
      calendar.holidays().forEach(rule -> addRule(rule, performance, rules));
      entries.put("holidays", new Written.Items(rules, false));
    }
    if (calendar.dayEnds() != DayEnd.MIDNIGHT) {
      entries.put("day-ends", Calendars.key(calendar.dayEnds()));
    }
    if (calendar.pausesBy() != PauseCounting.WHOLE_DAYS) {
      entries.put("pauses-by", Calendars.key(calendar.pausesBy()));
    }
    return entries;
  }

  private static String dates(LocalDate from, LocalDate until) {
    return from.equals(until) ? from.toString() : from + ".." + until;
  }

  private static Written windows(List<Window> windows) {
    return Written.texts(windows.stream().map(Window::toString).toList(), false);
  }

  private static Written hours(WeeklyHours hours) {
    Map<DayOfWeek, Written> byDay = new TreeMap<>();
    hours.windows().forEach((day, windows) -> byDay.put(day, windows(windows)));
    return byDays(byDay);
  }

  /** Days of the same hours, one after the other, as a range. */
  private static Written byDays(Map<DayOfWeek, Written> byDay) {
    Entries single = Entries.flow();
    byDay.forEach((day, windows) -> single.put(Calendars.dayKey(day), windows));
    Entries ranges = Entries.flow();
    if (byDay.isEmpty()) {
      ranges.put("mon-sun", Written.texts(List.of(), false));
    }
    List<Map.Entry<DayOfWeek, Written>> days = List.copyOf(byDay.entrySet());
    for (int first = 0; first < days.size(); ) {
      int last = first;
      while (last + 1 < days.size() && goesOn(days.get(last), days.get(last + 1))) {
        last++;
      }
      String range = range(days.get(first).getKey(), days.get(last).getKey());
      ranges.put(range, days.get(first).getValue());
      first = last + 1;
    }
    return new Written.Either(ranges, single);
  }

  private static boolean goesOn(
      Map.Entry<DayOfWeek, Written> day, Map.Entry<DayOfWeek, Written> next) {
    return next.getKey().getValue() == day.getKey().getValue() + 1
        && next.getValue().equals(day.getValue());
  }

  private static String range(DayOfWeek first, DayOfWeek last) {
    return first == last
        ? Calendars.dayKey(first)
        : Calendars.dayKey(first) + "-" + Calendars.dayKey(last);
  }

  private static Written breaks(List<Break> breaks) {
    Map<String, List<String>> written = new java.util.LinkedHashMap<>();
    Map<String, Set<String>> single = new TreeMap<>();
    for (Break one : breaks) {
      String window = one.window().toString();
      if (one instanceof Break.Dated dated) {
        String date = dated.date().toString();
        written.computeIfAbsent(date, any -> new ArrayList<>()).add(window);
        single.computeIfAbsent(date, any -> new TreeSet<>()).add(window);
      } else {
        Set<DayOfWeek> days = new TreeSet<>(((Break.Weekly) one).days());
        written.computeIfAbsent(rangeOf(days), any -> new ArrayList<>()).add(window);
        for (DayOfWeek day : days) {
          single.computeIfAbsent(Calendars.dayKey(day), any -> new TreeSet<>()).add(window);
        }
      }
    }
    Entries brief = Entries.flow();
    written.forEach((days, windows) -> brief.put(days, Written.texts(windows, false)));
    Entries full = Entries.flow();
    single.forEach((day, windows) -> full.put(day, Written.texts(windows, true)));
    return new Written.Either(brief, full);
  }

  /** Days as the range that they are, which may run over the end of the week. */
  private static String rangeOf(Set<DayOfWeek> days) {
    for (DayOfWeek first : days) {
      DayOfWeek last = first.plus(days.size() - 1L);
      String range = range(first, last);
      if (WeeklyHours.daysOf(range).equals(days)) {
        return range;
      }
    }
    throw new IllegalStateException("a weekly break of " + days + " is no range of days");
  }

  private static void addRule(
      HolidayRule rule, PerformancePeriod performance, List<Written> rules) {
    if (rule instanceof HolidayRule.Listed listed
        && listed.name().equals(HolidayRule.Listed.of(List.of()).name())) {
      listed.dates().keySet().forEach(date -> rules.add(Written.text(date.toString())));
      return;
    }
    Written written =
        rule instanceof HolidayRule.Country country
            ? Entries.flow().put("country", country.code())
            : rule instanceof HolidayRule.Listed
                ? Entries.flow().put("ical", rule.name())
                : Written.text(rule.name());
    Entries canonical =
        Entries.flow().put("rule", rule.name()).put("days", days(rule, performance));
    rules.add(new Written.ByRule(written, canonical));
  }

  private static Written days(HolidayRule rule, PerformancePeriod performance) {
    if (performance.until().isBefore(performance.from())) {
      return Written.texts(List.of(), false);
    }
    try {
      return Written.texts(
          rule.observed(performance.from(), performance.until()).keySet().stream()
              .map(LocalDate::toString)
              .toList(),
          false);
    } catch (OutsideCalendarException e) {
      return Written.text("not known");
    }
  }

  static Written period(NamedPeriod period) {
    Entries entries = Entries.flow().putAny("every", period.every());
    Optional<List<Integer>> weeks = Optional.of(period.weeks()).filter(list -> !list.isEmpty());
    return entries
        .put(
            "weeks",
            weeks,
            list -> Written.list(list, number -> Written.bare(String.valueOf(number))))
        .put("from", period.from().toString())
        .putText("named-by", period.namedBy());
  }
}
