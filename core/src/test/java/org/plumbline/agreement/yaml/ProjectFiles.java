package org.plumbline.agreement.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of the checked out project that the tests of the language read. */
final class ProjectFiles {

  /** The folder that holds README.md and the modules. */
  static final Path ROOT = root();

  /** The whole agreements that come with the project. */
  static final List<String> AGREEMENTS =
      List.of("examples/service-desk/agreement.yaml", "examples/accounts-payable/agreement.yaml");

  private ProjectFiles() {}

  /** The text of a file below the root. */
  static String text(String path) {
    try {
      return Files.readString(ROOT.resolve(path), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files in a folder below the root whose names end so, sorted; none without the folder. */
  static List<Path> in(String folder, String ending) {
    if (!Files.isDirectory(ROOT.resolve(folder))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files below a folder that are called so, from the root, sorted. */
  static List<String> below(String folder, String name) {
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
      return files
          .filter(file -> file.endsWith(name))
          .map(file -> ROOT.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files in a folder whose names end so, from the root, sorted. */
  static List<String> named(String folder, String ending) {
    return in(folder, ending).stream().map(file -> ROOT.relativize(file).toString()).toList();
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
}
