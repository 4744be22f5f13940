package org.plumbline.web.identity;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.plumbline.web.store.DatabaseAddress;

/** The link by which the first administrator comes in. There is no default password. */
public final class Invitations {

  /** How long a link to begin or to join works. */
  static final Duration LASTS = Duration.ofDays(7);

  private Invitations() {}

  /**
   * A new link to begin, if nobody is there yet; earlier ones stop working.
   *
   * @param owner the owner of the tables; the application may not make such a link
   */
  public static Optional<String> toBegin(DatabaseAddress owner, Instant now) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(owner.url(), owner.user(), owner.password())) {
      try (ResultSet rows =
          connection
              .createStatement()
              .executeQuery("select exists (select from plumbline.person)")) {
        if (rows.next() && rows.getBoolean(1)) {
          return Optional.empty();
        }
      }
      connection.createStatement().execute("delete from plumbline.link where purpose = 'begin'");
      String secret = Secrets.random();
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into plumbline.link (hash, purpose, expires_at) values (?, 'begin', ?)")) {
        insert.setBytes(1, Secrets.hash(secret));
        insert.setObject(2, now.plus(LASTS).atOffset(ZoneOffset.UTC));
        insert.executeUpdate();
      }
      return Optional.of(secret);
    }
  }
}
