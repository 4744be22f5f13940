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

/** Terms changed in forms, by a person without JavaScript and by a program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DefineTest {
  private static final Path CHAIN = TestServer.EXAMPLES.resolve("invoice-chain");
  private static final String WITHIN = "value:metrics/paid/target/within";

  private TestServer site;
  private Client customer;
  private String agreement;
  private String version;

  @BeforeAll
  void start() throws IOException {
    site = new TestServer();
    customer = site.administrator;
    String provider = site.organization("Finance Service Center", "party");
    Client.Answer opened =
        customer.upload(
            "/agreements/new",
            "/agreements",
            Map.of("side", "customer", "across", provider, "text", ""),
            "agreement.yaml",
            Files.readAllBytes(CHAIN.resolve("agreement.yaml")));
    agreement = opened.path();
    version = link(opened.body(), agreement + "/versions/[0-9a-f-]{36}");
    for (String file : new String[] {"records.yaml", "records/invoices.csv"}) {
      customer.upload(
          agreement + "/records",
          agreement + "/records",
          Map.of(),
          file.substring(file.indexOf('/') + 1),
          Files.readAllBytes(CHAIN.resolve(file)));
    }
  }

  @AfterAll
  void stop() {
    site.close();
  }

  @Test
  void aValueIsCheckedTriedOnTheRecordsAndKeptWithoutLosingAComment() {
    String page = version + "/define?term=metrics/paid";
    assertThat(customer.get(page).body())
        .contains("What it says", "within 30 days", "name=\"" + WITHIN + "\"")
        .contains("try it on the records");
    Client.Answer checked =
        customer.post(
            page,
            version + "/define",
            Map.of("term", "metrics/paid", WITHIN, "40 days", "action", "check", "tries", "true"));
    assertThat(checked.status()).isEqualTo(200);
    assertThat(checked.body())
        .contains("What it would say", "within 40 days")
        .contains("this target would have been met in ");
    assertThat(customer.get(agreement).body()).doesNotContain("Examples 2");

    Client.Answer kept =
        customer.post(page, version + "/define", Map.of("term", "metrics/paid", WITHIN, "40 days"));
    assertThat(kept.path()).contains("/define?term=metrics/paid");
    String draft = kept.path().substring(0, kept.path().indexOf("/define"));
    assertThat(customer.get(draft + "/changes").body())
        .contains("inserted: </span>    target: {within: 40 days, at-least: 98%}");
    assertThat(customer.get(draft + "/replay").body()).contains("Run it over the records");
    assertThat(customer.get(draft + "/replay?run=true").body())
        .contains("Run it over the records", "5. Paid within 30 calendar days");
    Client program = site.client().token(TestServer.token(customer, true));
    assertThat(program.get("/api" + draft + "/replay").body()).contains("plumbline-replay/1");
    assertThat(program.get("/api" + draft + "/text").body())
        .contains("# ---- the five steps, as published")
        .contains("target: {within: 40 days, at-least: 98%}");
  }

  @Test
  void whatCannotBeReadIsToldBesideTheFormAndKeepsNothing() {
    Client.Answer wrong =
        customer.post(
            version + "/define?term=metrics/paid",
            version + "/define",
            Map.of("term", "metrics/paid", WITHIN, "soon", "action", "check"));
    assertThat(wrong.body()).contains("It cannot be read as it is", "value=\"soon\"");
    assertThat(
            customer
                .post(
                    version + "/define",
                    version + "/define",
                    Map.of("term", "metrics/paid", WITHIN, "soon"))
                .status())
        .isEqualTo(422);
    assertThat(
            customer
                .post(version + "/define", version + "/define", Map.of("term", "metrics/paid"))
                .body())
        .contains("Nothing was changed");
  }

  @Test
  void aTermIsAddedByAProgram() {
    Client program = site.client().token(TestServer.token(customer, true));
    Client.Answer added =
        program.send(
            "POST",
            "/api" + version + "/define",
            "application/json",
            ("{\"keep\": true, \"changes\": {\"definitions/late\": \"{term: late, means: after its"
                    + " last day}\"}}")
                .getBytes(UTF_8));
    assertThat(added.status()).isEqualTo(201);
    assertThat(program.get("/api" + version + "/define").body()).contains("metrics/paid");
  }

  private static String link(String page, String pattern) {
    Matcher found = Pattern.compile("href=\"(" + pattern + ")\"").matcher(page);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }
}
