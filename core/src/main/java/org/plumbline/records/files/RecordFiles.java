package org.plumbline.records.files;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.plumbline.records.FileFormat;
import org.plumbline.records.store.KeptFile;
import org.plumbline.records.store.LoadStore;

/** Finds the files of record sets in a folder, and nothing outside of it. */
public final class RecordFiles {

  private static final int MOST_FILES = 10_000;

  private RecordFiles() {}

  /**
   * The files that names with {@code *} mean, each once, sorted by name.
   *
   * @throws RefusedFile if a name leads out of the folder or to something that is no file, or if a
   *     name means nothing
   */
  public static List<RecordFile> find(Path folder, List<String> names) throws RefusedFile {
    Map<String, RecordFile> found = new TreeMap<>();
    LoadStore store = store(folder);
    for (String name : names) {
      checkName(name);
      List<String> matches = name.contains("*") ? matches(folder, store, name) : List.of(name);
      if (matches.isEmpty()) {
        throw new RefusedFile(0, "no file is named like " + name, "Name a file of the folder");
      }
      for (String match : matches) {
        Optional<KeptFile> kept = store.file(match);
        found.put(
            match,
            kept.isPresent()
                ? kept(store, kept.get())
                : new RecordFile(match, inside(folder, match)));
      }
    }
    if (found.size() > MOST_FILES) {
      throw new RefusedFile(0, "more than " + MOST_FILES + " files", "Name fewer files");
    }
    return List.copyOf(found.values());
  }

  private static LoadStore store(Path folder) throws RefusedFile {
    try {
      return LoadStore.of(folder);
    } catch (IOException e) {
      throw new RefusedFile(0, String.valueOf(e.getMessage()), "Get the store from a backup");
    }
  }

  /** A file of the store; a file of its name in the folder has to be the same. */
  private static RecordFile kept(LoadStore store, KeptFile kept) throws RefusedFile {
    Path beside = store.folder().resolve(kept.name());
    try {
      if (Files.isRegularFile(beside) && Files.size(beside) != kept.bytes()) {
        throw new RefusedFile(
            0,
            kept.name() + " lies there with other content than it was taken into the store with",
            "Give what came later a name of its own");
      }
    } catch (IOException e) {
      throw TextFiles.unreadable(e);
    }
    return new RecordFile(kept.name(), store.original(kept), Optional.of(kept));
  }

  /**
   * The files named like a set: {@code ID.csv}, {@code ID-2026.csv}, {@code ID_2026.parquet} …,
   * with any ending that says a format. A file goes to the set with the longest id that its name
   * begins with.
   *
   * @param others ids of all sets
   */
  public static List<String> namedLike(Path folder, String set, List<String> others) {
    List<String> names = new ArrayList<>();
    for (String name : names(folder)) {
      Optional<String> longest =
          others.stream()
              .filter(id -> startsLike(name, id))
              .max(java.util.Comparator.comparingInt(String::length));
      if (startsLike(name, set)
          && FileFormat.ofName(name).isPresent()
          && longest.orElse(set).equals(set)) {
        names.add(name);
      }
    }
    return names;
  }

  /** Names of files in a folder, those in its store too, in order. */
  private static List<String> names(Path folder) {
    TreeSet<String> names = new TreeSet<>(list(folder));
    try {
      LoadStore.of(folder).files().keySet().stream()
          .filter(name -> !name.contains("/"))
          .forEach(names::add);
    } catch (IOException e) {
      // Whoever opens them is told.
      return List.copyOf(names);
    }
    return List.copyOf(names);
  }

  private static boolean startsLike(String fileName, String set) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (!name.startsWith(set) || name.length() == set.length()) {
      return false;
    }
    char next = name.charAt(set.length());
    return next == '.' || next == '-' || next == '_' || next == ' ' || (next >= '0' && next <= '9');
  }

  private static void checkName(String name) throws RefusedFile {
    boolean leaves = name.isBlank() || name.startsWith("/") || name.contains("\\");
    leaves |= name.contains("\0") || name.matches("[A-Za-z]:.*");
    for (String part : name.split("/", -1)) {
      leaves |= part.equals("..") || part.isEmpty();
    }
    if (leaves) {
      throw new RefusedFile(
          0, "the file name \"" + name + "\" leads out of the folder", "Name a file inside it");
    }
  }

  private static List<String> matches(Path folder, LoadStore store, String name)
      throws RefusedFile {
    int cut = name.lastIndexOf('/');
    if (name.substring(0, cut + 1).contains("*")) {
      throw new RefusedFile(0, "a * in the name of a folder: " + name, "Use * in file names only");
    }
    String prefix = name.substring(0, cut + 1);
    boolean onlyKept = cut >= 0 && !Files.isDirectory(folder.resolve(name.substring(0, cut)));
    Path inner = cut < 0 || onlyKept ? folder : inside(folder, name.substring(0, cut));
    PathMatcher matcher =
        FileSystems.getDefault()
            .getPathMatcher(
                "glob:" + name.substring(cut + 1).replaceAll("[\\[\\]{}?\\\\]", "\\\\$0"));
    TreeSet<String> all = new TreeSet<>();
    if (!onlyKept) {
      list(inner).forEach(each -> all.add(prefix + each));
    }
    store.files().keySet().stream()
        .filter(each -> each.lastIndexOf('/') == cut && each.startsWith(prefix))
        .forEach(all::add);
    return all.stream().filter(each -> matcher.matches(Path.of(each.substring(cut + 1)))).toList();
  }

  private static List<String> list(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> String.valueOf(path.getFileName()))
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Path inside(Path folder, String name) throws RefusedFile {
    try {
      Path real = folder.resolve(name).toRealPath();
      if (!real.startsWith(folder.toRealPath())) {
        throw new RefusedFile(
            0, "the file " + name + " lies outside of the folder", "Put a copy into it");
      }
      if (!Files.isRegularFile(real) && !Files.isDirectory(real)) {
        throw new RefusedFile(0, name + " is no file", "Name a file");
      }
      return real;
    } catch (IOException | java.nio.file.InvalidPathException e) {
      throw new RefusedFile(0, "there is no file " + name, "Put it into the records folder");
    }
  }
}
