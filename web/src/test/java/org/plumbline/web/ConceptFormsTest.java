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

/** A concept of operations in forms, within the text as it was written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConceptFormsTest {

  private TestServer site;
  private Client program;
  private String agreement;
  private String text;

  @BeforeAll
  void start() throws IOException {
    site = new TestServer();
    String provider = site.organization("Finance Service Center", "party");
    program = site.client().token(TestServer.token(site.administrator, true));
    text =
        "# Written in the workshop of June.\n"
            + Files.readString(TestServer.EXAMPLES.resolve("accounts-payable/conops.yaml"))
                .replace("informed: [qsmo]", "informed: [qsmo]   # they asked for it");
    agreement =
        location(
            program.send(
                "POST",
                "/api/agreements?side=customer&across=" + provider,
                "application/yaml",
                Files.readAllBytes(TestServer.EXAMPLES.resolve("invoice-chain/agreement.yaml"))));
  }

  @AfterAll
  void stop() {
    site.close();
  }

  private static String location(Client.Answer answer) {
    return answer.response().headers().firstValue("Location").orElseThrow();
  }

  private String concept() {
    return location(
        program.send("POST", agreement + "/conops", "application/yaml", text.getBytes(UTF_8)));
  }

  private static String text(Client by, String page) {
    return by.get(page.replaceFirst("^(?!/api)", "/api").replaceAll("/edit$", "") + "/text").body();
  }

  @Test
  void aHoleIsFilledAndCommentsStay() {
    String page = concept().replace("/api", "") + "/edit";
    program.send(
        "POST",
        agreement
            + "/evidence?name=target.txt&caption=The+target&about="
            + page.replaceAll(".*/conops/|/edit", ""),
        "application/octet-stream",
        "A sketch.".getBytes(UTF_8));
    assertThat(site.administrator.get(page).body())
        .contains("rows have something left open")
        .contains("not there yet; it is asked for");

    Client.Answer kept =
        site.administrator.post(
            page,
            page,
            Map.of(
                "areas/governance/name", "Governance",
                "areas/governance/accountable", "customer/executive-sponsor",
                "areas/incidents/name", "Incidents",
                "processes/invoice/steps/enter/consulted", "customer/functional-lead, qsmo"));

    assertThat(kept.status()).as(kept.body()).isEqualTo(200);
    assertThat(kept.path()).endsWith("/edit").isNotEqualTo(page);
    program = site.client().token(TestServer.token(site.administrator, true));
    String now = text(program, kept.path());
    assertThat(now)
        .startsWith("# Written in the workshop of June.\n")
        .contains("# they asked for it")
        .contains("accountable: customer/executive-sponsor")
        .contains("consulted: [customer/functional-lead, qsmo]")
        .as("an area of which only its name was there is not asked for")
        .doesNotContain("Incidents");
    assertThat(site.administrator.get(kept.path().replace("/edit", "")).body())
        .as("files go along")
        .contains("target.txt", "The target");
    assertThat(text(program, page)).as("the draft before it").isEqualTo(text);
  }

  @Test
  void stepsRolesAndSectionsAreAddedAndTakenOut() {
    String page = concept().replace("/api", "") + "/edit";
    String one =
        site.administrator
            .post(page, page, Map.of("add", "step", "in", "invoice", "name", "Archive it"))
            .path();
    String two =
        site.administrator
            .post(
                one, one, Map.of("add", "clause", "name", "Governance bodies", "text", "A board."))
            .path();
    String three =
        site.administrator
            .post(two, two, Map.of("remove", "processes/invoice/steps/archive-it"))
            .path();
    assertThat(text(program, one)).contains("{id: archive-it, name: Archive it}");
    assertThat(text(program, three)).contains("A board.").doesNotContain("archive-it");
  }

  @Test
  void whatCannotBeReadIsNotKept() {
    String concept = concept();
    for (String wrong :
        new String[] {
          "{\"processes/invoice/steps/enter/before\": \"soon\"}",
          "{\"zone\": \"UTC\"}",
          "{\"processes/invoice/steps/enter\": \"x\"}",
          "{\"processes/../steps/x/name\": \"x\"}",
          "{}"
        }) {
      Client.Answer refused =
          program.send(
              "POST",
              concept + "/edit",
              "application/json",
              ("{\"values\": " + wrong + "}").getBytes(UTF_8));
      assertThat(refused.status()).as(wrong + refused.body()).isEqualTo(422);
    }
    assertThat(
            program
                .send(
                    "POST",
                    concept + "/edit",
                    "application/json",
                    "{\"values\": {\"title\": \"Another title\"}}".getBytes(UTF_8))
                .status())
        .isEqualTo(201);
  }
}
