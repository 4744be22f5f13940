package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

      String agreement = chain(ravi);
      assertThat(client.get(agreement + "/close/2026-10").body())
          .contains("Request no. 1 was granted: invoice I4 was entered on October 9");
      assertThat(client.get(agreement + "/requests").body())
          .contains("No. 1", "accepted", "No. 2", "pending");

      client.post("/", "/demo", Map.of("chair", "bea@bureau.example"));
      assertThat(client.get("/to-do").body())
          .contains("Answer the request to reconsider", "Sign the text");
      assertThat(client.get(agreement + "/sign-off").body()).contains("Your turn: step 2");

      assertThat(client.post("/", "/demo", Map.of("chair", "sam@bureau.example")).status())
          .isEqualTo(404);
    }
  }

  /** The address of the invoice agreement on a page that leads to it. */
  private static String chain(String page) {
    Matcher link =
        Pattern.compile("(/agreements/[0-9a-f-]{36})\"[^<]*From invoice to payment").matcher(page);
    assertThat(link.find()).isTrue();
    return link.group(1);
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
