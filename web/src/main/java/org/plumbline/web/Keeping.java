package org.plumbline.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.plumbline.web.postgres.OwnPostgres;
import org.plumbline.web.store.Backup;
import org.plumbline.web.store.DatabaseAddress;
import org.plumbline.web.store.Restore;
import org.plumbline.web.store.Roles;

/** {@code plumbline backup} and {@code plumbline restore}. */
final class Keeping {

  private Keeping() {}

  /**
   * Writes a backup, also while the server runs. The file appears when it is whole.
   *
   * @param database another PostgreSQL; without it, the server's own in the folder of data
   * @return what was done, in a sentence
   */
  static String backup(Path data, Optional<Roles> database, Path file, Instant now)
      throws IOException, SQLException {
    if (Files.exists(file)) {
      throw new IllegalArgumentException(file + " is there already; name another file");
    }
    if (database.isPresent()) {
      return written(database.get().owner(), data, file, now);
    }
    Path home = data.resolve("postgres");
    if (!Files.isDirectory(home)) {
      throw new IllegalArgumentException("there is no server's data in " + data);
    }
    Optional<OwnPostgres.Found> running = OwnPostgres.found(home, "plumbline");
    if (running.isPresent()) {
      return written(
          new DatabaseAddress(
              running.get().url(), OwnPostgres.ADMINISTRATOR, running.get().password()),
          data,
          file,
          now);
    }
    try (OwnPostgres postgres = OwnPostgres.start(home)) {
      return written(administrator(postgres, "plumbline"), data, file, now);
    }
  }

  private static String written(DatabaseAddress reader, Path data, Path file, Instant now)
      throws IOException, SQLException {
    Path folder = file.toAbsolutePath().getParent();
    Path half = Files.createTempFile(folder, ".backup-", ".half");
    try {
      int files;
      try (OutputStream out = Files.newOutputStream(half)) {
        files = Backup.write(reader, data.resolve("records"), out, now);
      }
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
      return "Kept all tables and "
          + files
          + (files == 1 ? " file" : " files")
          + " of records in "
          + file
          + " ("
          + Math.max(1, Files.size(file) / 1024)
          + " kB).";
    } finally {
      Files.deleteIfExists(half);
    }
  }

  /**
   * Restores a backup into an empty folder, or an empty database and an empty folder of records.
   *
   * @return what was done, in a sentence
   */
  static String restore(Path data, Optional<Roles> database, Path file)
      throws IOException, SQLException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no file " + file);
    }
    Path home = data.resolve("postgres");
    if (database.isPresent()) {
      return said(Restore.from(file, database.get(), data.resolve("records")));
    }
    if (Files.exists(home)) {
      throw new IllegalArgumentException(
          data + " holds a server's data already; restore into an empty folder");
    }
    Files.createDirectories(data);
    try (OwnPostgres postgres = OwnPostgres.start(home)) {
      Roles roles = Roles.prepare(administrator(postgres, "postgres"), postgres.url("plumbline"));
      return said(Restore.from(file, roles, data.resolve("records")));
    }
  }

  private static String said(Restore.Restored restored) {
    return "Restored. The chain of the audit holds: "
        + restored.entries()
        + " entries; "
        + restored.files()
        + (restored.files() == 1 ? " file" : " files")
        + " of records.";
  }

  private static DatabaseAddress administrator(OwnPostgres postgres, String database) {
    return new DatabaseAddress(
        postgres.url(database), OwnPostgres.ADMINISTRATOR, postgres.password());
  }
}
