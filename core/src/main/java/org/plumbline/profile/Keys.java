package org.plumbline.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Field;
import org.plumbline.records.files.Grid;

/**
 * The columns that tell one case from another in a table of one row a case.
 *
 * @param columns their positions
 * @param reason why, as one sentence
 * @param notes rows that share a key, or have none
 */
record Keys(List<Integer> columns, String reason, List<String> notes) {

  private static final int MOST_CANDIDATES = 12;

  /** Finds them; nothing where no column can. */
  static Optional<Keys> find(Table table, List<ColumnProfile> columns) {
    List<ColumnProfile> candidates = candidates(table, columns);
    int rows = table.rows().size();
    for (ColumnProfile column : candidates) {
      if (column.distinct() == rows) {
        return Optional.of(
            new Keys(
                List.of(column.position()),
                Words.counted(rows, "different text") + " in as many rows.",
                List.of()));
      }
    }
    Optional<ColumnProfile> best =
        candidates.stream().filter(column -> column.distinct() * 10 >= rows * 4L).findFirst();
    return best.map(column -> withOthers(table, column, candidates));
  }

  /** The keys that somebody named. */
  static Keys of(Table table, List<Integer> columns) {
    Map<List<String>, List<Integer>> groups = groups(table, columns);
    return new Keys(
        columns,
        groups.size() + " different in " + table.rows().size() + " rows.",
        told(table, columns));
  }

  private static Keys withOthers(
      Table table, ColumnProfile column, List<ColumnProfile> candidates) {
    int rows = table.rows().size();
    for (ColumnProfile other : candidates) {
      List<Integer> both = List.of(column.position(), other.position());
      if (other != column && groups(table, both).size() == rows) {
        return new Keys(
            both,
            "It repeats in "
                + Words.counted(rows - column.distinct(), "row")
                + "; together with "
                + Words.shown(other.name())
                + " it does not.",
            List.of());
      }
    }
    return new Keys(
        List.of(column.position()),
        Words.counted(column.distinct(), "different text")
            + " in "
            + Words.counted(rows, "row")
            + ", more than in any other column.",
        told(table, List.of(column.position())));
  }

  private static List<ColumnProfile> candidates(Table table, List<ColumnProfile> columns) {
    int rows = table.rows().size();
    return columns.stream()
        .filter(column -> column.time().isEmpty() && column.filled() * 100 >= rows * 97L)
        .filter(Keys::canName)
        .sorted(
            Comparator.comparing((ColumnProfile column) -> !Words.says(column.name(), Words.KEYS))
                .thenComparing(ColumnProfile::position))
        .limit(MOST_CANDIDATES)
        .toList();
  }

  /** Whether its cells can name something: words, or whole numbers. */
  static boolean canName(ColumnProfile column) {
    Field.Type type = column.field().type();
    boolean whole =
        column.field().numbers().values().stream().allMatch(number -> number.scale() <= 0);
    return column.kind() != ColumnProfile.Kind.FREE_TEXT
        && (type == Field.Type.TEXT || (type == Field.Type.NUMBER && whole));
  }

  private static Map<List<String>, List<Integer>> groups(Table table, List<Integer> columns) {
    Map<List<String>, List<Integer>> groups = new LinkedHashMap<>();
    for (int row = 0; row < table.rows().size(); row++) {
      Grid.Row cells = table.rows().get(row);
      List<String> key = columns.stream().map(cells::cell).toList();
      groups.computeIfAbsent(key, each -> new ArrayList<>()).add(row);
    }
    return groups;
  }

  private static List<String> told(Table table, List<Integer> columns) {
    List<String> notes = new ArrayList<>();
    Map<List<String>, List<Integer>> groups = groups(table, columns);
    Set<List<String>> seen = new HashSet<>();
    int more = 0;
    for (Map.Entry<List<String>, List<Integer>> group : groups.entrySet()) {
      String key = String.join(" / ", group.getKey()).strip();
      List<Long> rows =
          group.getValue().stream().map(row -> table.rows().get(row).number()).toList();
      if (key.replace("/", "").isBlank()) {
        notes.add("No case is named in " + Words.rows(rows) + ".");
      } else if (rows.size() > 1 && seen.size() < 5) {
        seen.add(group.getKey());
        boolean same = same(table, group.getValue());
        notes.add(
            Words.shown(key)
                + " stands in "
                + Words.rows(rows)
                + (same ? ", the same in every cell." : ", not the same in every cell.")
                + " One case stands in one row: such a case counts as indeterminate.");
      } else if (rows.size() > 1) {
        more++;
      }
    }
    if (more > 0) {
      notes.add(Words.counted(more, "more key") + " likewise.");
    }
    return notes;
  }

  private static boolean same(Table table, List<Integer> rows) {
    Set<List<String>> different = new HashSet<>();
    rows.forEach(row -> different.add(table.rows().get(row).cells()));
    return different.size() == 1;
  }

  /** How often each text of a column stands there. */
  static Map<String, Long> counts(List<String> cells) {
    Map<String, Long> counts = new HashMap<>();
    cells.forEach(cell -> counts.merge(cell, 1L, Long::sum));
    return counts;
  }
}
