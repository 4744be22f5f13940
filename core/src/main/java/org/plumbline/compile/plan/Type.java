package org.plumbline.compile.plan;

/** The type of a column or expression. There are no floating-point numbers. */
public enum Type {
  /** A whole number of 64 bits: instants in microseconds, days, numbers of things. */
  LONG,
  /** A whole number of 38 decimal digits: sums. */
  HUGE,
  /** A decimal number of any scale. */
  DECIMAL,
  /** Words, compared by code point. */
  TEXT,
  /** Yes, no or (null) unknown. */
  FLAG;

  /** Whether it is a number. */
  public boolean isNumber() {
    return this == LONG || this == HUGE || this == DECIMAL;
  }

  /** Whether values of the two types may meet in one column or comparison. */
  public boolean fits(Type other) {
    return this == other || (isNumber() && other.isNumber());
  }
}
