package org.plumbline.evaluate.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A row that a query gave; columns are counted from 0. */
public interface SqlRow {

  /** Where a column stands. */
  int place(String column);

  /** A whole number; {@code missing} where there is none. */
  long whole(int column, long missing);

  /**
   * A value as Java has it: a whole number of any width, a {@link BigDecimal}, a text, a {@link
   * Boolean}; null where there is none.
   */
  @Nullable Object value(int column);

  /** A whole number, 0 where there is none. */
  default long whole(String column) {
    return whole(place(column), 0);
  }

  /** A value as text: a decimal number with all its places. */
  default @Nullable String text(int column) {
    Object value = value(column);
    return value instanceof BigDecimal decimal
        ? decimal.toPlainString()
        : value == null ? null : value.toString();
  }

  /** A value as text. */
  default @Nullable String text(String column) {
    return text(place(column));
  }

  /** A whole number of any size. */
  default @Nullable BigInteger number(int column) {
    Object value = value(column);
    return value == null || value instanceof BigInteger
        ? (BigInteger) value
        : new BigDecimal(value.toString()).toBigIntegerExact();
  }

  /** A whole number of any size. */
  default @Nullable BigInteger number(String column) {
    return number(place(column));
  }
}
