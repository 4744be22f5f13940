package org.plumbline.compile;

import org.plumbline.agreement.Precision;
import org.plumbline.compile.plan.Expression;

/**
 * From where to where a row is timed, at one precision.
 *
 * @param start as an instant
 * @param end as an instant; never missing
 * @param startDay the local date of the start
 * @param endDay the local date of the end
 * @param precision the coarser of start and stop
 * @param dayEnd the instant to which days are held: the end itself, or for dates the end of its day
 */
record Life(
    MomentValue start,
    MomentValue end,
    Expression startDay,
    Expression endDay,
    Precision precision,
    MomentValue dayEnd) {

  boolean isByDate() {
    return precision == Precision.DATE;
  }
}
