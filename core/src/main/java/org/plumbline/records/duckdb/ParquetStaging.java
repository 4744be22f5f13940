package org.plumbline.records.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.files.FileSummary;
import org.plumbline.records.files.RecordFile;
import org.plumbline.records.files.RefusedFile;
import org.plumbline.records.files.TextFiles;

/**
 * Brings a Parquet file into a table of texts. Dates and times become typed texts in ISO 8601, so
 * that the pattern of a binding is not asked of them.
 */
final class ParquetStaging {

  private static final String CONTROL = "[\\x00-\\x08\\x0a-\\x1f\\x7f]";

  private final Database database;
  private final LoadProgress progress;

  ParquetStaging(Database database, LoadProgress progress) {
    this.database = database;
    this.progress = progress;
  }

  private record Column(String name, String type) {}

  FileSummary stage(String table, int number, RecordFile file, TextFiles.ColumnChoice wanted)
      throws RefusedFile {
    Path copy = database.folder().resolve("stage.parquet");
    try {
      FileSummary bytes = TextFiles.copy(file, copy, progress);
      String source = "read_parquet(" + Sql.text(copy.toString()) + ", file_row_number=true)";
      List<Column> columns =
          database.query(
              "DESCRIBE SELECT * EXCLUDE (file_row_number) FROM " + source,
              row -> new Column(row.getString(1), row.getString(2)));
      int[] positions = wanted.choose(columns.stream().map(Column::name).toList());
      List<String> cells = new ArrayList<>();
      List<String> faults = new ArrayList<>();
      for (int position : positions) {
        Column column = position < 0 ? new Column("", "") : columns.get(position);
        cells.add(position < 0 ? "NULL" : cell(column));
        fault(column, faults);
      }
      String fault = faults.isEmpty() ? "NULL" : "CASE " + String.join(" ", faults) + " END";
      database.execute(
          "INSERT INTO "
              + table
              + " SELECT "
              + number
              + ", file_row_number + 1, "
              + fault
              + (cells.isEmpty() ? "" : ", " + String.join(", ", cells))
              + " FROM "
              + source);
      long rows = database.number("SELECT count(*) FROM " + source);
      return new FileSummary(bytes.bytes(), bytes.sha256(), rows);
    } catch (DatabaseException e) {
      if (e.kind() != DatabaseException.Kind.FAULT) {
        throw e;
      }
      throw new RefusedFile(0, "the file is no Parquet file that can be read", "Write it again");
    } finally {
      remove(copy);
    }
  }

  private static String cell(Column column) {
    String name = Sql.name(column.name());
    String type = column.type();
    if (type.equals("DATE")) {
      return "chr(1) || strftime(" + name + ", '%Y-%m-%d')";
    }
    if (type.startsWith("TIMESTAMP WITH TIME ZONE")) {
      return "chr(1) || strftime(make_timestamp(epoch_us("
          + name
          + ")), '%Y-%m-%dT%H:%M:%S.%f') || 'Z'";
    }
    if (type.startsWith("TIMESTAMP")) {
      return "chr(1) || strftime(" + name + "::TIMESTAMP, '%Y-%m-%dT%H:%M:%S.%f')";
    }
    return isNested(type) ? "NULL" : "trim(" + name + "::VARCHAR, ' ' || chr(9))";
  }

  private static void fault(Column column, List<String> faults) {
    String name = Sql.name(column.name());
    if (isNested(column.type())) {
      faults.add("WHEN " + name + " IS NOT NULL THEN 'a cell holds a list or an object'");
    } else if (column.type().equals("VARCHAR")) {
      faults.add(
          "WHEN regexp_matches("
              + name
              + ", "
              + Sql.text(CONTROL)
              + ") THEN 'a cell holds a control character'");
    }
  }

  private static boolean isNested(String type) {
    return type.endsWith("]")
        || type.startsWith("STRUCT")
        || type.startsWith("MAP")
        || type.startsWith("UNION")
        || type.equals("BLOB");
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("removing " + file, e);
    }
  }
}
