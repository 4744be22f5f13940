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
import org.plumbline.records.store.KeptFile;
import org.plumbline.records.store.LoadStore;

/**
 * Brings files into a table of texts: {@code file_no}, {@code row_no}, {@code fault} (what is wrong
 * with the row as a whole) and one column for each wanted one. Other columns are never stored.
 */
final class Staging {

  private final Database database;
  private final Path folder;
  private final LoadOptions options;
  private final LoadProgress progress;
  private final List<Finding> findings;
  private final List<FileReport> reports = new ArrayList<>();
  private final FileNames names;
  private final Set<String> typed = new LinkedHashSet<>();
  private final Set<String> absent = new LinkedHashSet<>();

  /**
   * Nothing is read yet.
   *
   * @param folder the folder of records
   */
  Staging(
      Database database,
      Path folder,
      LoadOptions options,
      LoadProgress progress,
      List<Finding> findings) {
    this.database = database;
    this.folder = folder;
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
    KeptStaging kept = new KeptStaging(database, set, table);
    for (RecordFile file : files) {
      int number = (int) reports.stream().filter(each -> each.set().equals(set)).count();
      names.add(set, number, file.name());
      try {
        FileSummary summary =
            file.kept().isPresent()
                ? keptFile(set, table, number, layout, wanted, file, kept)
                : stageFile(set, table, number, layout, wanted, file);
        reports.add(
            new FileReport(
                set, number, file.name(), summary.bytes(), summary.sha256(), summary.rows()));
      } catch (RefusedFile e) {
        refused(file.name(), e);
        reports.add(new FileReport(set, number, file.name(), 0, "", 0));
      }
    }
    try {
      kept.read(folder, header -> choose(wanted, header));
    } catch (RefusedFile e) {
      refused(LoadStore.FOLDER, e);
    }
  }

  private void refused(String name, RefusedFile e) {
    Place place = new Place(name, (int) Math.min(e.row(), Integer.MAX_VALUE), 0, "");
    String found = e.getMessage() == null ? "" : e.getMessage();
    findings.add(Finding.of(FindingCode.REFUSED_FILE, place, found, e.right()));
  }

  /** A file of the store: its rows come with those of the others, or its bytes are read again. */
  private FileSummary keptFile(
      String set,
      String table,
      int number,
      FileLayout layout,
      List<Wanted> wanted,
      RecordFile file,
      KeptStaging others)
      throws RefusedFile {
    KeptFile kept = file.kept().orElseThrow();
    if (!kept.inParts() || !kept.layout().equals(layout.toString())) {
      RecordFile original = KeptStaging.original(database, folder, kept);
      return stageFile(set, table, number, layout, wanted, original);
    }
    choose(wanted, kept.header());
    if (kept.format() == FileFormat.PARQUET || kept.format() == FileFormat.XLSX) {
      typed.add(set);
    }
    others.add(number, kept);
    return new FileSummary(kept.bytes(), kept.sha256(), kept.rows());
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
      insert(database, options, table, number, plain, wanted.size());
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

  /** Brings a file of the plainest form into a table of texts. */
  static void insert(
      Database database, LoadOptions options, String table, int number, Path plain, int columns) {
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
