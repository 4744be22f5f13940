package org.plumbline.records.duckdb;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.records.RecordChange;
import org.plumbline.records.RecordChange.Corrected;
import org.plumbline.records.RecordChange.Declared;
import org.plumbline.records.RecordChange.Held;
import org.plumbline.records.RecordChange.Marked;
import org.plumbline.records.RecordChange.Moved;
import org.plumbline.records.RecordChange.Written;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;

/**
 * Record sets as if the changes that the parties have agreed on had been recorded: other tables
 * beside those of the load, which stay as they are.
 */
public final class ChangedRecords {

  private final Database database;
  private final StoredSet stored;
  private final String tables;
  private final List<RecordChange> changes;

  private ChangedRecords(
      Database database, StoredSet stored, String tables, List<RecordChange> changes) {
    this.database = database;
    this.stored = stored;
    this.tables = tables;
    this.changes = changes;
  }

  /**
   * The sets with the changes; sets without any are those that were given.
   *
   * @param loaded the record sets of a load, by id
   * @param name what the names of changed tables begin with, so that several may lie side by side
   */
  public static Map<String, StoredSet> of(
      Database database, Map<String, StoredSet> loaded, List<RecordChange> changes, String name) {
    Map<String, StoredSet> changed = new LinkedHashMap<>(loaded);
    Map<String, List<RecordChange>> bySet =
        changes.stream()
            .collect(
                Collectors.groupingBy(RecordChange::set, LinkedHashMap::new, Collectors.toList()));
    bySet.forEach(
        (set, own) -> {
          StoredSet stored = loaded.get(set);
          String tables = name + " " + set;
          if (stored == null && RegisterSets.SETS.containsKey(set)) {
            stored = RegisterTables.none(database, set, tables + ", none");
          }
          if (stored != null) {
            changed.put(set, new ChangedRecords(database, stored, tables, own).changed());
          }
        });
    return changed;
  }

  /** The keys that no case of a set has. */
  public static Set<String> missing(Database database, StoredSet stored, Set<String> keys) {
    Set<String> missing = new LinkedHashSet<>(keys);
    database
        .query(
            "SELECT case_key FROM "
                + Sql.name(stored.table(Table.CASES))
                + " WHERE case_key IN "
                + Sql.texts(keys),
            row -> row.getString(1))
        .forEach(missing::remove);
    return missing;
  }

  private StoredSet changed() {
    StoredSet named = named(stored.fields(), stored.holds(), stored.range(), Set.of());
    Map<String, String> fields = new LinkedHashMap<>(stored.fields());
    corrected().forEach(fields::replace);
    of(Marked.class).forEach(marked -> fields.put(marked.field(), "BOOLEAN"));
    cases(named, fields);
    Set<String> holds = new LinkedHashSet<>(stored.holds());
    of(Held.class).forEach(held -> holds.add(held.hold()));
    StoredSet made = named(fields, List.copyOf(holds), stored.range(), Set.of());
    holds(made);
    if (stored.eventLog()) {
      boolean moved = !of(Moved.class).isEmpty();
      if (!moved) {
        view(Table.OCCURRENCES);
      }
      replace(
          made.table(Table.CHANGES),
          "SELECT * EXCLUDE (\"changed key\") REPLACE ("
              + String.join(", ", values("s", fields, true))
              + ")"
              + marks("s")
              + " FROM (SELECT c.case_key AS \"changed key\", s.* FROM "
              + Sql.name(stored.table(Table.CHANGES))
              + " AS s JOIN "
              + Sql.name(stored.table(Table.CASES))
              + " AS c ON c.case_no = s.case_no) AS s ORDER BY case_no, seq");
      if (moved) {
        MovedMoments.in(database, stored, made, of(Moved.class));
      }
    }
    return named(
        fields,
        made.holds(),
        StoredRange.of(database, made).orElse(stored.range()),
        StoredRange.always(database, made));
  }

  private StoredSet named(
      Map<String, String> fields,
      List<String> holds,
      StoredSet.DayRange range,
      Set<String> always) {
    return new StoredSet(
        stored.set(),
        stored.eventLog(),
        stored.moments(),
        fields,
        holds,
        stored.files(),
        stored.cases() + of(Declared.class).size() + of(Written.class).size(),
        stored.skewMicros(),
        range,
        tables,
        always);
  }

  private <T extends RecordChange> List<T> of(Class<T> kind) {
    return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  // ---- cases ----

  /** Fields whose columns have to hold a value that they could not hold, with their new type. */
  private Map<String, String> corrected() {
    Map<String, String> types = new LinkedHashMap<>();
    for (Corrected corrected : of(Corrected.class)) {
      stored
          .fields()
          .forEach(
              (field, type) -> {
                if (StoredSet.fieldColumn(field).equals(corrected.column())
                    && type.startsWith("DECIMAL")) {
                  types.merge(field, wider(type, corrected.value()), ChangedRecords::widest);
                }
              });
    }
    return types;
  }

  private static String wider(String type, String value) {
    return decimal(Math.max(scale(type), new BigDecimal(value).stripTrailingZeros().scale()));
  }

  private static String widest(String one, String other) {
    return decimal(Math.max(scale(one), scale(other)));
  }

  private static String decimal(int scale) {
    return "DECIMAL(38," + Math.max(0, scale) + ")";
  }

  private static int scale(String type) {
    return Integer.parseInt(type.substring(type.indexOf(',') + 1, type.indexOf(')')).strip());
  }

  private void cases(StoredSet made, Map<String, String> fields) {
    List<String> declared = new ArrayList<>();
    int number = 0;
    for (Declared time : of(Declared.class)) {
      declared.add(declared(time, number++));
    }
    for (Written row : of(Written.class)) {
      declared.add(written(row, number++));
    }
    String changed =
        "SELECT * REPLACE ("
            + String.join(", ", values("c", fields, false))
            + ")"
            + marks("c")
            + " FROM (SELECT *, case_key AS \"changed key\" FROM "
            + Sql.name(stored.table(Table.CASES))
            + ") AS c";
    replace(
        made.table(Table.CASES),
        "SELECT * EXCLUDE (\"changed key\") FROM ("
            + String.join(" UNION ALL BY NAME ", concat(changed, declared))
            + ") ORDER BY case_no");
  }

  private static List<String> concat(String first, List<String> rest) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(rest);
    return all;
  }

  private String declared(Declared time, int number) {
    return "SELECT "
        + (stored.cases() + number)
        + " AS case_no, "
        + Sql.text(time.exclusion() + " " + number)
        + " AS case_key, '' AS \"changed key\", "
        + Sql.text(time.exclusion())
        + " AS "
        + Sql.name(StoredSet.fieldColumn("exclusion"))
        + ", "
        + time.from()
        + " AS "
        + Sql.name(StoredSet.momentColumn("from"))
        + ", "
        + time.until()
        + " AS "
        + Sql.name(StoredSet.momentColumn("until"))
        + ", 0 AS "
        + Sql.name(StoredSet.momentColumn("declared"))
        + ", 0 AS file_no, 0 AS row_no";
  }

  private String written(Written row, int number) {
    StringBuilder columns = new StringBuilder();
    row.moments()
        .forEach(
            (id, day) ->
                columns
                    .append(", ")
                    .append(day.toEpochDay())
                    .append("::INTEGER AS ")
                    .append(Sql.name(StoredSet.momentColumn(id))));
    row.fields()
        .forEach(
            (id, text) ->
                columns
                    .append(", ")
                    .append(Sql.text(text))
                    .append(" AS ")
                    .append(Sql.name(StoredSet.fieldColumn(id))));
    return "SELECT "
        + (stored.cases() + number)
        + " AS case_no, "
        + Sql.text(row.key())
        + " AS case_key, '' AS \"changed key\", 0 AS file_no, "
        + (number + 1)
        + " AS row_no"
        + columns;
  }

  /** The columns with corrected values; always at least one. */
  private List<String> values(String row, Map<String, String> fields, boolean fieldsOnly) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("case_no", Sql.name("case_no"));
    for (Corrected corrected : of(Corrected.class)) {
      boolean isField = corrected.column().startsWith(StoredSet.fieldColumn(""));
      if (isField || !fieldsOnly) {
        String column = corrected.column();
        String type =
            isField
                ? fields.getOrDefault(
                    column.substring(StoredSet.fieldColumn("").length()), "VARCHAR")
                : "BIGINT";
        columns.put(
            column,
            "CASE WHEN "
                + row
                + ".\"changed key\" = "
                + Sql.text(corrected.key())
                + " THEN CAST("
                + Sql.text(corrected.value())
                + " AS "
                + type
                + ") ELSE "
                + columns.getOrDefault(column, row + "." + Sql.name(column))
                + " END");
      }
    }
    List<String> values = new ArrayList<>();
    columns.forEach(
        (column, value) ->
            values.add(
                (column.startsWith(StoredSet.momentColumn("")) && isDate(column)
                        ? "CAST(" + value + " AS INTEGER)"
                        : value)
                    + " AS "
                    + Sql.name(column)));
    return values;
  }

  private boolean isDate(String column) {
    return stored.moments().get(column.substring(StoredSet.momentColumn("").length()))
        == Precision.DATE;
  }

  private String marks(String row) {
    return of(Marked.class).stream()
        .map(
            marked ->
                ", coalesce("
                    + row
                    + ".\"changed key\" IN "
                    + Sql.texts(marked.keys())
                    + ", false) AS "
                    + Sql.name(StoredSet.fieldColumn(marked.field())))
        .collect(Collectors.joining());
  }

  // ---- holds ----

  private void holds(StoredSet made) {
    List<Held> held = of(Held.class);
    if (held.isEmpty()) {
      view(Table.HOLDS);
      view(Table.ATOMS);
      return;
    }
    List<String> parts = new ArrayList<>();
    parts.add(
        "SELECT case_no, hold_no, f, u, file_no, row_no FROM "
            + Sql.name(stored.table(Table.HOLDS)));
    for (Held each : held) {
      parts.add(
          "SELECT case_no, "
              + made.holds().indexOf(each.hold())
              + "::SMALLINT, "
              + each.from()
              + "::BIGINT, "
              + each.until()
              + "::BIGINT, file_no, row_no FROM "
              + Sql.name(stored.table(Table.CASES))
              + " WHERE case_key = "
              + Sql.text(each.key()));
    }
    replace(
        made.table(Table.HOLDS),
        "SELECT * FROM ("
            + String.join(" UNION ALL ", parts)
            + ") ORDER BY case_no, f, hold_no, u, file_no, row_no");
    HoldTables.atoms(database, made);
  }

  private void view(Table table) {
    String name = tables + stored.table(table).substring(stored.tables().length());
    database.execute(
        "CREATE OR REPLACE VIEW "
            + Sql.name(name)
            + " AS SELECT * FROM "
            + Sql.name(stored.table(table)));
  }

  private void replace(String table, String select) {
    database.execute("CREATE OR REPLACE TABLE " + Sql.name(table) + " AS " + select);
  }
}
