package org.plumbline.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.LineId;

/**
 * One line's figure over the periods.
 *
 * @param points in order of time; a period without data has a point without a figure
 */
public record Trend(
    String metric, Optional<String> each, LineId line, FigureUnit unit, List<Point> points) {

  public static final Comparator<ReportingPeriod> BY_TIME =
      Comparator.comparing(ReportingPeriod::until).thenComparing(ReportingPeriod::from);

  /** Copies the list. */
  public Trend {
    points = List.copyOf(points);
  }

  /**
   * One period of a trend.
   *
   * @param status of the metric
   * @param holds of the line
   * @param bounds the bounds of the line as they stood for the period
   */
  public record Point(
      ReportingPeriod period,
      Status status,
      Holds holds,
      Optional<Exact> figure,
      List<BoundValue> bounds) {
    /** Copies the list. */
    public Point {
      bounds = List.copyOf(bounds);
    }
  }

  /** The trends of all target lines of one series: a metric and one value of {@code each}. */
  public static List<Trend> of(List<Result> series) {
    Map<LineId, List<Point>> points = new LinkedHashMap<>();
    Map<LineId, FigureUnit> units = new LinkedHashMap<>();
    List<Result> inOrder =
        series.stream().sorted(Comparator.comparing(Result::period, BY_TIME)).toList();
    for (Result result : inOrder) {
      for (LineResult line : result.targetLines()) {
        units.put(line.line(), line.measurement().unit());
        points
            .computeIfAbsent(line.line(), key -> new ArrayList<>())
            .add(
                new Point(
                    result.period(),
                    result.status(),
                    line.holds(),
                    line.measurement().figure(),
                    line.bounds()));
      }
    }
    List<Trend> trends = new ArrayList<>();
    points.forEach(
        (line, values) ->
            trends.add(
                new Trend(
                    series.get(0).metric(),
                    series.get(0).each(),
                    line,
                    units.getOrDefault(line, FigureUnit.NUMBER),
                    values)));
    return trends;
  }
}
