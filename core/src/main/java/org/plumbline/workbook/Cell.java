package org.plumbline.workbook;

/**
 * One cell of a sheet, with the value that was last computed for it.
 *
 * @param text the value; a number without an exponent, a moment in ISO 8601; empty if there is none
 * @param kind what it is
 * @param format the code of the number format, such as {@code 0.00%}; {@code General} if none
 */
public record Cell(String text, Kind kind, String format) {

  /** A cell without a value. */
  public static final Cell EMPTY = new Cell("", Kind.TEXT, "General");

  /** A text. */
  public static Cell text(String text) {
    return text.isEmpty() ? EMPTY : new Cell(text, Kind.TEXT, "General");
  }

  /** A number, written without an exponent. */
  public static Cell number(java.math.BigDecimal number) {
    return new Cell(number.toPlainString(), Kind.NUMBER, "General");
  }

  /** A day. */
  public static Cell date(java.time.LocalDate day) {
    return new Cell(day.toString(), Kind.MOMENT, "yyyy-mm-dd");
  }

  /** What the value of a cell is. */
  public enum Kind {
    /** Text. */
    TEXT,
    /** A number. */
    NUMBER,
    /** A date or a date and time. */
    MOMENT,
    /** {@code true} or {@code false}. */
    FLAG
  }

  /** Whether there is no value. */
  public boolean isEmpty() {
    return text.isEmpty();
  }
}
