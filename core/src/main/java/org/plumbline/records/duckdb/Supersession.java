package org.plumbline.records.duckdb;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Precision;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.records.Delivered;
import org.plumbline.records.StoredSet;
import org.plumbline.records.Superseded;

/**
 * Takes rows out of a set that a later delivery of the same case supersedes, and tells what became
 * otherwise by it, and what a complete delivery lacks (docs/meaning.md 24).
 */
final class Supersession {

  private static final int MOST = 500;

  private final Database database;
  private final SetShape shape;
  private final String typed;
  private final List<Delivered> deliveries;
  private final String rank;

  private Supersession(
      Database database, SetShape shape, String typed, List<Delivered> deliveries) {
    this.database = database;
    this.shape = shape;
    this.typed = typed;
    this.deliveries = deliveries;
    rank = rank();
  }

  /**
   * Leaves the rows of the latest delivery of each case.
   *
   * @param typed the table of all rows
   * @param deliveries of this set
   * @param findings take what is noticed
   * @return what became otherwise, the first {@value #MOST} values
   */
  static List<Superseded> apply(
      Database database,
      SetShape shape,
      String typed,
      List<Delivered> deliveries,
      ZoneId zone,
      List<Finding> findings) {
    if (deliveries.isEmpty()) {
      return List.of();
    }
    Supersession all = new Supersession(database, shape, typed, deliveries);
    deliveries.forEach(each -> all.missing(each, zone, findings));
    List<Superseded> changed = shape.eventLog() ? all.changedEvents() : all.changed();
    all.withoutReason(changed, findings);
    all.remove();
    return changed;
  }

  /** The rank of a row's delivery; 0 for files that none names. */
  private String rank() {
    Map<String, Integer> byFile = new HashMap<>();
    deliveries.forEach(each -> each.files().forEach(file -> byFile.put(file, each.rank())));
    StringBuilder cases = new StringBuilder("CASE file_no");
    database
        .query(
            "SELECT file_no, name FROM "
                + FileNames.TABLE
                + " WHERE set_id = "
                + Sql.text(shape.set()),
            row -> Map.entry(row.getInt(1), row.getString(2)))
        .forEach(
            file ->
                cases
                    .append(" WHEN ")
                    .append(file.getKey())
                    .append(" THEN ")
                    .append(byFile.getOrDefault(file.getValue(), 0)));
    return cases.append(" ELSE 0 END").toString();
  }

  /** The rows that a later delivery of their case supersedes. */
  private String superseded() {
    return "SELECT t.file_no, t.row_no FROM (SELECT *, "
        + rank
        + " AS delivery FROM "
        + typed
        + ") AS t JOIN (SELECT key, max("
        + rank
        + ") AS last FROM "
        + typed
        + " WHERE key IS NOT NULL GROUP BY key) AS l ON l.key = t.key WHERE t.delivery < l.last";
  }

  private void remove() {
    database.execute("CREATE OR REPLACE TABLE superseded_rows AS " + superseded());
    String rows = " (file_no, row_no) IN (SELECT (file_no, row_no) FROM superseded_rows)";
    database.execute(
        "DELETE FROM "
            + BadRows.TABLE
            + " WHERE set_id = "
            + Sql.text(shape.set())
            + " AND"
            + rows);
    database.execute("DELETE FROM " + typed + " WHERE" + rows);
    database.execute("DROP TABLE superseded_rows");
  }

  // ---- what became otherwise ----

  private List<Superseded> changed() {
    List<String> parts = new ArrayList<>();
    for (CellColumn column : shape.columns()) {
      if (column.alias().startsWith(StoredSet.momentColumn(""))
          || column.alias().startsWith(StoredSet.fieldColumn(""))) {
        String name = Sql.name(column.alias());
        parts.add(
            "SELECT n.key, "
                + Sql.text(column.alias().substring(2))
                + " AS name, "
                + shown(column, "o." + name)
                + " AS was, "
                + shown(column, "n." + name)
                + " AS now, n.delivery FROM placed AS n JOIN placed AS o ON o.key = n.key AND"
                + " n.place = 1 AND o.place = 2 AND o.delivery < n.delivery WHERE n."
                + name
                + " IS DISTINCT FROM o."
                + name);
      }
    }
    if (parts.isEmpty()) {
      return List.of();
    }
    return database.query(
        "WITH placed AS (SELECT *, "
            + rank
            + " AS delivery, row_number() OVER (PARTITION BY key ORDER BY "
            + rank
            + " DESC, file_no, row_no) AS place FROM "
            + typed
            + " WHERE key IS NOT NULL) SELECT key, name, was, now, delivery FROM ("
            + String.join(" UNION ALL ", parts)
            + ") ORDER BY key, name LIMIT "
            + MOST,
        row -> {
          Optional<Delivered> by = of(row.getInt(5));
          return new Superseded(
              shape.set(),
              row.getString(1),
              row.getString(2),
              Optional.ofNullable(row.getString(3)).orElse(""),
              Optional.ofNullable(row.getString(4)).orElse(""),
              by.map(Delivered::id).orElse(""),
              by.flatMap(Delivered::reason).orElse(""));
        });
  }

  /** Cases of a log whose events became others: how many there are, and the last, was and is. */
  private List<Superseded> changedEvents() {
    String values =
        shape.columns().stream()
            .map(column -> ", " + Sql.name(column.alias()))
            .collect(java.util.stream.Collectors.joining());
    return database.query(
        "WITH trails AS (SELECT key, "
            + rank
            + " AS delivery, count(*) AS events, max(\"at\") AS latest, list(hash(\"at\""
            + values
            + ") ORDER BY \"at\", hash(\"at\""
            + values
            + ")) AS trail FROM "
            + typed
            + " WHERE key IS NOT NULL GROUP BY ALL), placed AS (SELECT *, row_number() OVER"
            + " (PARTITION BY key ORDER BY delivery DESC) AS place FROM trails) SELECT n.key, "
            + events("o")
            + ", "
            + events("n")
            + ", n.delivery FROM placed AS n JOIN placed AS o ON o.key = n.key AND n.place = 1 AND"
            + " o.place = 2 WHERE n.trail IS DISTINCT FROM o.trail ORDER BY n.key LIMIT "
            + MOST,
        row -> {
          Optional<Delivered> by = of(row.getInt(4));
          return new Superseded(
              shape.set(),
              row.getString(1),
              "events",
              Optional.ofNullable(row.getString(2)).orElse(""),
              Optional.ofNullable(row.getString(3)).orElse(""),
              by.map(Delivered::id).orElse(""),
              by.flatMap(Delivered::reason).orElse(""));
        });
  }

  private static String events(String row) {
    return row
        + ".events || CASE WHEN "
        + row
        + ".events = 1 THEN ' event' ELSE ' events' END || coalesce(', the last at ' ||"
        + " strftime(make_timestamp("
        + row
        + ".latest), '%Y-%m-%dT%H:%M:%SZ'), '')";
  }

  private Optional<Delivered> of(int delivery) {
    return deliveries.stream().filter(each -> each.rank() == delivery).findFirst();
  }

  private String shown(CellColumn column, String value) {
    Precision precision = shape.moments().get(column.alias().substring(2));
    if (!column.alias().startsWith(StoredSet.momentColumn("")) || precision == null) {
      return "CAST(" + value + " AS VARCHAR)";
    }
    return precision == Precision.DATE
        ? "CAST(DATE '1970-01-01' + CAST(" + value + " AS INTEGER) AS VARCHAR)"
        : "strftime(make_timestamp(" + value + "), '%Y-%m-%dT%H:%M:%SZ')";
  }

  private void withoutReason(List<Superseded> changed, List<Finding> findings) {
    for (Delivered each : deliveries) {
      long cases =
          changed.stream()
              .filter(value -> value.delivery().equals(each.id()))
              .map(Superseded::key)
              .distinct()
              .count();
      if (cases > 0 && each.reason().isEmpty()) {
        findings.add(
            Finding.of(
                FindingCode.CHANGED_WITHOUT_REASON,
                each.place(),
                "the delivery "
                    + each.id()
                    + " changes "
                    + (cases == 1 ? "a case" : cases + " cases")
                    + " of "
                    + shape.set()
                    + " that had been delivered before, and does not say why",
                "write the reason"));
      }
    }
  }

  // ---- what a complete delivery lacks ----

  private void missing(Delivered complete, ZoneId zone, List<Finding> findings) {
    if (complete.completeFor().isEmpty()) {
      return;
    }
    ReportingPeriod period = complete.completeFor().get();
    String first = shape.eventLog() ? "min(\"at\")" : "";
    String belongs =
        shape.eventLog() ? within(first, false, period, zone, 0) : belongs(period, zone);
    List<String> keys =
        database.query(
            "SELECT key FROM "
                + typed
                + " WHERE key IS NOT NULL AND "
                + rank
                + " < "
                + complete.rank()
                + " AND key NOT IN (SELECT key FROM "
                + typed
                + " WHERE key IS NOT NULL AND "
                + rank
                + " = "
                + complete.rank()
                + ") GROUP BY key HAVING "
                + (shape.eventLog() ? belongs : "bool_or(" + belongs + ")")
                + " ORDER BY key LIMIT "
                + MOST,
            row -> row.getString(1));
    if (!keys.isEmpty()) {
      findings.add(
          Finding.of(
              FindingCode.MISSING_FROM_COMPLETE_LOAD,
              complete.place(),
              (keys.size() == 1 ? "a case" : keys.size() + " cases")
                  + " of "
                  + shape.set()
                  + " in "
                  + period.name()
                  + " had been delivered before and "
                  + (keys.size() == 1 ? "is" : "are")
                  + " not in "
                  + complete.id()
                  + ", which is complete for it; "
                  + (keys.size() == 1 ? "it stays" : "they stay"),
              "void or correct what is wrong, or deliver what is missing"));
    }
  }

  /** Whether the earliest recorded moment of a row lies in a period. */
  private String belongs(ReportingPeriod period, ZoneId zone) {
    List<String> inside = new ArrayList<>();
    List<String> before = new ArrayList<>();
    shape
        .moments()
        .forEach(
            (id, precision) -> {
              String column = Sql.name(StoredSet.momentColumn(id));
              boolean date = precision == Precision.DATE;
              inside.add("coalesce(" + within(column, date, period, zone, 0) + ", false)");
              before.add("coalesce(" + within(column, date, period, zone, -1) + ", false)");
            });
    return inside.isEmpty()
        ? "false"
        : "(" + String.join(" OR ", inside) + ") AND NOT (" + String.join(" OR ", before) + ")";
  }

  private static String within(
      String value, boolean date, ReportingPeriod period, ZoneId zone, int before) {
    long from = date ? period.from().toEpochDay() : micros(period.from(), zone);
    long until = date ? period.until().toEpochDay() + 1 : micros(period.until().plusDays(1), zone);
    return before < 0
        ? value + " < " + from
        : "(" + value + " >= " + from + " AND " + value + " < " + until + ")";
  }

  private static long micros(LocalDate day, ZoneId zone) {
    return EpochMicros.of(day.atStartOfDay(zone).toInstant());
  }
}
