package org.plumbline.records.duckdb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plumbline.records.files.RecordFile;
import org.plumbline.records.files.RefusedFile;
import org.plumbline.records.files.TextFiles;
import org.plumbline.records.store.KeptFile;
import org.plumbline.records.store.KeptPart;
import org.plumbline.records.store.LoadStore;

/**
 * Brings files of the store of loads into a table of texts, as if they had been read one by one:
 * each part that holds rows of them is read once, others are not opened.
 */
final class KeptStaging {

  private final Database database;
  private final String set;
  private final String table;
  private final Map<Integer, KeptFile> files = new LinkedHashMap<>();

  KeptStaging(Database database, String set, String table) {
    this.database = database;
    this.set = set;
    this.table = table;
  }

  /** Reads a file too, later. */
  void add(int number, KeptFile file) {
    files.put(number, file);
  }

  /**
   * Reads all that was added.
   *
   * @throws RefusedFile if a part is not as it was written
   */
  void read(Path folder, TextFiles.ColumnChoice wanted) throws RefusedFile {
    if (files.isEmpty()) {
      return;
    }
    try {
      LoadStore store = LoadStore.of(folder);
      Map<String, Integer> numbers = new LinkedHashMap<>();
      files.forEach((number, file) -> numbers.put(file.name(), number));
      for (KeptPart part : store.partsOf(numbers.keySet())) {
        insert(store, part, wanted.choose(part.header()), numbers);
      }
    } catch (IOException e) {
      throw new RefusedFile(0, String.valueOf(e.getMessage()), "Get the store from a backup");
    }
  }

  private void insert(LoadStore store, KeptPart part, int[] positions, Map<String, Integer> numbers)
      throws IOException, RefusedFile {
    Path path = store.at(part);
    if (!Files.isRegularFile(path)
        || !LoadStore.checksum(Files.newInputStream(path)).equals(part.sha256())) {
      throw new RefusedFile(
          0,
          "the part " + part.path() + " of the store is not as it was written",
          "Get it from a backup, or see what plumbline loads verify says");
    }
    List<String> cells = new ArrayList<>();
    for (int position : positions) {
      cells.add(position < 0 ? "NULL" : "k." + SetShape.stageColumn(position));
    }
    String read =
        part.files().stream()
            .filter(numbers::containsKey)
            .map(name -> String.valueOf(numbers.get(name)))
            .collect(Collectors.joining(", "));
    database.execute(
        "INSERT INTO "
            + table
            + " SELECT f.file_no, k.\"row\", NULL"
            + (cells.isEmpty() ? "" : ", " + String.join(", ", cells))
            + " FROM read_parquet("
            + Sql.text(path.toString())
            + ") AS k JOIN "
            + FileNames.TABLE
            + " AS f ON f.name = k.file AND f.set_id = "
            + Sql.text(set)
            + " AND f.file_no IN ("
            + read
            + ")");
  }

  /**
   * The bytes of a file as they came, unpacked into a file of its own.
   *
   * @throws RefusedFile if they are kept no longer
   */
  static RecordFile original(Database database, Path folder, KeptFile file) throws RefusedFile {
    try {
      LoadStore store = LoadStore.of(folder);
      if (!store.hasOriginal(file)) {
        throw new RefusedFile(
            0,
            "its bytes are kept no longer, and its rows were kept for another layout or had faults",
            "Put the file into the folder of records again");
      }
      Path plain = database.folder().resolve("stage.original");
      try (InputStream bytes = store.open(file)) {
        Files.copy(bytes, plain, StandardCopyOption.REPLACE_EXISTING);
      }
      return new RecordFile(file.name(), plain);
    } catch (IOException e) {
      throw new RefusedFile(0, String.valueOf(e.getMessage()), "Get the store from a backup");
    }
  }
}
