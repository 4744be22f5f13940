package org.plumbline.records.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.records.Binding;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.files.RefusedFile;
import org.plumbline.records.store.KeptFile;
import org.plumbline.records.store.KeptPart;
import org.plumbline.records.store.LoadStore;

/**
 * What is wrong with a store of loads: parts and originals against their checksums, and the rows of
 * parts against the bytes as they came.
 *
 * @param problems a sentence each, without a full stop; empty if nothing is wrong
 * @param originals how many files still have their bytes
 * @param compared how many rows were compared with the bytes that they were read from
 */
public record StoreCheck(List<String> problems, int originals, long compared) {

  /** Copies the list. */
  public StoreCheck {
    problems = List.copyOf(problems);
  }

  /**
   * Checks a store.
   *
   * @param database empty; it may open the folder of records
   * @throws IOException if the store cannot be read at all
   */
  public static StoreCheck of(
      Database database, LoadStore store, Binding binding, LoadProgress progress)
      throws IOException {
    List<String> problems = new ArrayList<>();
    Set<String> known = new TreeSet<>(List.of("store.json"));
    Set<String> whole = new TreeSet<>();
    for (KeptPart part : store.parts()) {
      known.add(part.path());
      Path path = store.at(part);
      if (!Files.isRegularFile(path)) {
        problems.add(part.path() + " is missing");
      } else if (!LoadStore.checksum(Files.newInputStream(path)).equals(part.sha256())) {
        problems.add(part.path() + " has other content than was written");
      } else {
        whole.add(part.path());
      }
    }
    int originals = 0;
    long compared = 0;
    for (KeptFile file : store.files().values()) {
      Path beside = store.folder().resolve(file.name());
      if (Files.isRegularFile(beside)
          && !LoadStore.checksum(Files.newInputStream(beside)).equals(file.sha256())) {
        problems.add(file.name() + " lies in the folder with other content than was taken in");
      }
      if (store.hasOriginal(file)) {
        known.add(store.home().relativize(store.original(file)).toString().replace('\\', '/'));
        originals++;
        compared += original(database, store, file, binding, whole, problems, progress);
      }
    }
    for (String path : paths(store.home())) {
      if (!known.contains(path)) {
        problems.add(path + " is no part of the store");
      }
    }
    return new StoreCheck(problems, originals, compared);
  }

  /** Checks the bytes of one file, and the rows read from them; says how many. */
  private static long original(
      Database database,
      LoadStore store,
      KeptFile file,
      Binding binding,
      Set<String> whole,
      List<String> problems,
      LoadProgress progress) {
    try {
      if (!LoadStore.checksum(store.open(file)).equals(file.sha256())) {
        problems.add("the bytes of " + file.name() + " are not those that came");
        return 0;
      }
      List<KeptPart> parts = store.partsOf(Set.of(file.name()));
      boolean readable = parts.stream().allMatch(part -> whole.contains(part.path()));
      if (!file.inParts()
          || !readable
          || !binding.of(file.set()).layout().toString().equals(file.layout())) {
        return 0;
      }
      WholeFile.read(
          database,
          KeptStaging.original(database, store.folder(), file),
          binding.of(file.set()).layout(),
          LoadOptions.DEFAULT,
          progress);
      if (!same(database, store, file, parts)) {
        problems.add("the rows of " + file.name() + " are not those of its bytes");
      }
      return file.rows();
    } catch (IOException | RefusedFile e) {
      problems.add("the bytes of " + file.name() + " cannot be read: " + e.getMessage());
      return 0;
    }
  }

  private static boolean same(
      Database database, LoadStore store, KeptFile file, List<KeptPart> parts) {
    String came = "SELECT * EXCLUDE (file_no, fault) FROM " + WholeFile.TABLE;
    String kept =
        parts.isEmpty()
            ? came + " LIMIT 0"
            : parts.stream()
                .map(
                    part ->
                        "SELECT * EXCLUDE (file, \"at\") FROM read_parquet("
                            + Sql.text(store.at(part).toString())
                            + ") WHERE file = "
                            + Sql.text(file.name()))
                .collect(Collectors.joining(" UNION ALL "));
    return database.number(
            "SELECT (SELECT count(*) FROM (("
                + came
                + ") EXCEPT ALL ("
                + kept
                + ")))"
                + " + (SELECT count(*) FROM (("
                + kept
                + ") EXCEPT ALL ("
                + came
                + ")))")
        == 0;
  }

  private static List<String> paths(Path home) throws IOException {
    if (!Files.isDirectory(home)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(home, 4)) {
      return all.filter(path -> !Files.isDirectory(path))
          .map(path -> home.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
