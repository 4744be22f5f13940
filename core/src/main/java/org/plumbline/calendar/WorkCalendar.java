package org.plumbline.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Working time as an agreement writes it: pure data, the same whichever dates are asked about
 * (language section 3.6).
 *
 * <p>What is open on a date: nothing if a closure covers it; else the shift's hours if a shift
 * covers it; else nothing if it is a holiday; else the weekly hours. Breaks are then cut out.
 * {@link OpenTime#of} resolves this over a range of dates.
 *
 * @param id the calendar's id
 * @param zone where the hours and dates are read
 * @param hours the ordinary week
 * @param breaks times cut out
 * @param shifts dated hours in place of the ordinary ones; no two cover the same date
 * @param closures dates on which nothing opens
 * @param holidays rules that yield dates on which nothing opens
 * @param dayEnds when the last day of a limit counted by date ends
 * @param pausesBy how pauses act on a limit counted by date
 * @param others what was open on the dates on which another version was in force
 */
public record WorkCalendar(
    String id,
    ZoneId zone,
    WeeklyHours hours,
    List<Break> breaks,
    List<Shift> shifts,
    List<Closure> closures,
    List<HolidayRule> holidays,
    DayEnd dayEnds,
    PauseCounting pausesBy,
    List<Other> others) {

  /**
   * Another calendar that says what is open on some dates.
   *
   * @param from its first date
   * @param until its last date, included
   * @param calendar what says it; its own others are not asked
   */
  public record Other(LocalDate from, LocalDate until, WorkCalendar calendar) {}

  /** The id of the built-in calendar that is open every hour of every day. */
  public static final String ALWAYS = "always";

  /**
   * Checks and copies.
   *
   * @throws RefusedInputException if two shifts cover the same date
   */
  public WorkCalendar {
    breaks = List.copyOf(breaks);
    shifts = List.copyOf(shifts);
    closures = List.copyOf(closures);
    holidays = List.copyOf(holidays);
    others = List.copyOf(others);
    requireDisjoint(shifts);
  }

  /** A calendar as one version says it. */
  public WorkCalendar(
      String id,
      ZoneId zone,
      WeeklyHours hours,
      List<Break> breaks,
      List<Shift> shifts,
      List<Closure> closures,
      List<HolidayRule> holidays,
      DayEnd dayEnds,
      PauseCounting pausesBy) {
    this(id, zone, hours, breaks, shifts, closures, holidays, dayEnds, pausesBy, List.of());
  }

  /** A calendar of weekly hours alone, with the defaults of the language. */
  public static WorkCalendar of(String id, ZoneId zone, WeeklyHours hours) {
    return new WorkCalendar(
        id,
        zone,
        hours,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        DayEnd.MIDNIGHT,
        PauseCounting.WHOLE_DAYS);
  }

  /** The built-in calendar: every hour of every day. */
  public static WorkCalendar always(ZoneId zone) {
    return of(ALWAYS, zone, WeeklyHours.always());
  }

  /** The same calendar with these holidays in place of its own. */
  public WorkCalendar withHolidays(List<HolidayRule> holidays) {
    return new WorkCalendar(
        id, zone, hours, breaks, shifts, closures, holidays, dayEnds, pausesBy, others);
  }

  /** The same calendar with this convention for the end of a day. */
  public WorkCalendar withDayEnds(DayEnd dayEnds) {
    return new WorkCalendar(
        id, zone, hours, breaks, shifts, closures, holidays, dayEnds, pausesBy, others);
  }

  /**
   * The same calendar with further closures, for days declared closed later (language section 7,
   * {@code closes}).
   */
  public WorkCalendar closedOn(List<Closure> further) {
    List<Closure> all = new ArrayList<>(closures);
    all.addAll(further);
    List<Other> closed =
        others.stream()
            .map(
                other -> new Other(other.from(), other.until(), other.calendar().closedOn(further)))
            .toList();
    return new WorkCalendar(
        id, zone, hours, breaks, shifts, all, holidays, dayEnds, pausesBy, closed);
  }

  /** The same calendar, others saying what is open on their dates. */
  public WorkCalendar withOthers(List<Other> others) {
    return new WorkCalendar(
        id, zone, hours, breaks, shifts, closures, holidays, dayEnds, pausesBy, others);
  }

  /** What says what is open on a date. */
  WorkCalendar on(LocalDate date) {
    for (Other other : others) {
      if (!date.isBefore(other.from()) && !date.isAfter(other.until())) {
        return other.calendar();
      }
    }
    return this;
  }

  /**
   * The windows that start on the date before breaks are cut out, given whether a holiday rule
   * names the date.
   */
  List<Window> windowsOn(LocalDate date, boolean holiday) {
    for (Closure closure : closures) {
      if (closure.covers(date)) {
        return List.of();
      }
    }
    for (Shift shift : shifts) {
      if (shift.covers(date)) {
        return shift.windows();
      }
    }
    return holiday ? List.of() : hours.on(date.getDayOfWeek());
  }

  private static void requireDisjoint(List<Shift> shifts) {
    List<Shift> ordered =
        shifts.stream().sorted((one, other) -> one.from().compareTo(other.from())).toList();
    for (int i = 1; i < ordered.size(); i++) {
      if (!ordered.get(i).from().isAfter(ordered.get(i - 1).until())) {
        throw new RefusedInputException(
            "two shifts give the hours of " + ordered.get(i).from(),
            "put all windows of a date into one shift");
      }
    }
  }
}
