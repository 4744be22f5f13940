package org.plumbline.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;
import org.plumbline.profile.Words;
import org.plumbline.records.Binding;
import org.plumbline.records.CaseKey;
import org.plumbline.records.files.Grid;

/** Reads the provider's own list of cases: a row for each case, with how it was counted. */
public final class CaseFile {

  private static final int ROWS_ABOVE = 40;
  private static final int MOST_TOLD = 25;
  private static final List<String> OUTCOMES =
      List.of("result", "outcome", "met", "status", "sla", "time", "timely", "compliant", "within");

  private final String file;
  private final Agreement agreement;
  private final Binding binding;
  private final Mapping.Cases mapping;
  private final MetricNames names;
  private final PeriodNames periods;
  private final Map<String, ReportedCase.Outcome> said = new LinkedHashMap<>();
  private final List<ReportedCase> cases = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> reasons = new LinkedHashSet<>();
  private final Set<String> unknown = new TreeSet<>();

  private CaseFile(
      String file, Agreement agreement, Binding binding, Mapping mapping, ReportingPeriod asked) {
    this.file = file;
    this.agreement = agreement;
    this.binding = binding;
    this.mapping = mapping.cases();
    this.names = new MetricNames(agreement, mapping.metrics());
    this.periods = new PeriodNames(agreement, asked);
    for (ReportedCase.Outcome outcome : ReportedCase.Outcome.values()) {
      this.mapping
          .outcomes()
          .forEach(
              (text, key) -> {
                if (outcome.key().equals(key)) {
                  said.put(MetricNames.plain(text), outcome);
                }
              });
    }
  }

  /**
   * Reads the cases.
   *
   * @param file the file as it was named
   * @param grids its sheets; the first in which cases are found is taken
   * @param binding whose headings are known as well
   * @param among the metrics that a list without names may be of: those of which figures are
   *     reported
   */
  public static Reported<ReportedCase> read(
      String file,
      List<Grid> grids,
      Agreement agreement,
      Binding binding,
      Mapping mapping,
      ReportingPeriod asked,
      Set<String> among) {
    CaseFile reading = new CaseFile(file, agreement, binding, mapping, asked);
    for (Grid grid : grids) {
      boolean meant =
          mapping.cases().sheet().isEmpty() || mapping.cases().sheet().get().equals(grid.sheet());
      if (meant && reading.sheet(grid, among)) {
        break;
      }
    }
    if (reading.cases.isEmpty() && reading.findings.isEmpty()) {
      reading.tell(
          FindingCode.REPORT_NOT_UNDERSTOOD,
          Place.of(file),
          "no row of headings was found with cases below it",
          "write the columns that name a case as the agreement does, and one that says how it was"
              + " counted; or say in a mapping what is what");
    }
    List<String> told = new ArrayList<>(reading.reasons);
    told.addAll(reading.periods.reasons());
    return new Reported<>(file, reading.cases, told, reading.findings);
  }

  private void tell(FindingCode code, Place place, String found, String right) {
    if (findings.size() < MOST_TOLD) {
      findings.add(Finding.of(code, place, found, right));
    }
  }

  private boolean sheet(Grid grid, Set<String> among) {
    for (int i = 0; i < Math.min(grid.rows().size() - 1, ROWS_ABOVE); i++) {
      if (table(Columns.below(grid.rows(), i), among)) {
        return true;
      }
    }
    return false;
  }

  private boolean table(Columns columns, Set<String> among) {
    OptionalInt metric = headed(columns, "metric");
    if (metric.isEmpty() && mapping.metric().isEmpty()) {
      Optional<Columns.Found> found = columns.most(cell -> names.of(cell).isPresent());
      if (found.isPresent()) {
        metric = OptionalInt.of(found.get().column());
        columns.take(found.get().column());
      }
    }
    Set<String> metrics = new LinkedHashSet<>(among);
    if (mapping.metric().isPresent()) {
      metrics = Set.of(mapping.metric().get());
    } else if (metric.isPresent()) {
      metrics = new LinkedHashSet<>();
      for (Grid.Row row : columns.body()) {
        names
            .of(row.cell(metric.getAsInt()))
            .map(MetricNames.Named::metric)
            .ifPresent(metrics::add);
      }
    }
    Map<String, List<Integer>> keys = new LinkedHashMap<>();
    for (String id : metrics) {
      key(columns, id).ifPresent(key -> keys.put(id, key));
    }
    if (keys.isEmpty()) {
      return false;
    }
    keys.values().forEach(key -> key.forEach(columns::take));
    if (metric.isEmpty() && keys.size() > 1) {
      tell(
          FindingCode.REPORT_NOT_UNDERSTOOD,
          columns.place(file, columns.header(), 0),
          "the list does not say which metric its cases are counted for",
          "say in a mapping: cases: {metric: ID}, one of " + String.join(", ", keys.keySet()));
      return true;
    }
    OptionalInt period = headed(columns, "period");
    if (period.isEmpty()) {
      List<Integer> saying =
          columns.saying(
              Words.MONTHS, i -> columns.cells(i, cell -> periods.of(cell).isPresent()).isMost());
      if (saying.size() == 1) {
        period = OptionalInt.of(saying.get(0));
        columns.take(saying.get(0));
      }
    }
    OptionalInt outcome = outcome(columns);
    if (outcome.isEmpty()) {
      tell(
          FindingCode.REPORT_NOT_UNDERSTOOD,
          columns.place(file, columns.header(), 0),
          "no column, or more than one, says how a case was counted",
          "say in a mapping: cases: {columns: {outcome: HEADING}, outcomes: {TEXT: met}}");
      return true;
    }
    told(columns, keys, outcome.getAsInt(), period);
    rows(columns, metric, keys, outcome.getAsInt(), period);
    return true;
  }

  private void told(
      Columns columns, Map<String, List<Integer>> keys, int outcome, OptionalInt period) {
    keys.forEach(
        (id, key) ->
            reasons.add(
                "Cases of "
                    + id
                    + " are known by "
                    + Words.and(
                        key.stream().map(column -> Words.shown(columns.heading(column))).toList())
                    + "."));
    reasons.add("How a case was counted is said by " + Words.shown(columns.heading(outcome)) + ".");
    period.ifPresent(
        column ->
            reasons.add(
                "The period in which it was counted is said by "
                    + Words.shown(columns.heading(column))
                    + "."));
  }

  private OptionalInt headed(Columns columns, String role) {
    String heading = mapping.columns().get(role);
    return heading == null ? OptionalInt.empty() : columns.headed(heading);
  }

  /** The columns of a case's key, by the names of the fields and the columns of the records. */
  private Optional<List<Integer>> key(Columns columns, String metric) {
    Metric term = agreement.metrics().get(metric);
    if (term == null) {
      return Optional.empty();
    }
    List<Integer> key = new ArrayList<>();
    for (String field : agreement.recordSet(term.records()).orElseThrow().caseKey()) {
      OptionalInt column = OptionalInt.empty();
      for (String heading : headings(term.records(), field)) {
        column = column.isPresent() ? column : position(columns, heading);
      }
      if (column.isEmpty()) {
        return Optional.empty();
      }
      key.add(column.getAsInt());
    }
    return Optional.of(key);
  }

  private List<String> headings(String set, String field) {
    List<String> headings = new ArrayList<>();
    Optional.ofNullable(mapping.columns().get(field)).ifPresent(headings::add);
    headings.add(field);
    Optional.ofNullable(binding.sets().get(set))
        .map(bound -> bound.columns().get(field))
        .ifPresent(headings::add);
    return headings;
  }

  private static OptionalInt position(Columns columns, String heading) {
    for (int i = 0; i < columns.count(); i++) {
      if (MetricNames.plain(columns.heading(i)).equals(MetricNames.plain(heading))) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private OptionalInt outcome(Columns columns) {
    if (mapping.columns().containsKey("outcome")) {
      return headed(columns, "outcome");
    }
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < columns.count(); i++) {
      if (columns.isFree(i) && columns.cells(i, cell -> outcome(cell).isPresent()).isMost()) {
        all.add(i);
      }
    }
    List<Integer> saying =
        all.stream().filter(i -> Words.says(columns.heading(i), OUTCOMES)).toList();
    List<Integer> one = saying.size() == 1 ? saying : all;
    return one.size() == 1 ? OptionalInt.of(one.get(0)) : OptionalInt.empty();
  }

  private Optional<ReportedCase.Outcome> outcome(String cell) {
    return Optional.ofNullable(said.get(MetricNames.plain(cell)))
        .or(() -> ReportedWords.outcome(cell));
  }

  private void rows(
      Columns columns,
      OptionalInt metric,
      Map<String, List<Integer>> keys,
      int outcome,
      OptionalInt period) {
    for (Grid.Row row : columns.body()) {
      String id =
          metric.isPresent()
              ? names.of(row.cell(metric.getAsInt())).map(MetricNames.Named::metric).orElse("")
              : keys.keySet().iterator().next();
      List<Integer> key = keys.get(id);
      if (key == null) {
        if (metric.isPresent() && unknown.add(row.cell(metric.getAsInt()))) {
          tell(
              FindingCode.REPORTED_OF_NOTHING,
              columns.place(file, row, metric.getAsInt()),
              Words.shown(row.cell(metric.getAsInt()))
                  + " is no metric whose cases can be told apart here",
              "say in a mapping which one it is");
        }
      } else if (key.stream().noneMatch(column -> row.cell(column).isEmpty())) {
        row(columns, row, id, key, outcome, period);
      }
    }
  }

  private void row(
      Columns columns,
      Grid.Row row,
      String metric,
      List<Integer> key,
      int outcome,
      OptionalInt period) {
    Optional<ReportedCase.Outcome> how = outcome(row.cell(outcome));
    if (how.isEmpty()) {
      tell(
          FindingCode.REPORTED_NOT_READ,
          columns.place(file, row, outcome),
          Words.shown(row.cell(outcome)) + " does not say how the case was counted",
          "write met or not met; or say in a mapping what it means: cases: {outcomes: {TEXT: met}}");
      return;
    }
    Optional<ReportingPeriod> of =
        period.isPresent() ? periods.of(row.cell(period.getAsInt())) : Optional.empty();
    if (period.isPresent() && of.isEmpty() && how.get().isCounted()) {
      tell(
          FindingCode.REPORTED_NOT_READ,
          columns.place(file, row, period.getAsInt()),
          Words.shown(row.cell(period.getAsInt())) + " is not understood as a period",
          "write it as 2026-01, January 2026, 2026-Q1 or FY2026-Q1");
      return;
    }
    cases.add(
        new ReportedCase(
            metric,
            CaseKey.of(key.stream().map(row::cell).toList()),
            of,
            how.get(),
            columns.place(file, row, key.get(0))));
  }
}
