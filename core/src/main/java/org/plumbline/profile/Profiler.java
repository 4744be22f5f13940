package org.plumbline.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Field;
import org.plumbline.profile.ColumnProfile.Kind;
import org.plumbline.records.files.Grid;

/** Looks at the cells of a spreadsheet and says what they are, with a reason for each column. */
public final class Profiler {

  private final Table table;
  private final List<String> notes = new ArrayList<>();

  private Profiler(Table table) {
    this.table = table;
  }

  /**
   * Looks at a sheet.
   *
   * @param dayFirst whether the day stands before the month in dates of numbers, if somebody said
   *     so; else the cells decide
   * @return nothing, where there is no row of names with rows below it
   */
  public static Optional<Profile> profile(Grid grid, Optional<Boolean> dayFirst) {
    return TableFinder.find(grid)
        .filter(table -> !table.rows().isEmpty())
        .map(table -> new Profiler(table).profile(dayFirst));
  }

  private Profile profile(Optional<Boolean> dayFirst) {
    List<ColumnProfile> columns = columns(dayFirst);
    unnamed();
    for (Grid.Row row : table.rows()) {
      if (!row.fault().isEmpty() && notes.size() < 20) {
        notes.add("Row " + row.number() + ": " + row.fault() + ".");
      }
    }
    Optional<Shape.Monthly> monthly = Months.find(table, columns);
    if (monthly.isPresent()) {
      return new Profile(table, monthly(monthly.get(), columns), monthly.get(), notes);
    }
    Optional<Shape.Log> log = Logs.find(table, columns);
    if (log.isPresent()) {
      return new Profile(table, log(log.get(), columns), log.get(), notes);
    }
    return cases(columns);
  }

  private List<ColumnProfile> columns(Optional<Boolean> dayFirst) {
    Map<Integer, TimeEvidence> times = new LinkedHashMap<>();
    for (int i = 0; i < table.names().size(); i++) {
      if (!table.names().get(i).isEmpty()) {
        int position = i;
        TimeEvidence.of(table, i).ifPresent(evidence -> times.put(position, evidence));
      }
    }
    List<TimeEvidence> all = List.copyOf(times.values());
    List<ColumnProfile> columns = new ArrayList<>();
    for (int i = 0; i < table.names().size(); i++) {
      if (!table.names().get(i).isEmpty()) {
        columns.add(column(i, Optional.ofNullable(times.get(i)), all, dayFirst));
      }
    }
    return columns;
  }

  private ColumnProfile column(
      int position,
      Optional<TimeEvidence> evidence,
      List<TimeEvidence> all,
      Optional<Boolean> dayFirst) {
    String name = table.names().get(position);
    List<String> cells = table.cells(position);
    long filled = cells.stream().filter(cell -> !Cells.isNothing(cell)).count();
    long distinct = cells.stream().filter(cell -> !Cells.isNothing(cell)).distinct().count();
    FieldReading field = FieldReading.of(name, evidence.isPresent() ? List.of() : cells);
    if (evidence.isPresent()) {
      TimeColumn time =
          TimeColumn.of(table, evidence.get(), DayOrder.of(evidence.get(), all, dayFirst));
      return new ColumnProfile(
          position,
          name,
          Kind.MOMENT,
          time.reason(),
          Optional.of(time),
          field,
          false,
          distinct,
          filled,
          timeNotes(time));
    }
    Optional<String> personal = Personal.reason(name, cells);
    Kind kind = kind(cells, field, distinct, filled, personal.isPresent());
    String reason =
        kind == Kind.FREE_TEXT
            ? "It is prose, different in almost every row."
            : kind == Kind.NOT_READ && distinct > 1
                ? "Almost every row says something else, so nothing is counted by it."
                : personal.orElse(field.reason());
    return new ColumnProfile(
        position,
        name,
        kind,
        reason,
        Optional.empty(),
        field,
        personal.isPresent(),
        distinct,
        filled,
        List.of());
  }

  private static Kind kind(
      List<String> cells, FieldReading field, long distinct, long filled, boolean personal) {
    if (distinct <= 1) {
      return Kind.NOT_READ;
    }
    if (field.type() != Field.Type.TEXT || personal) {
      return Kind.FIELD;
    }
    boolean most = distinct * 2 > filled && distinct > 12;
    double length = cells.stream().mapToInt(String::length).average().orElse(0);
    return most && length > 30 ? Kind.FREE_TEXT : most ? Kind.NOT_READ : Kind.FIELD;
  }

  private List<String> timeNotes(TimeColumn time) {
    List<String> told = new ArrayList<>(time.notes());
    Set<String> mixed = new HashSet<>();
    time.notes().stream().filter(note -> note.startsWith("Day and month")).forEach(mixed::add);
    List<Long> rows = time.bad().stream().map(row -> table.rows().get(row).number()).toList();
    if (!rows.isEmpty() && mixed.isEmpty()) {
      told.add(
          "No date can be read in "
              + Words.rows(rows)
              + ": such a case counts as indeterminate until it is mended.");
    }
    return told;
  }

  private void unnamed() {
    for (int i = 0; i < table.names().size(); i++) {
      boolean filled = table.cells(i).stream().anyMatch(cell -> !cell.isEmpty());
      if (table.names().get(i).isEmpty() && filled) {
        notes.add("Column " + (i + 1) + " has no name that can be used; it is not read.");
      }
    }
  }

  /** Percentages that are not the quotient that stands beside them. */
  private void disagreeing(Shape.Ratio ratio, List<ColumnProfile> columns) {
    Map<Integer, ColumnProfile> at = new HashMap<>();
    columns.forEach(column -> at.put(column.position(), column));
    ColumnProfile of = Objects.requireNonNull(at.get(ratio.of()));
    ColumnProfile to = Objects.requireNonNull(at.get(ratio.to()));
    ColumnProfile shown = Objects.requireNonNull(at.get(ratio.shown().orElseThrow()));
    List<Long> rows =
        Months.disagreeing(shown, of.field().numbers(), to.field().numbers()).stream()
            .map(row -> table.rows().get(row).number())
            .toList();
    if (!rows.isEmpty()) {
      notes.add(
          "In "
              + Words.rows(rows)
              + " "
              + Words.shown(shown.name())
              + " is not what "
              + Words.shown(of.name())
              + " divided by "
              + Words.shown(to.name())
              + " gives. The counts are taken, not the percentage.");
    }
  }

  private List<ColumnProfile> monthly(Shape.Monthly monthly, List<ColumnProfile> columns) {
    monthly.ratios().stream()
        .filter(ratio -> ratio.shown().isPresent())
        .findFirst()
        .ifPresent(ratio -> disagreeing(ratio, columns));
    List<ColumnProfile> told = new ArrayList<>();
    for (ColumnProfile column : columns) {
      int position = column.position();
      if (position == monthly.month()) {
        told.add(column.as(Kind.PERIOD, "Each row is a month. " + column.reason()));
      } else if (monthly.figures().contains(position)) {
        told.add(column.as(Kind.FIGURE, figureReason(monthly, column)));
      } else if (column.time().isPresent()) {
        told.add(column.as(Kind.NOT_READ, "A row is a month here, not a case with dates."));
      } else if (monthly.group().filter(group -> group == position).isPresent()) {
        told.add(column.as(Kind.KEY, "It parts each month into rows."));
      } else {
        told.add(column);
      }
    }
    return told;
  }

  private static String figureReason(Shape.Monthly monthly, ColumnProfile column) {
    return monthly.ratios().stream()
        .filter(ratio -> ratio.of() == column.position() || ratio.to() == column.position())
        .findFirst()
        .map(Shape.Ratio::reason)
        .orElse(column.field().reason());
  }

  private List<ColumnProfile> log(Shape.Log log, List<ColumnProfile> columns) {
    List<ColumnProfile> told = new ArrayList<>();
    for (ColumnProfile column : columns) {
      int position = column.position();
      if (position == log.key()) {
        String rows = Words.counted(table.rows().size(), "row");
        told.add(
            column.as(
                Kind.KEY,
                rows + " of " + Words.counted(log.cases(), "case") + ": each has a trail."));
      } else if (position == log.at()) {
        told.add(column.as(Kind.MOMENT, "It says when each event was. " + column.reason()));
      } else if (position == log.state()) {
        told.add(
            column.as(
                Kind.STATE,
                Words.counted(log.states().size(), "state") + ", which change along a trail."));
      } else {
        told.add(column);
      }
    }
    return told;
  }

  private Profile cases(List<ColumnProfile> columns) {
    List<ColumnProfile> moments =
        columns.stream().filter(column -> column.time().isPresent()).toList();
    if (moments.size() < 2) {
      return new Profile(table, columns, unclear(moments.size(), columns), notes);
    }
    Optional<Keys> keys = Keys.find(table, columns);
    if (keys.isEmpty()) {
      return new Profile(
          table,
          columns,
          new Shape.Unclear(
              "no column tells one case from another",
              "Add a column with a number of its own for each row"),
          notes);
    }
    notes.addAll(keys.get().notes());
    List<ColumnProfile> told = new ArrayList<>();
    for (ColumnProfile column : columns) {
      told.add(
          keys.get().columns().contains(column.position())
              ? column.as(
                  Kind.KEY,
                  keys.get().columns().get(0) == column.position()
                      ? keys.get().reason()
                      : "It makes the key whole.")
              : column);
    }
    Shape.Cases cases =
        new Shape.Cases(keys.get().columns(), keys.get().reason(), inOrder(moments));
    return new Profile(table, told, cases, notes);
  }

  private Shape unclear(int moments, List<ColumnProfile> columns) {
    if (Logs.lacksTimes(table, columns)) {
      return new Shape.Unclear(
          "each row is an event, and says the day only",
          "Export the time of each event, not its date alone");
    }
    if (Months.sideBySide(table.names()) >= 3) {
      return new Shape.Unclear(
          "the months stand side by side, one in each column",
          "Put them one below another: copy, then paste special, transpose");
    }
    return new Shape.Unclear(
        moments == 0
            ? "no column holds dates"
            : "only one column holds dates, so nothing says from when until when",
        "Export the dates between which time counts, a row a case; or a row an event, with number,"
            + " time and state; or a row a month, with its figures");
  }

  /** Moments in the order in which they usually follow one another within a row. */
  private List<Integer> inOrder(List<ColumnProfile> moments) {
    Map<Integer, Double> places = new HashMap<>();
    for (ColumnProfile one : moments) {
      long after = 0;
      long both = 0;
      for (ColumnProfile other : moments) {
        for (var entry : one.time().orElseThrow().values().entrySet()) {
          var value = other.time().orElseThrow().values().get(entry.getKey());
          if (value != null && one != other) {
            both += 2;
            int compared = entry.getValue().compareTo(value);
            after += compared > 0 ? 2 : compared == 0 ? 1 : 0;
          }
        }
      }
      places.put(one.position(), both == 0 ? 0.5 : (double) after / both);
    }
    return moments.stream()
        .map(ColumnProfile::position)
        .sorted(
            java.util.Comparator.comparing((Integer position) -> places.getOrDefault(position, 0.0))
                .thenComparing(position -> position))
        .toList();
  }
}
