package org.plumbline.records.duckdb;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;

/** Makes the table of cases of a set whose rows are cases. */
final class CaseTables {

  private CaseTables() {}

  /**
   * Adds rows whose key occurs more than once to the bad ones (field.md S37: refused, since nobody
   * knows which row is right).
   */
  static void findDuplicates(Database database, SetShape shape, String typed, BadRows bad) {
    String twice =
        "(SELECT key, count(*) AS n FROM "
            + typed
            + " WHERE key IS NOT NULL GROUP BY key HAVING count(*) > 1)";
    bad.add(
        shape.set(),
        "SELECT t.file_no, t.row_no, 'key' AS column_name, t.key AS value, 'names a case that has '"
            + " || d.n || ' rows' AS reason, 'Keep one row, or bind the file as an event log' AS fix,"
            + " t.key AS case_key FROM "
            + typed
            + " AS t JOIN "
            + twice
            + " AS d ON d.key = t.key");
  }

  /** Makes {@link Table#CASES}; of a key with several rows the first row stands. */
  static void create(Database database, SetShape shape, StoredSet stored, String typed) {
    List<String> columns = new ArrayList<>();
    shape.moments().keySet().forEach(id -> columns.add(value(StoredSet.momentColumn(id))));
    shape.fields().forEach(id -> columns.add(value(StoredSet.fieldColumn(id))));
    database.execute(
        "CREATE TABLE "
            + Sql.name(stored.table(Table.CASES))
            + " AS SELECT n.case_no, n.key AS case_key"
            + (columns.isEmpty() ? "" : ", " + String.join(", ", columns))
            + ", u.reason AS unusable, n.file_no, n.row_no FROM "
            + shape.table("numbers")
            + " AS n JOIN "
            + typed
            + " AS t ON t.file_no = n.file_no AND t.row_no = n.row_no LEFT JOIN "
            + shape.table("unusable")
            + " AS u ON u.key = n.key ORDER BY n.case_no");
  }

  private static String value(String column) {
    return "t." + Sql.name(column);
  }
}
