package org.plumbline.compile;

import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.compile.plan.Plan;

/**
 * A metric as it is compiled.
 *
 * @param number its number in the result rows
 * @param periods all periods of the performance period; a result row names one by its position, -1
 *     stands for outside, null for none
 * @param stock whether cases are counted once in each period
 * @param totals the cells of the totals; empty for a stock
 * @param outcomes one row a case: where it went, before anything is counted
 * @param each whether figures are formed for each value of a field
 */
public record CompiledMetric(
    String id,
    int number,
    List<ReportingPeriod> periods,
    boolean stock,
    Optional<Totals> totals,
    List<CompiledLine> lines,
    Plan outcomes,
    boolean each) {

  /** Copies the lists. */
  public CompiledMetric {
    periods = List.copyOf(periods);
    lines = List.copyOf(lines);
  }

  /** The cells of the totals. */
  public record Totals(
      int all, int decided, int indeterminate, int open, int voided, int notQualified) {}
}
