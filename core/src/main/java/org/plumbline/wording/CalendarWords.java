package org.plumbline.wording;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.calendar.DayEnd;
import org.plumbline.calendar.HolidayRule;
import org.plumbline.calendar.PauseCounting;
import org.plumbline.calendar.Window;
import org.plumbline.calendar.WorkCalendar;

/** Calendars in words. */
public final class CalendarWords {

  private CalendarWords() {}

  /** A calendar by its name: {@code desk calendar}. */
  static String name(String id) {
    return id.equals(Agreement.ALWAYS)
        ? "every hour of every day"
        : Phrases.words(id) + " calendar";
  }

  /** The hours of a calendar: {@code desk hours}, {@code around the clock}. */
  static String hours(String id) {
    return id.equals(Agreement.ALWAYS) ? "around the clock" : "in " + Phrases.words(id) + " hours";
  }

  /**
   * What a calendar says, as sentences.
   *
   * @param zone of the text, in which a calendar is read that names none
   */
  public static List<String> sentences(ZoneId zone, String id, CalendarTerms terms) {
    WorkCalendar calendar = terms.calendar();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        Phrases.sentence(
            "the "
                + name(id)
                + " is open "
                + week(calendar)
                + ", in the time of "
                + terms.zone().orElse(zone)
                + holidays(calendar)));
    if (!calendar.breaks().isEmpty()) {
      sentences.add("Breaks are cut out of it.");
    }
    calendar
        .shifts()
        .forEach(
            shift ->
                sentences.add(
                    Phrases.sentence(
                        "from "
                            + shift.from()
                            + " to "
                            + shift.until()
                            + " it has other hours: "
                            + windows(shift.windows()))));
    calendar
        .closures()
        .forEach(
            closure ->
                sentences.add(
                    Phrases.sentence(
                        "it is closed from " + closure.from() + " to " + closure.until())));
    sentences.add(dayEnds(calendar.dayEnds()));
    if (calendar.pausesBy() == PauseCounting.ELAPSED) {
      sentences.add("In limits by date, a pause moves the limit by its length.");
    }
    return sentences;
  }

  private static String dayEnds(DayEnd end) {
    return switch (end) {
      case MIDNIGHT -> "The last day of a limit in days or workdays ends at midnight.";
      case CLOSE -> "The last day of a limit in days or workdays ends at its closing.";
      case SAME_TIME ->
          "The last day of a limit in days or workdays ends at the time of day of the start.";
    };
  }

  private static String holidays(WorkCalendar calendar) {
    if (calendar.holidays().isEmpty()) {
      return ", holidays included";
    }
    return ", but closed on "
        + Phrases.and(calendar.holidays().stream().map(CalendarWords::holiday).toList());
  }

  private static String holiday(HolidayRule rule) {
    if (rule instanceof HolidayRule.UsFederal) {
      return "U.S. federal holidays as OPM observes them";
    }
    if (rule instanceof HolidayRule.InaugurationDay) {
      return "Inauguration Day";
    }
    if (rule instanceof HolidayRule.Country country) {
      return "the public holidays of " + country.code();
    }
    return rule instanceof HolidayRule.Listed listed
        ? "listed days (" + listed.dates().size() + ")"
        : Phrases.words(rule.name());
  }

  private static String week(WorkCalendar calendar) {
    Map<List<Window>, List<DayOfWeek>> days = new LinkedHashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      List<Window> windows = calendar.hours().on(day);
      if (!windows.isEmpty()) {
        days.computeIfAbsent(windows, key -> new ArrayList<>()).add(day);
      }
    }
    List<String> parts = new ArrayList<>();
    days.forEach((windows, on) -> parts.add(days(on) + " " + windows(windows)));
    return parts.isEmpty() ? "never" : Phrases.and(parts);
  }

  private static String windows(List<Window> windows) {
    return windows.isEmpty()
        ? "closed"
        : Phrases.and(windows.stream().map(CalendarWords::window).toList());
  }

  private static String window(Window window) {
    return window.equals(Window.WHOLE_DAY) ? "all day" : window.from() + " to " + window.until();
  }

  private static String days(List<DayOfWeek> days) {
    int first = days.get(0).getValue();
    boolean run = days.get(days.size() - 1).getValue() - first == days.size() - 1;
    if (days.size() > 2 && run) {
      return name(days.get(0)) + " to " + name(days.get(days.size() - 1));
    }
    return Phrases.and(days.stream().map(CalendarWords::name).toList());
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
