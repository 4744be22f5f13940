package org.plumbline.evaluate;

import java.util.Optional;
import org.plumbline.calendar.ReportingPeriod;

/**
 * What was counted for one line of one metric in one period.
 *
 * <p>{@code low} and {@code high} bound what the figure could be if the indeterminate cases were
 * known; empty means unbounded on that side. Without indeterminate cases both equal the figure.
 *
 * @param metric id of the metric
 * @param period the reporting period
 * @param line the line
 * @param each the value of the {@code each} field; empty without {@code each}
 * @param cases decided cases in the line's population; those that are indeterminate are not among
 *     them
 * @param holding of these, the cases within the limit, or for which the condition of the share
 *     holds; equal to {@code cases} for other figures
 * @param indeterminate cases of the population of which it cannot be said
 * @param open cases that belong to the period but are not decided yet
 * @param unit the unit of the figure
 * @param figure the figure over the decided cases; empty: no data
 * @param down of a share of available time the time down, in microseconds, of which it is known
 *     whatever the indeterminate cases are; empty for other figures and for means of shorter
 *     periods
 */
public record Measurement(
    String metric,
    ReportingPeriod period,
    LineId line,
    Optional<String> each,
    long cases,
    long holding,
    long indeterminate,
    long open,
    FigureUnit unit,
    Optional<Exact> figure,
    Optional<Exact> low,
    Optional<Exact> high,
    Optional<Exact> down) {

  /** What was counted for a figure that is no share of available time. */
  public Measurement(
      String metric,
      ReportingPeriod period,
      LineId line,
      Optional<String> each,
      long cases,
      long holding,
      long indeterminate,
      long open,
      FigureUnit unit,
      Optional<Exact> figure,
      Optional<Exact> low,
      Optional<Exact> high) {
    this(
        metric,
        period,
        line,
        each,
        cases,
        holding,
        indeterminate,
        open,
        unit,
        figure,
        low,
        high,
        Optional.empty());
  }
}
