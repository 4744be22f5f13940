package org.plumbline.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plumbline.evaluate.Exact;
import org.plumbline.judge.BoundValue;
import org.plumbline.judge.Trend;
import org.plumbline.reconcile.ReportedFigure;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.Wording;

/**
 * Figures of the periods before an agreement was kept here: as they were reported, neither counted
 * nor judged. They stand before ours in a trend and in a table of their own.
 */
final class HistorySection {

  private static final String REPORTED = "reported earlier";

  private final Evaluation evaluation;

  HistorySection(Evaluation masked) {
    evaluation = masked;
  }

  /** The table; none where no history was given. */
  Optional<Document.Section> section(Wording wording) {
    if (evaluation.history().isEmpty()) {
      return Optional.empty();
    }
    List<Block.Row> rows = new ArrayList<>();
    for (String metric : evaluation.agreement().metrics().keySet()) {
      evaluation.history().stream()
          .filter(figure -> figure.metric().equals(metric))
          .sorted(Comparator.comparing(ReportedFigure::period, Trend.BY_TIME))
          .forEach(figure -> rows.add(row(wording, figure)));
    }
    return Optional.of(
        new Document.Section(
            "history",
            "Before this agreement was kept here",
            "Figures of earlier periods as they were reported then; they were not counted from"
                + " records, and are not judged.",
            List.of(
                new Block.Table(
                    "Figures of earlier periods",
                    List.of(
                        new Block.Column("Metric", false, 0),
                        new Block.Column("Period", false, 0),
                        new Block.Column("Reported figure", true, 0),
                        new Block.Column("Cases", true, 0),
                        new Block.Column("Result then", false, 0)),
                    rows))));
  }

  private static Block.Row row(Wording wording, ReportedFigure figure) {
    String counts =
        figure
            .cases()
            .map(
                all ->
                    figure.held().map(held -> Numbers.count(held) + " of ").orElse("")
                        + Numbers.count(all))
            .orElse("–");
    return new Block.Row(
        List.of(
            Block.Cell.of(
                wording.metricName(figure.metric())
                    + figure.line().map(line -> ", line " + line).orElse("")
                    + figure.each().map(value -> ": " + value).orElse("")),
            Block.Cell.of(PeriodWords.shortName(figure.period())),
            Block.Cell.of(figure.text().isBlank() ? "–" : figure.text()),
            Block.Cell.of(counts),
            Block.Cell.of(figure.met().map(met -> met ? "met" : "not met").orElse("–"))),
        false);
  }

  /** What stands before the first point of a trend, in order of time. */
  List<Block.TrendPoint> points(Trend trend) {
    if (trend.points().isEmpty()) {
      return List.of();
    }
    Trend.Point first = trend.points().get(0);
    List<BoundValue> bounds = first.bounds();
    return evaluation.history().stream()
        .filter(figure -> figure.metric().equals(trend.metric()))
        .filter(figure -> figure.each().equals(trend.each()))
        .filter(figure -> figure.line().isEmpty() || figure.line().get() == line(trend))
        .filter(figure -> figure.period().until().isBefore(first.period().from()))
        .sorted(Comparator.comparing(ReportedFigure::period, Trend.BY_TIME))
        .map(figure -> point(trend, figure, figure.value(trend.unit(), bounds), bounds))
        .toList();
  }

  private static int line(Trend trend) {
    return trend.line().line() + 1;
  }

  private static Block.TrendPoint point(
      Trend trend, ReportedFigure figure, Optional<Exact> value, List<BoundValue> bounds) {
    return new Block.TrendPoint(
        PeriodWords.shortName(figure.period()),
        value.map(exact -> Trends.drawn(exact, trend.unit())),
        value.map(exact -> Numbers.figure(exact, trend.unit(), bounds)).orElse("no data"),
        Optional.empty(),
        "none",
        Tone.QUIET,
        REPORTED);
  }
}
