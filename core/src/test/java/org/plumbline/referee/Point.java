package org.plumbline.referee;

import java.time.LocalDate;
import org.plumbline.agreement.Precision;

/**
 * A moment that is known: when, and how finely (meaning 1).
 *
 * @param micros the instant; for a date the start of its day in the agreement's zone
 * @param day the local date in the agreement's zone
 */
record Point(Precision precision, long micros, LocalDate day) {

  static Point instant(long micros, WallClock wall) {
    return new Point(Precision.INSTANT, micros, wall.date(micros));
  }

  static Point date(LocalDate day, WallClock wall) {
    return new Point(Precision.DATE, wall.startOf(day), day);
  }

  /** As records hold it: microseconds, or for a date the epoch day. */
  static Point recorded(Precision precision, long at, WallClock wall) {
    return precision == Precision.DATE
        ? date(LocalDate.ofEpochDay(at), wall)
        : instant(at, wall).cutTo(precision, wall);
  }

  /** The same with what is finer cut off; never finer than it was. */
  Point cutTo(Precision wanted, WallClock wall) {
    return switch (precision.coarser(wanted)) {
      case INSTANT -> this;
      case MINUTE -> {
        long cut = Math.floorDiv(micros, WallClock.MINUTE) * WallClock.MINUTE;
        yield new Point(Precision.MINUTE, cut, wall.date(cut));
      }
      case DATE -> date(day, wall);
    };
  }

  /** Below, at or above 0 as this is before, with or after the other at the coarser precision. */
  int compare(Point other) {
    return switch (precision.coarser(other.precision)) {
      case INSTANT -> Long.compare(micros, other.micros);
      case MINUTE ->
          Long.compare(
              Math.floorDiv(micros, WallClock.MINUTE),
              Math.floorDiv(other.micros, WallClock.MINUTE));
      case DATE -> day.compareTo(other.day);
    };
  }

  boolean isDate() {
    return precision == Precision.DATE;
  }
}
