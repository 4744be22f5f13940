package org.plumbline.records.duckdb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * What the cells of a staged table hold, found in one scan: how many hold no value, how wide the
 * numbers are, which currencies and codes stand there.
 *
 * @param unknown by label, cells that hold no value
 * @param widths by alias, of columns of numbers
 * @param currencies by alias, the least and greatest currency named in a column of money
 * @param unmapped by label, an example of a code that the binding does not map, with its count
 */
record CellProfile(
    Map<String, Long> unknown,
    Map<String, NumberParsing.Width> widths,
    Map<String, List<String>> currencies,
    Map<String, String> unmapped) {

  NumberParsing.Width width(CellColumn column) {
    return widths.getOrDefault(column.alias(), new NumberParsing.Width(1, 0));
  }

  /**
   * Looks at the cells.
   *
   * @param clean SQL of a staged cell of table {@code x}
   */
  static CellProfile of(
      Database database,
      IntFunction<String> clean,
      NumberParsing numbers,
      String stage,
      List<CellColumn> columns) {
    CellProfile profile =
        new CellProfile(
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>());
    List<String> select = new ArrayList<>(List.of("count(*)"));
    for (CellColumn column : columns) {
      String text = clean.apply(column.stage());
      select.add("count(*) - count(" + text + ")");
      String digits = "NULL";
      if (column.type().isDecimal()) {
        digits = numbers.digits(text, column.type());
      }
      String fits =
          NumberParsing.whole(digits)
              + " + "
              + NumberParsing.scale(digits)
              + " <= "
              + NumberParsing.MOST_DIGITS;
      boolean decimal = column.type().isDecimal();
      select.add(
          decimal ? "max(" + NumberParsing.whole(digits) + ") FILTER (WHERE " + fits + ")" : "0");
      select.add(
          decimal ? "max(" + NumberParsing.scale(digits) + ") FILTER (WHERE " + fits + ")" : "0");
      boolean money = column.type() == CellType.MONEY;
      select.add(money ? "min(" + NumberParsing.currency(text) + ")" : "NULL");
      select.add(money ? "max(" + NumberParsing.currency(text) + ")" : "NULL");
      String unmapped =
          column.values().isEmpty()
              ? "false"
              : text
                  + " NOT IN "
                  + Sql.texts(column.values().keySet())
                  + " AND "
                  + text
                  + " NOT IN "
                  + Sql.texts(column.values().values());
      select.add("count(*) FILTER (WHERE " + unmapped + ")");
      select.add("min(" + text + ") FILTER (WHERE " + unmapped + ")");
    }
    database.first(
        "SELECT " + String.join(", ", select) + " FROM " + stage + " AS x",
        row -> {
          int at = 2;
          for (CellColumn column : columns) {
            profile.unknown.put(column.label(), row.getLong(at));
            if (column.type().isDecimal()) {
              int whole = Math.max(1, row.getInt(at + 1));
              int spare = column.type() == CellType.SHARE ? 36 : NumberParsing.MOST_DIGITS;
              int scale = Math.max(0, Math.min(row.getInt(at + 2), spare - whole));
              profile.widths.put(column.alias(), new NumberParsing.Width(whole, scale));
            }
            String least = row.getString(at + 3);
            if (least != null) {
              profile.currencies.put(column.alias(), List.of(least, row.getString(at + 4)));
            }
            if (row.getLong(at + 5) > 0) {
              profile.unmapped.put(
                  column.label(), row.getString(at + 6) + " (" + row.getLong(at + 5) + " cells)");
            }
            at += 7;
          }
          return profile;
        });
    return profile;
  }
}
