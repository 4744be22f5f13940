package org.plumbline.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * Dated hours that replace the weekly hours of each date from {@code from} to {@code until}, both
 * included.
 *
 * <p>A shift also opens a holiday; a {@link Closure} closes a shift.
 *
 * @param from first date
 * @param until last date, included
 * @param windows the hours of each of these dates, in order; none closes them
 */
public record Shift(LocalDate from, LocalDate until, List<Window> windows) {

  /**
   * Checks and sorts.
   *
   * @throws RefusedInputException if the last date is before the first, or windows overlap
   */
  public Shift {
    Closure.requireOrder(from, until);
    windows = WeeklyHours.sorted(windows);
  }

  /** Whether the date is one of the shift's. */
  public boolean covers(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(until);
  }
}
