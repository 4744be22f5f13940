package org.plumbline.calendar;

import java.time.LocalDate;

/**
 * Dates on which nothing opens, from {@code from} to {@code until}, both included.
 *
 * <p>A window over midnight that started the day before stays open: it belongs to the day it
 * starts.
 *
 * @param from first date
 * @param until last date, included
 */
public record Closure(LocalDate from, LocalDate until) {

  /**
   * Checks the order of the dates.
   *
   * @throws RefusedInputException if the last date is before the first
   */
  public Closure {
    requireOrder(from, until);
  }

  /** One closed date. */
  public static Closure on(LocalDate date) {
    return new Closure(date, date);
  }

  /** Whether the date is closed by this. */
  public boolean covers(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(until);
  }

  static void requireOrder(LocalDate from, LocalDate until) {
    if (until.isBefore(from)) {
      throw new RefusedInputException(
          "from " + from + " until " + until + " ends before it starts",
          "write the earlier date first; both days are included");
    }
  }
}
