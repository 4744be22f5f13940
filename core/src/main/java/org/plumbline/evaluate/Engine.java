package org.plumbline.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.plumbline.agreement.Agreement;
import org.plumbline.compile.CompiledSet;
import org.plumbline.compile.WorkedOutSet;
import org.plumbline.exclusion.Declaration;
import org.plumbline.records.StoredSet;

/** Runs compiled plans over records. */
public interface Engine {

  /**
   * What was declared under exclusions.
   *
   * @param sets the record sets that were loaded, by id
   */
  List<Declaration> declarations(Map<String, StoredSet> sets);

  /**
   * What the register says was delivered; empty if it has no files of deliveries.
   *
   * @param sets the record sets that were loaded, by id
   */
  Optional<List<SetDelivery>> deliveries(Map<String, StoredSet> sets);

  /** Works a record set out; the tables stay until it is worked out again. */
  StoredSet workOut(WorkedOutSet set);

  /** Lays cases that were made elsewhere; the tables stay until they are laid again. */
  StoredSet lay(LaidSet set);

  /**
   * The keys of the cases that stay under the terms of a compiled metric, kept under a name.
   *
   * @param metric one of the compiled metrics, no stock
   */
  void keep(String name, CompiledSet compiled, String metric, Staying staying);

  /**
   * Some cases of a record set as a set of its own, which stays as it is when the set is worked out
   * again.
   *
   * @param tables what the names of its tables begin with
   * @param among names of kept keys: the cases that are among one of them; empty: all
   * @param without names of kept keys: but those that are among one of these
   */
  StoredSet portion(StoredSet set, String tables, List<String> among, List<String> without);

  /** Counts all metrics of a record set, in one statement. */
  Measurements evaluate(Agreement agreement, CompiledSet compiled);

  /**
   * How single cases stand for a metric; of a stock over plain periods those that are counted, once
   * for each period.
   *
   * @param metric one of the compiled metrics
   */
  List<CaseOutcome> outcomes(
      Agreement agreement, CompiledSet compiled, String metric, OutcomeQuery query);

  /**
   * Whose time each case's life was, by the number of its part; the intervals of a part follow each
   * other. Neighbors have different turns. For a set that was compiled for one case.
   */
  Map<Integer, List<CaseInterval>> intervals(CompiledSet compiled, String metric);

  /**
   * The lives of the cases with these keys, or of those that are not decided yet, by key and part;
   * none of a stock or a clock that does not start.
   *
   * @param keys empty: the cases not decided yet
   */
  List<CaseLife> lives(CompiledSet compiled, String metric, Optional<Set<String>> keys);

  /**
   * Who held the cases counted in each period, of several metrics in one statement; none of a stock
   * or a clock that does not start.
   */
  List<PartyTime> partyTimes(CompiledSet compiled, Set<String> metrics);

  /**
   * What is told of each case of a metric, as numbers, in no order.
   *
   * @param metric one of the compiled metrics, no stock
   * @param columns of {@link org.plumbline.compile.CompiledMetric#outcomeColumns()}, those that are
   *     numbers
   * @param cases is given the numbers of each case in the order of the columns, in an array that is
   *     used again; the least of all numbers stands for what is missing
   */
  void tell(CompiledSet compiled, String metric, List<String> columns, Consumer<long[]> cases);

  /**
   * The same with the times of each case that the metric's clock does not count.
   *
   * @param most so many such times are told at most
   * @return false if the engine does not tell them, or there are more: then no case was told
   */
  default boolean tell(
      CompiledSet compiled, String metric, List<String> columns, long most, PausedCase cases) {
    return false;
  }

  /** Is given one case after the other. */
  @FunctionalInterface
  interface PausedCase {
    /**
     * A case.
     *
     * @param numbers in the order of the columns, in an array that is used again
     * @param uncounted from, included, and until, excluded, of each time that does not count, in
     *     order, in microseconds
     */
    void tell(long[] numbers, long[] uncounted);
  }
}
