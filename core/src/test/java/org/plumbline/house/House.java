package org.plumbline.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The checked out project, as files. */
final class House {
  /** The folder that holds README.md and the modules. */
  static final Path ROOT = root();

  private static final Set<String> SKIPPED = Set.of("target", "node_modules", ".git", ".plumbline");

  /** All files below the root whose name ends with {@code ending}, without build output, sorted. */
  static List<Path> filesEndingWith(String ending) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              boolean skipped = SKIPPED.contains(String.valueOf(folder.getFileName()));
              return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (String.valueOf(file.getFileName()).endsWith(ending)) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("reading the folders below " + ROOT, e);
    }
    Collections.sort(found);
    return found;
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("TENETS.md"))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IllegalStateException("no TENETS.md above " + Path.of("").toAbsolutePath());
      }
      folder = parent;
    }
    return folder;
  }

  private House() {}
}
