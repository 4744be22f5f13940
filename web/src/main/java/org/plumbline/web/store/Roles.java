package org.plumbline.web.store;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/**
 * The two roles of the server: one owns the tables and migrates them, the other is the application.
 *
 * @param owner owns the tables
 * @param application may read and add; row-level security holds for it
 */
public record Roles(DatabaseAddress owner, DatabaseAddress application) {

  private static final String OWNER = "plumbline_owner";
  private static final String APPLICATION = "plumbline_application";

  /**
   * Makes database and roles where they are missing, and gives both roles new passwords, which
   * nobody has to keep.
   *
   * @param administrator a role that may create roles and databases
   * @param database the address of the database to be; ends with its name
   */
  public static Roles prepare(DatabaseAddress administrator, String database) throws SQLException {
    String name = database.substring(database.lastIndexOf('/') + 1);
    String owner = random();
    String application = random();
    try (Connection connection =
            DriverManager.getConnection(
                administrator.url(), administrator.user(), administrator.password());
        Statement statement = connection.createStatement()) {
      role(statement, OWNER, owner);
      role(statement, APPLICATION, application);
      if (!exists(statement, "pg_database where datname = '" + name + "'")) {
        statement.execute("create database " + name + " owner " + OWNER);
        statement.execute("revoke all on database " + name + " from public");
        statement.execute("grant connect on database " + name + " to " + APPLICATION);
      }
    }
    return new Roles(
        new DatabaseAddress(database, OWNER, owner),
        new DatabaseAddress(database, APPLICATION, application));
  }

  private static void role(Statement statement, String role, String password) throws SQLException {
    if (!exists(statement, "pg_roles where rolname = '" + role + "'")) {
      statement.execute("create role " + role + " nosuperuser nocreatedb nocreaterole nobypassrls");
    }
    statement.execute("alter role " + role + " login password '" + password + "'");
  }

  private static boolean exists(Statement statement, String what) throws SQLException {
    try (ResultSet rows = statement.executeQuery("select exists (select from " + what + ")")) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  /** Hexadecimal digits, which need no quoting. */
  private static String random() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
