package org.plumbline.web.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked from the class path into a folder. */
final class PostgresBinaries {

  /** The major version whose files a data folder holds. */
  static final int MAJOR = 18;

  private PostgresBinaries() {}

  /**
   * The folder that holds {@code bin/postgres}; unpacked if it is not there yet. A folder that was
   * unpacked by half, when the machine lost power, is never taken for a whole one.
   *
   * @param home where programs are kept
   * @throws PostgresFault if there are none for this kind of machine
   */
  static Path unpacked(Path home) throws IOException {
    Path programs = home.resolve("programs-" + MAJOR);
    if (Files.isDirectory(programs)) {
      return programs;
    }
    Files.createDirectories(home);
    Path half = Files.createTempDirectory(home, "unpacking-");
    try (InputStream archive =
            PostgresBinaries.class.getResourceAsStream("/" + archive().orElse("none"));
        InputStream tar = tar(archive)) {
      unpack(new TarArchiveInputStream(tar), half);
      Files.move(half, programs, StandardCopyOption.ATOMIC_MOVE);
      return programs;
    } finally {
      remove(half);
    }
  }

  private static InputStream tar(InputStream archive) throws IOException {
    if (archive == null) {
      throw new PostgresFault(
          "there is no PostgreSQL for this kind of machine in this build",
          "point --database at a PostgreSQL server");
    }
    return new XZInputStream(new BufferedInputStream(archive));
  }

  /** What the archive of this machine is called; empty where nobody builds one. */
  private static Optional<String> archive() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    if (system.contains("linux")) {
      return Optional.of("postgres-linux-" + (arm ? "arm_64" : "x86_64") + ".txz");
    }
    if (system.contains("mac")) {
      return Optional.of("postgres-darwin-" + (arm ? "arm_64" : "x86_64") + ".txz");
    }
    return Optional.empty();
  }

  private static void unpack(TarArchiveInputStream tar, Path folder) throws IOException {
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      Path target = folder.resolve(entry.getName()).normalize();
      if (!target.startsWith(folder)) {
        throw new IOException("the archive leaves its folder: " + entry.getName());
      }
      if (entry.isDirectory()) {
        Files.createDirectories(target);
        continue;
      }
      Files.createDirectories(target.getParent());
      if (entry.isSymbolicLink()) {
        Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      } else {
        Files.copy(tar, target);
        boolean runs = (entry.getMode() & 0b001_000_000) != 0;
        Files.setPosixFilePermissions(
            target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
