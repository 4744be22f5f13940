package org.plumbline.compile;

import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Turn;
import org.plumbline.compile.plan.Plan;
import org.plumbline.exclusion.DeclaredTimes;
import org.plumbline.records.StoredSet;

/**
 * All metrics of a record set as one plan.
 *
 * @param asOf what happened later is not seen
 * @param declared the declared times that stand
 * @param turns the turns of the set, in order
 * @param exclusions ids of the exclusions, in order
 * @param results rows {@code metric}, {@code period}, {@code each} and {@code c0}, {@code c1}, …
 *     with the cells; several rows of one metric and period add up. Metric -1 holds in {@code c0}
 *     and {@code c1} how many rows went in and came out, which are equal
 * @param cells how many cells a row has
 * @param source makes the tables that plans look up
 * @param partyTimes makes whose time it was, of several metrics
 */
public record CompiledSet(
    StoredSet stored,
    Instant asOf,
    DeclaredTimes declared,
    List<Turn> turns,
    List<String> exclusions,
    List<CompiledMetric> metrics,
    Plan results,
    int cells,
    TableSource source,
    PartyTimes partyTimes) {

  /** Makes tables. */
  @FunctionalInterface
  public interface TableSource {
    /** These tables with these columns. */
    List<DataTable> tables(Set<String> names, Set<String> columns);
  }

  /** Makes one plan of whose time it was, of several metrics. */
  @FunctionalInterface
  public interface PartyTimes {
    /**
     * As {@link CompiledMetric.Attribution#byTurn}, with the number of the metric as {@code
     * metric}; of these metrics, but stocks and those whose clock does not start; empty if none is
     * left.
     */
    Optional<Plan> of(Set<String> metrics);
  }

  /** Copies the lists. */
  public CompiledSet {
    turns = List.copyOf(turns);
    exclusions = List.copyOf(exclusions);
    metrics = List.copyOf(metrics);
  }

  /** The tables that a plan of this set looks up, with the columns that it reads. */
  public List<DataTable> tables(Plan plan) {
    return tables(source, plan);
  }

  static List<DataTable> tables(TableSource source, Plan plan) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> columns = new LinkedHashSet<>();
    collect(plan, names, columns, Collections.newSetFromMap(new IdentityHashMap<>()));
    return source.tables(names, columns);
  }

  private static void collect(Plan plan, Set<String> names, Set<String> columns, Set<Plan> seen) {
    if (!seen.add(plan)) {
      return;
    }
    if (plan instanceof Plan.LookUp lookUp) {
      names.add(lookUp.table());
      lookUp.reads().forEach(column -> columns.add(column.name()));
    } else if (plan instanceof Plan.Scan scan) {
      names.add(scan.table());
      scan.columns().forEach(column -> columns.add(column.name()));
    }
    plan.inputs().forEach(input -> collect(input, names, columns, seen));
  }
}
