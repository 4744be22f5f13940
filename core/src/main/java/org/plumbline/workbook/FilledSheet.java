package org.plumbline.workbook;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The XML of a sheet in which cells are filled in and nothing else changes. */
final class FilledSheet {

  private static final Pattern ROW =
      Pattern.compile("<row\\b([^>]*?)(/>|>(.*?)</row>)", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("\\br=\"(\\d+)\"");
  private static final Pattern CELL =
      Pattern.compile("<c\\b([^>]*?)(?:/>|>.*?</c>)", Pattern.DOTALL);
  private static final Pattern REFERENCE = Pattern.compile("\\br=\"([A-Z]+)\\d+\"");
  private static final Pattern FORMULA =
      Pattern.compile("<f\\b[^>]*?(?:/>|>.*?</f>)", Pattern.DOTALL);
  private static final Pattern STYLE = Pattern.compile("\\bs=\"(\\d+)\"");

  private final String sheet;
  private final WorkbookParts parts;

  FilledSheet(String sheet, WorkbookParts parts) {
    this.sheet = sheet;
    this.parts = parts;
  }

  /** The XML with these cells, by row, from 1, and column, from 0. */
  String with(SortedMap<Long, SortedMap<Integer, Cell>> cells) {
    SortedMap<Long, SortedMap<Integer, Cell>> left = new TreeMap<>(cells);
    StringBuilder text = new StringBuilder();
    Matcher rows = ROW.matcher(sheet);
    Map<Integer, String> styles = Map.of();
    String attributes = "";
    int at = 0;
    while (rows.find()) {
      Matcher number = NUMBER.matcher(rows.group(1));
      long row = number.find() ? Long.parseLong(number.group(1)) : -1;
      text.append(sheet, at, rows.start());
      while (row > 0 && !left.isEmpty() && left.firstKey() < row) {
        text.append(added(left.firstKey(), attributes, styles, left));
      }
      SortedMap<Integer, Cell> ours = left.remove(row);
      String body = Optional.ofNullable(rows.group(3)).orElse("");
      text.append(
          ours == null ? rows.group() : row(rows.group(1), filled(body, row, ours, Map.of())));
      styles = styles(body);
      attributes = rows.group(1);
      at = rows.end();
    }
    String rest = sheet.substring(at);
    if (at == 0) {
      int data = rest.indexOf("<sheetData");
      int end = rest.indexOf('>', data) + 1;
      boolean closed = rest.charAt(end - 2) == '/';
      text.append(rest, 0, data).append("<sheetData>");
      rest = (closed ? "</sheetData>" : "") + rest.substring(end);
    }
    while (!left.isEmpty()) {
      text.append(added(left.firstKey(), attributes, styles, left));
    }
    return text.append(rest).toString();
  }

  /** A row that was not there, in the manner of the one before it. */
  private String added(
      long row,
      String like,
      Map<Integer, String> styles,
      SortedMap<Long, SortedMap<Integer, Cell>> left) {
    StringBuilder blank = new StringBuilder();
    styles.forEach(
        (column, style) ->
            blank.append(
                "<c r=\"" + FilledWorkbook.column(column) + row + "\" s=\"" + style + "\"/>"));
    SortedMap<Integer, Cell> ours = left.remove(row);
    String attributes = NUMBER.matcher(like).replaceFirst("r=\"" + row + "\"");
    String named = like.isEmpty() ? " r=\"" + row + "\"" : attributes;
    return row(named, filled(blank.toString(), row, ours == null ? new TreeMap<>() : ours, styles));
  }

  private static String row(String attributes, String body) {
    // What columns a row spans is a hint, and no longer true.
    return "<row" + attributes.replaceAll("\\sspans=\"[^\"]*\"", "") + ">" + body + "</row>";
  }

  private static Map<Integer, String> styles(String body) {
    Map<Integer, String> styles = new LinkedHashMap<>();
    Matcher cells = CELL.matcher(body);
    while (cells.find()) {
      Matcher reference = REFERENCE.matcher(cells.group(1));
      Matcher style = STYLE.matcher(cells.group(1));
      if (reference.find() && style.find()) {
        styles.put(index(reference.group(1)), style.group(1));
      }
    }
    return styles;
  }

  private String filled(
      String body, long row, SortedMap<Integer, Cell> ours, Map<Integer, String> styles) {
    SortedMap<Integer, Cell> left = new TreeMap<>(ours);
    StringBuilder text = new StringBuilder();
    Matcher cells = CELL.matcher(body);
    int at = 0;
    while (cells.find()) {
      Matcher reference = REFERENCE.matcher(cells.group(1));
      int column = reference.find() ? index(reference.group(1)) : -1;
      text.append(body, at, cells.start());
      while (column >= 0 && !left.isEmpty() && left.firstKey() < column) {
        int next = left.firstKey();
        text.append(cell(next, row, String.valueOf(styles.get(next)), left.remove(next)));
      }
      Cell own = left.remove(column);
      Matcher style = STYLE.matcher(cells.group(1));
      Matcher formula = FORMULA.matcher(cells.group());
      String look = style.find() ? style.group(1) : "null";
      text.append(
          own == null
              ? cells.group()
              : formula.find()
                  ? computed(column, row, look, formula.group(), own)
                  : cell(column, row, look, own));
      at = cells.end();
    }
    int tail = at;
    left.forEach((column, own) -> text.append(cell(column, row, "null", own)));
    return text.append(body, tail, body.length()).toString();
  }

  private String cell(int column, long row, String style, @Nullable Cell cell) {
    String styled = style.equals("null") ? "" : " s=\"" + style + "\"";
    String head = "<c r=\"" + FilledWorkbook.column(column) + row + "\"" + styled;
    if (cell == null || cell.isEmpty()) {
      return head + "/>";
    }
    boolean date =
        cell.kind() == Cell.Kind.MOMENT
            && cell.text().matches("\\d{4}-\\d{2}-\\d{2}")
            && !styled.isEmpty()
            && parts.isDate(WorkbookParts.whole(style));
    if (cell.kind() == Cell.Kind.NUMBER) {
      return head + "><v>" + cell.text() + "</v></c>";
    }
    if (date) {
      LocalDate first = parts.from1904() ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
      return head
          + "><v>"
          + ChronoUnit.DAYS.between(first, LocalDate.parse(cell.text()))
          + "</v></c>";
    }
    return head
        + " t=\"inlineStr\"><is><t xml:space=\"preserve\">"
        + XmlText.of(cell.text())
        + "</t></is></c>";
  }

  /** A formula stays, with the value that it will have. */
  private static String computed(int column, long row, String style, String formula, Cell value) {
    String styled = style.equals("null") ? "" : " s=\"" + style + "\"";
    String type = value.kind() == Cell.Kind.NUMBER ? "" : " t=\"str\"";
    return "<c r=\""
        + FilledWorkbook.column(column)
        + row
        + "\""
        + styled
        + type
        + ">"
        + formula
        + "<v>"
        + XmlText.of(value.text())
        + "</v></c>";
  }

  private static int index(String letters) {
    int index = 0;
    for (int i = 0; i < letters.length(); i++) {
      index = index * 26 + (letters.charAt(i) - 'A' + 1);
    }
    return index - 1;
  }
}
