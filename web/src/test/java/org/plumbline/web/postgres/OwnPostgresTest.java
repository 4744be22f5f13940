package org.plumbline.web.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server's own PostgreSQL, started, killed, taken over. */
class OwnPostgresTest {
  @TempDir private Path home;

  @Test
  void whatWasCommittedIsThereAtTheNextStart() throws Exception {
    try (OwnPostgres first = OwnPostgres.start(home)) {
      assertThat(first.adopted()).isFalse();
      sql(first, "create table kept (value int)", "insert into kept values (7)");
    }
    try (OwnPostgres second = OwnPostgres.start(home)) {
      assertThat(second.adopted()).isFalse();
      assertThat(number(second, "select value from kept")).isEqualTo(7);
    }
  }

  @Test
  void afterTheServerWasKilledItsPostgresIsTakenOverAndNoSecondOneStarts() throws Exception {
    Process killed =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                home.toString())
            .redirectErrorStream(true)
            .start();
    killed.inputReader().readLine();
    assertThat(killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS)).isTrue();
    String before = Files.readAllLines(home.resolve("cluster-18/postmaster.pid")).get(0);

    try (OwnPostgres next = OwnPostgres.start(home)) {
      assertThat(next.adopted()).isTrue();
      assertThat(number(next, "select value from kept")).isEqualTo(7);
      assertThat(Files.readAllLines(home.resolve("cluster-18/postmaster.pid")).get(0))
          .isEqualTo(before);
    }
  }

  /** Starts, says so, and waits to be killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      OwnPostgres started = OwnPostgres.start(Path.of(arguments[0]));
      sql(started, "create table kept (value int)", "insert into kept values (7)");
      System.out.println("ready");
      new java.util.concurrent.CountDownLatch(1).await();
    }
  }

  @Test
  void aSecondServerOnTheFolderIsRefused() throws Exception {
    try (OwnPostgres first = OwnPostgres.start(home)) {
      assertThatThrownBy(() -> OwnPostgres.start(home))
          .isInstanceOf(PostgresFault.class)
          .hasMessageContaining("another server uses the folder");
      assertThat(number(first, "select 1")).isEqualTo(1);
    }
  }

  @Test
  void itListensOnThisMachineAloneAndAsksForThePassword() throws Exception {
    try (OwnPostgres own = OwnPostgres.start(home)) {
      int port = URI.create(own.url("postgres").substring("jdbc:".length())).getPort();
      for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
        for (InetAddress address : Collections.list(each.getInetAddresses())) {
          if (!address.isLoopbackAddress()) {
            assertThatThrownBy(() -> new Socket(address, port).close())
                .isInstanceOf(IOException.class);
          }
        }
      }
      assertThatThrownBy(
              () ->
                  DriverManager.getConnection(
                      own.url("postgres"), OwnPostgres.ADMINISTRATOR, "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  private static void sql(OwnPostgres own, String... statements) throws SQLException {
    try (Connection connection = connect(own);
        var statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static int number(OwnPostgres own, String query) throws SQLException {
    try (Connection connection = connect(own);
        var rows = connection.createStatement().executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getInt(1);
    }
  }

  private static Connection connect(OwnPostgres own) throws SQLException {
    return DriverManager.getConnection(
        own.url("postgres"), OwnPostgres.ADMINISTRATOR, own.password());
  }
}
