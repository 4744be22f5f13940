package org.plumbline.agreement.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The files beside an agreement, by their path relative to it. */
@FunctionalInterface
public interface Folder {

  /** No file at all. */
  Folder NONE = path -> Optional.empty();

  /** The content of a file; empty if there is none that may be read. */
  Optional<byte[]> read(String relativePath);

  /** Whether the text is a relative path that stays within the folder. */
  static boolean isWithin(String path) {
    return !path.isEmpty()
        && path.length() <= 300
        && path.matches("[^\\\\:*?\"<>|\\p{Cc}]+")
        && !path.startsWith("/")
        && !path.endsWith("/")
        && java.util.Arrays.stream(path.split("/", -1))
            .noneMatch(part -> part.equals("..") || part.equals(".") || part.isBlank());
  }

  /**
   * A folder on disk. Files outside of it are not read, not even through links, nor files larger
   * than {@link YamlText#MAXIMUM}.
   */
  static Folder of(Path folder) {
    return path -> {
      if (!isWithin(path)) {
        return Optional.empty();
      }
      try {
        Path root = folder.toRealPath();
        Path file = root.resolve(path).toRealPath();
        boolean readable =
            file.startsWith(root)
                && Files.isRegularFile(file)
                && Files.size(file) <= YamlText.MAXIMUM;
        return readable ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
      } catch (IOException | InvalidPathException e) {
        return Optional.empty();
      }
    };
  }
}
