package org.plumbline.records.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.plumbline.agreement.Precision;
import org.plumbline.records.StoredSet;

/**
 * Numbers the cases of a set densely from 0, in order of the first instant known of each, then of
 * its key, so that the number does not depend on the order of files or rows, and cases that are
 * near in time are near in the table.
 */
final class CaseNumbers {

  private static final String PLACE = "(1::BIGINT << 40)";

  private final Database database;
  private final SetShape shape;

  CaseNumbers(Database database, SetShape shape) {
    this.database = database;
    this.shape = shape;
  }

  /**
   * Makes the table {@code SET.numbers}: {@code case_no}, {@code key}, {@code file_no}, {@code
   * row_no}.
   *
   * @return how many cases there are
   */
  long create(String typed) {
    List<String> instants = instants(shape, column -> "min(" + column + ")");
    String first = instants.isEmpty() ? "NULL" : "least(" + String.join(", ", instants) + ")";
    String sorted = shape.table("sorted");
    database.execute(
        "CREATE TABLE "
            + sorted
            + " AS SELECT key, "
            + first
            + " AS first_at, min(file_no * "
            + PLACE
            + " + row_no) AS place FROM "
            + typed
            + " WHERE key IS NOT NULL GROUP BY key ORDER BY first_at NULLS LAST, key");
    String numbers = shape.table("numbers");
    database.execute(
        "CREATE TABLE "
            + numbers
            + " AS SELECT rowid AS case_no, key, (place // "
            + PLACE
            + ")::INTEGER AS file_no, place % "
            + PLACE
            + " AS row_no FROM "
            + sorted);
    database.execute("DROP TABLE " + sorted);
    long cases = database.number("SELECT count(*) FROM " + numbers);
    if (cases != 0 && database.number("SELECT max(case_no) FROM " + numbers) != cases - 1) {
      throw new IllegalStateException("cases of " + shape.set() + " are not numbered densely");
    }
    return cases;
  }

  /**
   * The moments of typed rows, dates as the start of their day in UTC, as expressions.
   *
   * @param of what is asked of the column of each
   */
  static List<String> instants(SetShape shape, UnaryOperator<String> of) {
    List<String> instants = new ArrayList<>();
    if (shape.has(SetShape.AT)) {
      instants.add(of.apply(Sql.name(SetShape.AT)));
    }
    shape
        .moments()
        .forEach(
            (id, precision) -> {
              if (shape.has(StoredSet.momentColumn(id))) {
                String value = of.apply(Sql.name(StoredSet.momentColumn(id)));
                instants.add(
                    precision == Precision.DATE ? value + "::BIGINT * " + ZoneTables.DAY : value);
              }
            });
    return instants;
  }
}
