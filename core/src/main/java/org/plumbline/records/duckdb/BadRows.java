package org.plumbline.records.duckdb;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;
import org.plumbline.finding.Severity;
import org.plumbline.records.BadRow;

/** The table of cells and rows that could not be used, and what is said of them. */
final class BadRows {

  /** The table. */
  static final String TABLE = Sql.name("load.bad");

  private static final String SHORTENED =
      "CASE WHEN length(%1$s) > 80 THEN left(%1$s, 79) || '…' ELSE %1$s END";

  private final Database database;

  BadRows(Database database) {
    this.database = database;
    database.execute(
        "CREATE OR REPLACE TABLE "
            + TABLE
            + " (set_id VARCHAR, file_no INTEGER, file VARCHAR, row_no BIGINT, column_name VARCHAR,"
            + " value VARCHAR, reason VARCHAR, fix VARCHAR, case_key VARCHAR)");
  }

  /**
   * Adds what a query finds.
   *
   * @param select gives {@code file_no, row_no, column_name, value, reason, fix, case_key}
   */
  void add(String set, String select) {
    database.execute(
        "INSERT INTO "
            + TABLE
            + " SELECT "
            + Sql.text(set)
            + ", b.file_no, n.name, b.row_no, coalesce(b.column_name, ''), "
            + "coalesce("
            + SHORTENED.formatted("b.value")
            + ", ''), b.reason, b.fix, b.case_key FROM ("
            + select
            + ") AS b JOIN "
            + FileNames.TABLE
            + " AS n ON n.set_id = "
            + Sql.text(set)
            + " AND n.file_no = b.file_no");
  }

  /** How many there are. */
  long count() {
    return database.number("SELECT count(*) FROM " + TABLE);
  }

  /** How many rows have no readable key. */
  long rowsWithoutKey() {
    return database.number(
        "SELECT count(DISTINCT (set_id, file_no, row_no)) FROM "
            + TABLE
            + " WHERE case_key IS NULL");
  }

  /** The first of them. */
  List<BadRow> first(int most) {
    return database.query(
        "SELECT set_id, file, row_no, column_name, value, reason, fix, coalesce(case_key, '') FROM "
            + TABLE
            + " ORDER BY set_id, file_no, row_no, column_name, reason LIMIT "
            + most,
        row ->
            new BadRow(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8)));
  }

  /** Writes all of them; cells that a spreadsheet would compute get an apostrophe before them. */
  static void write(Database database, Path target) {
    try (CsvWriter csv = CsvWriter.builder().build(target, StandardCharsets.UTF_8)) {
      csv.writeRecord("set", "file", "row", "column", "value", "reason", "right", "key");
      database.each(
          "SELECT set_id, file, row_no, column_name, value, reason, fix, coalesce(case_key, '') FROM "
              + TABLE
              + " ORDER BY set_id, file_no, row_no, column_name, reason",
          row -> {
            String[] cells = new String[8];
            for (int i = 0; i < cells.length; i++) {
              cells[i] = harmless(row.getString(i + 1));
            }
            csv.writeRecord(cells);
            return csv;
          });
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + target, e);
    }
  }

  private static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  /** One finding for each column and reason, at the first row of it, with the number of rows. */
  List<Finding> findings(Severity severity) {
    return database.query(
        "SELECT file, min(row_no), column_name, reason, fix, count(*), arg_min(value, row_no), set_id"
            + " FROM "
            + TABLE
            + " GROUP BY set_id, file_no, file, column_name, reason, fix"
            + " ORDER BY set_id, file_no, 2, column_name, reason LIMIT 200",
        row -> {
          String value = row.getString(7);
          long count = row.getLong(6);
          String column = row.getString(3);
          String found =
              (column.isEmpty() ? "" : column + ": ")
                  + (value.isEmpty() ? "" : '"' + value + "\" ")
                  + row.getString(4)
                  + (count == 1 ? "" : " (" + count + " rows)");
          Place place = new Place(row.getString(1), (int) row.getLong(2), 0, column);
          return new Finding(FindingCode.BAD_ROW, severity, place, found.strip(), row.getString(5));
        });
  }
}
