package org.plumbline.compile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Precision;
import org.plumbline.compile.plan.Plan;

/**
 * How the cases of a record set are worked out from other sets, as of T (docs/meaning.md 14). An
 * engine runs the plans into tables; what it has then is stored like any set, and metrics are
 * compiled over it like over any.
 *
 * @param set id of the record set
 * @param tables what the names of the tables to make begin with
 * @param moments the moments that the table of cases has, with their precision
 * @param holds ids of holds in the order of their numbers
 * @param files names of the files in the order of their numbers
 * @param skewMicros how long a stop may stand before its start and still be zero
 * @param plans by name of the table, in the order in which they are to be run: a later one may read
 *     an earlier one. The first is the table of cases, sorted by {@code case_no} once it is made
 * @param source makes the tables that plans look up
 */
public record WorkedOutSet(
    String set,
    String tables,
    Map<String, Precision> moments,
    List<String> holds,
    List<String> files,
    long skewMicros,
    Map<String, Plan> plans,
    CompiledSet.TableSource source) {

  /** Copies lists and maps, keeping their order. */
  public WorkedOutSet {
    moments = Collections.unmodifiableMap(new LinkedHashMap<>(moments));
    holds = List.copyOf(holds);
    files = List.copyOf(files);
    plans = Collections.unmodifiableMap(new LinkedHashMap<>(plans));
  }

  /** The tables that a plan looks up, with the columns that it reads. */
  public List<DataTable> tables(Plan plan) {
    return CompiledSet.tables(source, plan);
  }
}
