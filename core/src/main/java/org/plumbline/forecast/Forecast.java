package org.plumbline.forecast;

import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.judge.Result;

/**
 * What can still become of one metric in one period.
 *
 * @param metric id of the metric
 * @param each the value of the {@code each} field; empty without {@code each}
 * @param result how it stands as of now
 * @param counted how its cases are counted where that is not its own figure: a percentile is told
 *     as a share of cases within its bound; empty elsewhere
 * @param unsaid why nothing is said of what is allowed, in words without a full stop; empty where
 *     something is
 * @param lines of target and minimum; none where nothing is said
 * @param certainty when the result is certain; empty where there is no result to become certain
 * @param chance of meeting; empty where it cannot be said
 * @param noChance why not, in words without a full stop; empty where it is said
 */
public record Forecast(
    String metric,
    Optional<String> each,
    Result result,
    Optional<Metric> counted,
    String unsaid,
    List<LineForecast> lines,
    Optional<Certainty> certainty,
    Optional<Chance> chance,
    String noChance) {

  /** Copies the list. */
  public Forecast {
    lines = List.copyOf(lines);
  }

  /** The period. */
  public ReportingPeriod period() {
    return result.period();
  }

  /** The terms by which lines are counted. */
  public Metric terms(Agreement agreement) {
    return counted.orElseGet(
        () -> java.util.Objects.requireNonNull(agreement.metrics().get(metric)));
  }
}
