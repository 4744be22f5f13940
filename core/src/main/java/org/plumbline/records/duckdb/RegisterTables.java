package org.plumbline.records.duckdb;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;

/** The tables of the register's own sets: as they are without files, and as they were known. */
final class RegisterTables {

  /** The moment with which a row came to be known; a later row is not there yet. */
  private static final Map<String, String> CAME =
      Map.of(
          RegisterSets.DECLARATIONS,
          "declared",
          RegisterSets.DECISIONS,
          "on",
          RegisterSets.CAUSES,
          "named",
          RegisterSets.REPORTS,
          "issued",
          RegisterSets.BILLS,
          "billed",
          RegisterSets.BILL_LINES,
          "billed",
          RegisterSets.RECONSIDERATIONS,
          "requested",
          "register/actions",
          "opened");

  /** Moments that happen to a row that is there; a later one has not happened yet. */
  private static final Map<String, List<String>> HAPPENED =
      Map.of(
          RegisterSets.DECLARATIONS,
          List.of("decided"),
          RegisterSets.MILESTONES,
          List.of("done"),
          RegisterSets.COMMITMENTS,
          List.of("done"),
          RegisterSets.DELIVERIES,
          List.of("delivered", "certified"),
          RegisterSets.BILLS,
          List.of("paid"),
          RegisterSets.RECONSIDERATIONS,
          List.of("decided"),
          "register/reviews",
          List.of("held"),
          "register/actions",
          List.of("closed"),
          "register/amendments",
          List.of("signed"));

  private RegisterTables() {}

  /** A set without any row. */
  static StoredSet none(Database database, String set, String tables) {
    RecordSet terms = RegisterSets.SETS.get(set);
    if (terms == null) {
      throw new IllegalArgumentException("no set of the register: " + set);
    }
    Map<String, Precision> moments = new LinkedHashMap<>();
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> columns = new ArrayList<>(List.of("case_no BIGINT", "case_key VARCHAR"));
    terms
        .moments()
        .forEach(
            (id, moment) -> {
              Precision precision =
                  moment instanceof MomentTerm.Recorded recorded
                      ? recorded.precision()
                      : Precision.DATE;
              moments.put(id, precision);
              columns.add(
                  Sql.name(StoredSet.momentColumn(id))
                      + (precision == Precision.DATE ? " INTEGER" : " BIGINT"));
            });
    terms
        .fields()
        .forEach(
            (id, field) -> {
              String type = field.type() == Field.Type.NUMBER ? "DECIMAL(18,3)" : "VARCHAR";
              fields.put(id, type);
              columns.add(Sql.name(StoredSet.fieldColumn(id)) + " " + type);
            });
    columns.addAll(List.of("unusable VARCHAR", "file_no INTEGER", "row_no BIGINT"));
    StoredSet none =
        new StoredSet(
            set,
            false,
            moments,
            fields,
            List.of(),
            List.of("register.yaml"),
            0,
            0,
            new StoredSet.DayRange(0, -1),
            tables);
    create(database, none.table(Table.CASES), columns);
    create(
        database,
        none.table(Table.HOLDS),
        List.of(
            "case_no BIGINT",
            "hold_no SMALLINT",
            "f BIGINT",
            "u BIGINT",
            "file_no INTEGER",
            "row_no BIGINT"));
    create(
        database,
        none.table(Table.ATOMS),
        List.of("case_no BIGINT", "f BIGINT", "u BIGINT", "mask BIGINT"));
    return none;
  }

  private static void create(Database database, String table, List<String> columns) {
    database.execute(
        "CREATE OR REPLACE TABLE " + Sql.name(table) + " (" + String.join(", ", columns) + ")");
  }

  /**
   * A set as it was known on a day.
   *
   * @param day what its rows say of later days is not there
   */
  static StoredSet known(Database database, StoredSet stored, LocalDate day, ZoneId zone) {
    String table = Sql.name(stored.table(Table.CASES));
    String came = CAME.get(stored.set());
    if (came != null && stored.moments().containsKey(came)) {
      database.execute(
          "DELETE FROM " + table + " WHERE unusable IS NULL AND " + later(stored, came, day, zone));
    }
    for (String moment : HAPPENED.getOrDefault(stored.set(), List.of())) {
      if (stored.moments().containsKey(moment)) {
        database.execute(
            "UPDATE "
                + table
                + " SET "
                + Sql.name(StoredSet.momentColumn(moment))
                + " = NULL WHERE "
                + later(stored, moment, day, zone));
      }
    }
    return new StoredSet(
        stored.set(),
        stored.eventLog(),
        stored.moments(),
        stored.fields(),
        stored.holds(),
        stored.files(),
        database.number("SELECT count(*) FROM " + table),
        stored.skewMicros(),
        stored.range(),
        stored.tables(),
        StoredRange.always(database, stored));
  }

  private static String later(StoredSet stored, String moment, LocalDate day, ZoneId zone) {
    long last =
        stored.moments().get(moment) == Precision.DATE
            ? day.toEpochDay()
            : EpochMicros.of(day.plusDays(1).atStartOfDay(zone).toInstant()) - 1;
    return Sql.name(StoredSet.momentColumn(moment)) + " > " + last;
  }
}
