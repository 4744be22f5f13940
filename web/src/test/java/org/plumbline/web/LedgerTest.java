package org.plumbline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** What follows from a report: asked for, agreed, planned, billed, by two parties. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LedgerTest {
  private DeskMissed desk;

  @BeforeAll
  void start() throws IOException {
    desk = new DeskMissed();
  }

  @AfterAll
  void stop() {
    desk.site.close();
  }

  private String ledger(Client who) {
    Client.Answer page = who.get(desk.agreement + "/ledger");
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    return page.body();
  }

  private String posting(String id) {
    return desk.agreement + "/ledger/posting?id=" + id;
  }

  private Client.Answer act(Client who, String posting, String act, String note) {
    return who.post(
        posting(posting),
        desk.agreement + "/ledger/acts",
        Map.of("posting", posting, "act", act, "note", note));
  }

  private JsonNode told(String posting) {
    for (JsonNode each : desk.ledger().path("postings")) {
      if (each.path("posting").path("id").asString().equals(posting)) {
        return each;
      }
    }
    throw new AssertionError("no " + posting);
  }

  @Test
  @Order(1)
  void whatFollowsStandsOnAPageOfBothParties() {
    for (Client who : new Client[] {desk.customer, desk.provider}) {
      assertThat(ledger(who))
          .contains("A fee reduction of 360.00 USD is owed by the provider", "Money by party")
          .contains("Corrective action plan", "proposed", "report no. 1");
    }
    assertThat(desk.customer.get(posting(DeskMissed.CREDIT)).body())
        .contains("How it came about", "Base:", "Waive it", "Ask for it")
        .doesNotContain("Hand in the plan");
    assertThat(desk.provider.get(posting(DeskMissed.CREDIT)).body())
        .contains("Agree")
        .doesNotContain("Waive it");
    assertThat(desk.customer.get("/messages").body()).contains("What follows from the report");
    assertThat(desk.provider.get("/to-do").body()).contains("Hand in", "Corrective action plan");
  }

  @Test
  @Order(2)
  void moneyIsAskedForAndAgreedAndTheLedgerSaysSoAtOnce() {
    assertThat(act(desk.provider, DeskMissed.CREDIT, "waived", "").status()).isEqualTo(422);
    assertThat(act(desk.customer, DeskMissed.CREDIT, "requested", "as agreed").body())
        .contains("Requested", "as agreed", "proposed");
    assertThat(act(desk.provider, DeskMissed.CREDIT, "agreed", "").body()).contains("agreed");
    assertThat(act(desk.provider, DeskMissed.CREDIT, "agreed", "").status()).isEqualTo(422);
    assertThat(told(DeskMissed.CREDIT).path("standing").asString()).isEqualTo("agreed");
    assertThat(desk.ledger().path("accounts").get(0).path("agreed").path("amount").decimalValue())
        .isEqualByComparingTo("360");
    assertThat(desk.customer.get("/messages").body()).contains("Agreed: A fee reduction");
  }

  @Test
  @Order(3)
  void aPlanLivesFromHandInToClosing() {
    String plan = DeskMissed.PLAN;
    assertThat(act(desk.customer, plan, "accepted", "").status()).isEqualTo(422);
    assertThat(act(desk.provider, plan, "submitted", "").status()).isEqualTo(422);
    assertThat(act(desk.provider, plan, "submitted", "More people.").body()).contains("submitted");
    assertThat(desk.customer.get("/to-do").body()).contains("Accept the plan");
    assertThat(act(desk.customer, plan, "returned", "No root cause.").body()).contains("returned");
    assertThat(act(desk.provider, plan, "submitted", "The phone rings twice.").status())
        .isEqualTo(200);
    assertThat(
            desk.provider
                .post(
                    posting(plan),
                    desk.agreement + "/ledger/milestones",
                    Map.of("posting", plan, "name", "Second shift", "due", "2026-12-01"))
                .body())
        .contains("Second shift", "2026-12-01");
    assertThat(
            desk.said("/ledger/milestones?posting=" + plan + "&name=x", desk.customerProgram, "")
                .status())
        .isEqualTo(403);
    String milestone = told(plan).path("milestones").get(0).path("id").asString();
    assertThat(act(desk.customer, plan, "accepted", "").body()).contains("accepted");
    desk.said(desk.providerProgram, "/ledger/milestones/" + milestone, "");
    assertThat(desk.customer.get(posting(plan)).body()).contains("done on");
    assertThat(act(desk.customer, plan, "verified", "").status()).isEqualTo(200);
    assertThat(act(desk.customer, plan, "closed", "").body()).contains("closed");
    assertThat(told(plan).path("plan").asString()).isEqualTo("closed");
  }

  @Test
  @Order(4)
  void aBillStandsBesideTheLedgerOnceThePeriodIsMeasuredAgain() {
    String bill =
        "{\"service\": \"desk\", \"period\": \"2026-10\", \"amount\": \"40000.00\","
            + " \"billed\": \"2026-11-05\", \"lines\": [{\"line\": \"Goodwill\", \"amount\":"
            + " \"-250\"}]}";
    assertThat(desk.said("/ledger/bills", desk.providerProgram, "{}").status()).isEqualTo(422);
    desk.said(desk.providerProgram, "/ledger/bills", bill);
    assertThat(ledger(desk.provider)).contains("Measure 2026-10 to hold it to the ledger");
    String result = desk.measured();
    assertThat(ledger(desk.provider))
        .contains("Goodwill", "names no posting of the ledger", "-250.00")
        .contains("From a result that only your party sees");
    assertThat(
            desk.provider
                .post(
                    desk.agreement + "/ledger",
                    desk.agreement + "/ledger/bills",
                    Map.of(
                        "service", "desk",
                        "period", "2026-10",
                        "amount", "40,000.00",
                        "billed", "2026-11-05"))
                .status())
        .isEqualTo(200);
    desk.said(desk.providerProgram, "/results/" + result + "/send", "");
    assertThat(desk.ledger().path("bills")).hasSize(1);
  }

  @Test
  @Order(5)
  void measuredAgainTheResultSaysWhatTheLedgerSaid() {
    String result = desk.measured();
    JsonNode follows =
        DeskMissed.json(desk.providerProgram.get("/api" + desk.agreement + "/results/" + result))
            .path("follows");
    String stands = "";
    for (JsonNode posting : follows.path("postings")) {
      stands += posting.path("id").asString() + " " + posting.path("standing").asString() + "\n";
    }
    assertThat(stands)
        .contains(DeskMissed.CREDIT + " agreed\n")
        .contains(DeskMissed.PLAN + " paid\n");
    assertThat(follows.path("bills").get(0).path("difference").path("amount").asString())
        .isEqualTo("0.00");
    assertThat(follows.toString()).contains("\"state\":\"closed\"", "Second shift");
  }
}
