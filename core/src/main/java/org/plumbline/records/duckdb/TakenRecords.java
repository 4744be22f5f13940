package org.plumbline.records.duckdb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.agreement.Precision;
import org.plumbline.records.SetBeside.Kind;
import org.plumbline.records.SetBeside.Part;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;

/**
 * A record set in which something is taken from that of another party, and all else is as it was:
 * other tables beside those of both, which stay as they are.
 */
public final class TakenRecords {

  private final Database database;
  private final StoredSet here;
  private final StoredSet there;
  private final String tables;
  private final Part part;

  private TakenRecords(
      Database database, StoredSet here, StoredSet there, String tables, Part part) {
    this.database = database;
    this.here = here;
    this.there = there;
    this.tables = tables;
    this.part = part;
  }

  /** Nothing of a case that both have. */
  private static final Part NOTHING = new Part(Kind.RECORD, "", 0);

  /**
   * Without the cases that the other does not have.
   *
   * @param tables what the names of the new tables begin with
   */
  public static StoredSet without(
      Database database, StoredSet here, StoredSet there, String tables) {
    return new TakenRecords(database, here, there, tables, NOTHING)
        .made(
            "SELECT o.case_no AS here_no, NULL::BIGINT AS there_no, false AS taken FROM "
                + RecordsBeside.cases(here)
                + " AS o WHERE o.case_key IN (SELECT case_key FROM "
                + RecordsBeside.cases(there)
                + ")");
  }

  /** With the cases that only the other has. */
  public static StoredSet with(Database database, StoredSet here, StoredSet there, String tables) {
    return new TakenRecords(database, here, there, tables, NOTHING)
        .made(
            "SELECT o.case_no AS here_no, NULL::BIGINT AS there_no, false AS taken FROM "
                + RecordsBeside.cases(here)
                + " AS o UNION ALL SELECT NULL, t.case_no, true FROM "
                + RecordsBeside.cases(there)
                + " AS t WHERE t.case_key NOT IN (SELECT case_key FROM "
                + RecordsBeside.cases(here)
                + ")");
  }

  /** With one part of the cases that both have as the other has it. */
  public static StoredSet with(
      Database database, StoredSet here, StoredSet there, Part part, String tables) {
    return new TakenRecords(database, here, there, tables, part)
        .made(
            "SELECT o.case_no AS here_no, t.case_no AS there_no, o.case_key IN ("
                + RecordsBeside.differing(here, there, part)
                + ") AS taken FROM "
                + RecordsBeside.cases(here)
                + " AS o LEFT JOIN "
                + RecordsBeside.cases(there)
                + " AS t ON t.case_key = o.case_key");
  }

  private StoredSet made(String members) {
    String numbers = tables + ".numbers";
    replace(
        numbers,
        "SELECT row_number() OVER (ORDER BY here_no NULLS LAST, there_no) - 1 AS case_no, here_no,"
            + " there_no, taken FROM ("
            + members
            + ")");
    Map<String, String> fields = fields();
    StoredSet made = named(fields, 0, here.range(), Set.of());
    cases(made, numbers, fields);
    rows(made, Table.HOLDS, numbers, "hold_no", here.holds(), there.holds(), "f, u");
    HoldTables.atoms(database, made);
    if (here.eventLog()) {
      rows(
          made,
          Table.OCCURRENCES,
          numbers,
          "moment_no",
          List.copyOf(here.moments().keySet()),
          List.copyOf(there.moments().keySet()),
          "\"at\", seq");
      changes(made, numbers, fields);
    }
    return named(
        fields,
        database.number("SELECT count(*) FROM " + Sql.name(numbers)),
        StoredRange.of(database, made).orElse(here.range()),
        StoredRange.always(database, made));
  }

  private StoredSet named(
      Map<String, String> fields, long cases, StoredSet.DayRange range, Set<String> always) {
    return new StoredSet(
        here.set(),
        here.eventLog(),
        here.moments(),
        fields,
        here.holds(),
        here.files(),
        cases,
        Math.max(here.skewMicros(), there.skewMicros()),
        range,
        tables,
        always);
  }

  /** Types that hold the values of both. */
  private Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>(here.fields());
    there
        .fields()
        .forEach(
            (id, type) ->
                fields.computeIfPresent(
                    id,
                    (key, own) ->
                        own.equals(type) || !own.startsWith("DECIMAL") ? own : wider(own, type)));
    return fields;
  }

  private static String wider(String one, String other) {
    return "DECIMAL(38," + Math.max(scale(one), scale(other)) + ")";
  }

  private static int scale(String type) {
    return type.startsWith("DECIMAL")
        ? Integer.parseInt(type.substring(type.indexOf(',') + 1, type.indexOf(')')).strip())
        : 0;
  }

  // ---- cases ----

  private boolean takes(Kind kind, String name) {
    return part.kind() == Kind.RECORD
        || (part.kind() == kind && (part.name().equals(name) || kind == Kind.VALUES));
  }

  private void cases(StoredSet made, String numbers, Map<String, String> fields) {
    List<String> columns = new ArrayList<>();
    columns.add("n.case_no");
    columns.add("coalesce(o.case_key, t.case_key) AS case_key");
    here.moments()
        .forEach(
            (id, precision) ->
                columns.add(
                    column(
                        StoredSet.momentColumn(id),
                        takes(Kind.MOMENT, id),
                        precision == Precision.DATE ? "INTEGER" : "BIGINT")));
    fields.forEach(
        (id, type) ->
            columns.add(
                column(
                    StoredSet.fieldColumn(id),
                    takes(Kind.FIELD, id) || takes(Kind.VALUES, id),
                    type)));
    boolean whole = part.kind() == Kind.RECORD;
    columns.add(
        whole
            ? "CASE WHEN n.taken THEN t.unusable ELSE o.unusable END AS unusable"
            : "o.unusable AS unusable");
    columns.add("coalesce(o.file_no, 0) AS file_no");
    columns.add("coalesce(o.row_no, t.row_no) AS row_no");
    replace(
        made.table(Table.CASES),
        "SELECT "
            + String.join(", ", columns)
            + " FROM "
            + Sql.name(numbers)
            + " AS n LEFT JOIN "
            + RecordsBeside.cases(here)
            + " AS o ON o.case_no = n.here_no LEFT JOIN "
            + RecordsBeside.cases(there)
            + " AS t ON t.case_no = n.there_no ORDER BY n.case_no");
  }

  private String column(String column, boolean taken, String type) {
    String own = RecordsBeside.value(here, "o", column);
    return "CAST("
        + (taken
            ? "CASE WHEN n.taken THEN "
                + RecordsBeside.value(there, "t", column)
                + " ELSE "
                + own
                + " END"
            : own)
        + " AS "
        + type
        + ") AS "
        + Sql.name(column);
  }

  // ---- what a case has many of ----

  /** Rows that are numbered by moment or hold: those of the one, and what is taken of the other. */
  private void rows(
      StoredSet made,
      Table table,
      String numbers,
      String number,
      List<String> own,
      List<String> others,
      String values) {
    Kind kind = table == Table.HOLDS ? Kind.HOLD : Kind.MOMENT;
    StringBuilder taken = new StringBuilder("false");
    StringBuilder mapped = new StringBuilder("CASE r." + number);
    StringBuilder known = new StringBuilder("false");
    for (int i = 0; i < own.size(); i++) {
      if (takes(kind, own.get(i))) {
        taken.append(" OR r.").append(number).append(" = ").append(i);
        int other = others.indexOf(own.get(i));
        if (other >= 0) {
          mapped.append(" WHEN ").append(other).append(" THEN ").append(i);
          known.append(" OR r.").append(number).append(" = ").append(other);
        }
      }
    }
    mapped.append(" WHEN -1 THEN -1 END::SMALLINT");
    String theirs =
        there.eventLog() || table == Table.HOLDS
            ? " UNION ALL SELECT n.case_no, "
                + mapped
                + ", "
                + values
                + ", 0, r.row_no FROM "
                + Sql.name(there.table(table))
                + " AS r JOIN "
                + Sql.name(numbers)
                + " AS n ON n.there_no = r.case_no WHERE n.taken AND ("
                + known
                + ")"
            : "";
    replace(
        made.table(table),
        "SELECT * FROM (SELECT n.case_no, r."
            + number
            + ", "
            + values
            + ", r.file_no, r.row_no FROM "
            + Sql.name(here.table(table))
            + " AS r JOIN "
            + Sql.name(numbers)
            + " AS n ON n.here_no = r.case_no WHERE NOT (n.taken AND ("
            + taken
            + "))"
            + theirs
            + ") ORDER BY case_no, "
            + (table == Table.HOLDS ? "f, hold_no, u" : "seq, moment_no"));
  }

  private void changes(StoredSet made, String numbers, Map<String, String> fields) {
    boolean taken = part.kind() == Kind.RECORD || part.kind() == Kind.VALUES;
    String own =
        "SELECT n.case_no, r.\"at\", r.seq"
            + values(here, fields)
            + ", r.file_no, r.row_no FROM "
            + Sql.name(here.table(Table.CHANGES))
            + " AS r JOIN "
            + Sql.name(numbers)
            + " AS n ON n.here_no = r.case_no"
            + (taken ? " WHERE NOT n.taken" : "");
    String theirs =
        taken && there.eventLog()
            ? " UNION ALL SELECT n.case_no, r.\"at\", r.seq"
                + values(there, fields)
                + ", 0, r.row_no FROM "
                + Sql.name(there.table(Table.CHANGES))
                + " AS r JOIN "
                + Sql.name(numbers)
                + " AS n ON n.there_no = r.case_no WHERE n.taken"
            : "";
    replace(
        made.table(Table.CHANGES), "SELECT * FROM (" + own + theirs + ") ORDER BY case_no, seq");
  }

  private static String values(StoredSet set, Map<String, String> fields) {
    StringBuilder values = new StringBuilder();
    fields.forEach(
        (id, type) ->
            values
                .append(", CAST(")
                .append(RecordsBeside.value(set, "r", StoredSet.fieldColumn(id)))
                .append(" AS ")
                .append(type)
                .append(") AS ")
                .append(Sql.name(StoredSet.fieldColumn(id))));
    return values.toString();
  }

  private void replace(String table, String select) {
    database.execute("CREATE OR REPLACE TABLE " + Sql.name(table) + " AS " + select);
  }
}
