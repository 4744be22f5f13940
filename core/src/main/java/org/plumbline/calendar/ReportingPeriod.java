package org.plumbline.calendar;

import java.time.LocalDate;

/**
 * One period for which a figure is formed.
 *
 * @param name as people write it: {@code 2026-10}, {@code FY2027-Q1}, {@code
 *     2026-10-16..2026-11-15}
 * @param from first day
 * @param until last day, included
 */
public record ReportingPeriod(String name, LocalDate from, LocalDate until) {

  /**
   * Checks the order of the dates.
   *
   * @throws RefusedInputException if the last day is before the first
   */
  public ReportingPeriod {
    Closure.requireOrder(from, until);
  }

  /** A period without another name than its days. */
  public static ReportingPeriod of(LocalDate from, LocalDate until) {
    return new ReportingPeriod(from + ".." + until, from, until);
  }

  /** Whether the date is one of the period's. */
  public boolean contains(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(until);
  }

  /** How many days it has. */
  public long days() {
    return until.toEpochDay() - from.toEpochDay() + 1;
  }
}
