package org.plumbline.evaluate.duckdb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.compile.States;
import org.plumbline.evaluate.Staying;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.Sql;

/** Divides the cases of a record set by what had happened of them on a day. */
final class Portions {

  private final Database database;

  Portions(Database database) {
    this.database = database;
  }

  /**
   * Keeps the keys of the cases that stay.
   *
   * @param outcomes a statement with a row for each part of each case
   */
  void keep(String name, String outcomes, Staying staying, Instant asOf) {
    database.execute(
        "CREATE OR REPLACE TABLE "
            + Sql.name(name)
            + " AS SELECT DISTINCT \"o case_key\" AS case_key FROM ("
            + outcomes
            + ") WHERE \"o part\" = 0 AND "
            + stays(staying, EpochMicros.of(asOf)));
  }

  private static String stays(Staying staying, long now) {
    String day = "coalesce(\"o stop\", \"o start\", " + now + ") < " + staying.micros();
    String open = "\"o state\" = " + States.OPEN;
    String decided = "\"o state\" IN (" + States.DECIDED + ", " + States.UNUSABLE_NOT_MET + ")";
    return switch (staying.what()) {
      case STARTED -> "coalesce(\"o start\", \"o stop\", " + now + ") < " + staying.micros();
      case STOPPED ->
          "CASE WHEN \"o stop\" IS NULL AND ("
              + open
              + " OR "
              + decided
              + ") THEN false ELSE "
              + day
              + " END";
      case DECIDED ->
          "CASE WHEN "
              + open
              + " THEN false WHEN "
              + decided
              + " AND \"o day\" IS NOT NULL THEN \"o day\" < "
              + staying.day().toEpochDay()
              + " ELSE "
              + day
              + " END";
    };
  }

  /** Some cases of a set in tables of their own. */
  StoredSet portion(StoredSet set, String tables, List<String> among, List<String> without) {
    StoredSet portion =
        new StoredSet(
            set.set(),
            set.eventLog(),
            set.moments(),
            set.fields(),
            set.holds(),
            set.files(),
            set.cases(),
            set.skewMicros(),
            set.range(),
            tables,
            set.always());
    Set<String> there =
        Set.copyOf(
            database.query(
                "SELECT table_name FROM information_schema.tables", row -> row.getString(1)));
    List<String> conditions = new ArrayList<>();
    if (!among.isEmpty()) {
      conditions.add("(" + String.join(" OR ", among.stream().map(Portions::in).toList()) + ")");
    }
    without.forEach(keys -> conditions.add("NOT " + in(keys)));
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    copy(set.table(Table.CASES), portion.table(Table.CASES), where);
    String cases = " WHERE case_no IN (SELECT case_no FROM " + Sql.name(portion.table(Table.CASES));
    for (Table table : Table.values()) {
      if (table != Table.CASES && there.contains(set.table(table))) {
        copy(set.table(table), portion.table(table), cases + ")");
      }
    }
    if (there.contains(set.gaps())) {
      copy(set.gaps(), portion.gaps(), "");
    }
    long count = database.number("SELECT count(*) FROM " + Sql.name(portion.table(Table.CASES)));
    return new StoredSet(
        portion.set(),
        portion.eventLog(),
        portion.moments(),
        portion.fields(),
        portion.holds(),
        portion.files(),
        count,
        portion.skewMicros(),
        portion.range(),
        tables,
        portion.always());
  }

  private static String in(String keys) {
    return "case_key IN (SELECT case_key FROM " + Sql.name(keys) + ")";
  }

  private void copy(String from, String to, String where) {
    database.execute(
        "CREATE OR REPLACE TABLE "
            + Sql.name(to)
            + " AS SELECT * FROM "
            + Sql.name(from)
            + where
            + " ORDER BY case_no");
  }
}
