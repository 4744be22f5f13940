package org.plumbline.compile;

import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Quantity;
import org.plumbline.calendar.TimeAmount;

/**
 * Where the numbers of one figure stand among the cells of a result row.
 *
 * @param quantity what is counted
 * @param counts the cells of the counts
 * @param values the cells of the statistic: for a sum the sum; for a mean the sum and what it is
 *     divided by; for the least, greatest and last the value; for medians and percentiles six
 *     values (two each for the figure, the low and the high end)
 * @param unit microseconds, days or workdays, of time; empty for fields and counts
 * @param scale by how many decimal places the values of a field were moved to be whole
 * @param parts the figures of a composite, whose cells {@code values} are empty
 */
public record FigureCells(
    Quantity quantity,
    Counts counts,
    List<Integer> values,
    Optional<TimeAmount.Kind> unit,
    int scale,
    List<FigureCells> parts) {

  /** Copies the lists. */
  public FigureCells {
    values = List.copyOf(values);
    parts = List.copyOf(parts);
  }

  /**
   * The cells of the counts.
   *
   * @param population decided cases before {@code where}
   * @param cases decided cases of which all is known
   * @param holding of these, those for which it holds
   * @param indeterminate cases of which it cannot be said
   * @param open cases not decided yet
   */
  public record Counts(int population, int cases, int holding, int indeterminate, int open) {}
}
