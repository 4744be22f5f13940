package org.plumbline.records.duckdb;

/** What a cell is read as. */
enum CellType {
  /** A moment, in microseconds. */
  INSTANT,
  /** A moment cut to the minute, in microseconds. */
  MINUTE,
  /** A date, in days of the agreement's zone. */
  DATE,
  /** An end of a hold, time or date, in microseconds; a date is the start of its day. */
  EDGE,
  /** A decimal number. */
  NUMBER,
  /** A number, with or without a currency. */
  MONEY,
  /** A share as a ratio. */
  SHARE,
  /** Elapsed time, in microseconds. */
  DURATION,
  /** Yes or no. */
  FLAG,
  /** Words. */
  TEXT;

  boolean isTime() {
    return this == INSTANT || this == MINUTE || this == DATE || this == EDGE;
  }

  boolean isDecimal() {
    return this == NUMBER || this == MONEY || this == SHARE;
  }
}
