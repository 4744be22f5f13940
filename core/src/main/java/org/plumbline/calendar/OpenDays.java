package org.plumbline.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/**
 * The open days of a calendar over a range of dates, and arithmetic in workdays.
 *
 * <p>A day is open if some open time belongs to it, once holidays, closures, shifts and breaks are
 * applied. A window over midnight belongs to the day it starts. Dates outside the range are refused
 * with {@link OutsideCalendarException}.
 */
public final class OpenDays {

  private final ZoneTimes times;
  private final LocalDate from;
  private final LocalDate until;
  private final int[] openUpTo;
  private final List<Day> open;

  /** An open day with its first opening and last closing instant. */
  record Day(LocalDate date, long opens, long closes) {}

  /** Takes the open days of the range in order. */
  OpenDays(ZoneTimes times, LocalDate from, LocalDate until, List<Day> open) {
    this.times = times;
    this.from = from;
    this.until = until;
    this.open = List.copyOf(open);
    openUpTo = new int[Math.toIntExact(until.toEpochDay() - from.toEpochDay() + 1)];
    open.forEach(day -> openUpTo[index(day.date())] = 1);
    Arrays.parallelPrefix(openUpTo, Integer::sum);
  }

  /** The first date of the range. */
  public LocalDate from() {
    return from;
  }

  /** The last date of the range, included. */
  public LocalDate until() {
    return until;
  }

  /** The open days in order. */
  public List<LocalDate> dates() {
    return open.stream().map(Day::date).toList();
  }

  /** Whether the day is open. */
  public boolean isOpen(LocalDate date) {
    int ordinal = openUpTo[index(date)];
    return ordinal > 0 && open.get(ordinal - 1).date().equals(date);
  }

  /**
   * How many days of the range are open up to this date, included; only differences have a meaning.
   */
  public long openDayOrdinal(LocalDate date) {
    return openUpTo[index(date)];
  }

  /**
   * The open day with this ordinal.
   *
   * @param ordinal from 1
   * @throws OutsideCalendarException if the range has no such day
   */
  public LocalDate nthOpenDay(long ordinal) {
    if (ordinal < 1 || ordinal > open.size()) {
      throw new OutsideCalendarException(
          String.format("not enough open days between %s and %s", from, until));
    }
    return open.get((int) ordinal - 1).date();
  }

  /** The instant at which the day first opens; the midnight that starts it if it is not open. */
  public long opens(LocalDate date) {
    return isOpen(date) ? open.get(openUpTo[index(date)] - 1).opens() : startOfDay(date);
  }

  /**
   * The instant at which the day last closes, which may be on the next date; the midnight that ends
   * it if not open.
   */
  public long close(LocalDate date) {
    return isOpen(date) ? open.get(openUpTo[index(date)] - 1).closes() : endOfDay(date);
  }

  /**
   * The date itself if it is open, else the next open day: {@code roll: next-workday} (language
   * section 3.4).
   */
  public LocalDate nextWorkday(LocalDate date) {
    return isOpen(date) ? date : nthOpenDay(openDayOrdinal(date) + 1);
  }

  /** The date itself if it is open, else the open day before it: {@code roll: previous-workday}. */
  public LocalDate previousWorkday(LocalDate date) {
    return nthOpenDay(openDayOrdinal(date));
  }

  /**
   * The last of so many open days after the date; the date itself for none.
   *
   * @param workdays not negative
   */
  public LocalDate plusWorkdays(LocalDate date, long workdays) {
    requireNotNegative(workdays);
    return workdays == 0 ? requireInRange(date) : nthOpenDay(openDayOrdinal(date) + workdays);
  }

  /**
   * The first of so many open days before the date; the date itself for none.
   *
   * @param workdays not negative
   */
  public LocalDate minusWorkdays(LocalDate date, long workdays) {
    requireNotNegative(workdays);
    return workdays == 0
        ? requireInRange(date)
        : nthOpenDay(openDayOrdinal(date) + (isOpen(date) ? 0 : 1) - workdays);
  }

  /**
   * How many days are open after {@code startExclusive} up to {@code endInclusive}; negative if
   * that is earlier.
   */
  public long workdaysBetween(LocalDate startExclusive, LocalDate endInclusive) {
    return openDayOrdinal(endInclusive) - openDayOrdinal(startExclusive);
  }

  /** The first instant of the date in the calendar's zone. */
  public long startOfDay(LocalDate date) {
    return times.startOfDay(date);
  }

  /** The first instant of the next date: the midnight that ends this one. */
  public long endOfDay(LocalDate date) {
    return times.startOfDay(date.plusDays(1));
  }

  /** The date in the calendar's zone at the instant. */
  public LocalDate dateOf(long micros) {
    return times.date(micros);
  }

  /** The date and time in the calendar's zone at the instant. */
  public LocalDateTime localOf(long micros) {
    return times.local(micros);
  }

  /** The first instant at which the local clock shows this date and time or a later one. */
  public long instantOf(LocalDate date, LocalTime time) {
    return times.micros(date, time);
  }

  private int index(LocalDate date) {
    return (int) (requireInRange(date).toEpochDay() - from.toEpochDay());
  }

  /** The date itself, once it is known to be one of the range. */
  LocalDate requireInRange(LocalDate date) {
    if (date.isBefore(from) || date.isAfter(until)) {
      throw new OutsideCalendarException(
          String.format("%s is outside: the calendar was asked about %s to %s", date, from, until));
    }
    return date;
  }

  private static void requireNotNegative(long workdays) {
    if (workdays < 0) {
      throw new IllegalArgumentException("workdays are negative: " + workdays);
    }
  }
}
