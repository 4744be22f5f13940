package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.web.store.TestDatabase;

/** The demo has two agreements and chairs to change between; other servers have no chairs. */
class DemoTest {

  @Test
  void theDemoIsFilledAndOneChangesChairs(@TempDir Path data) throws IOException, SQLException {
    ServerOptions options =
        new ServerOptions(
            0,
            data,
            Optional.of(TestDatabase.empty()),
            4,
            Optional.empty(),
            Optional.of(TestServer.EXAMPLES),
            Optional.empty(),
            Optional.empty());
    try (Server server = Server.start(options, Clock.systemUTC())) {
      assertThat(server.begin()).isEmpty();
      Client client = new Client(server.address());
      assertThat(client.get("/").body()).contains("Sit down as");

      String dana = client.post("/log-in", "/demo", Map.of("chair", "dana@bureau.example")).body();
      assertThat(dana).contains("Dana Customer").contains("From invoice to payment");

      String ravi = client.post("/", "/demo", Map.of("chair", "ravi@center.example")).body();
      assertThat(ravi).contains("Ravi Provider").contains("From invoice to payment");

      assertThat(client.post("/", "/demo", Map.of("chair", "sam@bureau.example")).status())
          .isEqualTo(404);
    }
  }

  @Test
  void anotherServerHasNoChairs() {
    TestServer site = new TestServer();

    assertThat(site.client().get("/log-in").body()).doesNotContain("Sit down as");
    assertThat(
            site.administrator.post("/", "/demo", Map.of("chair", "ada@department.test")).status())
        .isEqualTo(404);
    site.close();
  }
}
