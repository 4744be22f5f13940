package org.plumbline.calendar;

/** When the last day of a limit counted by date ends (language section 3.6, {@code day-ends}). */
public enum DayEnd {
  /** At the midnight that ends the day. */
  MIDNIGHT,
  /**
   * At the day's last closing instant; a stop exactly at it is in time. A day without hours ends at
   * midnight.
   */
  CLOSE,
  /** At the local time of day at which the clock started; a stop exactly at it is in time. */
  SAME_TIME
}
