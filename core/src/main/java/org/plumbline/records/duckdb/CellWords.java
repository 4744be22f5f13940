package org.plumbline.records.duckdb;

import org.plumbline.records.CellReading;

/**
 * What is said of a cell that cannot be used.
 *
 * @param column the column
 * @param right what would be right
 * @param typedCells whether some cells come from typed ones
 */
record CellWords(CellColumn column, String right, CellReading reading, boolean typedCells) {

  static CellWords of(CellColumn column, CellReading reading, boolean typedCells) {
    String right =
        switch (column.type()) {
          case INSTANT, MINUTE, DATE, EDGE ->
              "Write it as "
                  + TimeParsing.of("x", column.type(), reading, typedCells).expected()
                  + ", in the years 1970 to 2199, or list the text under `unknown`";
          case NUMBER -> "Write digits" + mark(reading) + ", or list the text under `unknown`";
          case MONEY -> "Write 1234.56 or 1234.56 USD, or list the text under `unknown`";
          case SHARE -> "Write 98% or 0.98, or list the text under `unknown`";
          case DURATION -> "Write 3 hours, PT3H or 3:00, or list the text under `unknown`";
          case FLAG -> "Write yes, no, true, false, 1 or 0, or map it under `values`";
          case TEXT -> "Write it as text";
        };
    return new CellWords(column, right, reading, typedCells);
  }

  /** SQL of the reason, over the text of the cell. */
  String reason(String text) {
    return switch (column.type()) {
      case INSTANT, MINUTE, DATE, EDGE -> timeReason(text);
      case NUMBER, MONEY -> "'is no number that can be held exactly'";
      case SHARE -> "'is no share, or one of which nobody knows whether it is per cent'";
      case DURATION -> "'is no duration'";
      case FLAG -> "'is neither yes nor no'";
      case TEXT -> "'is no text'";
    };
  }

  private String timeReason(String text) {
    TimeParsing parsing = TimeParsing.of(text, column.type(), reading, typedCells);
    String never =
        reading.zone().isEmpty()
            ? "'is a local time, and the binding names no zone'"
            : "'is a local time that occurs never or twice, which the binding refuses'";
    String outside =
        "(" + parsing.micros() + ") NOT BETWEEN 0 AND " + (ZoneTables.DAYS * ZoneTables.DAY - 1);
    return "CASE WHEN ("
        + parsing.micros()
        + ") IS NULL THEN 'is no "
        + (column.type() == CellType.DATE ? "date" : "time")
        + "' WHEN "
        + outside
        + " THEN 'lies outside the years 1970 to 2199' WHEN ("
        + parsing.kind()
        + ") = "
        + TimeParsing.DAY
        + " THEN 'is a date without a time of day' ELSE "
        + never
        + " END";
  }

  private static String mark(CellReading reading) {
    return reading.decimal().isPresent() && reading.decimal().get() == ','
        ? " with a decimal comma"
        : " with a decimal point";
  }
}
