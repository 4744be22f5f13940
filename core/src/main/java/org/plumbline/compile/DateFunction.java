package org.plumbline.compile;

import java.util.function.LongUnaryOperator;

/**
 * A function of a date, worked out beforehand for every date of the horizon.
 *
 * @param name says what it is, uniquely
 * @param value from days since 1970 to a number, or {@link DataTable#NOTHING}
 */
record DateFunction(String name, LongUnaryOperator value) {

  /** This function of the day before. */
  DateFunction ofDayBefore() {
    return new DateFunction(name + " of the day before", date -> value.applyAsLong(date - 1));
  }
}
