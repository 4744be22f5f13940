package org.plumbline.records.duckdb;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.records.HoldSource;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;

/**
 * Makes the intervals under holds, and the atoms: disjoint pieces with the set of holds in force,
 * by two passes of windows whose work grows with the number of intervals only.
 */
final class HoldTables {

  /** The most holds of a set, so that a set of them fits a BIGINT. */
  static final int MOST_HOLDS = 62;

  private static final String FOR_EVER = Long.toString(Long.MAX_VALUE);

  private final Database database;
  private final SetShape shape;
  private final StoredSet stored;

  HoldTables(Database database, SetShape shape, StoredSet stored) {
    this.database = database;
    this.shape = shape;
    this.stored = stored;
  }

  /** Adds rows whose hold ends before it begins, or ends and never began, to the bad ones. */
  static void findImpossible(
      SetShape shape, String typed, String from, String until, String label, BadRows bad) {
    String f = Sql.name(from);
    String u = Sql.name(until);
    bad.add(
        shape.set(),
        "SELECT file_no, row_no, "
            + Sql.text(label)
            + " AS column_name, '' AS value, CASE WHEN "
            + f
            + " IS NULL THEN 'a hold ends here that never began' ELSE 'a hold ends before it"
            + " begins' END AS reason, 'Mend the two times' AS fix, key AS case_key FROM "
            + typed
            + " WHERE NOT bad AND "
            + u
            + " IS NOT NULL AND ("
            + f
            + " IS NULL OR "
            + f
            + " > "
            + u
            + ")");
  }

  /** Makes {@link Table#HOLDS}. */
  void holds(String typed, EventTables events, List<String> listed) {
    List<String> parts = new ArrayList<>(listed);
    for (int number = 0; number < shape.holds().size(); number++) {
      String id = shape.holds().get(number);
      HoldSource source = shape.holdSources().get(id);
      if (source instanceof HoldSource.InState inState) {
        parts.add(events.heldInState(inState, number));
      } else if (source instanceof HoldSource.Between) {
        parts.add(between(typed, "hf:" + id, "hu:" + id, number));
      }
    }
    if (parts.isEmpty()) {
      parts.add(
          "SELECT 0::BIGINT AS case_no, 0::SMALLINT AS hold_no, 0::BIGINT AS f, 0::BIGINT AS u,"
              + " 0 AS file_no, 0::BIGINT AS row_no WHERE false");
    }
    database.execute(
        "CREATE TABLE "
            + Sql.name(stored.table(Table.HOLDS))
            + " AS SELECT case_no, hold_no, f, u, file_no, row_no FROM ("
            + String.join(" UNION ALL ", parts)
            + ") ORDER BY case_no, f, hold_no, u, file_no, row_no");
  }

  /**
   * Intervals of two columns. In an event log they repeat on each row: one interval for each
   * beginning, with the last known end of it.
   */
  String between(String typed, String from, String until, int number) {
    String f = Sql.name(from);
    String u = Sql.name(until);
    String held =
        " WHERE t.%1$s IS NOT NULL AND (t.%2$s IS NULL OR t.%2$s >= t.%1$s)".formatted(f, u);
    if (!typed.equals(shape.table("events"))) {
      return "SELECT n.case_no, %s::SMALLINT AS hold_no, t.%s AS f, t.%s AS u, t.file_no, t.row_no"
              .formatted(number, f, u)
          + " FROM %s AS t JOIN %s AS n ON n.key = t.key".formatted(typed, shape.table("numbers"))
          + held;
    }
    return "SELECT t.case_no, %1$s::SMALLINT AS hold_no, t.%2$s AS f, arg_max(t.%3$s, t.seq) AS u,"
            .formatted(number, f, u)
        + " arg_min(t.file_no, t.seq) AS file_no, arg_min(t.row_no, t.seq) AS row_no FROM "
        + typed
        + " AS t"
        + held
        + " GROUP BY t.case_no, t."
        + f;
  }

  /** Makes {@link Table#ATOMS}. */
  void atoms() {
    atoms(database, stored);
  }

  /** Makes {@link Table#ATOMS} of a set from its {@link Table#HOLDS}. */
  static void atoms(Database database, StoredSet stored) {
    String open = "coalesce(u, " + FOR_EVER + ")";
    String holds = Sql.name(stored.table(Table.HOLDS));
    String islands =
        "SELECT case_no, hold_no, min(f) AS f, max(e) AS e FROM (SELECT *, count(*) FILTER (WHERE"
            + " reached IS NULL OR f > reached) OVER (PARTITION BY case_no, hold_no ORDER BY f, e ROWS"
            + " UNBOUNDED PRECEDING) AS island FROM (SELECT case_no, hold_no, f, "
            + open
            + " AS e, max("
            + open
            + ") OVER (PARTITION BY case_no, hold_no ORDER BY f, "
            + open
            + " ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached FROM "
            + holds
            + " WHERE u IS NULL OR u > f)) GROUP BY case_no, hold_no, island";
    String edges =
        "SELECT case_no, f AS t, (1::BIGINT << hold_no)::HUGEINT AS change FROM islands UNION ALL"
            + " SELECT case_no, e, -(1::BIGINT << hold_no)::HUGEINT FROM islands WHERE e < "
            + FOR_EVER;
    database.execute(
        "CREATE OR REPLACE TABLE "
            + Sql.name(stored.table(Table.ATOMS))
            + " AS WITH islands AS MATERIALIZED ("
            + islands
            + "), edges AS (SELECT case_no, t, sum(change) AS change FROM ("
            + edges
            + ") GROUP BY case_no, t) SELECT case_no, f, u, mask FROM (SELECT case_no, t AS f, lead(t)"
            + " OVER w AS u, (sum(change) OVER w)::BIGINT AS mask FROM edges WINDOW w AS (PARTITION BY"
            + " case_no ORDER BY t)) WHERE mask <> 0 ORDER BY case_no, f");
  }
}
