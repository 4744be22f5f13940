package org.plumbline.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.profile.Words;
import org.plumbline.workbook.Cell;
import org.plumbline.workbook.NewWorkbook.NewSheet;

/**
 * A log that people keep in a workbook, an entry a row: found by its headings, read, made anew, or
 * entries added below its last one.
 *
 * @param kind its columns, in order
 * @param number the column that counts
 * @param title the column by which an entry is known
 * @param needed without these it is no such log
 */
record LogRows<E extends Enum<E> & LogColumn>(Class<E> kind, E number, E title, Set<E> needed) {

  /**
   * An entry.
   *
   * @param table where it stands
   * @param line the row
   * @param texts what stands in it
   */
  record Entry<E extends Enum<E>>(FormTable table, FormTable.Line line, Map<E, String> texts) {
    String text(E column) {
      return texts.getOrDefault(column, "");
    }
  }

  private Optional<Headings<E>> headings(FormTable table) {
    return Headings.find(
        table, kind, heading -> LogColumn.of(kind, heading), found -> found.containsAll(needed));
  }

  /** Where the log is; empty if no table is one. */
  Optional<FormTable> in(List<FormTable> form) {
    return form.stream().filter(table -> headings(table).isPresent()).findFirst();
  }

  /** Its entries: rows that have a title. */
  List<Entry<E>> entries(FormTable table) {
    List<Entry<E>> entries = new ArrayList<>();
    headings(table)
        .ifPresent(
            headings -> {
              for (FormTable.Line line : headings.below(table)) {
                Map<E, String> texts = new EnumMap<>(kind);
                headings.columns().forEach((column, at) -> texts.put(column, line.text(at)));
                if (!texts.getOrDefault(title, "").isEmpty() && !headings.repeats(line)) {
                  entries.add(new Entry<>(table, line, texts));
                }
              }
            });
    return entries;
  }

  /** What each heading was taken for. */
  List<Understood.Column> columns(FormTable table) {
    List<Understood.Column> told = new ArrayList<>();
    headings(table)
        .ifPresent(
            headings -> {
              for (int i = 0; i < headings.line().cells().size(); i++) {
                String heading = Words.oneLine(headings.line().text(i));
                int at = i;
                Optional<E> column =
                    headings.columns().entrySet().stream()
                        .filter(each -> each.getValue() == at)
                        .map(Map.Entry::getKey)
                        .findFirst();
                if (!heading.isEmpty()) {
                  told.add(
                      new Understood.Column(
                          heading,
                          column.map(each -> words(each.name())).orElse("not known; left out")));
                }
              }
            });
    return told;
  }

  private static String words(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  /** A log made anew. */
  NewSheet sheet(String name, List<Map<E, Cell>> rows) {
    List<String> headings = new ArrayList<>();
    List<Integer> widths = new ArrayList<>();
    for (E column : kind.getEnumConstants()) {
      headings.add(column.heading());
      widths.add(column.width());
    }
    List<List<Cell>> cells = new ArrayList<>();
    for (Map<E, Cell> each : rows) {
      List<Cell> row = new ArrayList<>();
      for (E column : kind.getEnumConstants()) {
        row.add(
            column == number
                ? Cell.number(BigDecimal.valueOf(cells.size() + 1L))
                : each.getOrDefault(column, Cell.EMPTY));
      }
      cells.add(row);
    }
    return new NewSheet(name, widths, headings, cells);
  }

  /**
   * Entries in a log that people keep: each below its last one, but for those that it has already.
   *
   * @param open what is left to people, and what to do about it; empty where nothing is
   * @return empty if no sheet of the form is such a log
   */
  Optional<Filled> into(List<Map<E, Cell>> rows, List<FormTable> form, List<String> open) {
    return form.stream()
        .filter(table -> table.isSheet() && headings(table).isPresent())
        .findFirst()
        .map(table -> fill(rows, table, headings(table).orElseThrow(), open));
  }

  private Filled fill(
      List<Map<E, Cell>> rows, FormTable table, Headings<E> headings, List<String> open) {
    List<String> titles = new ArrayList<>();
    int last = headings.line().number();
    for (FormTable.Line line : headings.below(table)) {
      String known = headings.text(line, title);
      if (!known.isEmpty()) {
        titles.add(known);
        last = line.number();
      }
    }
    SortedMap<Long, SortedMap<Integer, Cell>> cells = new TreeMap<>();
    List<String> told = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Map<E, Cell> entry : rows) {
      String name = entry.getOrDefault(title, Cell.EMPTY).text();
      if (titles.contains(name)) {
        told.add("there already: " + name);
        continue;
      }
      last++;
      SortedMap<Integer, Cell> row = new TreeMap<>();
      row.put(
          headings.column(number),
          Cell.number(BigDecimal.valueOf(last - headings.line().number())));
      entry.forEach(
          (column, cell) -> {
            if (headings.column(column) >= 0) {
              row.put(headings.column(column), cell);
            }
          });
      cells.put((long) last, row);
      told.add("row " + last + ": " + name);
    }
    if (!cells.isEmpty() && open.size() == 2) {
      String added = "rows " + cells.firstKey() + " to " + cells.lastKey();
      findings.add(
          Finding.of(
              FindingCode.HOLE_IN_FORM, table.place(), added + " " + open.get(0), open.get(1)));
    }
    return new Filled(Map.of(table.name(), cells), told, findings);
  }
}
