package org.plumbline.remedy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.judge.Status;

/** The figures of metrics by period. */
final class Figures {

  private final Map<String, List<Result>> byMetric = new TreeMap<>();

  Figures(Results results) {
    results
        .results()
        .forEach(
            result ->
                byMetric.computeIfAbsent(result.metric(), key -> new ArrayList<>()).add(result));
  }

  /** The figure of one period. */
  record Figure(ReportingPeriod period, Exact figure) {}

  /**
   * The figures of the periods that end in some days.
   *
   * @param isComplete whether all of these periods are settled
   */
  record Volume(List<Figure> figures, boolean isComplete) {}

  /** All figures of a metric whose period ends in the days; a period without data has none. */
  Volume volume(String metric, ReportingPeriod days) {
    List<Figure> figures = new ArrayList<>();
    boolean complete = false;
    boolean settled = true;
    for (Result result : byMetric.getOrDefault(metric, List.of())) {
      if (days.contains(result.period().until())) {
        settled &= !isUnsettled(result.status());
        complete |= result.period().until().equals(days.until());
        first(result)
            .map(LineResult::measurement)
            .flatMap(Measurement::figure)
            .ifPresent(figure -> figures.add(new Figure(result.period(), figure)));
      }
    }
    return new Volume(figures, complete && settled);
  }

  /**
   * A metric's figure for a period: of the same period, else of the last that ends in it; empty
   * where it has none, or the result is not settled.
   */
  Optional<Value> of(String metric, ReportingPeriod period) {
    Optional<Result> found = Optional.empty();
    for (Result result : byMetric.getOrDefault(metric, List.of())) {
      if (result.each().isEmpty() && period.contains(result.period().until())) {
        boolean nearer =
            isSame(result.period(), period)
                || found
                    .filter(
                        other ->
                            isSame(other.period(), period)
                                || other.period().until().isAfter(result.period().until()))
                    .isEmpty();
        found = nearer ? Optional.of(result) : found;
      }
    }
    return found
        .filter(result -> !isUnsettled(result.status()))
        .flatMap(Figures::first)
        .map(LineResult::measurement)
        .flatMap(measured -> measured.figure().map(figure -> number(figure, measured.unit())));
  }

  private static boolean isSame(ReportingPeriod one, ReportingPeriod other) {
    return one.from().equals(other.from()) && one.until().equals(other.until());
  }

  static Value number(Exact figure, FigureUnit unit) {
    return new Value.Number(figure, Optional.of(unit));
  }

  private static Optional<LineResult> first(Result result) {
    return result.lines().stream().filter(line -> line.line().equals(LineId.target())).findFirst();
  }

  /** Whether a result may still become met or not met. */
  static boolean isUnsettled(Status status) {
    return switch (status) {
      case NOT_DUE, PROVISIONAL, CONTESTED, INDETERMINATE -> true;
      case MET, BELOW_EXPECTED, NOT_MET, NO_DATA, NOT_JUDGED -> false;
    };
  }
}
