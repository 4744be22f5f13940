package org.plumbline.web.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.plumbline.web.postgres.OwnPostgres;

/** One PostgreSQL for all tests of a run; a new database for whoever asks. */
public final class TestDatabase {
  private static int databases;
  private static final OwnPostgres POSTGRES = start();

  private TestDatabase() {}

  private static OwnPostgres start() {
    try {
      OwnPostgres postgres = OwnPostgres.start(Path.of("target", "test-postgres").toAbsolutePath());
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    try {
                      postgres.close();
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  }));
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An empty database with the tables of this server. */
  public static synchronized Roles migrated() {
    Roles roles = empty();
    Migrations.run(roles);
    return roles;
  }

  /** An empty database. */
  public static synchronized Roles empty() {
    String name = "test_" + ProcessHandle.current().pid() + "_" + ++databases;
    try (Connection connection =
        DriverManager.getConnection(
            administrator().url(), administrator().user(), administrator().password())) {
      connection.createStatement().execute("drop database if exists " + name);
      return Roles.prepare(administrator(), POSTGRES.url(name));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DatabaseAddress administrator() {
    return new DatabaseAddress(
        POSTGRES.url("postgres"), OwnPostgres.ADMINISTRATOR, POSTGRES.password());
  }
}
