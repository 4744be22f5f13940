package org.plumbline.records.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.SuppliedPart;
import org.plumbline.records.Binding;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.files.RecordFile;
import org.plumbline.records.files.RecordFiles;
import org.plumbline.records.files.RefusedFile;
import org.plumbline.records.store.KeptFile;
import org.plumbline.records.store.KeptPart;
import org.plumbline.records.store.LoadStore;

/**
 * Takes files of records into the store of loads (ADR 38): their bytes are kept, packed; their rows
 * go into few Parquet files, sorted and parted by the month of their earliest moment. What a load
 * reads of the store is what it would have read of the files.
 */
public final class Compaction {

  private final Database database;
  private final Agreement agreement;
  private final Binding binding;
  private final Path folder;
  private final long leastRows;
  private final LoadProgress progress;
  private final ZoneTables zones;
  private final Map<String, KeptFile> taken = new TreeMap<>();
  private final Map<String, Path> sources = new TreeMap<>();
  private final Map<String, String> left = new TreeMap<>();
  private final List<KeptPart> made = new ArrayList<>();
  private final List<KeptPart> replaced = new ArrayList<>();

  private Compaction(
      Database database,
      Agreement agreement,
      Binding binding,
      Path folder,
      long leastRows,
      LoadProgress progress) {
    this.database = database;
    this.agreement = agreement;
    this.binding = binding;
    this.folder = folder;
    this.leastRows = leastRows;
    this.progress = progress;
    this.zones = new ZoneTables(database);
  }

  /**
   * What was done.
   *
   * @param store as it is now
   * @param taken files that were taken in
   * @param made parts that were written
   * @param replaced parts whose rows stand in others now
   * @param left files that were left where they are, with why
   */
  public record Outcome(
      LoadStore store,
      List<KeptFile> taken,
      List<KeptPart> made,
      List<KeptPart> replaced,
      Map<String, String> left) {

    /** Copies lists and map. */
    public Outcome {
      taken = List.copyOf(taken);
      made = List.copyOf(made);
      replaced = List.copyOf(replaced);
      left = Map.copyOf(left);
    }
  }

  /**
   * Takes files in.
   *
   * @param database empty; it may open the folder
   * @param folder the folder of records
   * @param names which files, if they are a record set's
   * @param leastRows a part holds so many rows if there are so many; months are joined until it
   *     does, and parts with fewer are written again with what comes
   * @throws IOException if the disk does not do as it is told; then nothing was taken out of the
   *     folder
   */
  public static Outcome compact(
      Database database,
      Agreement agreement,
      Binding binding,
      Path folder,
      Set<String> names,
      long leastRows,
      LoadProgress progress)
      throws IOException {
    return new Compaction(database, agreement, binding, folder, leastRows, progress).run(names);
  }

  private Outcome run(Set<String> names) throws IOException {
    LoadStore store = LoadStore.of(folder);
    for (String set : agreement.records().keySet()) {
      Optional<RecordSet> part = SuppliedPart.of(agreement, set);
      if (part.isPresent()) {
        compact(store, set, part.get(), names);
      }
    }
    Map<String, KeptFile> files = new TreeMap<>(store.files());
    files.putAll(taken);
    List<KeptPart> parts = new ArrayList<>(store.parts());
    parts.removeAll(replaced);
    parts.addAll(made);
    parts.sort(java.util.Comparator.comparing(KeptPart::set).thenComparing(KeptPart::months));
    LoadStore now = new LoadStore(folder, files, parts);
    if (!taken.isEmpty() || !made.isEmpty()) {
      now.write();
    }
    for (Path source : sources.values()) {
      Files.deleteIfExists(source);
    }
    for (KeptPart part : replaced) {
      if (!made.stream().map(KeptPart::path).toList().contains(part.path())) {
        Files.deleteIfExists(store.at(part));
      }
    }
    return new Outcome(now, List.copyOf(taken.values()), made, replaced, left);
  }

  private void compact(LoadStore store, String set, RecordSet records, Set<String> names)
      throws IOException {
    SetShape shape;
    List<RecordFile> files;
    try {
      shape = ShapeBuilder.of(set, records, binding.of(set));
      files = RecordFiles.find(folder, SetFiles.of(agreement, binding, folder, set));
    } catch (RefusedFile e) {
      left.put(set, String.valueOf(e.getMessage()));
      return;
    }
    Map<List<String>, List<String>> byHeader = new LinkedHashMap<>();
    boolean typed = false;
    for (RecordFile file : files) {
      Path beside = folder.resolve(file.name());
      if (file.kept().isPresent() && Files.isRegularFile(beside)) {
        again(file.kept().get(), beside);
      } else if (file.kept().isEmpty() && names.contains(file.name()) && !taken(file)) {
        typed |= take(store, shape, file, byHeader);
      }
    }
    int group = 0;
    for (Map.Entry<List<String>, List<String>> each : byHeader.entrySet()) {
      write(store, shape, each.getKey(), rows(set, group++), typed);
    }
  }

  private boolean taken(RecordFile file) {
    return taken.containsKey(file.name());
  }

  /** A file that lies in the folder though it was taken in: a run before this one ended early. */
  private void again(KeptFile kept, Path beside) throws IOException {
    if (LoadStore.checksum(Files.newInputStream(beside)).equals(kept.sha256())) {
      sources.put(kept.name(), beside);
    } else {
      left.put(kept.name(), "has other content than it was taken in with");
    }
  }

  /** Reads a file and keeps its bytes; says whether its cells may be typed. */
  private boolean take(
      LoadStore store, SetShape shape, RecordFile file, Map<List<String>, List<String>> byHeader)
      throws IOException {
    try {
      WholeFile read =
          WholeFile.read(database, file, shape.binding().layout(), LoadOptions.DEFAULT, progress);
      ColumnMatch.choose(shape.wanted(), read.header());
      KeptFile kept =
          new KeptFile(
              file.name(),
              shape.set(),
              read.format(),
              read.summary().bytes(),
              read.summary().sha256(),
              read.summary().rows(),
              read.header(),
              shape.binding().layout().toString(),
              read.faults() == 0);
      store.keep(file.path(), kept);
      if (kept.inParts()) {
        List<String> known = byHeader.computeIfAbsent(kept.header(), key -> new ArrayList<>());
        String rows = rows(shape.set(), List.copyOf(byHeader.keySet()).indexOf(kept.header()));
        if (known.isEmpty()) {
          database.execute(
              "CREATE TABLE "
                  + rows
                  + " AS SELECT ''::VARCHAR AS file, * EXCLUDE (file_no, fault)"
                  + " FROM "
                  + WholeFile.TABLE
                  + " LIMIT 0");
        }
        known.add(kept.name());
        database.execute(
            "INSERT INTO "
                + rows
                + " SELECT "
                + Sql.text(kept.name())
                + ", * EXCLUDE (file_no, fault) FROM "
                + WholeFile.TABLE);
      }
      taken.put(kept.name(), kept);
      sources.put(kept.name(), folder.resolve(file.name()));
      return read.format() == org.plumbline.records.FileFormat.PARQUET
          || read.format() == org.plumbline.records.FileFormat.XLSX;
    } catch (RefusedFile e) {
      left.put(file.name(), String.valueOf(e.getMessage()));
      return false;
    }
  }

  private static String rows(String set, int group) {
    return Sql.name(set + ".kept" + group);
  }

  /** Writes the rows of files with one header, with those of parts that are small. */
  private void write(
      LoadStore store, SetShape shape, List<String> header, String rows, boolean typed)
      throws IOException {
    boolean isTyped = typed;
    for (KeptPart part : store.parts()) {
      if (part.set().equals(shape.set())
          && part.header().equals(header)
          && part.rows() < leastRows) {
        database.execute(
            "INSERT INTO "
                + rows
                + " SELECT * EXCLUDE (\"at\") RENAME (\"row\" AS row_no) FROM"
                + " read_parquet("
                + Sql.text(store.at(part).toString())
                + ")");
        replaced.add(part);
        isTyped |=
            part.files().stream()
                .map(store::file)
                .flatMap(Optional::stream)
                .anyMatch(
                    file ->
                        file.format() == org.plumbline.records.FileFormat.PARQUET
                            || file.format() == org.plumbline.records.FileFormat.XLSX);
      }
    }
    String dated = shape.table("dated");
    dated(shape, header, rows, dated, isTyped);
    List<String> pending = new ArrayList<>();
    long count = 0;
    Map<String, Long> months = new TreeMap<>();
    database.each(
        "SELECT coalesce(strftime(make_timestamp(\"at\"), '%Y-%m'), "
            + Sql.text(KeptPart.UNDATED)
            + "), count(*) FROM "
            + dated
            + " GROUP BY 1",
        row -> months.put(row.getString(1), row.getLong(2)));
    for (Map.Entry<String, Long> month : months.entrySet()) {
      pending.add(month.getKey());
      count += month.getValue();
      if (count >= leastRows) {
        part(store, shape.set(), header, dated, pending);
        pending.clear();
        count = 0;
      }
    }
    if (!pending.isEmpty()) {
      part(store, shape.set(), header, dated, pending);
    }
    database.execute("DROP TABLE " + dated);
    database.execute("DROP TABLE " + rows);
  }

  /** The rows with the earliest moment that each has. */
  private void dated(
      SetShape shape, List<String> header, String rows, String dated, boolean typed) {
    List<String> cells = new ArrayList<>();
    try {
      int[] positions = ColumnMatch.choose(shape.wanted(), header);
      for (int i = 0; i < positions.length; i++) {
        cells.add(
            (positions[i] < 0 ? "NULL::VARCHAR" : SetShape.stageColumn(positions[i]))
                + " AS w"
                + i);
      }
    } catch (RefusedFile e) {
      throw new IllegalStateException("columns that were found are not found", e);
    }
    String stage = shape.table("stage");
    StringBuilder staged = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      staged.append(", w").append(i).append(" AS ").append(SetShape.stageColumn(i));
    }
    database.execute(
        "CREATE TABLE "
            + stage
            + " AS SELECT 0 AS file_no, number AS row_no, NULL::VARCHAR AS fault"
            + staged
            + " FROM (SELECT rowid AS number, "
            + String.join(", ", cells)
            + " FROM "
            + rows
            + ")");
    TimeConversion times = new TimeConversion(zones, agreement.zone(), shape.binding().reading());
    String typedTable = shape.table("typed");
    new TypedTable(
            database, times, shape.binding().reading(), stage, shape.key(), shape.columns(), typed)
        .create(typedTable);
    List<String> instants = CaseNumbers.instants(shape, column -> column);
    String at = instants.isEmpty() ? "NULL::BIGINT" : "least(" + String.join(", ", instants) + ")";
    database.execute(
        "CREATE TABLE "
            + dated
            + " AS SELECT r.file, r.row_no AS \"row\", t.\"at\", r.* EXCLUDE (file,"
            + " row_no) FROM (SELECT row_no, "
            + at
            + " AS \"at\" FROM "
            + typedTable
            + ") AS t JOIN "
            + rows
            + " AS r ON r.rowid = t.row_no");
    database.execute("DROP TABLE " + stage);
    database.execute("DROP TABLE " + typedTable);
  }

  private void part(
      LoadStore store, String set, List<String> header, String dated, List<String> months)
      throws IOException {
    String where =
        " FROM "
            + dated
            + " WHERE coalesce(strftime(make_timestamp(\"at\"), '%Y-%m'), "
            + Sql.text(KeptPart.UNDATED)
            + ") IN "
            + Sql.texts(months);
    Path home = Files.createDirectories(store.home().resolve("parts").resolve(set));
    Path writing = home.resolve("part.new");
    database.execute(
        "COPY (SELECT *"
            + where
            + " ORDER BY \"at\", file, \"row\") TO "
            + Sql.text(writing.toString())
            + " (FORMAT parquet, COMPRESSION zstd)");
    LoadStore.sync(writing);
    String sum = LoadStore.checksum(Files.newInputStream(writing));
    String first = months.get(0);
    String last = months.get(months.size() - 1);
    String name = first + "-" + sum.substring(0, 16) + ".parquet";
    Files.move(writing, home.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Set<String> files = new LinkedHashSet<>();
    database.each(
        "SELECT DISTINCT file" + where + " ORDER BY file",
        row -> files.add(Objects.requireNonNull(row.getString(1))));
    made.add(
        new KeptPart(
            "parts/" + set + "/" + name,
            set,
            first.equals(last) ? first : first + ".." + last,
            List.copyOf(files),
            header,
            database.number("SELECT count(*)" + where),
            Files.size(home.resolve(name)),
            sum));
  }
}
