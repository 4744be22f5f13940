package org.plumbline.cli.question;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.calendar.HolidayRule;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.WorkCalendar;

/**
 * A day that was passed over because it is not open.
 *
 * @param date the day
 * @param kind why it is not open
 * @param reason the same in words, such as {@code Thanksgiving Day}
 */
public record SkippedDay(LocalDate date, Kind kind, String reason) {

  /** Why a day is not open. */
  public enum Kind {
    /** The ordinary week has no hours on it. */
    WEEKEND,
    /** A holiday rule names it. */
    HOLIDAY,
    /** The calendar closes it by date. */
    CLOSED
  }

  /** The days that are not open between two dates, both included, in order. */
  static List<SkippedDay> between(OpenTime time, LocalDate from, LocalDate until) {
    List<SkippedDay> skipped = new ArrayList<>();
    Map<LocalDate, String> holidays = holidays(time.calendar(), from, until);
    for (LocalDate date = from; !date.isAfter(until); date = date.plusDays(1)) {
      if (!time.days().isOpen(date)) {
        skipped.add(of(time.calendar(), date, holidays));
      }
    }
    return skipped;
  }

  private static SkippedDay of(
      WorkCalendar calendar, LocalDate date, Map<LocalDate, String> holidays) {
    boolean weekday = !calendar.hours().on(date.getDayOfWeek()).isEmpty();
    boolean shift = calendar.shifts().stream().anyMatch(other -> other.covers(date));
    if (calendar.closures().stream().anyMatch(closure -> closure.covers(date))) {
      return new SkippedDay(date, Kind.CLOSED, "closed");
    }
    if (shift) {
      return new SkippedDay(date, Kind.CLOSED, "no hours that day");
    }
    String holiday = holidays.get(date);
    if (holiday != null && weekday) {
      return new SkippedDay(date, Kind.HOLIDAY, holiday);
    }
    boolean weekend =
        date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    return new SkippedDay(date, Kind.WEEKEND, weekend ? "weekend" : "no hours that weekday");
  }

  private static Map<LocalDate, String> holidays(
      WorkCalendar calendar, LocalDate from, LocalDate until) {
    Map<LocalDate, String> holidays = new HashMap<>();
    for (HolidayRule rule : calendar.holidays()) {
      rule.observed(from, until)
          .forEach(
              (date, name) ->
                  holidays.merge(
                      date, name.equals(date.toString()) ? "holiday" : name, (one, two) -> one));
    }
    return holidays;
  }
}
