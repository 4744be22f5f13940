package org.plumbline.evaluate;

/** In what a figure is expressed. */
public enum FigureUnit {
  /** A ratio; 0.985 is shown as 98.5 %. */
  SHARE,
  /** A number of cases. */
  CASES,
  /** Elapsed time in microseconds. */
  MICROSECONDS,
  /** Calendar days by date. */
  DAYS,
  /** Days open in the calendar. */
  WORKDAYS,
  /** Money in the currency of the level it is compared with. */
  MONEY,
  /** A plain number. */
  NUMBER
}
