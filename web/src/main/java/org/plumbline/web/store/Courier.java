package org.plumbline.web.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * Who carries mail and webhooks: the server that was started last. What is to be carried names
 * people and addresses across all organizations, so that the role of the application alone does not
 * read it: it takes this secret too, which stands in memory only.
 */
public record Courier(String secret) {

  /**
   * Appoints the server that starts; another that still runs carries nothing any more.
   *
   * @param owner the owner of the tables
   */
  public static Courier appoint(DatabaseAddress owner) throws SQLException {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    String secret = HexFormat.of().formatHex(random);
    try (Connection connection =
        DriverManager.getConnection(owner.url(), owner.user(), owner.password())) {
      connection.setAutoCommit(false);
      connection.createStatement().execute("delete from plumbline.courier");
      try (PreparedStatement insert =
          connection.prepareStatement("insert into plumbline.courier (hash) values (?)")) {
        insert.setBytes(1, Backup.sha256().digest(secret.getBytes(UTF_8)));
        insert.executeUpdate();
      }
      connection.commit();
    }
    return new Courier(secret);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "the courier";
  }
}
