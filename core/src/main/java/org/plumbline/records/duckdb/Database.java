package org.plumbline.records.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/**
 * A DuckDB in this process, in memory, that spills to a temporary folder. It downloads nothing,
 * opens no file outside the folders it was given, and keeps the joins in the order in which they
 * are written ({@code join_order} and {@code build_side_probe_side} are off: look-ups join on
 * expressions whose size its optimizer guesses wrong).
 *
 * <p>Not safe for use by several threads at once; one statement at a time runs on all its threads.
 */
public final class Database implements AutoCloseable {

  private final DuckDBConnection connection;
  private final Path folder;

  private Database(DuckDBConnection connection, Path folder) {
    this.connection = connection;
    this.folder = folder;
  }

  /** Reads one row of a result. */
  @FunctionalInterface
  public interface RowReader<T> {
    /** The row on which the result stands. */
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Opens a new, empty database.
   *
   * @throws DatabaseException if it does not start
   */
  public static Database open(DatabaseSettings settings) {
    Path folder;
    try {
      folder = Files.createTempDirectory(settings.temporaryFolder(), "plumbline-").toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("making a folder in " + settings.temporaryFolder(), e);
    }
    try {
      DuckDBConnection connection =
          (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", new Properties());
      Database database = new Database(connection, folder);
      database.configure(settings);
      return database;
    } catch (SQLException e) {
      throw new DatabaseException("starting DuckDB", e);
    }
  }

  private void configure(DatabaseSettings settings) {
    List<String> folders = new ArrayList<>();
    folders.add(folder + "/");
    for (Path allowed : settings.folders()) {
      try {
        folders.add(allowed.toRealPath() + "/");
      } catch (IOException e) {
        throw new UncheckedIOException("looking for " + allowed, e);
      }
    }
    // Plans fix the order of joins; pulling up projections takes without end on long statements.
    for (String setting :
        List.of(
            "threads=" + settings.threads(),
            "memory_limit='" + settings.memoryBytes() + " B'",
            "temp_directory=" + Sql.text(folder + "/spill"),
            "preserve_insertion_order=true",
            "disabled_optimizers='join_order,build_side_probe_side,projection_pullup'",
            "autoinstall_known_extensions=false",
            "autoload_known_extensions=false",
            "allow_community_extensions=false",
            "allow_persistent_secrets=false",
            "TimeZone='UTC'",
            "allowed_directories=["
                + String.join(", ", folders.stream().map(Sql::text).toList())
                + "]",
            "enable_external_access=false",
            "lock_configuration=true")) {
      execute("SET " + setting);
    }
  }

  /** The folder for spilled data and files on their way in; removed on close. */
  public Path folder() {
    return folder;
  }

  /** The connection, for bulk reading and appending. */
  public DuckDBConnection connection() {
    return connection;
  }

  /**
   * Runs a statement.
   *
   * @throws DatabaseException if it fails
   */
  public void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /**
   * All rows of a query, in its order; only for small results.
   *
   * @throws DatabaseException if it fails
   */
  public <T> List<T> query(String sql, RowReader<T> reader) {
    List<T> rows = new ArrayList<>();
    each(
        sql,
        row -> {
          rows.add(reader.read(row));
          return rows;
        });
    return rows;
  }

  /** Shows each row of a query to a reader, whose answers are dropped. */
  public void each(String sql, RowReader<?> reader) {
    try (Statement statement = connection.createStatement();
        ResultSet result = run(statement, sql)) {
      while (result.next()) {
        reader.read(result);
      }
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /** The first row of a query. */
  public <T> Optional<T> first(String sql, RowReader<T> reader) {
    try (Statement statement = connection.createStatement();
        ResultSet result = run(statement, sql)) {
      return result.next() ? Optional.of(reader.read(result)) : Optional.empty();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /**
   * Runs a query once. The driver's {@code executeQuery} would first prepare it, and DuckDB plans a
   * prepared statement anew when it runs: a long statement would be planned twice.
   */
  private static ResultSet run(Statement statement, String sql) throws SQLException {
    statement.execute(sql);
    return statement.getResultSet();
  }

  /** The one whole number that a query gives; null counts as 0. */
  public long number(String sql) {
    return first(sql, row -> row.getLong(1)).orElse(0L);
  }

  private static DatabaseException failed(String sql, SQLException e) {
    String start = sql.strip();
    return new DatabaseException(
        "running " + (start.length() > 200 ? start.substring(0, 200) + " …" : start), e);
  }

  /** Closes the database and removes its folder. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new DatabaseException("closing DuckDB", e);
    } finally {
      remove(folder);
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("removing " + folder, e);
    }
  }
}
