package org.plumbline.records.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Precision;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Place;
import org.plumbline.records.LoadOutcome;
import org.plumbline.records.LoadReport;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;

/** Records in stored form as Parquet files in a folder, with a manifest. */
final class StoredFolder {

  private static final LoadReport NOTHING_READ =
      new LoadReport(List.of(), Map.of(), List.of(), 0, 0);

  private final Database database;
  private final Path folder;

  StoredFolder(Database database, Path folder) {
    this.database = database;
    this.folder = folder;
  }

  /** Writes tables and manifest; the manifest last, so that a folder without it is no load. */
  void store(Collection<StoredSet> sets) {
    for (StoredSet set : sets) {
      for (Table table : Manifest.tables(set)) {
        database.execute(
            "COPY (SELECT * FROM "
                + Sql.name(set.table(table))
                + ") TO "
                + Sql.text(file(set, table).toString())
                + " (FORMAT parquet, COMPRESSION zstd)");
      }
    }
    try {
      Files.writeString(
          folder.resolve(Manifest.FILE), Manifest.write(List.copyOf(sets)), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("writing the manifest in " + folder, e);
    }
  }

  /** Makes views of the files, or tables if they are to be copied into the database. */
  LoadOutcome open(boolean copied) {
    Map<String, StoredSet> sets = new LinkedHashMap<>();
    try {
      String text = Files.readString(folder.resolve(Manifest.FILE), StandardCharsets.UTF_8);
      for (StoredSet set : Manifest.read(text)) {
        for (Table table : Manifest.tables(set)) {
          view(set, table, copied);
        }
        sets.put(set.set(), set);
      }
      return new LoadOutcome.Loaded(sets, NOTHING_READ, List.of());
    } catch (Manifest.Refused e) {
      return refused(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return refused("the folder has no manifest that can be read");
    } catch (DatabaseException e) {
      if (e.kind() != DatabaseException.Kind.FAULT) {
        throw e;
      }
      return refused("a file that the manifest names cannot be read");
    }
  }

  private void view(StoredSet set, Table table, boolean copied) throws Manifest.Refused {
    String name = Sql.name(set.table(table));
    database.execute(
        "CREATE "
            + (copied ? "TABLE " : "VIEW ")
            + name
            + " AS SELECT * FROM read_parquet("
            + Sql.text(file(set, table).toString())
            + ")");
    List<String> found =
        database.query(
            "DESCRIBE SELECT * FROM " + name, row -> row.getString(1) + " " + row.getString(2));
    if (!found.equals(columns(set, table))) {
      throw new Manifest.Refused(
          "the table " + set.table(table) + " has other columns than the manifest says");
    }
    if (table == Table.CASES && database.number("SELECT count(*) FROM " + name) != set.cases()) {
      throw new Manifest.Refused("the set " + set.set() + " has another number of cases");
    }
  }

  private static List<String> columns(StoredSet set, Table table) {
    List<String> columns = new ArrayList<>(List.of("case_no BIGINT"));
    switch (table) {
      case CASES -> {
        columns.add("case_key VARCHAR");
        set.moments()
            .forEach(
                (id, precision) ->
                    columns.add(
                        StoredSet.momentColumn(id)
                            + (precision == Precision.DATE ? " INTEGER" : " BIGINT")));
        fields(set, columns);
        columns.add("unusable VARCHAR");
      }
      case OCCURRENCES -> columns.addAll(List.of("moment_no SMALLINT", "at BIGINT", "seq BIGINT"));
      case CHANGES -> {
        columns.addAll(List.of("at BIGINT", "seq BIGINT"));
        fields(set, columns);
      }
      case HOLDS -> columns.addAll(List.of("hold_no SMALLINT", "f BIGINT", "u BIGINT"));
      case ATOMS -> columns.addAll(List.of("f BIGINT", "u BIGINT", "mask BIGINT"));
    }
    if (table != Table.ATOMS) {
      columns.addAll(List.of("file_no INTEGER", "row_no BIGINT"));
    }
    return columns;
  }

  private static void fields(StoredSet set, List<String> columns) {
    set.fields().forEach((id, type) -> columns.add(StoredSet.fieldColumn(id) + " " + type));
  }

  private Path file(StoredSet set, Table table) {
    return folder.resolve(set.table(table) + ".parquet");
  }

  private LoadOutcome refused(String found) {
    Finding finding =
        Finding.of(
            FindingCode.NOT_STORED_RECORDS,
            Place.of(folder.resolve(Manifest.FILE).toString()),
            found,
            "Store the records again");
    return new LoadOutcome.Refused(NOTHING_READ, List.of(finding));
  }
}
