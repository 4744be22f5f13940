package org.plumbline.evaluate.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.agreement.Precision;
import org.plumbline.compile.WorkedOutSet;
import org.plumbline.compile.sql.Dialect;
import org.plumbline.evaluate.LaidSet;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;

/** Makes the tables of record sets that do not come from files alone. */
final class MadeSets {

  private static final String FIELD = StoredSet.fieldColumn("");

  private final SqlTables tables;
  private final Dialect dialect;

  MadeSets(SqlTables tables) {
    this.tables = tables;
    dialect = tables.dialect();
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
                      tables.make(table, plan, List.of("case_no"));
                      return table;
                    }));
    return counted(stored, fields(stored));
  }

  /** Tables of holds without any; a plan may make them anew. */
  private void holds(StoredSet stored) {
    NoRows.of(tables, stored.table(Table.HOLDS), NoRows.HOLDS);
    NoRows.of(tables, stored.table(Table.ATOMS), NoRows.ATOMS);
  }

  /** The fields with the types that their columns have. */
  private Map<String, String> fields(StoredSet stored) {
    Map<String, String> fields = new LinkedHashMap<>();
    tables
        .columns(stored.table(Table.CASES))
        .forEach(
            (column, type) -> {
              if (column.startsWith(FIELD)) {
                fields.put(column.substring(FIELD.length()), type);
              }
            });
    return fields;
  }

  StoredSet lay(LaidSet set) {
    StoredSet stored =
        described(set.set(), set.moments(), set.fields(), List.of(), List.of(), 0, set.tables());
    holds(stored);
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("case_no", "BIGINT");
    columns.put("case_key", "VARCHAR");
    set.moments()
        .forEach(
            (id, precision) ->
                columns.put(
                    StoredSet.momentColumn(id),
                    precision == Precision.DATE ? "INTEGER" : "BIGINT"));
    set.fields().forEach((id, type) -> columns.put(StoredSet.fieldColumn(id), type));
    columns.put("unusable", "VARCHAR");
    columns.put("file_no", "INTEGER");
    columns.put("row_no", "BIGINT");
    String table = stored.table(Table.CASES);
    if (set.cases().isEmpty()) {
      NoRows.of(tables, table, columns);
    } else {
      List<String> rows = new ArrayList<>();
      for (LaidSet.Case each : set.cases()) {
        rows.add(row(rows.size(), each));
      }
      tables.make(table, laid(columns, rows));
    }
    return counted(stored, set.fields());
  }

  private String laid(Map<String, String> columns, List<String> rows) {
    List<String> names = new ArrayList<>();
    List<String> cast = new ArrayList<>();
    columns.forEach(
        (column, type) -> {
          String name = "c" + names.size();
          names.add(name);
          cast.add("CAST(" + name + " AS " + dialect.stored(type) + ") AS " + dialect.name(column));
        });
    return "SELECT "
        + String.join(", ", cast)
        + " FROM (VALUES "
        + String.join(", ", rows)
        + ") AS v("
        + String.join(", ", names)
        + ")";
  }

  private String row(int number, LaidSet.Case each) {
    List<String> cells = new ArrayList<>();
    cells.add(String.valueOf(number));
    cells.add(dialect.text(each.key()));
    for (@Nullable Long moment : each.moments()) {
      cells.add(String.valueOf(moment));
    }
    for (@Nullable String field : each.fields()) {
      cells.add(field == null ? "NULL" : dialect.text(field));
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
    MadeRange found = MadeRange.of(tables, stored);
    return new StoredSet(
        stored.set(),
        false,
        stored.moments(),
        fields,
        stored.holds(),
        stored.files(),
        found.cases(),
        stored.skewMicros(),
        found.days().orElse(stored.range()),
        stored.tables());
  }
}
