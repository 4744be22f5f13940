package org.plumbline.web.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/**
 * All that a server keeps, in one file (zip): its tables as they were at one moment, and the files
 * of records that they name, with a checksum each. A server may run meanwhile: files are kept
 * before a table names them, and never change.
 */
public final class Backup {

  static final String FORMAT = "plumbline-backup-1";
  static final String MANIFEST = "manifest.txt";
  static final String SUMS = "SHA-256SUMS";
  static final String TABLES = "tables/";
  static final String RECORDS = "records/";

  /** Tables that migrations fill, and what Flyway keeps. */
  private static final String TABLES_TO_KEEP =
      """
      select c.relname, (select string_agg(quote_ident(a.attname), ',' order by a.attnum) from pg_attribute a
                         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')
      from pg_class c where c.relnamespace = 'plumbline'::regnamespace and c.relkind = 'r'
        and c.relname not in ('flyway_schema_history', 'room') order by 1
      """;

  private final ZipOutputStream zip;
  private final Map<String, String> sums = new LinkedHashMap<>();

  private Backup(ZipOutputStream zip) {
    this.zip = zip;
  }

  /**
   * Writes one.
   *
   * @param owner somebody who may read all tables
   * @param records the folder of files of records
   * @return how many files of records it holds
   */
  public static int write(DatabaseAddress owner, Path records, OutputStream to, Instant now)
      throws IOException, SQLException {
    try (Connection connection =
            DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        ZipOutputStream zip = new ZipOutputStream(to, UTF_8)) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      Backup backup = new Backup(zip);
      backup.tables(connection, now);
      int files = backup.records(connection, records);
      backup.sums();
      connection.rollback();
      return files;
    }
  }

  private void tables(Connection connection, Instant now) throws IOException, SQLException {
    List<String> manifest = new ArrayList<>();
    manifest.add("format=" + FORMAT);
    manifest.add("made=" + now);
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery(
              "select version from plumbline.flyway_schema_history where success and version is not"
                  + " null order by string_to_array(version, '.')::int[] desc limit 1")) {
        rows.next();
        manifest.add("migration=" + rows.getString(1));
      }
      Map<String, String> tables = new LinkedHashMap<>();
      try (ResultSet rows = statement.executeQuery(TABLES_TO_KEEP)) {
        while (rows.next()) {
          tables.put(rows.getString(1), rows.getString(2));
        }
      }
      for (Map.Entry<String, String> table : tables.entrySet()) {
        manifest.add("table=" + table.getKey() + " " + table.getValue());
        entry(
            TABLES + table.getKey(),
            out ->
                connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                        "copy plumbline."
                            + table.getKey()
                            + " ("
                            + table.getValue()
                            + ") to stdout",
                        out));
      }
    }
    entry(MANIFEST, out -> out.write(String.join("\n", manifest).concat("\n").getBytes(UTF_8)));
  }

  /** All files of the folder that are whole; each has its checksum as its name. */
  private int records(Connection connection, Path folder) throws IOException, SQLException {
    TreeSet<String> named = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select distinct sha256 from plumbline.load")) {
      while (rows.next()) {
        named.add(rows.getString(1));
      }
    }
    int files = 0;
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.filter(Backup::isKept).sorted().toList()) {
          String name = file.getFileName().toString();
          String sum =
              entry(
                  RECORDS + name,
                  out -> {
                    try (InputStream content = Files.newInputStream(file)) {
                      content.transferTo(out);
                    }
                  });
          if (!sum.equals(name)) {
            throw new IOException("the file of records " + file + " is not what it was");
          }
          named.remove(name);
          files++;
        }
      }
    }
    if (!named.isEmpty()) {
      throw new IOException(
          "files of records are missing in " + folder + ": " + String.join(", ", named));
    }
    return files;
  }

  private static boolean isKept(Path file) {
    return file.getFileName().toString().matches("[0-9a-f]{64}")
        && !file.toString().contains("laid-out-");
  }

  private void sums() throws IOException {
    StringBuilder text = new StringBuilder();
    sums.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
    zip.putNextEntry(new ZipEntry(SUMS));
    zip.write(text.toString().getBytes(UTF_8));
    zip.closeEntry();
  }

  /** Writes what an entry holds. */
  private interface Content {
    void to(OutputStream out) throws IOException, SQLException;
  }

  private String entry(String name, Content content) throws IOException, SQLException {
    MessageDigest digest = sha256();
    zip.putNextEntry(new ZipEntry(name));
    // Whoever writes may close what they get; the zip goes on.
    DigestOutputStream out =
        new DigestOutputStream(zip, digest) {
          @Override
          public void close() {}
        };
    content.to(out);
    zip.closeEntry();
    String sum = HexFormat.of().formatHex(digest.digest());
    sums.put(name, sum);
    return sum;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
