package org.plumbline.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * Limits counted by date: days, workdays, weeks, months, years (design section 4.1).
 *
 * <p>The first day is not counted. With D1 and D2 the local dates of start and stop, ord(d) the
 * number of open days up to and including d, and L the last open day up to D2, {@code elapsed} is
 * ord(D2) − ord(D1), and
 *
 * <ul>
 *   <li>with {@link DayEnd#CLOSE} one more if L is after D1 and the stop is later than the closing
 *       of L;
 *   <li>with {@link DayEnd#SAME_TIME} one more if L is not before D1 and the stop is later than L
 *       at the time of day of the start.
 * </ul>
 *
 * <p>For days, weeks, months and years every day is open. A limit in months is the number of days
 * to the same day of the later month, clamped to its end, from the start each time: one month from
 * 31 January 2026 is 28 days (field situation S13). A limit is kept within N if elapsed is at most
 * N, and under N if it is less.
 */
public final class DayCounting {

  // Ten thousand years are without end for any calendar, and near enough to be a date.
  private static final long MAXIMUM_MONTHS = 120_000;

  private DayCounting() {}

  /**
   * The days or workdays from start to stop.
   *
   * @param kind workdays, or any other kind by date, which counts calendar days
   * @param start an instant in microseconds
   * @param stop an instant in microseconds, not before the start
   */
  public static long elapsed(OpenTime time, TimeAmount.Kind kind, long start, long stop) {
    if (stop < start) {
      throw new IllegalArgumentException("the stop is before the start");
    }
    OpenDays days = time.days();
    LocalDate startDay = days.dateOf(start);
    LocalDate stopDay = days.dateOf(stop);
    long elapsed = elapsed(time, kind, startDay, stopDay);
    DayEnd dayEnds = time.calendar().dayEnds();
    if (dayEnds == DayEnd.MIDNIGHT) {
      return elapsed;
    }
    boolean workdays = isWorkdays(kind);
    if (workdays && days.openDayOrdinal(stopDay) == 0) {
      return elapsed;
    }
    LocalDate last = workdays ? days.previousWorkday(stopDay) : stopDay;
    return isPastEnd(days, dayEnds, start, startDay, last, stop) ? elapsed + 1 : elapsed;
  }

  /**
   * The days or workdays after the first date up to and including the second, for moments recorded
   * as dates.
   *
   * @param kind workdays, or any other kind by date, which counts calendar days
   */
  public static long elapsed(
      OpenTime time, TimeAmount.Kind kind, LocalDate startDay, LocalDate stopDay) {
    return isWorkdays(kind)
        ? time.days().workdaysBetween(startDay, stopDay)
        : ChronoUnit.DAYS.between(startDay, stopDay);
  }

  /**
   * The number that {@code elapsed} is compared with: the days or workdays of the limit for a start
   * on this date.
   */
  public static long allowed(LocalDate startDay, TimeAmount limit) {
    return switch (limit.kind()) {
      case BY_DATE_DAYS, BY_DATE_WORKDAYS -> limit.days();
      case BY_DATE_MONTHS ->
          ChronoUnit.DAYS.between(
              startDay, startDay.plusMonths(Math.min(limit.months(), MAXIMUM_MONTHS)));
      case ELAPSED -> throw notByDate(limit);
    };
  }

  /** Whether the stop is within the limit, which includes its last day. */
  public static boolean within(OpenTime time, TimeAmount limit, long start, long stop) {
    return elapsed(time, limit.kind(), start, stop) <= allowed(time.days().dateOf(start), limit);
  }

  /** Whether the stop is under the limit, which does not include its last day. */
  public static boolean under(OpenTime time, TimeAmount limit, long start, long stop) {
    return elapsed(time, limit.kind(), start, stop) < allowed(time.days().dateOf(start), limit);
  }

  /**
   * The last day of a limit that starts on this date: {@code 25 days}, {@code 3 workdays} or {@code
   * 2 months} later.
   *
   * @throws OutsideCalendarException if that is after the range of the calendar
   */
  public static LocalDate lastDay(OpenTime time, TimeAmount limit, LocalDate startDay) {
    return plus(time, limit.kind(), startDay, allowed(startDay, limit));
  }

  /**
   * When the limit runs out for this start.
   *
   * @throws OutsideCalendarException if that is after the range of the calendar
   */
  public static DayLimit due(OpenTime time, TimeAmount limit, long start) {
    OpenDays days = time.days();
    LocalDate startDay = days.dateOf(start);
    long allowed = allowed(startDay, limit);
    LocalDate lastDay = plus(time, limit.kind(), startDay, allowed);
    LocalDate nextDay = plus(time, limit.kind(), startDay, allowed + 1);
    DayEnd dayEnds = time.calendar().dayEnds();
    // The last day is closed only where no workday is allowed and the start lies on a closed day.
    boolean open = !isWorkdays(limit.kind()) || days.isOpen(lastDay);
    long nextDayStarts = days.startOfDay(nextDay);
    if (dayEnds == DayEnd.SAME_TIME && !open) {
      return new DayLimit(lastDay, start, nextDayStarts, true);
    }
    if (dayEnds == DayEnd.MIDNIGHT || (dayEnds == DayEnd.CLOSE && allowed == 0)) {
      return new DayLimit(lastDay, days.endOfDay(lastDay), nextDayStarts, true);
    }
    long end = endOf(days, dayEnds, start, startDay, lastDay);
    // A window over midnight may close after the next day has begun, which then counts as one more.
    return end < nextDayStarts
        ? new DayLimit(lastDay, end, end, false)
        : new DayLimit(lastDay, nextDayStarts, nextDayStarts, true);
  }

  private static boolean isPastEnd(
      OpenDays days, DayEnd dayEnds, long start, LocalDate startDay, LocalDate last, long stop) {
    boolean counts = dayEnds == DayEnd.CLOSE ? last.isAfter(startDay) : !last.isBefore(startDay);
    return counts && stop > endOf(days, dayEnds, start, startDay, last);
  }

  private static long endOf(
      OpenDays days, DayEnd dayEnds, long start, LocalDate startDay, LocalDate day) {
    return switch (dayEnds) {
      case MIDNIGHT -> days.endOfDay(day);
      case CLOSE -> days.close(day);
      case SAME_TIME -> {
        LocalTime time = days.localOf(start).toLocalTime();
        yield day.equals(startDay) ? start : days.instantOf(day, time);
      }
    };
  }

  private static LocalDate plus(OpenTime time, TimeAmount.Kind kind, LocalDate day, long count) {
    return isWorkdays(kind)
        ? time.days().plusWorkdays(day, count)
        : time.days().requireInRange(day.plusDays(count));
  }

  private static boolean isWorkdays(TimeAmount.Kind kind) {
    return switch (kind) {
      case BY_DATE_WORKDAYS -> true;
      case BY_DATE_DAYS, BY_DATE_MONTHS -> false;
      case ELAPSED -> throw new IllegalArgumentException("elapsed time is not counted by date");
    };
  }

  private static IllegalArgumentException notByDate(TimeAmount limit) {
    return new IllegalArgumentException(limit + " is not counted by date");
  }
}
