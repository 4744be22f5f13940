package org.plumbline.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The guide is done by what the register shows, and by what somebody says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuideTest {

  private static final String DEFINE = "/guide/define-service-level-agreements-slas";

  private TestServer site;
  private Client provider;
  private Client program;
  private String agreement;

  @BeforeAll
  void start() throws IOException {
    site = new TestServer();
    String center = site.organization("Finance Service Center", "party");
    provider = site.person(center, "Pat Provider", "pat@center.test", "program-manager");
    program = site.client().token(TestServer.token(site.administrator, true));
    agreement =
        program
            .send(
                "POST",
                "/api/agreements?side=customer&across=" + center,
                "application/yaml",
                Files.readAllBytes(TestServer.EXAMPLES.resolve("invoice-chain/agreement.yaml")))
            .response()
            .headers()
            .firstValue("Location")
            .orElseThrow()
            .substring("/api".length());
  }

  @AfterAll
  void stop() {
    site.close();
  }

  @Test
  void whatTheTextShowsIsDoneAndWhatIsMissingIsSaid() {
    String page = site.administrator.get(agreement + DEFINE).body();

    assertThat(page).containsPattern("has \\d metrics").contains("It would be shown by");
    assertThat(site.administrator.get(agreement + "/guide").body())
        .contains("3.16 Define Service Level Agreements (SLAs)");
  }

  @Test
  void aStatementStaysInTheRoomUntilTheOtherPartyIsToBeTold() {
    String version =
        program
            .get("/api" + agreement + "/versions")
            .body()
            .replaceAll("(?s)^.*?\"id\":\"([^\"]+)\".*$", "$1");
    program.send(
        "POST", "/api" + agreement + "/versions/" + version + "/send", "text/plain", new byte[0]);
    String activity = "gain-the-buy-in-of-those-whom-the-metrics-concern";

    String own =
        site.administrator
            .post(
                agreement + DEFINE,
                agreement + DEFINE,
                Map.of("activity", activity, "state", "done", "text", "All nine agreed on May 4."))
            .body();

    assertThat(own).contains("All nine agreed on May 4.").contains("does not see this");
    assertThat(provider.get(agreement + DEFINE).body()).doesNotContain("All nine agreed");

    Client.Answer told =
        program.send(
            "POST",
            "/api" + agreement + DEFINE,
            "application/json",
            ("{\"activity\":\""
                    + activity
                    + "\",\"state\":\"not-needed\",\"text\":\"One office.\",\"tell\":true}")
                .getBytes(UTF_8));
    assertThat(told.status()).isEqualTo(201);
    assertThat(provider.get(agreement + DEFINE).body())
        .contains("One office.")
        .contains("not needed");
  }

  @Test
  void whatIsNoStateNoActivityOrNoSentenceIsRefused() {
    for (String body :
        new String[] {
          "{}",
          "{\"activity\":\"gain-the-buy-in-of-those-whom-the-metrics-concern\",\"state\":\"perhaps\",\"text\":\"x\"}",
          "{\"activity\":\"gain-the-buy-in-of-those-whom-the-metrics-concern\",\"state\":\"done\",\"text\":\""
              + " \"}"
        }) {
      assertThat(
              program
                  .send(
                      "POST", "/api" + agreement + DEFINE, "application/json", body.getBytes(UTF_8))
                  .status())
          .as(body)
          .isIn(404, 422);
    }
  }
}
