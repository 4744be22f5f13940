package org.plumbline.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;
import org.plumbline.profile.Cells;
import org.plumbline.profile.Numeral;
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
  private static final int MOST_TOLD = 25;

  private final String file;
  private final Agreement agreement;
  private final Mapping mapping;
  private final ReportingPeriod asked;
  private final MetricNames names;
  private final PeriodNames periods;
  private final List<ReportedFigure> figures = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> reasons = new LinkedHashSet<>();
  private Optional<String> unknown = Optional.empty();

  private FigureFile(String file, Agreement agreement, Mapping mapping, ReportingPeriod asked) {
    this.file = file;
    this.agreement = agreement;
    this.mapping = mapping;
    this.asked = asked;
    this.names = new MetricNames(agreement, mapping.metrics());
    this.periods = new PeriodNames(agreement, asked);
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
            reading.reasons.add(
                "The figures stand on the sheet " + Words.shown(grid.sheet()) + ".");
          }
          return reading.done();
        }
        nearest = nearest.isPresent() ? nearest : Optional.of(reading);
      }
    }
    FigureFile reading = nearest.orElseGet(() -> new FigureFile(file, agreement, mapping, asked));
    if (reading.findings.isEmpty()) {
      reading.tell(
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
    List<String> told = new ArrayList<>(reasons);
    told.addAll(periods.reasons());
    return new Reported<>(file, figures, told, findings);
  }

  private void tell(FindingCode code, Place place, String found, String right) {
    if (findings.size() < MOST_TOLD) {
      findings.add(Finding.of(code, place, found, right));
    }
  }

  private boolean sheet(Grid grid) {
    if (grid.rows().size() > MOST_ROWS) {
      tell(
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
      reasons.addAll(told);
      across(columns, across, metric, single, each);
      return true;
    }
    OptionalInt period =
        column(columns, "period", cell -> periods.of(cell).isPresent(), "names periods", told);
    if (period.isPresent() && metric.isEmpty()) {
      Map<Integer, MetricNames.Named> headings = headings(columns);
      if (!headings.isEmpty()) {
        reasons.addAll(told);
        side(columns, period.getAsInt(), headings);
        return true;
      }
    }
    boolean rows = metric.isPresent() || single.isPresent() && period.isPresent();
    if (rows && (period.isPresent() || isOnePeriod())) {
      if (period.isEmpty()) {
        told.add(
            "The file names no period; its figures are taken for "
                + asked.name()
                + ", the only one asked for.");
      }
      reasons.addAll(told);
      down(columns, metric, single, period, each);
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

  private void across(
      Columns columns,
      List<Integer> across,
      OptionalInt metric,
      Optional<MetricNames.Named> single,
      OptionalInt each) {
    for (Grid.Row row : columns.body()) {
      Optional<MetricNames.Named> named = named(columns, row, metric, single);
      if (named.isPresent()) {
        for (int column : across) {
          ReportingPeriod period = periods.of(columns.heading(column)).orElseThrow();
          Optional<String> unit = unit(metric.isPresent() ? row.cell(metric.getAsInt()) : "");
          figure(columns, row, column, named.get(), period, each, unit);
        }
      }
    }
  }

  private void side(Columns columns, int period, Map<Integer, MetricNames.Named> headings) {
    headings.values().forEach(named -> reason(named));
    for (Grid.Row row : columns.body()) {
      Optional<ReportingPeriod> of = period(columns, row, period);
      if (of.isPresent()) {
        headings.forEach(
            (column, named) ->
                figure(
                    columns,
                    row,
                    column,
                    named,
                    of.get(),
                    OptionalInt.empty(),
                    unit(columns.heading(column))));
      }
    }
  }

  private void down(
      Columns columns,
      OptionalInt metric,
      Optional<MetricNames.Named> single,
      OptionalInt period,
      OptionalInt each) {
    List<String> told = new ArrayList<>();
    FigureColumns found = FigureColumns.find(columns, mapping, told);
    reasons.addAll(told);
    if (!found.doubtful().isEmpty() || found.figure().isEmpty() && found.cases().isEmpty()) {
      tell(
          FindingCode.REPORT_NOT_UNDERSTOOD,
          columns.place(file, columns.header(), 0),
          found.doubtful().isEmpty()
              ? "no column holds figures"
              : "each of the columns "
                  + Words.and(
                      found.doubtful().stream()
                          .map(column -> Words.shown(columns.heading(column)))
                          .toList())
                  + " could be the figure",
          "say in a mapping which one it is: columns: {figure: HEADING}");
      return;
    }
    for (Grid.Row row : columns.body()) {
      Optional<MetricNames.Named> named = named(columns, row, metric, single);
      Optional<ReportingPeriod> of =
          named.isEmpty()
              ? Optional.empty()
              : period.isPresent() ? period(columns, row, period.getAsInt()) : Optional.of(asked);
      if (of.isPresent()) {
        row(columns, row, named.get(), of.get(), each, found);
      }
    }
  }

  private void row(
      Columns columns,
      Grid.Row row,
      MetricNames.Named named,
      ReportingPeriod period,
      OptionalInt each,
      FigureColumns found) {
    int at = found.figure().orElse(found.held().orElse(0));
    String text = found.figure().isPresent() ? row.cell(found.figure().getAsInt()) : "";
    Optional<Long> held = count(columns, row, found.held());
    Optional<Long> cases = count(columns, row, found.cases());
    if (text.isEmpty() && (held.isEmpty() || cases.isEmpty())) {
      return;
    }
    String heading = found.figure().isPresent() ? columns.heading(found.figure().getAsInt()) : "";
    figures.add(
        new ReportedFigure(
            named.name(),
            named.metric(),
            named.line(),
            each.isPresent() ? Optional.of(row.cell(each.getAsInt())) : Optional.empty(),
            period,
            text,
            mapping.unit().or(() -> unit(heading)),
            held,
            cases,
            found.result().isPresent()
                ? ReportedWords.met(row.cell(found.result().getAsInt()))
                : Optional.empty(),
            columns.place(file, row, at)));
  }

  private void figure(
      Columns columns,
      Grid.Row row,
      int column,
      MetricNames.Named named,
      ReportingPeriod period,
      OptionalInt each,
      Optional<String> unit) {
    String text = row.cell(column);
    if (!text.isEmpty()) {
      figures.add(
          new ReportedFigure(
              named.name(),
              named.metric(),
              named.line(),
              each.isPresent() ? Optional.of(row.cell(each.getAsInt())) : Optional.empty(),
              period,
              text,
              mapping.unit().or(() -> unit),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              columns.place(file, row, column)));
    }
  }

  private Optional<MetricNames.Named> named(
      Columns columns, Grid.Row row, OptionalInt metric, Optional<MetricNames.Named> single) {
    if (metric.isEmpty()) {
      return single;
    }
    String name = row.cell(metric.getAsInt());
    Optional<MetricNames.Named> named = names.of(name);
    if (named.isEmpty() && !name.isEmpty()) {
      tell(
          FindingCode.REPORTED_OF_NOTHING,
          columns.place(file, row, metric.getAsInt()),
          "no metric of the agreement is recognised in " + Words.shown(name),
          "say in a mapping which one it is: metrics: {\""
              + Words.oneLine(name).replace("\"", "'")
              + "\": ID}");
    }
    named.ifPresent(this::reason);
    return named;
  }

  private void reason(MetricNames.Named named) {
    if (!named.reason().isEmpty()) {
      reasons.add(named.reason());
    }
  }

  private Optional<ReportingPeriod> period(Columns columns, Grid.Row row, int column) {
    String text = row.cell(column);
    Optional<ReportingPeriod> period = periods.of(text);
    if (period.isEmpty() && !text.isEmpty()) {
      tell(
          FindingCode.REPORTED_OF_NOTHING,
          columns.place(file, row, column),
          Words.shown(text) + " is not understood as a period",
          "write it as 2026-01, January 2026, 2026-Q1 or FY2026-Q1");
    }
    return period;
  }

  private Optional<Long> count(Columns columns, Grid.Row row, OptionalInt column) {
    if (column.isEmpty() || Cells.isNothing(row.cell(column.getAsInt()))) {
      return Optional.empty();
    }
    String text = row.cell(column.getAsInt());
    Optional<Long> count =
        Numeral.of(text)
            .map(number -> number.value().stripTrailingZeros())
            .filter(number -> number.scale() <= 0 && number.signum() >= 0)
            .filter(number -> number.precision() - number.scale() <= 15)
            .map(number -> number.longValueExact());
    if (count.isEmpty()) {
      tell(
          FindingCode.REPORTED_NOT_READ,
          columns.place(file, row, column.getAsInt()),
          Words.shown(text) + " is no number of cases",
          "write a whole number");
    }
    return count;
  }

  /** The unit that a heading or a name says. */
  private static Optional<String> unit(String heading) {
    if (heading.contains("%") || Words.says(heading, List.of("percent", "pct"))) {
      return Optional.of("percent");
    }
    int open = heading.lastIndexOf('(');
    int close = heading.lastIndexOf(')');
    String inside = open >= 0 && close > open ? heading.substring(open + 1, close) : "";
    return ReportedValue.timeUnit(inside).map(unit -> unit.plural());
  }
}
