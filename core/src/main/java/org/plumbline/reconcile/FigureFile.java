package org.plumbline.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;
import org.plumbline.profile.Cells;
import org.plumbline.profile.Words;
import org.plumbline.records.files.Grid;

/**
 * Reads the provider's figures from a sheet: a row for each metric and period, months side by side
 * as columns, or a row for each month with metrics as columns. What each column is, is known by the
 * agreement's own names, by the cells and by the words of the headings, and is said; where two
 * readings are possible the file is refused.
 */
public final class FigureFile {

  private static final int ROWS_ABOVE = 40;
  private static final int MOST_ROWS = 100_000;

  private final String file;
  private final Agreement agreement;
  private final Mapping mapping;
  private final ReportingPeriod asked;
  private final MetricNames names;
  private final PeriodNames periods;
  private final FigureRows rows;
  private Optional<String> unknown = Optional.empty();

  private FigureFile(String file, Agreement agreement, Mapping mapping, ReportingPeriod asked) {
    this.file = file;
    this.agreement = agreement;
    this.mapping = mapping;
    this.asked = asked;
    this.names = new MetricNames(agreement, mapping.metrics());
    this.periods = new PeriodNames(agreement, asked);
    this.rows = new FigureRows(file, mapping, names, periods, asked);
  }

  /**
   * Reads the figures of the periods asked for.
   *
   * @param file the file as it was named
   * @param grids its sheets; the first in which figures are found is taken
   * @param asked months without a year are those of these days
   */
  public static Reported<ReportedFigure> read(
      String file, List<Grid> grids, Agreement agreement, Mapping mapping, ReportingPeriod asked) {
    Optional<FigureFile> nearest = Optional.empty();
    for (Grid grid : grids) {
      if (mapping.sheet().isEmpty() || mapping.sheet().get().equals(grid.sheet())) {
        FigureFile reading = new FigureFile(file, agreement, mapping, asked);
        if (reading.sheet(grid)) {
          if (grids.size() > 1) {
            reading
                .rows
                .reasons()
                .add("The figures stand on the sheet " + Words.shown(grid.sheet()) + ".");
          }
          return reading.done();
        }
        nearest = nearest.isPresent() ? nearest : Optional.of(reading);
      }
    }
    FigureFile reading = nearest.orElseGet(() -> new FigureFile(file, agreement, mapping, asked));
    if (reading.rows.findings().isEmpty()) {
      reading.rows.tell(
          FindingCode.REPORT_NOT_UNDERSTOOD,
          Place.of(file),
          mapping.sheet().isPresent() && nearest.isEmpty()
              ? "there is no sheet " + Words.shown(mapping.sheet().get())
              : reading.unknown.orElse(
                  "no row of headings was found with figures of this agreement's metrics below it"),
          "write a column with the metrics as the agreement names them, one with the period and one"
              + " with the figure; or say in a mapping what is what");
    }
    return reading.done();
  }

  private Reported<ReportedFigure> done() {
    List<String> told = new ArrayList<>(rows.reasons());
    told.addAll(periods.reasons());
    return new Reported<>(file, rows.figures(), told, rows.findings());
  }

  private boolean sheet(Grid grid) {
    if (grid.rows().size() > MOST_ROWS) {
      rows.tell(
          FindingCode.REPORT_NOT_UNDERSTOOD,
          Place.of(file),
          "it has " + grid.rows().size() + " rows, too many for a report of figures",
          "name the report with --reported; a list of cases is named with --cases");
      return false;
    }
    for (int i = 0; i < Math.min(grid.rows().size() - 1, ROWS_ABOVE); i++) {
      Grid.Row header = grid.rows().get(i);
      boolean words = header.cells().stream().anyMatch(cell -> Words.of(cell).size() > 0);
      if (words && filled(header) >= 2 && table(Columns.below(grid.rows(), i))) {
        return true;
      }
    }
    return false;
  }

  private static long filled(Grid.Row row) {
    return row.cells().stream().filter(cell -> !cell.isEmpty()).count();
  }

  /** Whether the rows below these headings are figures; if so, they are read. */
  private boolean table(Columns columns) {
    List<Integer> across = new ArrayList<>();
    for (int i = 0; i < columns.count(); i++) {
      if (periods.of(columns.heading(i)).isPresent()) {
        across.add(i);
        columns.take(i);
      }
    }
    List<String> told = new ArrayList<>();
    OptionalInt metric =
        column(columns, "metric", cell -> names.of(cell).isPresent(), "names metrics", told);
    Optional<MetricNames.Named> single =
        metric.isPresent() ? Optional.empty() : single(columns, told);
    OptionalInt each = each(columns);
    if (!across.isEmpty() && (metric.isPresent() || single.isPresent())) {
      rows.reasons().addAll(told);
      rows.across(columns, across, metric, single, each);
      return true;
    }
    OptionalInt period =
        column(columns, "period", cell -> periods.of(cell).isPresent(), "names periods", told);
    if (period.isPresent() && metric.isEmpty()) {
      Map<Integer, MetricNames.Named> headings = headings(columns);
      if (!headings.isEmpty()) {
        rows.reasons().addAll(told);
        rows.side(columns, period.getAsInt(), headings);
        return true;
      }
    }
    boolean named = metric.isPresent() || single.isPresent() && period.isPresent();
    if (named && (period.isPresent() || isOnePeriod())) {
      if (period.isEmpty()) {
        told.add(
            "The file names no period; its figures are taken for "
                + asked.name()
                + ", the only one asked for.");
      }
      rows.reasons().addAll(told);
      rows.down(columns, metric, single, period, each);
      return true;
    }
    return false;
  }

  private boolean isOnePeriod() {
    return asked.days() <= 31 || !asked.name().contains("..");
  }

  private OptionalInt column(
      Columns columns, String role, Predicate<String> kind, String does, List<String> told) {
    String heading = mapping.columns().get(role);
    if (heading != null) {
      return columns.headed(heading);
    }
    Optional<Columns.Found> found = columns.most(kind);
    if (found.isEmpty()) {
      return OptionalInt.empty();
    }
    int column = found.get().column();
    columns.take(column);
    told.add(
        "The column "
            + Words.shown(columns.heading(column))
            + " "
            + does
            + " in "
            + found.get().share().alike()
            + " of its "
            + Words.counted(found.get().share().filled(), "cell")
            + ".");
    return OptionalInt.of(column);
  }

  private Optional<MetricNames.Named> single(Columns columns, List<String> told) {
    if (mapping.metric().isPresent()) {
      return mapping.metric().map(id -> MetricNames.mapped(id, id));
    }
    Optional<Columns.Found> names = columns.most(this::isName);
    if (names.isPresent()) {
      int column = names.get().column();
      unknown =
          columns.body().stream()
              .map(row -> row.cell(column))
              .filter(this::isName)
              .findFirst()
              .map(
                  name ->
                      "under "
                          + Words.shown(columns.heading(column))
                          + " stand names that no metric has, such as "
                          + Words.shown(name));
      return Optional.empty();
    }
    if (agreement.metrics().size() == 1) {
      String only = agreement.metrics().keySet().iterator().next();
      told.add("The file names no metric; its figures are taken for " + only + ", the only one.");
      return Optional.of(new MetricNames.Named(only, only, Optional.empty(), ""));
    }
    return Optional.empty();
  }

  /** Whether a cell is a name of something: no figure, no period, no result. */
  private boolean isName(String cell) {
    return !ReportedValue.looksLikeOne(cell)
        && !Cells.isNothing(cell)
        && periods.of(cell).isEmpty()
        && ReportedWords.outcome(cell).isEmpty();
  }

  private OptionalInt each(Columns columns) {
    String heading = mapping.columns().get("each");
    if (heading != null) {
      return columns.headed(heading);
    }
    for (var metric : agreement.metrics().values()) {
      if (metric.each().isPresent()) {
        OptionalInt column = columns.headed(metric.each().get());
        if (column.isPresent()) {
          return column;
        }
      }
    }
    return OptionalInt.empty();
  }

  private Map<Integer, MetricNames.Named> headings(Columns columns) {
    Map<Integer, MetricNames.Named> headings = new LinkedHashMap<>();
    for (int i = 0; i < columns.count(); i++) {
      int column = i;
      if (columns.isFree(i)) {
        names.of(columns.heading(i)).ifPresent(named -> headings.put(column, named));
      }
    }
    return headings;
  }
}
