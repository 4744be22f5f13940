package org.plumbline.evaluate.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.exclusion.Declaration;
import org.plumbline.finding.Place;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.Sql;

/** Reads the usable rows of {@code register/declarations}. */
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
            + ", file_no, row_no FROM "
            + Sql.name(stored.table(Table.CASES))
            + " WHERE unusable IS NULL ORDER BY case_no",
        row -> declaration(row, stored.files()));
  }

  private static String field(String id) {
    return Sql.name(StoredSet.fieldColumn(id));
  }

  private static String moment(String id) {
    return Sql.name(StoredSet.momentColumn(id));
  }

  private static Declaration declaration(ResultSet row, List<String> files) throws SQLException {
    int file = row.getInt(9);
    return new Declaration(
        Optional.ofNullable(row.getString(1)),
        Optional.ofNullable(row.getString(2)),
        Optional.ofNullable(row.getString(3)),
        instant(row, 5),
        instant(row, 6),
        instant(row, 7),
        instant(row, 8),
        Optional.ofNullable(row.getString(4)),
        new Place(
            file < files.size() ? files.get(file) : RegisterSets.DECLARATIONS,
            (int) row.getLong(10),
            0,
            ""));
  }

  private static Optional<Long> instant(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }
}
