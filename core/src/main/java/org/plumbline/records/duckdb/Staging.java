package org.plumbline.records.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;
import org.plumbline.records.FileFormat;
import org.plumbline.records.FileLayout;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.LoadReport.FileReport;
import org.plumbline.records.files.FileSummary;
import org.plumbline.records.files.RecordFile;
import org.plumbline.records.files.RefusedFile;
import org.plumbline.records.files.TextFiles;

/**
 * Brings files into a table of texts: {@code file_no}, {@code row_no}, {@code fault} (what is wrong
 * with the row as a whole) and one column for each wanted one. Other columns are never stored.
 */
final class Staging {

  private final Database database;
  private final LoadOptions options;
  private final LoadProgress progress;
  private final List<Finding> findings;
  private final List<FileReport> reports = new ArrayList<>();
  private final FileNames names;
  private final Set<String> typed = new LinkedHashSet<>();
  private final Set<String> absent = new LinkedHashSet<>();

  Staging(Database database, LoadOptions options, LoadProgress progress, List<Finding> findings) {
    this.database = database;
    this.options = options;
    this.progress = progress;
    this.findings = findings;
    this.names = new FileNames(database);
  }

  /** What was read so far. */
  List<FileReport> reports() {
    return reports;
  }

  /** Optional columns that a file did not have, by name. */
  Set<String> absent() {
    return absent;
  }

  /** Whether a file of the set has typed dates and times, which stand there as typed texts. */
  boolean hasTypedCells(String set) {
    return typed.contains(set);
  }

  /** Makes the table; refused files become findings and leave no rows. */
  void stage(
      String set, String table, FileLayout layout, List<Wanted> wanted, List<RecordFile> files) {
    StringBuilder columns = new StringBuilder("file_no INTEGER, row_no BIGINT, fault VARCHAR");
    for (int i = 0; i < wanted.size(); i++) {
      columns.append(", ").append(SetShape.stageColumn(i)).append(" VARCHAR");
    }
    database.execute("CREATE TABLE " + table + " (" + columns + ")");
    for (RecordFile file : files) {
      int number = (int) reports.stream().filter(each -> each.set().equals(set)).count();
      names.add(set, number, file.name());
      try {
        FileSummary summary = stageFile(set, table, number, layout, wanted, file);
        reports.add(
            new FileReport(
                set, number, file.name(), summary.bytes(), summary.sha256(), summary.rows()));
      } catch (RefusedFile e) {
        Place place = new Place(file.name(), (int) Math.min(e.row(), Integer.MAX_VALUE), 0, "");
        String found = e.getMessage() == null ? "" : e.getMessage();
        findings.add(Finding.of(FindingCode.REFUSED_FILE, place, found, e.right()));
        reports.add(new FileReport(set, number, file.name(), 0, "", 0));
      }
    }
  }

  private FileSummary stageFile(
      String set, String table, int number, FileLayout layout, List<Wanted> wanted, RecordFile file)
      throws RefusedFile {
    Optional<FileFormat> format = layout.format().or(() -> FileFormat.ofName(file.name()));
    if (format.isEmpty()) {
      throw new RefusedFile(
          0, "the ending says no format", "Say `format: csv`, parquet, json-lines or xlsx");
    }
    if (format.get() == FileFormat.PARQUET || format.get() == FileFormat.XLSX) {
      typed.add(set);
    }
    if (format.get() == FileFormat.PARQUET) {
      return new ParquetStaging(database, progress)
          .stage(table, number, file, header -> choose(wanted, header));
    }
    Path plain = database.folder().resolve("stage.csv");
    try {
      FileSummary summary =
          TextFiles.stage(
              file,
              format.get(),
              layout,
              options,
              header -> choose(wanted, header),
              plain,
              progress);
      insert(table, number, plain, wanted.size());
      return summary;
    } finally {
      remove(plain);
    }
  }

  private int[] choose(List<Wanted> wanted, List<String> header) throws RefusedFile {
    int[] positions = ColumnMatch.choose(wanted, header);
    for (int i = 0; i < positions.length; i++) {
      if (positions[i] < 0) {
        absent.add(wanted.get(i).name());
      }
    }
    return positions;
  }

  private void insert(String table, int number, Path plain, int columns) {
    StringBuilder types = new StringBuilder("'row_no': 'BIGINT', 'fault': 'VARCHAR'");
    for (int i = 0; i < columns; i++) {
      types.append(", '").append(SetShape.stageColumn(i)).append("': 'VARCHAR'");
    }
    database.execute(
        "INSERT INTO "
            + table
            + " SELECT "
            + number
            + ", * FROM read_csv("
            + Sql.text(plain.toString())
            + ", auto_detect=false, header=false, delim=',', quote='\"', escape='\"',"
            + " strict_mode=true, new_line='\\n', max_line_size="
            + Math.max(4L << 20, 4L * options.largestRowBytes())
            + ", columns={"
            + types
            + "})");
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("removing " + file, e);
    }
  }
}
