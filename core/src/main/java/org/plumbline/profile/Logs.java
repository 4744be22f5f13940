package org.plumbline.profile;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Precision;
import org.plumbline.records.files.Grid;

/** Finds out whether the rows of a table are events: a case, a time and a state in each. */
final class Logs {

  private static final int MOST_STATES = 40;

  private final Table table;
  private final List<ColumnProfile> columns;
  private final boolean byDate;

  private Logs(Table table, List<ColumnProfile> columns, boolean byDate) {
    this.table = table;
    this.columns = columns;
    this.byDate = byDate;
  }

  /** The log that the table is, if it is one. */
  static Optional<Shape.Log> find(Table table, List<ColumnProfile> columns) {
    return new Logs(table, columns, false).find();
  }

  /** Whether it would be a log if its events said a time of day. */
  static boolean lacksTimes(Table table, List<ColumnProfile> columns) {
    return new Logs(table, columns, true).find().isPresent();
  }

  private Optional<Shape.Log> find() {
    if (looksLikeCases()) {
      return Optional.empty();
    }
    List<ColumnProfile> keys =
        columns.stream()
            .filter(column -> column.time().isEmpty() && Keys.canName(column))
            .filter(column -> Words.says(column.name(), Words.KEYS))
            .filter(column -> column.distinct() >= 2)
            .filter(column -> table.rows().size() * 10L >= column.distinct() * 15)
            .toList();
    for (ColumnProfile key : keys) {
      List<List<Integer>> groups = groups(key.position());
      Optional<ColumnProfile> at =
          columns.stream().filter(each -> isWhen(each, groups)).findFirst();
      Optional<ColumnProfile> state =
          columns.stream()
              .filter(each -> isState(each, key, groups))
              .max(
                  Comparator.comparing(
                      (ColumnProfile each) -> Words.says(each.name(), Words.STATES)));
      if (at.isPresent() && state.isPresent()) {
        return Optional.of(log(key, at.get(), state.get(), groups));
      }
    }
    return Optional.empty();
  }

  /** A number of its own in each row, and dates side by side from a start to a stop. */
  private boolean looksLikeCases() {
    boolean unique =
        columns.stream()
            .anyMatch(
                column ->
                    column.time().isEmpty()
                        && column.distinct() == table.rows().size()
                        && Words.says(column.name(), Words.KEYS));
    return unique
        && columns.stream().filter(column -> column.time().isPresent()).count() >= 2
        && columns.stream()
            .anyMatch(each -> each.time().isPresent() && Words.says(each.name(), Words.STOPS));
  }

  private List<List<Integer>> groups(int key) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int row = 0; row < table.rows().size(); row++) {
      String cell = table.rows().get(row).cell(key);
      if (!cell.isEmpty()) {
        groups.computeIfAbsent(cell, each -> new ArrayList<>()).add(row);
      }
    }
    return List.copyOf(groups.values());
  }

  private boolean isWhen(ColumnProfile column, List<List<Integer>> groups) {
    return column.time().isPresent()
        && (byDate || column.time().get().precision() != Precision.DATE)
        && column.filled() * 100 >= table.rows().size() * 97L
        && changes(column.position(), groups);
  }

  private boolean isState(ColumnProfile column, ColumnProfile key, List<List<Integer>> groups) {
    return column.time().isEmpty()
        && column.position() != key.position()
        && column.field().type() == Field.Type.TEXT
        && column.distinct() >= 2
        && table.cells(column.position()).stream().noneMatch(Words::isUnseen)
        && column.distinct() <= (Words.says(column.name(), Words.STATES) ? MOST_STATES : 12)
        && changes(column.position(), groups);
  }

  /** Whether it says something else within most cases of more than one row. */
  private boolean changes(int column, List<List<Integer>> groups) {
    int several = 0;
    int changing = 0;
    for (List<Integer> group : groups) {
      if (group.size() > 1) {
        several++;
        Set<String> texts = new HashSet<>();
        group.forEach(row -> texts.add(table.rows().get(row).cell(column)));
        changing += texts.size() > 1 ? 1 : 0;
      }
    }
    return several > 0 && changing * 2 > several;
  }

  private Shape.Log log(
      ColumnProfile key, ColumnProfile at, ColumnProfile state, List<List<Integer>> groups) {
    Map<Integer, LocalDateTime> when = at.time().map(TimeColumn::values).orElse(Map.of());
    List<List<Integer>> trails = new ArrayList<>();
    Map<String, Long> first = new HashMap<>();
    for (List<Integer> group : groups) {
      List<Integer> trail = new ArrayList<>(group);
      trail.removeIf(row -> !when.containsKey(row));
      trail.sort(Comparator.comparing((Integer row) -> when.getOrDefault(row, LocalDateTime.MIN)));
      if (!trail.isEmpty()) {
        trails.add(trail);
        Grid.Row row = table.rows().get(trail.get(0));
        first.merge(row.cell(state.position()), 1L, Long::sum);
      }
    }
    Map<String, Long> states = Keys.counts(table.cells(state.position()));
    states.remove("");
    return new Shape.Log(
        key.position(),
        at.position(),
        state.position(),
        groups.size(),
        byFrequency(states),
        byFrequency(first),
        trails);
  }

  private static Map<String, Long> byFrequency(Map<String, Long> counts) {
    Map<String, Long> ordered = new LinkedHashMap<>();
    Collection<Map.Entry<String, Long>> entries = counts.entrySet();
    entries.stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    return ordered;
  }
}
