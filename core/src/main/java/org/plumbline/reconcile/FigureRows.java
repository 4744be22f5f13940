package org.plumbline.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;
import org.plumbline.profile.Cells;
import org.plumbline.profile.Numeral;
import org.plumbline.profile.Words;
import org.plumbline.records.files.Grid;

/** Makes figures of the rows of a table, once it is known what its columns are. */
final class FigureRows {

  private static final int MOST_TOLD = 25;

  private final String file;
  private final Mapping mapping;
  private final MetricNames names;
  private final PeriodNames periods;
  private final ReportingPeriod asked;
  private final List<ReportedFigure> figures = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> reasons = new LinkedHashSet<>();

  FigureRows(
      String file, Mapping mapping, MetricNames names, PeriodNames periods, ReportingPeriod asked) {
    this.file = file;
    this.mapping = mapping;
    this.names = names;
    this.periods = periods;
    this.asked = asked;
  }

  List<ReportedFigure> figures() {
    return figures;
  }

  List<Finding> findings() {
    return findings;
  }

  /** Sentences on what was taken for what; more may be added. */
  Set<String> reasons() {
    return reasons;
  }

  void tell(FindingCode code, Place place, String found, String right) {
    if (findings.size() < MOST_TOLD) {
      findings.add(Finding.of(code, place, found, right));
    }
  }

  void across(
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

  void side(Columns columns, int period, Map<Integer, MetricNames.Named> headings) {
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

  void down(
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
