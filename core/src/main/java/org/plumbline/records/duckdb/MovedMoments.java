package org.plumbline.records.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Precision;
import org.plumbline.records.RecordChange.Moved;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;

/**
 * Moments of an event log that happened at other times (docs/meaning.md 23). A moment that is moved
 * becomes an event of its own at its time, at which all fields stay as they were; the event that it
 * was recorded with stays without it.
 */
final class MovedMoments {

  private final Database database;
  private final StoredSet made;
  private final String cases;
  private final String occurrences;
  private final String changes;

  private MovedMoments(Database database, StoredSet made) {
    this.database = database;
    this.made = made;
    cases = Sql.name(made.table(Table.CASES));
    occurrences = Sql.name(made.table(Table.OCCURRENCES));
    changes = Sql.name(made.table(Table.CHANGES));
  }

  /**
   * Makes the occurrences anew, and changes the tables of cases and of changes accordingly.
   *
   * @param stored the set as it was loaded
   * @param made the set whose other tables are made already
   */
  static void in(Database database, StoredSet stored, StoredSet made, List<Moved> moved) {
    MovedMoments moments = new MovedMoments(database, made);
    moments.copy(stored.table(Table.OCCURRENCES), moments.occurrences);
    moved.forEach(moments::move);
    moments.copy(made.table(Table.CHANGES), moments.changes);
    moments.copy(made.table(Table.OCCURRENCES), moments.occurrences);
    moments.copy(made.table(Table.CASES), moments.cases);
  }

  /** A table in the order in which it is read. */
  private void copy(String from, String to) {
    String order =
        to.equals(occurrences)
            ? "case_no, seq, moment_no"
            : to.equals(changes) ? "case_no, seq" : "case_no";
    database.execute(
        "CREATE OR REPLACE TABLE "
            + to
            + " AS SELECT * FROM "
            + Sql.name(from)
            + " ORDER BY "
            + order);
  }

  private void move(Moved moved) {
    int number = new ArrayList<>(made.moments().keySet()).indexOf(moved.moment());
    Optional<Long> found =
        one("SELECT case_no FROM " + cases + " WHERE case_key = " + Sql.text(moved.key()));
    if (number < 0 || found.isEmpty()) {
      return;
    }
    String ofCase = " WHERE case_no = " + found.get();
    String ofMoment = ofCase + " AND moment_no = " + number;
    String recorded =
        "SELECT min(seq) FROM "
            + occurrences
            + ofMoment
            + moved.was().map(was -> " AND \"at\" = " + was).orElse("");
    Optional<Long> place = one(recorded);
    if (place.isEmpty() && moved.was().isPresent()) {
      return;
    }
    place.ifPresent(
        seq -> database.execute("DELETE FROM " + occurrences + ofMoment + " AND seq = " + seq));
    long last =
        one("SELECT max(seq) FROM " + changes + ofCase + " AND \"at\" <= " + moved.at()).orElse(0L);
    for (String table : List.of(changes, occurrences)) {
      database.execute("UPDATE " + table + " SET seq = seq + 1" + ofCase + " AND seq > " + last);
    }
    database.execute(
        "INSERT INTO "
            + changes
            + " SELECT * REPLACE ("
            + moved.at()
            + "::BIGINT AS \"at\", "
            + (last + 1)
            + "::BIGINT AS seq) FROM "
            + changes
            + ofCase
            + " AND seq = "
            + (last == 0 ? 2 : last));
    database.execute(
        "INSERT INTO "
            + occurrences
            + " SELECT case_no, "
            + number
            + "::SMALLINT AS moment_no, "
            + moved.to()
            + "::BIGINT AS \"at\", "
            + (last + 1)
            + "::BIGINT AS seq, file_no, row_no FROM "
            + cases
            + ofCase);
    String type = made.moments().get(moved.moment()) == Precision.DATE ? "INTEGER" : "BIGINT";
    database.execute(
        "UPDATE "
            + cases
            + " SET "
            + Sql.name(StoredSet.momentColumn(moved.moment()))
            + " = (SELECT arg_min(\"at\", seq)::"
            + type
            + " FROM "
            + occurrences
            + ofMoment
            + ")"
            + ofCase);
  }

  private Optional<Long> one(String select) {
    return database
        .query(
            select,
            row -> {
              long value = row.getLong(1);
              return row.wasNull() ? Optional.<Long>empty() : Optional.of(value);
            })
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }
}
