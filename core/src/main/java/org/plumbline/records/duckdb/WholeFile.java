package org.plumbline.records.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.records.FileFormat;
import org.plumbline.records.FileLayout;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.files.FileSummary;
import org.plumbline.records.files.RecordFile;
import org.plumbline.records.files.RefusedFile;
import org.plumbline.records.files.TextFiles;

/**
 * All columns of a file of records in a table: {@code file_no} (0), {@code row_no}, {@code fault},
 * {@code c0}, {@code c1} … in the order of its header.
 */
record WholeFile(FileFormat format, List<String> header, FileSummary summary, long faults) {

  /** The table; it holds one file at a time. */
  static final String TABLE = Sql.name("store.file");

  /**
   * Reads a file into the table.
   *
   * @throws RefusedFile if it is not what it should be
   */
  static WholeFile read(
      Database database,
      RecordFile file,
      FileLayout layout,
      LoadOptions options,
      LoadProgress progress)
      throws RefusedFile {
    Optional<FileFormat> format = layout.format().or(() -> FileFormat.ofName(file.name()));
    if (format.isEmpty()) {
      throw new RefusedFile(0, "the ending says no format", "Name its format in records.yaml");
    }
    List<String> header = new ArrayList<>();
    TextFiles.ColumnChoice all =
        names -> {
          header.addAll(names);
          table(database, names.size());
          int[] positions = new int[names.size()];
          for (int i = 0; i < positions.length; i++) {
            positions[i] = i;
          }
          return positions;
        };
    Path plain = database.folder().resolve("store.csv");
    try {
      FileSummary summary =
          format.get() == FileFormat.PARQUET
              ? new ParquetStaging(database, progress).stage(TABLE, 0, file, all)
              : TextFiles.stage(file, format.get(), layout, options, all, plain, progress);
      if (header.isEmpty()) {
        throw new RefusedFile(0, "the file has no header", "Put the names of columns into it");
      }
      if (format.get() != FileFormat.PARQUET) {
        Staging.insert(database, options, TABLE, 0, plain, header.size());
      }
      long faults =
          database.number("SELECT count(*) FROM " + TABLE + " WHERE coalesce(fault, '') <> ''");
      return new WholeFile(format.get(), List.copyOf(header), summary, faults);
    } finally {
      remove(plain);
    }
  }

  private static void table(Database database, int columns) {
    StringBuilder types = new StringBuilder("file_no INTEGER, row_no BIGINT, fault VARCHAR");
    for (int i = 0; i < columns; i++) {
      types.append(", ").append(SetShape.stageColumn(i)).append(" VARCHAR");
    }
    database.execute("CREATE OR REPLACE TABLE " + TABLE + " (" + types + ")");
  }

  private static void remove(Path file) throws RefusedFile {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new RefusedFile(0, String.valueOf(e.getMessage()), "Look after the disk");
    }
  }
}
