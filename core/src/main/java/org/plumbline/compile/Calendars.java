package org.plumbline.compile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.calendar.OpenDays;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.OutsideCalendarException;
import org.plumbline.calendar.Segment;
import org.plumbline.calendar.WorkCalendar;

/** The calendars of an agreement over the dates that a plan may meet. */
final class Calendars {

  private final Agreement agreement;
  private final Horizon horizon;
  private final Map<String, OpenTime> open = new HashMap<>();
  private final Map<String, List<Segment>> segments = new HashMap<>();

  Calendars(Agreement agreement, Horizon horizon) {
    this.agreement = agreement;
    this.horizon = horizon;
  }

  Horizon horizon() {
    return horizon;
  }

  /** The calendar's open time from the day before the horizon to the day after it. */
  OpenTime time(String id) {
    return open.computeIfAbsent(
        id,
        each ->
            OpenTime.of(
                terms(each),
                LocalDate.ofEpochDay(horizon.first() - 2),
                LocalDate.ofEpochDay(horizon.last() + 2)));
  }

  WorkCalendar terms(String id) {
    CalendarTerms terms = agreement.calendars().get(id);
    if (terms == null) {
      return WorkCalendar.always(agreement.zone());
    }
    return terms.calendar();
  }

  List<Segment> segments(String id) {
    return segments.computeIfAbsent(id, each -> time(each).segments());
  }

  /** Whether every instant of the horizon is open, so that working time is time. */
  boolean isAlways(String id) {
    List<Segment> all = segments(id);
    OpenTime time = time(id);
    return all.size() == 1
        && all.get(0).startMicros() == time.rangeStart()
        && all.get(0).endMicros() == time.rangeEnd();
  }

  /** The open time up to an instant; the instant itself of a calendar that is always open. */
  long worked(String id, long instant) {
    OpenTime time = time(id);
    return isAlways(id) ? instant : time.between(time.rangeStart(), instant);
  }

  /** The agreement's calendar; that of every day if it names none. */
  String ofAgreement() {
    return agreement.calendar().orElse(Agreement.ALWAYS);
  }

  /** How many days are open up to and including the date. */
  DateFunction ordinal(String id) {
    OpenDays days = time(id).days();
    return new DateFunction(
        "open days " + id, date -> days.openDayOrdinal(LocalDate.ofEpochDay(clamp(date))));
  }

  /** The last open day on or before the date; nothing if there is none. */
  DateFunction lastOpenDay(String id) {
    OpenDays days = time(id).days();
    return new DateFunction(
        "last open day " + id,
        date -> orNothing(() -> days.previousWorkday(LocalDate.ofEpochDay(date)).toEpochDay()));
  }

  /** The date if it is open, else the next open day. */
  DateFunction nextOpenDay(String id) {
    OpenDays days = time(id).days();
    return new DateFunction(
        "next open day " + id,
        date -> orNothing(() -> days.nextWorkday(LocalDate.ofEpochDay(date)).toEpochDay()));
  }

  /** The first open day after the date. */
  DateFunction openDayAfter(String id) {
    OpenDays days = time(id).days();
    return new DateFunction(
        "open day after " + id,
        date -> orNothing(() -> days.plusWorkdays(LocalDate.ofEpochDay(date), 1).toEpochDay()));
  }

  /** The instant at which the date last closes, or the midnight that ends it. */
  DateFunction close(String id) {
    OpenDays days = time(id).days();
    return new DateFunction(
        "close " + id,
        date ->
            orNothing(
                () -> {
                  LocalDate day = LocalDate.ofEpochDay(date);
                  return days.isOpen(day) ? days.close(day) : horizon.startOfDay(date + 1);
                }));
  }

  /** The date so many workdays later (earlier if negative). */
  DateFunction plusWorkdays(String id, long workdays) {
    OpenDays days = time(id).days();
    return new DateFunction(
        workdays + " workdays " + id,
        date ->
            orNothing(
                () -> {
                  LocalDate day = LocalDate.ofEpochDay(date);
                  return (workdays >= 0
                          ? days.plusWorkdays(day, workdays)
                          : days.minusWorkdays(day, -workdays))
                      .toEpochDay();
                }));
  }

  /** The open days in order of their number, the first having number 1. */
  long[] openDays(String id) {
    List<Long> dates = new ArrayList<>();
    dates.add(DataTable.NOTHING);
    time(id).days().dates().forEach(date -> dates.add(date.toEpochDay()));
    return dates.stream().mapToLong(Long::longValue).toArray();
  }

  private long clamp(long date) {
    return Math.max(horizon.first() - 2, Math.min(horizon.last() + 2, date));
  }

  /** A number that may lie beyond the calendar. */
  interface Number {
    long get();
  }

  static long orNothing(Number number) {
    try {
      return number.get();
    } catch (OutsideCalendarException e) {
      return DataTable.NOTHING;
    }
  }
}
