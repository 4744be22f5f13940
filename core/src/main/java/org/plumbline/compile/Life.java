package org.plumbline.compile;

import org.plumbline.compile.plan.Expression;

/**
 * From where to where a row is timed, start and end cut to the coarser precision of the two.
 *
 * @param start as an instant
 * @param end as an instant; never missing
 * @param startDay the local date of the start
 * @param endDay the local date of the end
 * @param byDate whether start and end stand as dates
 * @param endIsDate whether the end was recorded as a date
 * @param daysFrom from which instant days are held
 * @param daysUntil to which instant days are held: the end, of a date the end of its day
 * @param wallUntil where time that does not count ends
 * @param dayOfEnd whether {@code endDay} is in every row the date at the instant {@code end}
 */
record Life(
    MomentValue start,
    MomentValue end,
    Expression startDay,
    Expression endDay,
    Expression byDate,
    Expression endIsDate,
    Expression daysFrom,
    Expression daysUntil,
    Expression wallUntil,
    boolean dayOfEnd) {

  /** The same with this day of the end. */
  Life withEndDay(Expression day) {
    return new Life(
        start, end, startDay, day, byDate, endIsDate, daysFrom, daysUntil, wallUntil, dayOfEnd);
  }

  /** Whether days are held over the same stretch as time. */
  boolean isPlain() {
    return daysFrom.equals(start.value()) && daysUntil.equals(end.value());
  }
}
