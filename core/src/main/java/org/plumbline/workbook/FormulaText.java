package org.plumbline.workbook;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The references in the text of a formula, everything else of which stays as it is written: texts
 * in quotation marks, names, columns of tables in brackets, cells of other workbooks.
 */
final class FormulaText {

  private static final String CELL = "(\\$?)([A-Z]{1,3})(\\$?)(\\d{1,7})";
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\"(?:[^\"]|\"\")*\""
              + "|\\[[^\\[\\]]*\\](?:[\\p{L}\\p{N}_.]*!\\$?[A-Z]{1,3}\\$?\\d+(?::\\$?[A-Z]{1,3}\\$?\\d+)?)?"
              + "|(?<![\\p{L}\\p{N}_.$:!\\]])"
              + "(?:('(?:[^']|'')+'|[\\p{L}_][\\p{L}\\p{N}_.]*)!)?"
              + CELL
              + "(?::"
              + CELL
              + ")?(?![\\p{L}\\p{N}_(!.\\[])");

  private FormulaText() {}

  /** Which ranges grow. */
  enum Reach {
    /** Ranges of several rows, or of one column. */
    LISTS,
    /** Also ranges of one row across several columns. */
    AREAS,
    /** These, and by columns, too. */
    PAGES
  }

  /**
   * The formula with ranges that end above rows that came to a sheet extended over them. A range
   * that runs down to the row of the formula itself ends there on purpose.
   *
   * @param home the sheet that the formula stands on
   * @param row the row that it stands in, from 1; 0 if in none
   */
  static String extended(String formula, String home, long row, Reach reach, Growth growth) {
    return REFERENCE
        .matcher(formula)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(9) != null && sheet(found, home).equalsIgnoreCase(growth.sheet())
                        ? range(found, row, reach, growth)
                        : found.group()));
  }

  private static String range(MatchResult found, long row, Reach reach, Growth growth) {
    int from = FilledWorkbook.index(found.group(3));
    int until = FilledWorkbook.index(found.group(7));
    long first = Long.parseLong(found.group(5));
    long end = Long.parseLong(found.group(9));
    boolean isList = from == until || end > first || reach != Reach.LISTS;
    boolean isRunning = found.group(8).isEmpty() && end == row;
    long rows = isList && !isRunning && growth.spans(from, until) ? growth.row(end) : end;
    int columns = reach == Reach.PAGES ? growth.column(until) : until;
    String head = found.group().substring(0, found.start(6) - found.start());
    return head + found.group(6) + FilledWorkbook.column(columns) + found.group(8) + rows;
  }

  private static String sheet(MatchResult found, String home) {
    String named = found.group(1);
    if (named == null) {
      return home;
    }
    return named.startsWith("'")
        ? named.substring(1, named.length() - 1).replace("''", "'")
        : named;
  }

  /**
   * The formula as it stands so many rows further down; empty if it is not one that goes down a
   * table: whose rows are its own, that of the row above, or fixed.
   *
   * @param row the row that it stands in, from 1
   */
  static Optional<String> below(String formula, long row, long rows) {
    boolean goesDown =
        REFERENCE
            .matcher(formula)
            .results()
            .filter(found -> found.group(5) != null)
            .allMatch(found -> goesDown(found, row));
    return goesDown
        ? Optional.of(
            REFERENCE
                .matcher(formula)
                .replaceAll(
                    found ->
                        Matcher.quoteReplacement(
                            found.group(5) == null ? found.group() : moved(found, rows))))
        : Optional.empty();
  }

  private static boolean goesDown(MatchResult found, long row) {
    boolean range = found.group(9) != null;
    long first = Long.parseLong(found.group(5));
    boolean fixed = !found.group(4).isEmpty();
    if (!range) {
      return fixed || first == row || first == row - 1;
    }
    long end = Long.parseLong(found.group(9));
    return (fixed || first == row) && (!found.group(8).isEmpty() || end == row);
  }

  private static String moved(MatchResult found, long rows) {
    String head = found.group().substring(0, found.start(5) - found.start());
    String first = head + moved(found.group(4), found.group(5), rows);
    return found.group(9) == null
        ? first
        : first
            + ":"
            + found.group(6)
            + found.group(7)
            + found.group(8)
            + moved(found.group(8), found.group(9), rows);
  }

  private static String moved(String fixed, String row, long rows) {
    return fixed.isEmpty() ? String.valueOf(Long.parseLong(row) + rows) : row;
  }
}
