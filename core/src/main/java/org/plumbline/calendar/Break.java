package org.plumbline.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * Times that are cut out of whatever is open then.
 *
 * <p>A break is read on its own date: a break at 02:00 on Tuesdays cuts Tuesday's 02:00 out of the
 * window that started on Monday at 22:00.
 */
public sealed interface Break {

  /** The times of day that are cut out. */
  Window window();

  /** Whether the break starts on this date. */
  boolean startsOn(LocalDate date);

  /** A break on every day of the week. */
  static Break daily(Window window) {
    return new Weekly(EnumSet.allOf(DayOfWeek.class), window);
  }

  /**
   * A break on certain days of the week.
   *
   * @param days the days, at least one
   * @param window the times of day
   */
  record Weekly(Set<DayOfWeek> days, Window window) implements Break {
    /** Copies the days. */
    public Weekly {
      days = Set.copyOf(days);
    }

    @Override
    public boolean startsOn(LocalDate date) {
      return days.contains(date.getDayOfWeek());
    }
  }

  /**
   * A break on one date.
   *
   * @param date the date
   * @param window the times of day
   */
  record Dated(LocalDate date, Window window) implements Break {
    @Override
    public boolean startsOn(LocalDate other) {
      return date.equals(other);
    }
  }
}
