package org.plumbline.records.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Precision;
import org.plumbline.records.HoldSource;
import org.plumbline.records.MomentSource;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;

/**
 * Derives moments, changing fields and state intervals from an event log. Events of a case are in
 * order of their instant, then of the order column, then of their source row. An event that says no
 * state leaves the state as it was; one that says no value of a field leaves it without a value.
 */
final class EventTables {

  private static final String PLACE = "file_no, row_no";

  private final Database database;
  private final SetShape shape;
  private final StoredSet stored;
  private final TimeConversion times;
  private final String events;

  EventTables(Database database, SetShape shape, StoredSet stored, TimeConversion times) {
    this.database = database;
    this.shape = shape;
    this.stored = stored;
    this.times = times;
    this.events = shape.table("events");
  }

  /** Puts events in order: {@code case_no}, {@code seq} from 1, and the typed columns. */
  void order(String typed) {
    String order = shape.has(SetShape.ORDER) ? "t." + Sql.name(SetShape.ORDER) + ", " : "";
    String sorted = shape.table("eventsorted");
    database.execute(
        "CREATE TABLE "
            + sorted
            + " AS SELECT n.case_no, t.* EXCLUDE (key, fault, bad) FROM "
            + typed
            + " AS t JOIN "
            + shape.table("numbers")
            + " AS n ON n.key = t.key WHERE t.\"at\" IS NOT NULL ORDER BY n.case_no, t.\"at\", "
            + order
            + "t.file_no, t.row_no");
    database.execute(
        "CREATE TABLE "
            + events
            + " AS SELECT s.rowid - f.first_row + 1 AS seq, s.* FROM "
            + sorted
            + " AS s JOIN (SELECT case_no, min(rowid) AS first_row FROM "
            + sorted
            + " GROUP BY case_no) AS f ON f.case_no = s.case_no ORDER BY s.case_no, seq");
    database.execute("DROP TABLE " + sorted);
    if (shape.has(SetShape.STATE)) {
      database.execute(
          "CREATE TABLE "
              + shape.table("states")
              + " AS SELECT case_no, seq, \"at\", "
              + PLACE
              + ", state, lag(state) OVER (PARTITION BY case_no ORDER BY seq) AS before FROM "
              + events
              + " WHERE state IS NOT NULL");
    }
  }

  /** Makes {@link Table#OCCURRENCES}. */
  void occurrences() {
    List<String> parts = new ArrayList<>();
    int number = 0;
    for (Map.Entry<String, Precision> moment : shape.moments().entrySet()) {
      parts.add(occurrencesOf(moment.getKey(), moment.getValue(), number));
      number++;
    }
    if (parts.isEmpty()) {
      parts.add(
          "SELECT 0::BIGINT AS case_no, 0::SMALLINT AS moment_no, 0::BIGINT AS \"at\","
              + " 0::BIGINT AS seq, 0 AS file_no, 0::BIGINT AS row_no WHERE false");
    }
    database.execute(
        "CREATE TABLE "
            + Sql.name(stored.table(Table.OCCURRENCES))
            + " AS SELECT case_no, moment_no, \"at\", seq, file_no, row_no FROM ("
            + String.join(" UNION ALL ", parts)
            + ") ORDER BY case_no, seq, moment_no");
  }

  private String occurrencesOf(String id, Precision precision, int number) {
    MomentSource source = shape.momentSources().get(id);
    String head = "SELECT case_no, " + number + "::SMALLINT AS moment_no, ";
    if (source instanceof MomentSource.Entered entered) {
      String in = Sql.texts(entered.states());
      return occurring(
          head,
          precision,
          shape.table("states")
              + " WHERE state IN "
              + in
              + " AND (before IS NULL OR before NOT IN "
              + in
              + ")");
    }
    if (source instanceof MomentSource.Rises) {
      String value = Sql.name("r:" + id);
      return occurring(
          head,
          precision,
          "(SELECT *, lag("
              + value
              + ") OVER (PARTITION BY case_no ORDER BY seq) AS lower FROM "
              + events
              + " WHERE "
              + value
              + " IS NOT NULL) WHERE "
              + value
              + " > lower");
    }
    String value = Sql.name(StoredSet.momentColumn(id));
    return head
        + value
        + "::BIGINT AS \"at\", min(seq) AS seq, arg_min(file_no, seq) AS file_no,"
        + " arg_min(row_no, seq) AS row_no FROM "
        + events
        + " WHERE "
        + value
        + " IS NOT NULL GROUP BY case_no, "
        + value;
  }

  private String occurring(String head, Precision precision, String from) {
    List<String> joins = new ArrayList<>();
    String at =
        switch (precision) {
          case INSTANT -> "\"at\"";
          case MINUTE -> "\"at\" - \"at\" % 60000000";
          case DATE -> times.localDay("\"at\"", joins, "d") + "::BIGINT";
        };
    String inner = "SELECT case_no, seq, \"at\", " + PLACE + " FROM " + from;
    return head
        + at
        + " AS \"at\", seq, "
        + PLACE
        + " FROM ("
        + inner
        + ") "
        + String.join(" ", joins);
  }

  /** Makes {@link Table#CHANGES}. */
  void changes() {
    StringBuilder fields = new StringBuilder();
    shape.fields().forEach(id -> fields.append(Sql.name(StoredSet.fieldColumn(id))).append(", "));
    database.execute(
        "CREATE TABLE "
            + Sql.name(stored.table(Table.CHANGES))
            + " AS SELECT case_no, \"at\", seq, "
            + fields
            + PLACE
            + " FROM "
            + events
            + " ORDER BY case_no, seq");
  }

  /** Makes {@link Table#CASES}. */
  void cases() {
    List<String> columns = new ArrayList<>();
    List<String> firsts = new ArrayList<>();
    int number = 0;
    for (Map.Entry<String, Precision> moment : shape.moments().entrySet()) {
      String column = Sql.name(StoredSet.momentColumn(moment.getKey()));
      String type = moment.getValue() == Precision.DATE ? "INTEGER" : "BIGINT";
      firsts.add(
          "(arg_min(\"at\", seq) FILTER (WHERE moment_no = "
              + number
              + "))::"
              + type
              + " AS "
              + column);
      columns.add("o." + column);
      number++;
    }
    shape.fields().forEach(id -> columns.add("l." + Sql.name(StoredSet.fieldColumn(id))));
    String changes = Sql.name(stored.table(Table.CHANGES));
    database.execute(
        "CREATE TABLE "
            + Sql.name(stored.table(Table.CASES))
            + " AS SELECT n.case_no, n.key AS case_key"
            + (columns.isEmpty() ? "" : ", " + String.join(", ", columns))
            + ", u.reason AS unusable, n.file_no, n.row_no FROM "
            + shape.table("numbers")
            + " AS n LEFT JOIN (SELECT case_no"
            + (firsts.isEmpty() ? "" : ", " + String.join(", ", firsts))
            + " FROM "
            + Sql.name(stored.table(Table.OCCURRENCES))
            + " GROUP BY case_no) AS o ON o.case_no = n.case_no LEFT JOIN (SELECT c.* FROM "
            + changes
            + " AS c JOIN (SELECT case_no, max(seq) AS seq FROM "
            + changes
            + " GROUP BY case_no) AS m ON m.case_no = c.case_no AND m.seq = c.seq) AS l"
            + " ON l.case_no = n.case_no LEFT JOIN "
            + shape.table("unusable")
            + " AS u ON u.key = n.key ORDER BY n.case_no");
  }

  /** Intervals of a hold by state, as a query of {@code case_no, hold_no, f, u} and place. */
  String heldInState(HoldSource.InState source, int number) {
    String in = Sql.texts(source.states());
    return "SELECT case_no, "
        + number
        + "::SMALLINT AS hold_no, \"at\" AS f, u, "
        + PLACE
        + " FROM (SELECT *, lead(\"at\") OVER (PARTITION BY case_no ORDER BY seq) AS u FROM "
        + shape.table("states")
        + " WHERE (state IN "
        + in
        + ") <> (coalesce(before IN "
        + in
        + ", false))) WHERE state IN "
        + in;
  }
}
