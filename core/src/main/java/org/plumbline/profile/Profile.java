package org.plumbline.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a spreadsheet is: its table, its columns, and what its rows are.
 *
 * @param table the table
 * @param columns its columns; those without a name are left out
 * @param shape what its rows are
 * @param notes what was found about the whole
 */
public record Profile(Table table, List<ColumnProfile> columns, Shape shape, List<String> notes) {

  /** Copies the lists. */
  public Profile {
    columns = List.copyOf(columns);
    notes = List.copyOf(notes);
  }

  /** The column at a position. */
  public ColumnProfile column(int position) {
    return columns.stream()
        .filter(column -> column.position() == position)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no column " + position));
  }

  /** The column of a name as people write it, whatever its case. */
  public Optional<ColumnProfile> named(String name) {
    String line = Words.oneLine(name);
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .or(
            () ->
                columns.stream()
                    .filter(column -> Words.oneLine(column.name()).equalsIgnoreCase(line))
                    .findFirst());
  }

  /** The columns of a kind. */
  public List<ColumnProfile> of(ColumnProfile.Kind kind) {
    return columns.stream().filter(column -> column.is(kind)).toList();
  }

  /** The numbers of rows at these positions. */
  List<Long> rowNumbers(List<Integer> positions) {
    List<Long> numbers = new ArrayList<>();
    positions.forEach(position -> numbers.add(table.rows().get(position).number()));
    return numbers;
  }

  /** What the rows are, as one sentence. */
  public String reads() {
    return shape instanceof Shape.Cases
        ? "Each row is a case, with its dates side by side."
        : shape instanceof Shape.Log
            ? "Each row is an event: it says when a case came into a state."
            : shape instanceof Shape.Monthly
                ? "Each row is a month, with figures that were counted elsewhere."
                : "It is unclear what a row is.";
  }

  /** Everything worth knowing that is no part of a single answer, a sentence each. */
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>(table.notes());
    remarks.addAll(notes);
    for (ColumnProfile column : columns) {
      column.notes().forEach(note -> remarks.add(Words.shown(column.name()) + ": " + note));
    }
    return remarks;
  }
}
