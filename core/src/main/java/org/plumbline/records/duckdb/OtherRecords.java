package org.plumbline.records.duckdb;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;

/** Record sets of another load, brought into a database beside those that are there. */
public final class OtherRecords {

  private OtherRecords() {}

  /**
   * Copies sets.
   *
   * @param from where they are; it may open the folder of the other database
   * @param name what the names of their tables begin with
   * @return the sets in the other database, by id
   */
  public static Map<String, StoredSet> bring(
      Database from, Database into, Map<String, StoredSet> sets, String name) {
    Map<String, StoredSet> brought = new LinkedHashMap<>();
    int number = 0;
    for (StoredSet set : sets.values()) {
      StoredSet there = named(set, name + " " + set.set());
      for (Table table : Manifest.tables(set)) {
        Path file = into.folder().resolve("brought-" + number++ + ".parquet");
        from.execute(
            "COPY (SELECT * FROM "
                + Sql.name(set.table(table))
                + ") TO "
                + Sql.text(file.toString())
                + " (FORMAT parquet)");
        into.execute(
            "CREATE TABLE "
                + Sql.name(there.table(table))
                + " AS SELECT * FROM read_parquet("
                + Sql.text(file.toString())
                + ")");
      }
      brought.put(set.set(), there);
    }
    return brought;
  }

  private static StoredSet named(StoredSet set, String tables) {
    return new StoredSet(
        set.set(),
        set.eventLog(),
        set.moments(),
        set.fields(),
        set.holds(),
        List.copyOf(set.files()),
        set.cases(),
        set.skewMicros(),
        set.range(),
        tables,
        set.always());
  }
}
