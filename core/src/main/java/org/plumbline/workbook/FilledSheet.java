package org.plumbline.workbook;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The XML of a sheet in which cells are filled in and nothing else changes; a row that is added
 * looks like the one above it, and computes what that one does.
 */
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

  private final String name;
  private final String sheet;
  private final WorkbookParts parts;
  private final SharedFormulas shared;
  private final SortedSet<Long> grown = new TreeSet<>();
  private final Set<Integer> held = new HashSet<>();
  private final Set<Integer> written = new HashSet<>();
  private int first = Integer.MAX_VALUE;
  private int last = -1;

  FilledSheet(String name, String sheet, WorkbookParts parts) {
    this.name = name;
    this.sheet = sheet;
    this.parts = parts;
    shared = new SharedFormulas(sheet);
  }

  /** What it holds that it did not before it was filled. */
  Growth growth() {
    Set<Integer> columns = new HashSet<>(written);
    columns.removeAll(held);
    return new Growth(name, grown, columns, first, last);
  }

  /** The XML with these cells, by row, from 1, and column, from 0. */
  String with(SortedMap<Long, SortedMap<Integer, Cell>> cells) {
    SortedMap<Long, SortedMap<Integer, Cell>> left = new TreeMap<>(cells);
    cells.values().forEach(row -> written.addAll(row.keySet()));
    StringBuilder text = new StringBuilder();
    Matcher rows = ROW.matcher(sheet);
    Above above = new Above(0, "", "");
    int at = 0;
    while (rows.find()) {
      Matcher number = NUMBER.matcher(rows.group(1));
      long row = number.find() ? Long.parseLong(number.group(1)) : -1;
      text.append(sheet, at, rows.start());
      while (row > 0 && !left.isEmpty() && left.firstKey() < row) {
        text.append(added(left.firstKey(), above, left));
      }
      SortedMap<Integer, Cell> ours = left.remove(row);
      String body = Optional.ofNullable(rows.group(3)).orElse("");
      text.append(ours == null ? rows.group() : there(rows.group(1), body, row, ours));
      hold(body);
      above = new Above(row, rows.group(1), body);
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
      text.append(added(left.firstKey(), above, left));
    }
    return text.append(rest).toString();
  }

  /** A row of the sheet, as it was. */
  private record Above(long row, String attributes, String body) {}

  /** A row that was there, free or not. */
  private String there(String attributes, String body, long row, SortedMap<Integer, Cell> ours) {
    String filled = filled(body, row, ours, Map.of());
    if (CELL.matcher(body).results().noneMatch(cell -> holds(cell.group()))) {
      grow(row, filled);
    }
    return row(attributes, filled);
  }

  private void grow(long row, String body) {
    grown.add(row);
    for (MatchResult cell : CELL.matcher(body).results().toList()) {
      Matcher reference = REFERENCE.matcher(cell.group(1));
      if (reference.find()) {
        int column = FilledWorkbook.index(reference.group(1));
        first = Math.min(first, column);
        last = Math.max(last, column);
      }
    }
  }

  /** Whether somebody wrote something into a cell; what a formula gives is no such thing. */
  private static boolean holds(String cell) {
    return !cell.contains("<f")
        && (cell.contains("<is>") || cell.contains("<v>") && !cell.contains("<v></v>"));
  }

  private void hold(String body) {
    for (MatchResult cell : CELL.matcher(body).results().toList()) {
      Matcher reference = REFERENCE.matcher(cell.group(1));
      if (holds(cell.group()) && reference.find()) {
        held.add(FilledWorkbook.index(reference.group(1)));
      }
    }
  }

  /** A row that was not there, in the manner of the one before it. */
  private String added(long row, Above above, SortedMap<Long, SortedMap<Integer, Cell>> left) {
    StringBuilder blank = new StringBuilder();
    Map<Integer, String> styles = new LinkedHashMap<>();
    for (MatchResult cell : CELL.matcher(above.body()).results().toList()) {
      Matcher reference = REFERENCE.matcher(cell.group(1));
      Matcher style = STYLE.matcher(cell.group(1));
      if (reference.find()) {
        String column = reference.group(1);
        String look = "";
        if (style.find()) {
          styles.put(FilledWorkbook.index(column), style.group(1));
          look = " s=\"" + style.group(1) + "\"";
        }
        String head = "<c r=\"" + column + row + "\"" + look;
        Optional<String> formula = shared.below(cell.group(), column, above.row(), row);
        if (formula.isPresent()) {
          blank.append(head + "><f>" + XmlText.between(formula.get()) + "</f></c>");
        } else if (!look.isEmpty()) {
          blank.append(head + "/>");
        }
      }
    }
    SortedMap<Integer, Cell> ours = left.remove(row);
    String attributes = NUMBER.matcher(above.attributes()).replaceFirst("r=\"" + row + "\"");
    String named = above.attributes().isEmpty() ? " r=\"" + row + "\"" : attributes;
    String body = filled(blank.toString(), row, ours == null ? new TreeMap<>() : ours, styles);
    grow(row, body);
    return row(named, body);
  }

  private static String row(String attributes, String body) {
    // What columns a row spans is a hint, and no longer true.
    return "<row" + attributes.replaceAll("\\sspans=\"[^\"]*\"", "") + ">" + body + "</row>";
  }

  private String filled(
      String body, long row, SortedMap<Integer, Cell> ours, Map<Integer, String> styles) {
    SortedMap<Integer, Cell> left = new TreeMap<>(ours);
    StringBuilder text = new StringBuilder();
    Matcher cells = CELL.matcher(body);
    int at = 0;
    while (cells.find()) {
      Matcher reference = REFERENCE.matcher(cells.group(1));
      int column = reference.find() ? FilledWorkbook.index(reference.group(1)) : -1;
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
}
