package org.plumbline.cli.question;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plumbline.calendar.HolidayRule;
import org.plumbline.calendar.WeeklyHours;
import org.plumbline.calendar.Window;
import org.plumbline.calendar.WorkCalendar;

/** A calendar in one line: {@code us-federal: mon-fri 08:00-17:00, closed on …}. */
final class CalendarText {
  private CalendarText() {}

  static String of(WorkCalendar calendar) {
    List<String> parts = new ArrayList<>();
    parts.add(hours(calendar.hours()));
    if (!calendar.holidays().isEmpty()) {
      parts.add(
          "closed on "
              + String.join(
                  " and ", calendar.holidays().stream().map(CalendarText::rule).toList()));
    }
    if (!calendar.closures().isEmpty()) {
      parts.add(Say.count(calendar.closures().size(), "closure"));
    }
    if (!calendar.shifts().isEmpty()) {
      parts.add("dated hours");
    }
    return calendar.id() + ": " + String.join(", ", parts);
  }

  private static String rule(HolidayRule rule) {
    if (rule instanceof HolidayRule.UsFederal) {
      return "the holidays of the US federal government";
    }
    if (rule instanceof HolidayRule.InaugurationDay) {
      return "Inauguration Day";
    }
    if (rule instanceof HolidayRule.Country country) {
      return "the public holidays of " + country.code();
    }
    return rule.name().equals("dates") ? "listed dates" : "the dates of " + rule.name();
  }

  private static String hours(WeeklyHours hours) {
    if (hours.equals(WeeklyHours.always())) {
      return "every hour of every day";
    }
    List<String> groups = new ArrayList<>();
    DayOfWeek[] days = DayOfWeek.values();
    for (int first = 0; first < days.length; ) {
      List<Window> windows = hours.on(days[first]);
      int last = first;
      while (last + 1 < days.length && hours.on(days[last + 1]).equals(windows)) {
        last++;
      }
      if (!windows.isEmpty()) {
        groups.add(
            name(days[first])
                + (last > first ? "-" + name(days[last]) : "")
                + " "
                + String.join(" ", windows.stream().map(Window::toString).toList()));
      }
      first = last + 1;
    }
    return groups.isEmpty() ? "no hours" : String.join(", ", groups);
  }

  private static String name(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }
}
