package org.plumbline.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.plumbline.profile.Table.LeftOut;
import org.plumbline.records.files.Grid;

/** Finds the table in a sheet: the row of the names, the records, and what is no record. */
final class TableFinder {

  private static final int ROWS_ABOVE = 40;
  private static final int MOST_COLUMNS = 300;
  private static final int LONGEST_NAME = 200;
  private static final Pattern SUM =
      Pattern.compile(
          "(grand |sub|monthly |yearly )?-?(totals?|sum|average|avg|mean|ytd|year to date)\\b.*",
          Pattern.CASE_INSENSITIVE);

  private final Grid grid;
  private final List<String> notes = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  private TableFinder(Grid grid) {
    this.grid = grid;
  }

  /** The table, or nothing where there is no row of names with a row below it. */
  static Optional<Table> find(Grid grid) {
    return new TableFinder(grid).find();
  }

  private Optional<Table> find() {
    List<Grid.Row> rows = grid.rows();
    int usual = usualWidth(rows);
    for (int i = 0; i < Math.min(rows.size() - 1, ROWS_ABOVE); i++) {
      if (usual >= 2 && isHeader(rows.get(i), rows.get(i + 1), usual)) {
        return Optional.of(table(i, usual));
      }
    }
    return Optional.empty();
  }

  /** How many cells most rows have. */
  private static int usualWidth(List<Grid.Row> rows) {
    List<Integer> widths = rows.stream().map(TableFinder::width).sorted().toList();
    return widths.isEmpty() ? 0 : widths.get(widths.size() / 2);
  }

  private static int width(Grid.Row row) {
    return (int) row.cells().stream().filter(cell -> !cell.isEmpty()).count();
  }

  private static boolean isHeader(Grid.Row row, Grid.Row next, int usual) {
    Set<String> names = new HashSet<>();
    int filled = 0;
    for (String cell : row.cells()) {
      if (!cell.isEmpty()) {
        filled++;
        names.add(cell.toLowerCase(Locale.ROOT));
        if (!isName(cell)) {
          return false;
        }
      }
    }
    return filled >= 2
        && filled * 10 >= usual * 6
        && names.size() * 10 >= filled * 7
        && width(next) >= 1;
  }

  private static boolean isName(String cell) {
    return cell.length() <= LONGEST_NAME
        && cell.chars().anyMatch(Character::isLetter)
        && cell.charAt(0) != Grid.TYPED
        && Numeral.of(cell).isEmpty()
        && WrittenTime.of(cell).filter(time -> !time.isMonth()).isEmpty();
  }

  private Table table(int header, int usual) {
    Grid.Row names = grid.rows().get(header);
    List<String> columns = columns(names);
    List<Grid.Row> body = grid.rows().subList(header + 1, grid.rows().size());
    if (header > 0) {
      notes.add(
          "The names of the columns stand in row "
              + names.number()
              + "; "
              + (header == 1 ? "a row above it is" : header + " rows above it are")
              + " no part of the table.");
    }
    List<Grid.Row> records = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      if (!isLeftOut(body, i, names, columns, usual)) {
        records.add(body.get(i));
      }
    }
    long last = names.number();
    long blank = 0;
    for (Grid.Row row : body) {
      blank += Math.max(0, row.number() - last - 1);
      last = row.number();
    }
    if (!grid.sheet().isEmpty() && blank > 0) {
      notes.add(blank == 1 ? "A blank row is skipped." : blank + " blank rows are skipped.");
    }
    return new Table(grid.sheet(), names.number(), header == 0, columns, records, leftOut, notes);
  }

  private List<String> columns(Grid.Row header) {
    Map<String, Integer> counts = new HashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    header.cells().forEach(name -> counts.merge(name, 1, Integer::sum));
    List<String> columns = new ArrayList<>();
    for (String name : header.cells()) {
      boolean usable = !name.isEmpty() && columns.size() < MOST_COLUMNS && !Words.isUnseen(name);
      int number = seen.merge(name, 1, Integer::sum);
      columns.add(
          !usable ? "" : counts.getOrDefault(name, 1) == 1 ? name : name + " (" + number + ")");
    }
    return columns;
  }

  private boolean isLeftOut(
      List<Grid.Row> body, int index, Grid.Row header, List<String> columns, int usual) {
    Grid.Row row = body.get(index);
    int first = 0;
    while (first < row.cells().size() && row.cell(first).isEmpty()) {
      first++;
    }
    if (first >= columns.size() || columns.get(first).isEmpty()) {
      return false;
    }
    String text = row.cell(first);
    if (Words.isUnseen(text)) {
      return false;
    }
    if (row.cells().equals(header.cells())) {
      notes.add("Row " + row.number() + " repeats the names; it is no record.");
      leftOut.add(new LeftOut(row.number(), columns.get(first), text, false));
      return true;
    }
    boolean atEnd = index >= body.size() - 5;
    boolean short_ = width(row) * 2 <= usual + 1;
    if (SUM.matcher(text).matches() && (short_ || atEnd)) {
      notes.add("Row " + row.number() + " (" + Words.shown(text) + ") adds up; it is no record.");
      leftOut.add(new LeftOut(row.number(), columns.get(first), text, false));
      return true;
    }
    if (atEnd && width(row) == 1 && usual >= 3 && text.contains(" ")) {
      String beginning = text.substring(0, text.indexOf(' ') + 1).strip();
      notes.add("Row " + row.number() + " is a note below the table: " + Words.shown(text) + ".");
      leftOut.add(new LeftOut(row.number(), columns.get(first), beginning, true));
      return true;
    }
    return false;
  }
}
