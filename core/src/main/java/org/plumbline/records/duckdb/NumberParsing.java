package org.plumbline.records.duckdb;

import org.plumbline.records.CellReading;

/** SQL that reads texts as numbers, exactly: no floating point, no rounding. */
final class NumberParsing {

  /** The most digits of a number. */
  static final int MOST_DIGITS = 38;

  private final CellReading reading;

  NumberParsing(CellReading reading) {
    this.reading = reading;
  }

  /** The number as plain digits with a point, null if the text is no number of this type. */
  String digits(String text, CellType type) {
    String bare = text;
    String guard = "";
    if (type == CellType.MONEY) {
      bare =
          "regexp_replace("
              + text
              + ", '^[A-Z]{3} ?([+-]?[0-9.,])|([0-9]) ?[A-Z]{3}$|^([+-]?)[$€£] ?([0-9.,])',"
              + " '\\1\\2\\3\\4')";
    } else if (type == CellType.SHARE) {
      bare = "rtrim(rtrim(" + text + ", '%'), ' ')";
      guard = " AND NOT contains(" + bare + ", '%')";
    }
    return "CASE WHEN regexp_full_match("
        + bare
        + ", "
        + Sql.text(shape())
        + ")"
        + guard
        + " THEN "
        + plain(bare)
        + " END";
  }

  /** The currency that a cell of money names, or null. */
  static String currency(String text) {
    return "nullif(regexp_extract(" + text + ", '[A-Z]{3}'), '')";
  }

  /** How many digits stand before the point, leading zeros not counted. */
  static String whole(String digits) {
    return "length(ltrim(split_part(ltrim(" + digits + ", '+-'), '.', 1), '0'))";
  }

  /** How many digits stand after the point. */
  static String scale(String digits) {
    return "length(split_part(" + digits + ", '.', 2))";
  }

  private String shape() {
    if (reading.decimal().isEmpty()) {
      return "[+-]?(\\d+(\\.\\d+)?|\\.\\d+)";
    }
    boolean comma = reading.decimal().get() == ',';
    String mark = comma ? "," : "\\.";
    String group = comma ? "\\." : ",";
    return "[+-]?(\\d+|\\d{1,3}(" + group + "\\d{3})+)(" + mark + "\\d+)?";
  }

  private String plain(String bare) {
    if (reading.decimal().isEmpty()) {
      return bare;
    }
    return reading.decimal().get() == ','
        ? "replace(replace(" + bare + ", '.', ''), ',', '.')"
        : "replace(" + bare + ", ',', '')";
  }

  /**
   * The type of a column.
   *
   * @param whole the most digits before the point
   * @param scale the most digits after it
   */
  record Width(int whole, int scale) {

    /** {@code BIGINT}, or {@code DECIMAL} of the least width. */
    String type() {
      if (scale == 0 && whole <= 18) {
        return "BIGINT";
      }
      return "DECIMAL(" + Math.max(1, whole + scale) + "," + scale + ")";
    }
  }
}
