package org.plumbline.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.calendar.ReportingPeriod;

/**
 * The results of an agreement, as of an instant.
 *
 * @param agreement id of the agreement
 * @param asOf up to when what had happened was counted
 * @param results in the order of the agreement's metrics, then of {@code each}, then of periods
 */
public record Results(String agreement, Instant asOf, List<Result> results) {

  /** Copies the list. */
  public Results {
    results = List.copyOf(results);
  }

  /** The results of one metric, in order. */
  public List<Result> of(String metric) {
    return results.stream().filter(result -> result.metric().equals(metric)).toList();
  }

  /** The result of a metric without {@code each} for a period. */
  public Optional<Result> find(String metric, ReportingPeriod period) {
    return results.stream()
        .filter(result -> result.metric().equals(metric) && result.period().equals(period))
        .findFirst();
  }

  /** The results by series: one metric and one value of {@code each} over the periods. */
  public List<List<Result>> series() {
    Map<List<Object>, List<Result>> series = new LinkedHashMap<>();
    for (Result result : results) {
      series
          .computeIfAbsent(List.of(result.metric(), result.each()), key -> new ArrayList<>())
          .add(result);
    }
    return series.values().stream().map(List::copyOf).toList();
  }

  /** All periods, in order of their last day, then of their first. */
  public List<ReportingPeriod> periods() {
    return results.stream().map(Result::period).distinct().sorted(Trend.BY_TIME).toList();
  }
}
