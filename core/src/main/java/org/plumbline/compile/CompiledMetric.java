package org.plumbline.compile;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.plumbline.agreement.Windows;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.compile.plan.Plan;

/**
 * A metric as it is compiled.
 *
 * @param number its number in the result rows
 * @param windows over which figures are formed; a result row names one of those measured by its
 *     position. If the periods are not plain, rows that are numbered from the number of those
 *     measured on are by place, and count for the totals alone. -1 stands for outside, null for
 *     none
 * @param stock whether cases are counted once in each period
 * @param totals the cells of the totals; empty for a stock
 * @param outcomes makes one row a case: where it went, before anything is counted; of a stock over
 *     plain periods one row a case and period in which it is open, of those the figure is of
 * @param attribution makes whose time it was; empty for stocks and clocks that do not start
 * @param each whether figures are formed for each value of a field
 * @param availability what its share of available time is worked out from; then rows hold totals
 *     alone
 */
public record CompiledMetric(
    String id,
    int number,
    Windows windows,
    boolean stock,
    Optional<Totals> totals,
    List<CompiledLine> lines,
    Optional<Supplier<Plan>> outcomes,
    Optional<Supplier<Attribution>> attribution,
    boolean each,
    Optional<CompiledAvailability> availability) {

  /** Copies the lists. */
  public CompiledMetric {
    lines = List.copyOf(lines);
  }

  /** The reporting periods, in order. */
  public List<ReportingPeriod> periods() {
    return windows.periods();
  }

  /** The cells of the totals. */
  public record Totals(
      int all, int decided, int indeterminate, int open, int voided, int notQualified) {}

  /**
   * Whose time it was.
   *
   * @param intervals the pieces of each case's life in order: {@code key}, {@code part}, {@code f},
   *     {@code u}, {@code turn} (a position in the set's turns, -1 before a reopening, -2 none),
   *     {@code open} and {@code counted} (1 or 0)
   * @param byTurn of the cases counted in each period: {@code period}, {@code turn}, {@code cases},
   *     {@code wall} and {@code open}; a case has one row of each party
   */
  public record Attribution(Plan intervals, Plan byTurn) {}

  /** The columns of outcomes before those of fields, in order; a field's is {@code o f:ID}. */
  public static List<String> outcomeColumns() {
    return OutcomeColumns.NAMES;
  }
}
