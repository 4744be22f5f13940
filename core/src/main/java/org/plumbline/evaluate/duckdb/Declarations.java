package org.plumbline.evaluate.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.plumbline.exclusion.Declaration;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.Sql;

/** Reads the rows of {@code register/declarations}; those that lack an instant mean nothing. */
final class Declarations {

  private Declarations() {}

  static List<Declaration> read(Database database, StoredSet stored) {
    String columns =
        String.join(
            ", ",
            List.of(
                field("exclusion"),
                field("party"),
                field("ground"),
                field("decision"),
                moment("declared"),
                moment("from"),
                moment("until"),
                moment("decided")));
    return database.query(
        "SELECT "
            + columns
            + " FROM "
            + Sql.name(stored.table(Table.CASES))
            + " WHERE unusable IS NULL AND "
            + field("exclusion")
            + " IS NOT NULL AND "
            + moment("declared")
            + " IS NOT NULL AND "
            + moment("from")
            + " IS NOT NULL ORDER BY case_no",
        Declarations::declaration);
  }

  private static String field(String id) {
    return Sql.name(StoredSet.fieldColumn(id));
  }

  private static String moment(String id) {
    return Sql.name(StoredSet.momentColumn(id));
  }

  private static Declaration declaration(ResultSet row) throws SQLException {
    return new Declaration(
        row.getString(1),
        Optional.ofNullable(row.getString(2)),
        Optional.ofNullable(row.getString(3)),
        row.getLong(5),
        row.getLong(6),
        instant(row, 7),
        instant(row, 8),
        Optional.ofNullable(row.getString(4)));
  }

  private static Optional<Long> instant(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }
}
