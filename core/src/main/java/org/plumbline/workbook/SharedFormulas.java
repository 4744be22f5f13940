package org.plumbline.workbook;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The formulas of a sheet, also those that stand once for several cells. */
final class SharedFormulas {

  private static final Pattern FORMULA = Pattern.compile("<f\\b([^>]*?)(?:/>|>([^<]*)</f>)");
  private static final Pattern CELL =
      Pattern.compile(
          "<c\\b[^>]*?\\br=\"([A-Z]+)(\\d+)\"[^>]*>\\s*<f\\b([^>]*\\bt=\"shared\"[^>]*)>([^<]+)</f>");
  private static final Pattern NUMBER = Pattern.compile("\\bsi=\"(\\d+)\"");
  private static final Pattern KIND = Pattern.compile("\\bt=\"(\\w+)\"");

  private final Map<String, Written> shared = new HashMap<>();

  /** A formula where it stands. */
  private record Written(String text, String column, long row) {}

  SharedFormulas(String sheet) {
    Matcher cells = CELL.matcher(sheet);
    while (cells.find()) {
      Matcher number = NUMBER.matcher(cells.group(3));
      if (number.find()) {
        shared.put(
            number.group(1),
            new Written(
                XmlText.read(cells.group(4)), cells.group(1), Long.parseLong(cells.group(2))));
      }
    }
  }

  /**
   * The formula of a cell as it would stand in a row below.
   *
   * @param cell its XML
   * @param row its row, from 1
   * @param to the row below
   * @return nothing if it has none, or one that does not go down a table
   */
  Optional<String> below(String cell, String column, long row, long to) {
    Matcher formula = FORMULA.matcher(cell);
    if (!formula.find()) {
      return Optional.empty();
    }
    Matcher kind = KIND.matcher(formula.group(1));
    if (!kind.find()) {
      return FormulaText.below(
          XmlText.read(Optional.ofNullable(formula.group(2)).orElse("")), row, to - row);
    }
    Matcher number = NUMBER.matcher(formula.group(1));
    return kind.group(1).equals("shared") && number.find()
        ? Optional.ofNullable(shared.get(number.group(1)))
            .filter(written -> written.column().equals(column))
            .flatMap(
                written -> FormulaText.below(written.text(), written.row(), to - written.row()))
        : Optional.empty();
  }
}
