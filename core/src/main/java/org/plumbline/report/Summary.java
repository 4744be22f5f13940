package org.plumbline.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.agreement.Metric;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;
import org.plumbline.judge.Trend;
import org.plumbline.wording.Wording;

/**
 * The results of an evaluation as lines that can be kept and put side by side later, without
 * computing anything again: in words for people, and as points of a trend.
 */
public final class Summary {

  private Summary() {}

  /**
   * A line of the target of a metric in one period.
   *
   * @param metric id of the metric
   * @param name of the metric
   * @param performing id of the party that performs it
   * @param each the value of the field by which it is told apart; empty without one
   * @param line which line of the target; empty where there is one only
   * @param period name of the period, such as {@code 2026-10}
   * @param from first day of the period
   * @param until last day of the period
   * @param unit of the point
   * @param point the figure and its bound, in words and drawn
   * @param status key of the status of the whole result
   * @param words the status in words, with what it is so far where it is not final
   * @param reason why, where the figures alone do not say it
   * @param cases decided cases of the line
   */
  public record Line(
      String metric,
      String name,
      String performing,
      String each,
      String line,
      String period,
      LocalDate from,
      LocalDate until,
      String unit,
      Block.TrendPoint point,
      String status,
      String words,
      String reason,
      long cases) {}

  /** All lines, in the order of the results. */
  public static List<Line> of(Evaluation evaluation) {
    List<Line> lines = new ArrayList<>();
    for (Result result : evaluation.results().results()) {
      Metric metric = evaluation.agreement().metrics().get(result.metric());
      if (metric == null) {
        continue;
      }
      for (Trend trend : Trend.of(List.of(result))) {
        for (Trend.Point point : trend.points()) {
          lines.add(line(evaluation, metric, result, trend, point));
        }
      }
    }
    return lines;
  }

  private static Line line(
      Evaluation evaluation, Metric metric, Result result, Trend trend, Trend.Point point) {
    List<LineResult> lines = result.targetLines();
    LineResult line =
        lines.stream()
            .filter(each -> each.line().equals(trend.line()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("a trend of no line"));
    return new Line(
        result.metric(),
        metric.name(),
        metric.performing(),
        result.each().orElse(""),
        lines.size() < 2 ? "" : Wording.of(evaluation.text(result)).line(result.metric(), line),
        result.period().name(),
        result.period().from(),
        result.period().until(),
        Trends.unit(trend.unit()),
        Trends.point(trend, point, lines.size() == 1),
        result.status().key(),
        words(result),
        result.reason(),
        line.measurement().cases());
  }

  /** The status in words, with what it is so far where it is not final. */
  static String words(Result result) {
    return result
        .wouldBe()
        .map(
            so ->
                result.status().words()
                    + (result.status() == Status.CONTESTED ? " (as it stands " : " (so far ")
                    + so.words()
                    + ")")
        .orElse(result.status().words());
  }
}
