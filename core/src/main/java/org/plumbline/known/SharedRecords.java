package org.plumbline.known;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.judge.Results;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.Slices;
import org.plumbline.story.Counted;

/**
 * Records that many agreements are evaluated over, loaded once. An agreement that counts its own
 * cases by a field is counted over those alone: the set is laid out by the field once, for all
 * agreements. The results are those of the agreement evaluated by itself.
 */
public final class SharedRecords {

  private final Database database;
  private final Map<String, StoredSet> sets;
  private final Map<String, Slices> slices = new LinkedHashMap<>();

  /** Records as a load leaves them. */
  public SharedRecords(Database database, Map<String, StoredSet> sets) {
    this.database = database;
    this.sets = new LinkedHashMap<>(sets);
  }

  /**
   * The results of an agreement of one text, without a register of its own.
   *
   * @param agreement one for whose record sets and zone the records were loaded
   * @param asOf what happened later is not seen
   */
  public Results evaluate(Agreement agreement, Instant asOf) {
    Map<String, StoredSet> own = new LinkedHashMap<>();
    sets.forEach(
        (id, set) -> {
          Optional<OwnCases> by = OwnCases.of(agreement, set);
          own.put(id, by.map(cases -> laidOut(set, cases.field()).of(cases.values())).orElse(set));
        });
    return Counted.of(new DuckDbEngine(database), own, agreement, asOf, set -> {}).results();
  }

  private Slices laidOut(StoredSet set, String field) {
    return slices.computeIfAbsent(set.set() + " " + field, key -> new Slices(database, set, field));
  }
}
