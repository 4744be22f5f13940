package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A folder that is filled out of sight and then put in its place at once, so that nothing is ever
 * half written; what is not put in its place is removed when it is closed.
 */
final class NewFolder implements AutoCloseable {
  private final Path target;
  private final Path hidden;
  private final Path filled;

  private NewFolder(Path target, Path hidden, Path filled) {
    this.target = target;
    this.hidden = hidden;
    this.filled = filled;
  }

  /**
   * Begins a folder.
   *
   * @param files the files that it will hold, by their path in it
   * @throws InputRefused if one of them is there
   */
  static NewFolder begin(Path target, String named, List<String> files) throws IOException {
    if (Files.exists(target) && !Files.isDirectory(target)) {
      throw new InputRefused(named + " is a file, not a folder; nothing was written");
    }
    List<String> already =
        files.stream().filter(file -> Files.exists(target.resolve(file))).toList();
    if (!already.isEmpty()) {
      throw new InputRefused(
          "the folder "
              + named
              + " already has "
              + String.join(", ", already)
              + "; nothing was written\nName another folder: plumbline init DIR");
    }
    Path absolute = target.toAbsolutePath().normalize();
    boolean there = Files.isDirectory(absolute) || absolute.getParent() == null;
    Path parent = there ? absolute : Objects.requireNonNull(absolute.getParent());
    Files.createDirectories(parent);
    Path hidden = Files.createTempDirectory(parent, ".plumbline-init");
    // A folder of its own in it, since nobody else may enter a temporary one.
    return new NewFolder(absolute, hidden, Files.createDirectory(hidden.resolve("filled")));
  }

  /** Where its files are written. */
  Path path() {
    return filled;
  }

  /** Puts it in its place. */
  void place() throws IOException {
    if (!Files.exists(target)) {
      Files.move(filled, target);
      return;
    }
    List<Path> files;
    try (Stream<Path> walked = Files.walk(filled)) {
      files = walked.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path place = target.resolve(filled.relativize(file).toString());
      if (place.getParent() != null) {
        Files.createDirectories(place.getParent());
      }
      Files.move(file, place);
    }
  }

  @Override
  public void close() throws IOException {
    if (!Files.exists(hidden)) {
      return;
    }
    try (Stream<Path> walked = Files.walk(hidden)) {
      for (Path path : walked.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
