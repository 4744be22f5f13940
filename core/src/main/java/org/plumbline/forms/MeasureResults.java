package org.plumbline.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.catalog.Catalog;
import org.plumbline.catalog.Column;
import org.plumbline.catalog.Measure;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.Wording;
import org.plumbline.workbook.Cell;
import org.plumbline.workbook.NewWorkbook.NewSheet;

/**
 * Results by the measures that metrics implement, for who manages the measures: a row a measure and
 * period in the columns of its workbook, or the workbook itself with the results to the right.
 *
 * @param measure the measure's identifier
 * @param line of which cases, where a metric promises several things; else empty
 */
public record MeasureResults(
    String measure,
    String metric,
    String name,
    String line,
    String period,
    String figure,
    long cases,
    String result,
    String target) {

  private static final List<Column> THEIRS =
      List.of(
          Column.ID,
          Column.NAME,
          Column.DESCRIPTION,
          Column.TARGET,
          Column.TYPE,
          Column.PERFORMING,
          Column.REPORTING,
          Column.ACCOUNTABLE,
          Column.FREQUENCY,
          Column.FORMULA);
  private static final List<String> HEADINGS =
      List.of(
          "Service Measure ID",
          "Service Measure Name",
          "Service Measure Description",
          "Service Measure Target",
          "Service Measure Type",
          "Performing Organization",
          "Reporting Organization",
          "Accountable Organization",
          "Measurement Frequency",
          "Service Measurement Formula",
          "Period",
          "Figure",
          "Cases",
          "Result",
          "Target agreed",
          "Of which cases",
          "Metric of the agreement",
          "Agreement and version");

  /** The results of metrics that implement a measure, in their order. */
  public static List<MeasureResults> of(Agreement agreement, List<Result> results) {
    Wording wording = Wording.of(agreement);
    List<MeasureResults> rows = new ArrayList<>();
    for (Result result : results) {
      Metric metric = agreement.metrics().get(result.metric());
      if (metric == null || metric.implementsMeasure().isEmpty()) {
        continue;
      }
      boolean several = result.targetLines().size() > 1;
      for (LineResult line : result.targetLines()) {
        var measured = line.measurement();
        String which = several ? wording.line(result.metric(), line) : "";
        String each = result.each().map(value -> value + (which.isEmpty() ? "" : ", ")).orElse("");
        rows.add(
            new MeasureResults(
                metric.implementsMeasure().get().measure(),
                result.metric(),
                metric.name(),
                each + which,
                result.period().name(),
                measured
                    .figure()
                    .map(figure -> Numbers.figure(figure, measured.unit(), line.bounds()))
                    .orElse("no data"),
                measured.cases(),
                result.status().words(),
                line.bounds().isEmpty() ? "" : Wording.bounds(line.bounds(), measured.unit())));
      }
    }
    return rows;
  }

  /**
   * A workbook made anew.
   *
   * @param catalog what the workbook of measures says of each; may be empty
   * @param version agreement and hash
   */
  public static NewSheet sheet(
      List<MeasureResults> results, Optional<Catalog> catalog, String version) {
    List<List<Cell>> rows = new ArrayList<>();
    for (MeasureResults result : results) {
      List<Cell> row = new ArrayList<>();
      Optional<Measure> measure = catalog.flatMap(it -> found(it, result.measure()));
      for (Column column : THEIRS) {
        String own =
            column == Column.ID ? result.measure() : column == Column.NAME ? result.name() : "";
        row.add(
            Cell.text(measure.map(it -> it.text(column)).filter(t -> !t.isEmpty()).orElse(own)));
      }
      row.add(Cell.text(result.period()));
      row.add(Cell.text(result.figure()));
      row.add(Cell.number(BigDecimal.valueOf(result.cases())));
      row.add(Cell.text(result.result()));
      row.add(Cell.text(result.target()));
      row.add(Cell.text(result.line()));
      row.add(Cell.text(result.metric()));
      row.add(Cell.text(version));
      rows.add(row);
    }
    return new NewSheet(
        "Results by measure",
        List.of(20, 34, 44, 18, 14, 16, 16, 16, 16, 34, 12, 16, 10, 14, 24, 24, 26, 40),
        HEADINGS,
        rows);
  }

  private static Optional<Measure> found(Catalog catalog, String id) {
    List<Measure> found = catalog.find(id);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /**
   * The workbook of measures with results to the right of its columns, for each period a figure and
   * a result.
   *
   * @param form the sheets of the catalog's file
   */
  public static Filled into(List<MeasureResults> results, Catalog catalog, List<FormTable> form) {
    Map<String, SortedMap<Long, SortedMap<Integer, Cell>>> cells = new TreeMap<>();
    Set<String> periods = new LinkedHashSet<>();
    results.forEach(result -> periods.add(result.period()));
    List<String> told = new ArrayList<>();
    Set<Finding> findings = new LinkedHashSet<>();
    for (MeasureResults result : results) {
      Optional<Measure> measure = found(catalog, result.measure());
      Optional<FormTable> table =
          measure.flatMap(
              it ->
                  form.stream()
                      .filter(own -> own.name().strip().equals(it.sheet().name()))
                      .findFirst());
      if (measure.isEmpty() || table.isEmpty()) {
        findings.add(
            Finding.of(
                FindingCode.ROW_LEFT_OUT,
                Place.of(catalog.file()),
                "no single measure is called " + result.measure() + " (" + result.metric() + ")",
                "name in the agreement the measure that is meant"));
        continue;
      }
      long header = measure.get().sheet().headerRow();
      int width = width(table.get(), header);
      SortedMap<Long, SortedMap<Integer, Cell>> sheet =
          cells.computeIfAbsent(table.get().name(), name -> new TreeMap<>());
      int at = width + 2 * List.copyOf(periods).indexOf(result.period());
      put(sheet, header, at, "Figure " + result.period());
      put(sheet, header, at + 1, "Result " + result.period());
      String of = result.line().isEmpty() ? "" : result.line() + ": ";
      put(sheet, measure.get().row(), at, of + result.figure());
      put(sheet, measure.get().row(), at + 1, of + result.result());
      told.add(
          "row "
              + measure.get().row()
              + ", "
              + result.measure()
              + ", "
              + result.period()
              + ": "
              + of
              + result.figure()
              + ", "
              + result.result());
    }
    return new Filled(cells, told, List.copyOf(findings));
  }

  /** Several lines of one measure stand below each other in its cell. */
  private static void put(
      SortedMap<Long, SortedMap<Integer, Cell>> sheet, long row, int column, String text) {
    sheet
        .computeIfAbsent(row, number -> new TreeMap<>())
        .merge(
            column,
            Cell.text(text),
            (old, added) ->
                old.text().equals(added.text())
                    ? old
                    : Cell.text(old.text() + "\n" + added.text()));
  }

  private static int width(FormTable table, long header) {
    int width = 0;
    for (FormTable.Line line : table.lines()) {
      if (line.number() >= header) {
        width = Math.max(width, line.cells().size());
      }
    }
    return width;
  }
}
