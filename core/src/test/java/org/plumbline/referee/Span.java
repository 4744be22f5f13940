package org.plumbline.referee;

import java.time.LocalDate;
import org.plumbline.agreement.Precision;

/**
 * From a start to an end, both at the coarser precision of the two.
 *
 * @param firstDay D1
 * @param lastDay D2
 * @param dates whether both are dates
 * @param lifeFrom where the life of the case begins, as an instant
 * @param lifeUntil where it ends
 * @param endIsDate whether the end was a date of its own
 */
record Span(
    Point start,
    Point end,
    LocalDate firstDay,
    LocalDate lastDay,
    boolean dates,
    long lifeFrom,
    long lifeUntil,
    boolean endIsDate) {

  /**
   * The span; one whose end is before its start has no length.
   *
   * @param endDay the date of the end
   */
  static Span of(Point start, Point end, LocalDate endDay, WallClock wall) {
    if (end.compare(start) < 0) {
      return of(start, start, start.day(), wall);
    }
    Precision precision = start.precision().coarser(end.precision());
    Point s = start.cutTo(precision, wall);
    Point e = end.cutTo(precision, wall);
    boolean dates = precision == Precision.DATE;
    return new Span(
        s,
        e,
        s.day(),
        endDay,
        dates,
        dates ? start.micros() : s.micros(),
        Math.max(dates ? start.micros() : s.micros(), dates ? end.micros() : e.micros()),
        end.isDate());
  }
}
