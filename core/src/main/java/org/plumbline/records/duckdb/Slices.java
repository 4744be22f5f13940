package org.plumbline.records.duckdb;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;

/**
 * A set laid out by one of its fields, of which the cases with some values can be had quickly: the
 * cases of one customer among those of a thousand. Of a set that is no event log.
 */
public final class Slices {

  private static final String OWN = "\"slice of\"";
  private static final List<Table> TABLES = List.of(Table.CASES, Table.HOLDS, Table.ATOMS);

  private final Database database;
  private final StoredSet set;
  private final String sorted;

  /**
   * Lays a set out.
   *
   * @param field a field of text
   */
  public Slices(Database database, StoredSet set, String field) {
    this.database = database;
    this.set = set;
    this.sorted = "sliced by " + field + " " + set.tables();
    String cases = Sql.name(set.table(Table.CASES));
    String own =
        "CASE WHEN unusable IS NULL THEN " + Sql.name(StoredSet.fieldColumn(field)) + " END";
    database.execute(
        "CREATE OR REPLACE TABLE "
            + table(Table.CASES)
            + " AS SELECT *, "
            + own
            + " AS "
            + OWN
            + " FROM "
            + cases
            + " ORDER BY "
            + OWN
            + ", case_no");
    for (Table table : List.of(Table.HOLDS, Table.ATOMS)) {
      database.execute(
          "CREATE OR REPLACE TABLE "
              + table(table)
              + " AS SELECT t.*, c."
              + OWN
              + " FROM "
              + Sql.name(set.table(table))
              + " AS t JOIN "
              + table(Table.CASES)
              + " AS c ON c.case_no = t.case_no ORDER BY c."
              + OWN
              + ", t.case_no");
    }
  }

  private String table(Table table) {
    return Sql.name(sorted + "." + table.name());
  }

  /**
   * The cases whose field has one of these values, and those of which it is not known: without a
   * value, or unusable. They stay until others are asked for.
   */
  public StoredSet of(List<String> values) {
    StoredSet slice = named(set.cases());
    String where = " WHERE " + OWN + " IN " + Sql.texts(values) + " OR " + OWN + " IS NULL";
    for (Table table : TABLES) {
      database.execute(
          "CREATE OR REPLACE TABLE "
              + Sql.name(slice.table(table))
              + " AS SELECT * EXCLUDE ("
              + OWN
              + ") FROM "
              + table(table)
              + where
              + " ORDER BY case_no");
    }
    return named(database.number("SELECT count(*) FROM " + Sql.name(slice.table(Table.CASES))));
  }

  private StoredSet named(long cases) {
    return new StoredSet(
        set.set(),
        set.eventLog(),
        set.moments(),
        set.fields(),
        set.holds(),
        new ArrayList<>(set.files()),
        cases,
        set.skewMicros(),
        set.range(),
        "slice of " + sorted,
        set.always());
  }
}
