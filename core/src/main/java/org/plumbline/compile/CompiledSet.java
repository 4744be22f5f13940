package org.plumbline.compile;

import java.util.List;
import org.plumbline.compile.plan.Plan;
import org.plumbline.records.StoredSet;

/**
 * All metrics of a record set as one plan.
 *
 * @param results rows {@code metric}, {@code period}, {@code each} and {@code c0}, {@code c1}, …
 *     with the cells; several rows of one metric and period add up. Metric -1 holds in {@code c0}
 *     and {@code c1} how many rows went in and came out, which are equal
 * @param tables what it looks up
 */
public record CompiledSet(
    StoredSet stored,
    List<CompiledMetric> metrics,
    Plan results,
    int cells,
    List<DataTable> tables) {

  /** Copies the lists. */
  public CompiledSet {
    metrics = List.copyOf(metrics);
    tables = List.copyOf(tables);
  }
}
