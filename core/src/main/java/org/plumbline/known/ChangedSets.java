package org.plumbline.known;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.records.RecordChange;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.ChangedRecords;
import org.plumbline.records.duckdb.Database;

/** The record sets of a load with what was granted, made once for each that is granted. */
public final class ChangedSets {

  private final Database database;
  private final Map<String, StoredSet> loaded;
  private final String name;
  private final Map<List<RecordChange>, Map<String, StoredSet>> made = new HashMap<>();
  private int others;

  /** Nothing is made yet. */
  public ChangedSets(Database database, Map<String, StoredSet> loaded) {
    this(database, loaded, "variant ");
  }

  private ChangedSets(Database database, Map<String, StoredSet> loaded, String name) {
    this.database = database;
    this.loaded = loaded;
    this.name = name;
  }

  /** The same of other sets in the same database. */
  public ChangedSets over(Map<String, StoredSet> sets) {
    return new ChangedSets(database, sets, "other " + others++ + " " + name);
  }

  /** The sets with these changes; without any, those that were loaded. */
  public Map<String, StoredSet> of(List<RecordChange> changes) {
    return changes.isEmpty()
        ? loaded
        : made.computeIfAbsent(
            changes, key -> ChangedRecords.of(database, loaded, changes, name + made.size()));
  }
}
