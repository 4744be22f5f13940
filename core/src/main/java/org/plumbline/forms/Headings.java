package org.plumbline.forms;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The row of headings of a table, by what they mean.
 *
 * @param at which of the table's lines it is, from 0
 * @param columns where each meaning stands, from 0
 * @param line the row
 * @param <E> what a column can mean
 */
record Headings<E extends Enum<E>>(int at, Map<E, Integer> columns, FormTable.Line line) {

  private static final int ROWS_ABOVE = 40;
  private static final int LONGEST = 80;

  /**
   * Finds the row with most headings that are known.
   *
   * @param enough whether these make a table of this kind
   */
  static <E extends Enum<E>> Optional<Headings<E>> find(
      FormTable table,
      Class<E> kind,
      Function<String, Optional<E>> meaning,
      Predicate<Set<E>> enough) {
    Optional<Headings<E>> best = Optional.empty();
    List<FormTable.Line> lines = table.lines();
    for (int i = 0; i < Math.min(lines.size(), ROWS_ABOVE); i++) {
      Map<E, Integer> found = new EnumMap<>(kind);
      for (int column = 0; column < lines.get(i).cells().size(); column++) {
        int place = column;
        String heading = plain(lines.get(i).text(column));
        if (!heading.isEmpty() && heading.length() <= LONGEST) {
          meaning.apply(heading).ifPresent(known -> found.putIfAbsent(known, place));
        }
      }
      if (enough.test(found.keySet())
          && (best.isEmpty() || best.get().columns().size() < found.size())) {
        best = Optional.of(new Headings<>(i, found, lines.get(i)));
      }
    }
    return best;
  }

  /** A heading in lower case, on one line, without what stands in parentheses or is a mark. */
  static String plain(String heading) {
    return heading
        .replaceAll("\\([^)]*\\)", " ")
        .replaceAll("[*:]+", " ")
        .replaceAll("\\s+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** The lines below. */
  List<FormTable.Line> below(FormTable table) {
    return table.lines().subList(at + 1, table.lines().size());
  }

  /** The text under a heading; empty if there is no such column. */
  String text(FormTable.Line of, E meaning) {
    Integer column = columns.get(meaning);
    return column == null ? "" : of.text(column);
  }

  /** Where a meaning stands; -1 if nowhere. */
  int column(E meaning) {
    return columns.getOrDefault(meaning, -1);
  }

  /** Whether a line repeats the headings, as a table does on each page. */
  boolean repeats(FormTable.Line other) {
    return columns.values().stream()
        .allMatch(column -> other.text(column).equals(line.text(column)));
  }
}
