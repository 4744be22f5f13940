package org.plumbline.evaluate.duckdb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.agreement.Precision;
import org.plumbline.compile.WorkedOutSet;
import org.plumbline.compile.sql.DuckDbDialect;
import org.plumbline.evaluate.LaidSet;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.Sql;
import org.plumbline.records.duckdb.StoredRange;

/** Makes the tables of record sets that do not come from files alone. */
final class MadeSets {

  private static final String FIELD = StoredSet.fieldColumn("");

  private final Database database;
  private final DataTables tables;

  MadeSets(Database database, DataTables tables) {
    this.database = database;
    this.tables = tables;
  }

  StoredSet workOut(WorkedOutSet set) {
    StoredSet stored =
        described(
            set.set(),
            set.moments(),
            Map.of(),
            set.holds(),
            set.files(),
            set.skewMicros(),
            set.tables());
    holds(stored);
    set.plans()
        .forEach(
            (table, plan) ->
                tables.during(
                    set.tables(plan),
                    () -> {
                      database.execute(
                          "CREATE OR REPLACE TABLE "
                              + Sql.name(table)
                              + " AS SELECT * FROM ("
                              + org.plumbline.compile.sql.Sql.of(plan, new DuckDbDialect())
                              + ") ORDER BY case_no");
                      return table;
                    }));
    return counted(stored, fields(stored));
  }

  /** Tables of holds without any; a plan may make them anew. */
  private void holds(StoredSet stored) {
    database.execute(
        "CREATE OR REPLACE TABLE "
            + Sql.name(stored.table(Table.HOLDS))
            + " (case_no BIGINT, hold_no SMALLINT, f BIGINT, u BIGINT, file_no INTEGER,"
            + " row_no BIGINT)");
    database.execute(
        "CREATE OR REPLACE TABLE "
            + Sql.name(stored.table(Table.ATOMS))
            + " (case_no BIGINT, f BIGINT, u BIGINT, mask BIGINT)");
  }

  /** The fields with the types that their columns have. */
  private Map<String, String> fields(StoredSet stored) {
    Map<String, String> fields = new LinkedHashMap<>();
    database.each(
        "DESCRIBE " + Sql.name(stored.table(Table.CASES)),
        row -> {
          String column = row.getString(1);
          if (column.startsWith(FIELD)) {
            fields.put(column.substring(FIELD.length()), row.getString(2));
          }
          return fields;
        });
    return fields;
  }

  StoredSet lay(LaidSet set) {
    StoredSet stored =
        described(set.set(), set.moments(), set.fields(), List.of(), List.of(), 0, set.tables());
    holds(stored);
    List<String> columns = new ArrayList<>();
    columns.add("case_no BIGINT");
    columns.add("case_key VARCHAR");
    set.moments()
        .forEach(
            (id, precision) ->
                columns.add(
                    Sql.name(StoredSet.momentColumn(id))
                        + (precision == Precision.DATE ? " INTEGER" : " BIGINT")));
    set.fields()
        .forEach((id, type) -> columns.add(Sql.name(StoredSet.fieldColumn(id)) + " " + type));
    columns.add("unusable VARCHAR");
    columns.add("file_no INTEGER");
    columns.add("row_no BIGINT");
    String table = Sql.name(stored.table(Table.CASES));
    database.execute("CREATE OR REPLACE TABLE " + table + " (" + String.join(", ", columns) + ")");
    List<String> rows = new ArrayList<>();
    for (LaidSet.Case each : set.cases()) {
      rows.add(row(rows.size(), each));
    }
    if (!rows.isEmpty()) {
      database.execute("INSERT INTO " + table + " VALUES " + String.join(", ", rows));
    }
    return counted(stored, set.fields());
  }

  private static String row(int number, LaidSet.Case each) {
    List<String> cells = new ArrayList<>();
    cells.add(String.valueOf(number));
    cells.add(Sql.text(each.key()));
    for (@Nullable Long moment : each.moments()) {
      cells.add(String.valueOf(moment));
    }
    for (@Nullable String field : each.fields()) {
      cells.add(field == null ? "NULL" : Sql.text(field));
    }
    cells.add("NULL, NULL, NULL");
    return "(" + String.join(", ", cells) + ")";
  }

  private static StoredSet described(
      String set,
      Map<String, Precision> moments,
      Map<String, String> fields,
      List<String> holds,
      List<String> files,
      long skew,
      String tables) {
    return new StoredSet(
        set, false, moments, fields, holds, files, 0, skew, new StoredSet.DayRange(0, -1), tables);
  }

  private StoredSet counted(StoredSet stored, Map<String, String> fields) {
    long cases = database.number("SELECT count(*) FROM " + Sql.name(stored.table(Table.CASES)));
    return new StoredSet(
        stored.set(),
        false,
        stored.moments(),
        fields,
        stored.holds(),
        stored.files(),
        cases,
        stored.skewMicros(),
        StoredRange.of(database, stored).orElse(stored.range()),
        stored.tables());
  }
}
