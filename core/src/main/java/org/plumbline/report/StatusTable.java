package org.plumbline.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Metric;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.LineId;
import org.plumbline.judge.Holds;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.judge.Trend;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.Wording;

/** Status by metric: a row for each metric, and one for each line of a promise with several. */
final class StatusTable {

  /** How many periods have a column; the trend shows the ones before. */
  private static final int MOST_PERIODS = 6;

  private final Evaluation evaluation;
  private final Wording wording;
  private final List<ReportingPeriod> periods;

  StatusTable(Evaluation evaluation, Wording wording) {
    this.evaluation = evaluation;
    this.wording = wording;
    List<ReportingPeriod> all = evaluation.results().periods();
    this.periods = all.subList(Math.max(0, all.size() - MOST_PERIODS), all.size());
  }

  /** One table for each party that owes metrics. */
  List<Block> tables() {
    Map<String, List<Block.Row>> rows = new LinkedHashMap<>();
    for (List<Result> series : evaluation.results().series()) {
      Metric metric = evaluation.agreement().metrics().get(series.get(0).metric());
      if (metric != null) {
        String party = metric.performing();
        rows.computeIfAbsent(party, key -> new ArrayList<>()).addAll(rows(metric, series));
      }
    }
    List<Block> tables = new ArrayList<>();
    rows.forEach(
        (party, ofParty) ->
            tables.add(new Block.Table("Owed by " + wording.party(party), columns(), ofParty)));
    return tables;
  }

  private List<Block.Column> columns() {
    List<Block.Column> columns = new ArrayList<>();
    columns.add(new Block.Column("Metric", false, 0));
    columns.add(new Block.Column("Target", false, 0));
    for (int i = 0; i < periods.size(); i++) {
      boolean latest = i == periods.size() - 1;
      columns.add(
          new Block.Column(
              PeriodWords.shortName(periods.get(i)), true, latest ? 0 : 3 + periods.size() - i));
    }
    columns.add(new Block.Column("Cases", true, 20));
    columns.add(new Block.Column("Trend", false, 2));
    columns.add(new Block.Column("Latest result", false, 0));
    return columns;
  }

  private List<Block.Row> rows(Metric metric, List<Result> series) {
    Result latest = series.get(series.size() - 1);
    List<Trend> trends = Trend.of(series);
    List<LineResult> lines = latest.targetLines();
    List<Block.Row> rows = new ArrayList<>();
    Optional<LineResult> only = lines.size() == 1 ? Optional.of(lines.get(0)) : Optional.empty();
    List<Block.Cell> cells = new ArrayList<>();
    String each = latest.each().map(value -> ": " + value).orElse("");
    cells.add(Block.Cell.of(metric.name() + each));
    cells.add(
        Block.Cell.of(
            only.map(StatusTable::target).orElseGet(() -> "all " + lines.size() + " lines")));
    for (ReportingPeriod period : periods) {
      cells.add(resultCell(series, period, only.isPresent()));
    }
    cells.add(Block.Cell.of(cases(latest.cases(), latest.lines())));
    cells.add(only.isPresent() ? spark(trends, only.get().line()) : Block.Cell.of(""));
    cells.add(Block.Cell.of(Summary.words(latest), Tone.of(latest.status())));
    rows.add(new Block.Row(cells, false));
    if (only.isEmpty()) {
      lines.forEach(line -> rows.add(lineRow(series, latest, line, trends)));
    }
    return rows;
  }

  private Block.Row lineRow(
      List<Result> series, Result latest, LineResult line, List<Trend> trends) {
    List<Block.Cell> cells = new ArrayList<>();
    cells.add(Block.Cell.of(Wording.of(evaluation.text(latest)).line(latest.metric(), line)));
    cells.add(Block.Cell.of(target(line)));
    for (ReportingPeriod period : periods) {
      cells.add(lineCell(series, period, line.line()));
    }
    cells.add(Block.Cell.of(cases(line.measurement().cases(), List.of(line))));
    cells.add(spark(trends, line.line()));
    cells.add(Block.Cell.of(""));
    return new Block.Row(cells, true);
  }

  private static String cases(long cases, List<LineResult> lines) {
    boolean few = lines.stream().anyMatch(LineResult::smallCount) && lines.size() == 1;
    return Numbers.count(cases) + (few ? " (few)" : "");
  }

  private static String target(LineResult line) {
    return line.bounds().isEmpty()
        ? "reported"
        : Numbers.brief(Wording.bounds(line.bounds(), line.measurement().unit()));
  }

  private static Block.Cell resultCell(
      List<Result> series, ReportingPeriod period, boolean withFigure) {
    Optional<Result> found =
        series.stream().filter(result -> result.period().equals(period)).findFirst();
    if (found.isEmpty()) {
      return Block.Cell.of("");
    }
    Result result = found.get();
    Tone tone = Tone.of(result.status());
    return Block.Cell.of(withFigure ? figure(result.targetLines().get(0)) : held(result), tone);
  }

  /** How many of the lines with cases hold: {@code 3 of 4}. */
  private static String held(Result result) {
    List<LineResult> judged =
        result.targetLines().stream().filter(line -> line.holds() != Holds.NO_CASES).toList();
    long held = judged.stream().filter(line -> line.holds() == Holds.YES).count();
    return judged.isEmpty() ? "no data" : held + " of " + judged.size();
  }

  private static Block.Cell lineCell(List<Result> series, ReportingPeriod period, LineId line) {
    for (Result result : series) {
      if (result.period().equals(period)) {
        for (LineResult each : result.targetLines()) {
          if (each.line().equals(line)) {
            return Block.Cell.of(figure(each), Tone.of(each.holds()));
          }
        }
      }
    }
    return Block.Cell.of("");
  }

  private static String figure(LineResult line) {
    return line.measurement()
        .figure()
        .map(figure -> Numbers.figure(figure, line.measurement().unit(), line.bounds()))
        .map(Numbers::brief)
        .orElse("no data");
  }

  private static Block.Cell spark(List<Trend> trends, LineId line) {
    for (Trend trend : trends) {
      if (trend.line().equals(line) && trend.points().size() > 1) {
        List<Optional<BigDecimal>> values =
            trend.points().stream()
                .map(point -> point.figure().map(figure -> figure.rounded(9)))
                .toList();
        List<String> words = new ArrayList<>();
        trend
            .points()
            .forEach(
                point ->
                    words.add(
                        point
                            .figure()
                            .map(figure -> Numbers.figure(figure, trend.unit(), point.bounds()))
                            .orElse("no data")));
        return Block.Cell.of(new Block.Spark(values, String.join(", ", words)));
      }
    }
    return Block.Cell.of("");
  }
}
