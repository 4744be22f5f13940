package org.plumbline.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two parties, from a proposal to a text in force and its amendment, without JavaScript. One life,
 * told in steps.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NegotiationTest {
  private static final String METRIC = "metrics/entered";

  private TestServer site;
  private Client customer;
  private Client provider;
  private Client customerOwner;
  private Client providerOwner;
  private Client technical;
  private String text;
  private String agreement;
  private String first;
  private String second = "";

  @BeforeAll
  void start() throws IOException {
    site = new TestServer();
    customer = site.administrator;
    String providerId = site.organization("Finance Service Center", "party");
    String customerId = site.organizationId("Department of Examples");
    provider = site.person(providerId, "Paul Provider", "paul@provider.test", "program-manager");
    providerOwner = site.person(providerId, "Olive Owner", "olive@provider.test", "business-owner");
    technical = site.person(providerId, "Tess Technical", "tess@provider.test", "technical-lead");
    customerOwner = site.person(customerId, "Otto Owner", "otto@department.test", "business-owner");
    text =
        Files.readString(TestServer.EXAMPLES.resolve("invoice-chain/agreement.yaml"))
            .replace("from: 2026-10-01, until: 2027-09-30", "from: 2020-10-01, until: 2039-09-30");
    Client.Answer opened =
        customer.upload(
            "/agreements/new",
            "/agreements",
            Map.of("side", "customer", "across", providerId, "text", ""),
            "agreement.yaml",
            text.getBytes(UTF_8));
    agreement = opened.path();
    first = link(opened.body(), agreement + "/versions/[0-9a-f-]{36}");
  }

  @AfterAll
  void stop() {
    site.close();
  }

  @Test
  @Order(1)
  void whatOnePartySentIsUnansweredUntilTheOtherSpeaks() {
    assertThat(customer.get(agreement + "/terms").body()).contains("Nothing was proposed yet");
    assertThat(customer.get(agreement + "/sign-off").body()).contains("Nothing was sent yet");
    customer.post(first, first + "/send", Map.of());
    assertThat(provider.get(agreement + "/terms").body())
        .contains("Not answered yet", "Accept Department of Examples 1 as it is")
        .contains("Finance Service Center</span> has sent nothing yet");
  }

  @Test
  @Order(2)
  void aCounterProposalRestsOnTheTextAndIsShownWordByWord() {
    String form = agreement + "/versions/new?from=" + last(first);
    assertThat(provider.get(form).body()).contains("It rests on", "name=\"from\"");
    Client.Answer drafted =
        provider.upload(
            form,
            agreement + "/versions",
            Map.of("text", "", "from", last(first)),
            "agreement.yaml",
            text.replace(
                    "{within: 2 workdays, at-least: 98%}", "{within: 3 workdays, at-least: 95%}")
                .getBytes(UTF_8));
    second = drafted.path();
    assertThat(drafted.body()).contains("Made from", "see what changed");
    assertThat(customer.get(second + "/changes").status()).isEqualTo(404);
    assertThat(provider.get(second + "/changes").body())
        .contains("falls from 98% to 95%", "only people of")
        .contains("struck: </span>    target: {within: 2 workdays, at-least: 98%}")
        .contains("inserted: </span>    target: {within: 3 workdays, at-least: 95%}");
    provider.post(second, second + "/send", Map.of());
    assertThat(customer.get(agreement + "/terms").body())
        .contains("To be settled: 1", "Metric entered", "within 2 workdays")
        .contains("Take theirs");
    assertThat(customer.get(second + "/changes").body()).contains("those who oversee it");
  }

  @Test
  @Order(3)
  void aThreadStaysInTheRoomUntilItIsSentAndIsThenAnsweredAndResolved() {
    String comments = agreement + "/comments";
    Client.Answer written =
        customer.post(
            comments,
            comments,
            Map.of("version", last(second), "place", METRIC, "text", "=Why <three>?"));
    assertThat(written.body()).contains("in our room", "=Why &lt;three&gt;?", "Metric entered");
    assertThat(provider.get(comments).body()).contains("Nobody has commented yet");
    assertThat(customer.post(comments, comments, Map.of("text", " ")).status()).isEqualTo(422);
    customer.post(comments, comments + "/send", Map.of());
    String seen = provider.get(comments).body();
    assertThat(seen).contains("No. 1: ", "Ada Customer");
    String thread = link(seen, "", "id=\"c([0-9a-f-]{36})\"");
    provider.post(
        comments, comments, Map.of("answers", thread, "text", "Two scanners.", "send", "true"));
    assertThat(customer.get(comments).body()).contains("Two scanners.");
    assertThat(
            provider
                .post(
                    comments,
                    comments + "/" + thread + "/resolve",
                    Map.of("outcome", "withdrawn", "response", "no"))
                .status())
        .isEqualTo(403);
    customer.post(
        comments,
        comments + "/" + thread + "/resolve",
        Map.of("outcome", "accepted", "response", "Agreed.", "send", "true"));
    assertThat(provider.get(comments).body()).contains("Resolved: 1");
    assertThat(provider.get(comments + "/matrix.csv").body())
        .contains("No.,Comment by")
        .contains("'=Why <three>?,Paul Provider: Two scanners.,Accepted,Agreed.,Ada Customer");
    assertThat(provider.get(comments + "/matrix.xlsx").body()).startsWith("PK");
  }

  @Test
  @Order(4)
  void buyInShowsItsHolesAndFallsWithTheWording() {
    String page = agreement + "/buy-in";
    assertThat(customer.get(page).body()).contains("Not asked", "0 support");
    customer.post(
        page,
        page,
        Map.of("role", "program-manager", "metric", "entered", "stance", "objects", "reason", ""));
    assertThat(customer.get(page).body()).contains("0 object");
    customer.post(
        page,
        page,
        Map.of(
            "role", "program-manager", "metric", "entered", "stance", "objects", "reason", "Late"));
    customer.post(page, page, Map.of("role", "business-owner", "stance", "supports"));
    assertThat(customer.get(page).body()).contains("Objects", ": Late", "8 support", "1 object");
    assertThat(provider.get(page).body()).contains("0 support");
    customer.post(page, page + "/send", Map.of());
    assertThat(provider.get(page).body()).contains("8 support", ": Late");
    assertThat(
            technical
                .post(page, page, Map.of("role", "business-owner", "stance", "supports"))
                .status())
        .isEqualTo(422);
    assertThat(technical.post(page, page + "/ask", Map.of()).body())
        .contains("2 people were asked");
  }

  @Test
  @Order(5)
  void aTermAndThenATextAreTakenAsTheyAre() {
    assertThat(provider.post(agreement + "/terms", second + "/accept", Map.of()).status())
        .isEqualTo(422);
    Client.Answer taken =
        customer.post(agreement + "/terms", second + "/accept", Map.of("term", METRIC));
    assertThat(taken.body()).contains("Every term is agreed");
    assertThat(customer.post(agreement + "/terms", second + "/accept", Map.of()).body())
        .contains("Every term is agreed");
  }

  @Test
  @Order(6)
  void theChecklistSaysWhatIsLeft() {
    assertThat(customer.get(second + "/readiness").body())
        .contains("Both parties say the same", "terms are agreed")
        .contains("Stakeholders support the metrics", "1 object")
        .contains("Write references: with kind: gt-and-c")
        .contains("stabilization: {until:")
        .contains("Comments are resolved");
  }

  @Test
  @Order(7)
  void itIsSignedInTheOrderThatBothAgreedOn() {
    String page = agreement + "/sign-off";
    assertThat(
            customer
                .post(
                    page,
                    agreement + "/signing-order",
                    Map.of("party", "provider", "role", "business-owner", "covers", ""))
                .status())
        .isEqualTo(422);
    Client program = site.client().token(TestServer.token(provider, true));
    assertThat(
            program
                .send(
                    "POST",
                    "/api" + agreement + "/signing-order",
                    "application/json",
                    ("{\"steps\": [\"provider/technical-lead: clauses, records\","
                            + " \"provider/business-owner\", \"customer/business-owner\"]}")
                        .getBytes(UTF_8))
                .status())
        .isEqualTo(204);
    String proposed = customer.get(page).body();
    assertThat(proposed).contains("Another order is proposed");
    String order = link(proposed, "", "signing-order/([0-9a-f-]{36})/accept");
    customer.post(page, agreement + "/signing-order/" + order + "/accept", Map.of());
    assertThat(customer.get(page).body()).contains("Both parties agreed on this order");

    Client.Answer early = sign(customerOwner, second, 3, "accepted", "");
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.body()).contains("first the Technical Lead/Solution Architect of");
    assertThat(sign(provider, second, 1, "accepted", "").status()).isEqualTo(403);
    assertThat(technical.get(page).body()).contains("Your turn: step 1");
    sign(technical, second, 1, "accepted", "");
    sign(providerOwner, second, 2, "accepted", "");
    assertThat(sign(customerOwner, second, 3, "accepted-pending-changes", " ").status())
        .isEqualTo(422);
    assertThat(sign(customerOwner, second, 3, "accepted-pending-changes", "A name").body())
        .contains("Accepted pending changes", "What has to change: A name");
    String owner = option(customer.get(page).body(), "Otto Owner");
    Client.Answer recorded =
        customer.upload(
            page,
            second + "/sign-off/elsewhere",
            Map.of(
                "step", "3", "person", owner, "on", "2026-10-02", "reference", "G-Invoicing 4711"),
            "signed.pdf",
            "%PDF-1.7".getBytes(UTF_8));
    assertThat(recorded.body())
        .contains("Everybody has signed; it is in force", "G-Invoicing 4711", "signed.pdf");
    String paper = link(recorded.body(), agreement + "/signatures/[0-9a-f-]{36}");
    assertThat(provider.get(paper).body()).isEqualTo("%PDF-1.7");
    aFileIsAddedByAProgram();
    assertThat(program.get("/api" + agreement + "/in-force").body()).contains(last(second));
    assertThat(provider.get(second + "/documents/iaa.json").body())
        .as("signed by both in 2026, after the first day in 2020")
        .containsPattern("signed-before-first-day[^}]*\"holds\"\\s*:\\s*false");
  }

  private void aFileIsAddedByAProgram() {
    Client program = site.client().token(TestServer.token(customer, true));
    String signOff =
        TwoCustomers.json(program.get("/api" + second + "/sign-off"))
            .findParents("elsewhere")
            .stream()
            .filter(each -> each.path("elsewhere").asString("").equals("G-Invoicing 4711"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();
    String signatures = "/api" + agreement + "/signatures";
    byte[] scan = "%PDF-2.0".getBytes(UTF_8);
    String type = "application/octet-stream";
    String of = signatures + "?signOff=" + signOff + "&name=";
    Client.Answer added = program.send("POST", of + "page-9.pdf", type, scan);
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    assertThat(program.get(added.response().headers().firstValue("Location").orElseThrow()).body())
        .isEqualTo("%PDF-2.0");
    assertThat(customer.get(agreement + "/sign-off").body()).contains("page-9.pdf");
    assertThat(program.send("POST", of + "page.exe", type, scan).body()).contains("Choose a PDF");
    assertThat(program.send("POST", of + "page.pdf", type, new byte[0]).status()).isEqualTo(422);
    Client theirs = site.client().token(TestServer.token(provider, true));
    assertThat(theirs.send("POST", of + "page.pdf", type, scan).status()).isEqualTo(404);
  }

  @Test
  @Order(8)
  void aChangeMakesFallOnlyTheSignOffsThatRestedOnIt() {
    String changed =
        text.replace("{within: 2 workdays, at-least: 98%}", "{within: 3 workdays, at-least: 96%}");
    String third =
        provider
            .upload(
                agreement + "/versions/new",
                agreement + "/versions",
                Map.of("text", "", "from", last(second)),
                "agreement.yaml",
                changed.getBytes(UTF_8))
            .path();
    provider.post(third, third + "/send", Map.of());
    String page = customer.get(agreement + "/sign-off?version=" + last(third)).body();
    assertThat(page)
        .contains("nothing on which it rests has changed")
        .contains("Since then changed: Metric entered.")
        .contains("In force: ");
    assertThat(providerOwner.get(agreement + "/sign-off").body()).contains("Your turn: step 2");
    assertThat(customer.get(agreement + "/buy-in").body()).contains("Changed since; ask again");
  }

  @Test
  @Order(9)
  void theGuideIsToldWhenEveryRoleHasSpoken() {
    String page = agreement + "/buy-in";
    String guide = agreement + "/guide/define-service-level-agreements-slas";
    assertThat(customer.get(guide).body()).doesNotContain("every role has spoken");
    for (Client who : java.util.List.of(customer, provider)) {
      for (org.plumbline.web.identity.StakeholderRole role :
          org.plumbline.web.negotiation.BuyIns.ASKED) {
        who.post(page, page, Map.of("role", role.key(), "stance", "supports"));
      }
      who.post(page, page + "/send", Map.of());
    }
    assertThat(customer.get(page).body()).contains("144 support, 0 object");
    assertThat(customer.get(guide).body()).contains("every role has spoken of every metric");
  }

  private Client.Answer sign(
      Client who, String version, int step, String decision, String changes) {
    return who.post(
        agreement + "/sign-off",
        version + "/sign-off",
        Map.of("step", String.valueOf(step), "decision", decision, "changes", changes));
  }

  private static String option(String page, String name) {
    return link(page, "", "<option value=\"([0-9a-f-]{36})\">" + name);
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String link(String page, String pattern) {
    return link(page, pattern, "href=\"(" + pattern + ")\"");
  }

  private static String link(String page, String what, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(what + pattern).isTrue();
    return found.group(1);
  }
}
