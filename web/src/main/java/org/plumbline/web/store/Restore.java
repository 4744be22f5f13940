package org.plumbline.web.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;
import org.springframework.util.FileSystemUtils;

/**
 * Brings a {@link Backup} back into an empty database and an empty folder. Nothing is written
 * before all of the file was held to its checksums; at the end the chain of the audit is verified.
 */
public final class Restore {

  /** A pair of tables: the first refers to the second. */
  private static final String REFERENCES =
      """
      select distinct a.relname, b.relname from pg_constraint c join pg_class a on a.oid = c.conrelid join pg_class b on b.oid = c.confrelid
      where c.contype = 'f' and a.relnamespace = 'plumbline'::regnamespace and a.oid <> b.oid
      """;

  private final ZipFile zip;
  private final Map<String, String> tables = new LinkedHashMap<>();
  private final Set<String> held = new TreeSet<>();
  private String migration = "";

  private Restore(ZipFile zip) {
    this.zip = zip;
  }

  /** What was restored. */
  public record Restored(long entries, int files) {}

  /**
   * Restores.
   *
   * @param roles of a database without tables of ours
   * @param records the folder for files of records; made if it is not there
   * @throws IllegalArgumentException if the file is no whole backup, or something is there already
   */
  public static Restored from(Path file, Roles roles, Path records)
      throws IOException, SQLException {
    try (ZipFile zip = new ZipFile(file.toFile(), UTF_8)) {
      Restore restore = new Restore(zip);
      restore.verify();
      refuseWhatIsThere(roles, records);
      try {
        Migrations.runTo(roles, restore.migration);
        long entries = restore.fill(roles.owner());
        Migrations.run(roles);
        return new Restored(entries, restore.records(records));
      } catch (IOException | SQLException | RuntimeException fault) {
        empty(roles.owner());
        FileSystemUtils.deleteRecursively(records);
        throw fault;
      }
    } catch (java.util.zip.ZipException fault) {
      throw new IllegalArgumentException(file + " is no backup: " + fault.getMessage(), fault);
    }
  }

  private void verify() throws IOException {
    for (String line : text(Backup.SUMS).lines().toList()) {
      String name = line.substring(Math.min(line.length(), 66));
      MessageDigest digest = Backup.sha256();
      try (InputStream content = new DigestInputStream(stream(name), digest)) {
        content.transferTo(java.io.OutputStream.nullOutputStream());
      }
      if (!line.startsWith(HexFormat.of().formatHex(digest.digest()))) {
        throw new IllegalArgumentException(name + " in the backup is not what it was");
      }
      held.add(name);
    }
    for (String line : text(Backup.MANIFEST).lines().toList()) {
      String value = line.substring(line.indexOf('=') + 1);
      if (line.startsWith("format=") && !value.equals(Backup.FORMAT)) {
        throw new IllegalArgumentException("this backup is of another format: " + value);
      } else if (line.startsWith("migration=")) {
        migration = value;
      } else if (line.startsWith("table=")) {
        tables.put(value.substring(0, value.indexOf(' ')), value.substring(value.indexOf(' ') + 1));
      }
    }
    boolean plain =
        tables.entrySet().stream()
            .allMatch(
                each ->
                    each.getKey().matches("[a-z_]+") && each.getValue().matches("[a-z0-9_,\"]+"));
    if (tables.isEmpty()
        || !plain
        || !migration.matches("[0-9.]+")
        || !held.contains(Backup.MANIFEST)
        || tables.keySet().stream().anyMatch(table -> !held.contains(Backup.TABLES + table))) {
      throw new IllegalArgumentException("the backup is not whole");
    }
  }

  /** Leaves nothing half done. */
  private static void empty(DatabaseAddress owner) throws SQLException {
    try (Connection connection = connect(owner);
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists plumbline cascade");
    }
  }

  private static void refuseWhatIsThere(Roles roles, Path records)
      throws IOException, SQLException {
    try (Connection connection = connect(roles.owner());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select exists (select from pg_namespace where nspname = 'plumbline')")) {
      if (rows.next() && rows.getBoolean(1)) {
        throw new IllegalArgumentException(
            "there is something in the database already; restore into an empty one");
      }
    }
    if (Files.isDirectory(records)) {
      try (var all = Files.list(records)) {
        if (all.findAny().isPresent()) {
          throw new IllegalArgumentException(
              records + " is not empty; restore into an empty folder");
        }
      }
    }
  }

  private long fill(DatabaseAddress owner) throws IOException, SQLException {
    try (Connection connection = connect(owner);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set search_path = plumbline");
      for (String table : inOrder(statement)) {
        statement.execute("alter table " + table + " disable trigger user");
        try (InputStream rows = stream(Backup.TABLES + table)) {
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy " + table + " (" + tables.get(table) + ") from stdin", rows);
        }
        statement.execute("alter table " + table + " enable trigger user");
      }
      try (ResultSet rows =
          statement.executeQuery("select audit_broken_at(), (select count(*) from audit)")) {
        rows.next();
        long entries = rows.getLong(2);
        long broken = rows.getLong(1);
        if (!rows.wasNull() && broken > 0) {
          throw new IllegalArgumentException(
              "the chain of the audit does not hold from entry "
                  + broken
                  + " on; nothing was kept");
        }
        connection.commit();
        return entries;
      }
    }
  }

  /** Tables after those that they refer to. */
  private List<String> inOrder(Statement statement) throws SQLException {
    Map<String, Set<String>> needs = new LinkedHashMap<>();
    tables.keySet().forEach(table -> needs.put(table, new TreeSet<>()));
    try (ResultSet rows = statement.executeQuery(REFERENCES)) {
      while (rows.next()) {
        if (needs.containsKey(rows.getString(1)) && needs.containsKey(rows.getString(2))) {
          Objects.requireNonNull(needs.get(rows.getString(1))).add(rows.getString(2));
        }
      }
    }
    List<String> ordered = new ArrayList<>();
    while (ordered.size() < needs.size()) {
      int before = ordered.size();
      needs.forEach(
          (table, others) -> {
            if (!ordered.contains(table) && ordered.containsAll(others)) {
              ordered.add(table);
            }
          });
      if (ordered.size() == before) {
        throw new IllegalStateException("tables refer to each other in a circle: " + needs);
      }
    }
    return ordered;
  }

  private int records(Path folder) throws IOException {
    int files = 0;
    for (String name : held) {
      if (name.matches(Backup.RECORDS + "[0-9a-f]{64}")) {
        String sum = name.substring(Backup.RECORDS.length());
        Path place = Files.createDirectories(folder.resolve(sum.substring(0, 2)));
        try (InputStream content = stream(name)) {
          Files.copy(content, place.resolve(sum));
        }
        files++;
      }
    }
    return files;
  }

  private String text(String name) throws IOException {
    try (InputStream content = stream(name)) {
      return new String(content.readAllBytes(), UTF_8);
    }
  }

  private InputStream stream(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IllegalArgumentException("this is no backup: it has no " + name);
    }
    return zip.getInputStream(entry);
  }

  private static Connection connect(DatabaseAddress as) throws SQLException {
    return DriverManager.getConnection(as.url(), as.user(), as.password());
  }
}
