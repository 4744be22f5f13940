package org.plumbline.compile;

import org.plumbline.agreement.Precision;
import org.plumbline.compile.plan.Expression;

/**
 * A moment of each row.
 *
 * @param value microseconds since 1970 UTC, or days since 1970 for dates; null where it is missing
 * @param precision how finely it is known
 * @param always whether it is never missing
 * @param bounded whether it lies within the stored range, so that a look-up needs no clamp
 */
record MomentValue(Expression value, Precision precision, boolean always, boolean bounded) {

  boolean isDate() {
    return precision == Precision.DATE;
  }

  /** The same, never missing if so. */
  MomentValue ifAlways(boolean known) {
    return new MomentValue(value, precision, always || known, bounded);
  }

  MomentValue with(Expression other) {
    return new MomentValue(other, precision, always, bounded);
  }
}
