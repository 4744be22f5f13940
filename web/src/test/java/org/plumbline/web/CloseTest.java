package org.plumbline.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A month is closed by two parties: delivered, drafted, contested, issued, restated, accepted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CloseTest {
  private static final Path CHAIN = TestServer.EXAMPLES.resolve("invoice-chain");
  private static final String TERMS =
      """

      reports: {issued-by: provider, due: 10 workdays}
      reconsideration: {request-within: 10 workdays, decide-within: 10 workdays, silence: rejected}
      """;

  private TestServer site;
  private Client customer;
  private Client provider;
  private Client program;
  private String agreement;

  @BeforeAll
  void start() throws IOException {
    site = new TestServer();
    customer = site.administrator;
    String across = site.organization("Finance Service Center", "party");
    provider = site.person(across, "Paul Provider", "paul@provider.test", "program-manager");
    program = site.client().token(TestServer.token(provider, true));
    String text = Files.readString(CHAIN.resolve("agreement.yaml"));
    agreement =
        customer
            .upload(
                "/agreements/new",
                "/agreements",
                Map.of("side", "customer", "across", across, "text", ""),
                "agreement.yaml",
                (text.contains("reconsideration:") ? text : text + TERMS).getBytes(UTF_8))
            .path();
  }

  @AfterAll
  void stop() {
    site.close();
  }

  @Test
  void aMonthFromItsRecordsToItsAcceptance() throws IOException {
    String version = link(customer.get(agreement).body(), agreement + "/versions/[0-9a-f-]{36}");
    customer.post(version, version + "/send", Map.of());
    upload("records.yaml", "records.yaml");
    Client.Answer loaded = upload("records/invoices.csv", "invoices.csv");
    assertThat(close(customer)).contains("Records complete").contains("Close of 2026-10");

    Client.Answer stated =
        provider.post(
            loaded.path(),
            loaded.path() + "/certify",
            Map.of("set", "invoices", "completeFor", "2026-10"));
    assertThat(stated.body()).contains("Delivered.", "America/New_York");
    assertThat(customer.get(loaded.path()).body()).contains("holds every case of 2026-10");
    assertThat(upload("records/invoices.csv", "invoices.csv").body())
        .contains("Upload what came later under another name");

    String first = measured();
    assertThat(provider.post(first, first + "/send", Map.of()).status()).isEqualTo(200);

    assertThat(customer.get("/to-do").body()).contains("Review the draft results of 2026-10");
    assertThat(provider.get("/to-do").body()).contains("Issue the report of 2026-10");
    assertThat(customer.get("/dashboard").body()).contains("From invoice to payment", " of ");
    String request = asked();
    assertThat(customer.get("/to-do").body()).contains("Answer the request to reconsider");
    String second = measured();
    assertThat(program.get("/api" + request).body()).contains("\"state\":\"pending\"");
    assertThat(provider.get(request).body()).contains("Request no. 1", "it changes");
    assertThat(customer.post(request, request + "/answers", answer("granted")).status())
        .isEqualTo(200);
    assertThat(customer.get(request).body()).contains("accepted");
    String third = measured();
    assertThat(provider.get(third).body()).contains("request-1");
    provider.post(second, second + "/send", Map.of());
    provider.post(third, third + "/send", Map.of());

    Client.Answer issued = issue(last(second), "");
    assertThat(issued.body()).contains("No. 1");
    assertThat(issue(last(third), "").status()).isEqualTo(422);
    assertThat(issue(last(third), "A request was granted").body())
        .contains("No. 2", "it restates no. 1: A request was granted");
    assertThat(
            customer
                .post(agreement + "/close/2026-10", agreement + "/close/2026-10/issue", Map.of())
                .status())
        .isEqualTo(403);

    Client.Answer board = customer.get(agreement + "/dashboard");
    assertThat(board.status()).as(board.body()).isEqualTo(200);
    assertThat(board.body())
        .contains("report no. 2", "Results over the periods", "Who consumed the time", "At risk")
        .contains("Say whether you accept report no. 2, 2026-10");
    String page = close(customer);
    String report = link(page, agreement + "/publications/[0-9a-f-]{36}/acceptance", "action");
    assertThat(provider.post(agreement + "/close", report, Map.of("decision", "accepted")).status())
        .isEqualTo(403);
    assertThat(
            customer
                .post(
                    agreement + "/close",
                    report,
                    Map.of(
                        "decision", "with-reservations", "reservations", "Invoice I3 is disputed"))
                .body())
        .contains("Accepted with reservations.", "Invoice I3 is disputed");
    assertThat(customer.get(agreement + "/close").body()).contains("2026-10");
    assertThat(program.get("/api" + agreement + "/close/2026-10").body())
        .contains("\"id\":\"accepted\"", "\"state\":\"DONE\"");
    assertThat(program.get("/api" + agreement + "/publications").body())
        .contains("\"decision\":\"with-reservations\"");
  }

  private String asked() {
    Client.Answer drafted =
        provider.post(
            agreement + "/requests/new",
            agreement + "/requests",
            Map.of(
                "metric",
                "entered",
                "period",
                "2026-10",
                "reason",
                "The invoice came without its number.",
                "evidence",
                "Mail of October 8",
                "kind",
                "leave-out",
                "cases",
                "I3"));
    assertThat(drafted.status()).as(drafted.body()).isEqualTo(200);
    String request = drafted.path();
    assertThat(customer.get(request).status()).isEqualTo(404);
    assertThat(provider.post(request, request + "/send", Map.of()).body()).contains("pending");
    assertThat(customer.get(agreement + "/requests").body()).contains("No. 1", "pending");
    assertThat(provider.post(request, request + "/answers", answer("granted")).status())
        .isEqualTo(403);
    return request;
  }

  private static Map<String, String> answer(String word) {
    return Map.of("answer", word, "reason", "It did.");
  }

  private Client.Answer upload(String file, String name) throws IOException {
    return provider.upload(
        agreement + "/records",
        agreement + "/records",
        Map.of(),
        name,
        Files.readAllBytes(CHAIN.resolve(file)));
  }

  private String measured() {
    Client.Answer measured =
        provider.post(agreement + "/results", agreement + "/results", Map.of("period", "2026-10"));
    assertThat(measured.status()).as(measured.body()).isEqualTo(200);
    return measured.path();
  }

  private Client.Answer issue(String result, String reason) {
    return provider.post(
        agreement + "/close/2026-10",
        agreement + "/close/2026-10/issue",
        Map.of("result", result, "reason", reason));
  }

  private String close(Client who) {
    Client.Answer page = who.get(agreement + "/close/2026-10");
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    return page.body();
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String link(String page, String pattern) {
    return link(page, pattern, "href");
  }

  private static String link(String page, String pattern, String where) {
    Matcher found = Pattern.compile(where + "=\"(" + pattern + ")\"").matcher(page);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }
}
