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

/**
 * Two people of two parties, from an empty server to a figure that both see, without JavaScript.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoPartiesTest {
  private static final Path CHAIN = TestServer.EXAMPLES.resolve("invoice-chain");

  private TestServer site;
  private Client customer;
  private Client provider;
  private String providerId;

  @BeforeAll
  void start() {
    site = new TestServer();
    customer = site.administrator;
    providerId = site.organization("Finance Service Center", "party");
    provider = site.person(providerId, "Paul Provider", "paul@provider.test", "program-manager");
  }

  @AfterAll
  void stop() {
    site.close();
  }

  @Test
  void fromATextToAFigureThatBothSee() throws IOException {
    assertThat(customer.get("/").body()).contains("There is no agreement yet");

    String text = Files.readString(CHAIN.resolve("agreement.yaml"));
    Client.Answer opened =
        customer.upload(
            "/agreements/new",
            "/agreements",
            Map.of("side", "customer", "across", providerId, "text", ""),
            "agreement.yaml",
            text.getBytes(UTF_8));
    String agreement = opened.path();
    assertThat(opened.status()).isEqualTo(200);
    assertThat(opened.body())
        .contains("From invoice to payment", "plumbline1:sha-256:", "Who can see this:")
        .contains("at least 98% of invoices", "only people of");
    assertThat(provider.get("/").body()).contains("There is no agreement yet");
    assertThat(provider.get(agreement).status()).isEqualTo(404);

    String version = link(opened.body(), agreement + "/versions/[0-9a-f-]{36}");
    assertThat(customer.post(version, version + "/send", Map.of()).body())
        .contains("those who oversee it");
    assertThat(provider.get(agreement).body()).contains("From invoice to payment");

    Client.Answer bound =
        provider.upload(
            agreement + "/records",
            agreement + "/records",
            Map.of(),
            "records.yaml",
            Files.readAllBytes(CHAIN.resolve("records.yaml")));
    assertThat(bound.status()).isEqualTo(200);
    Client.Answer loaded =
        provider.upload(
            agreement + "/records",
            agreement + "/records",
            Map.of(),
            "invoices.csv",
            Files.readAllBytes(CHAIN.resolve("records/invoices.csv")));
    assertThat(loaded.body()).contains("Every row can be used", "6</span> cases");
    assertThat(customer.get(agreement + "/records").body()).contains("None yet");

    Client.Answer measured =
        provider.post(agreement + "/results", agreement + "/results", Map.of("period", "2026-10"));
    assertThat(measured.status()).isEqualTo(200);
    assertThat(measured.body()).contains("83.3%", "Down to the cases", "Who consumed the time");
    String result = measured.path();
    assertThat(customer.get(result).status()).isEqualTo(404);

    String metric = link(measured.body(), result + "/metrics/[a-z-]+");
    Client.Answer cases = provider.get(metric);
    assertThat(cases.body()).contains("One case at a time");
    Client.Answer life =
        provider.get(
            link(cases.body(), metric + "/case\\?key=[A-Za-z0-9%-]+").replace("&amp;", "&"));
    assertThat(life.status()).isEqualTo(200);
    assertThat(life.body()).contains("invoices.csv");

    provider.post(result, result + "/send", Map.of());
    assertThat(customer.get(result).body()).contains("83.3%", "those who oversee it");
    assertThat(customer.get(metric).status()).isEqualTo(200);
  }

  @Test
  void aDraftWithErrorsIsKeptAndEachErrorHasItsPlaceAndIsNotSent() {
    Client.Answer opened =
        customer.upload(
            "/agreements/new",
            "/agreements",
            Map.of("side", "provider", "across", providerId, "text", ""),
            "agreement.yaml",
            "plumbline: 1\nagreement: wrong\ntitle: Wrong <b>one</b>\nzone: Mars\n"
                .getBytes(UTF_8));
    assertThat(opened.body()).contains("Draft with errors");
    String version = link(opened.body(), opened.path() + "/versions/[0-9a-f-]{36}");
    assertThat(customer.get(version).body())
        .contains("href=\"#L4\"", "line 4", "Wrong &lt;b&gt;one&lt;/b&gt;")
        .doesNotContain("<b>one</b>");
    assertThat(customer.post(version, version + "/send", Map.of()).status()).isEqualTo(422);
  }

  @Test
  void theSameThroughTheApi() throws IOException {
    Client customersProgram = site.client().token(TestServer.token(customer, true));
    Client reader = site.client().token(TestServer.token(customer, false));
    byte[] text = Files.readAllBytes(CHAIN.resolve("agreement.yaml"));
    String open = "/api/agreements?side=customer&across=" + providerId;

    assertThat(reader.send("POST", open, "application/yaml", text).status()).isEqualTo(403);
    Client.Answer opened = customersProgram.send("POST", open, "application/yaml", text);
    assertThat(opened.status()).isEqualTo(201);
    String agreement = opened.response().headers().firstValue("Location").orElseThrow();

    assertThat(
            customersProgram
                .send(
                    "POST",
                    agreement + "/records?name=records.yaml",
                    "application/octet-stream",
                    Files.readAllBytes(CHAIN.resolve("records.yaml")))
                .status())
        .isEqualTo(201);
    assertThat(
            customersProgram
                .send(
                    "POST",
                    agreement + "/records?name=invoices.csv",
                    "application/octet-stream",
                    Files.readAllBytes(CHAIN.resolve("records/invoices.csv")))
                .body())
        .contains("\"usable\":true", "\"badRowCount\":0");
    Client.Answer measured =
        customersProgram.send(
            "POST", agreement + "/results?period=2026-10", "application/json", new byte[0]);
    assertThat(measured.status()).isEqualTo(201);
    String result = measured.response().headers().firstValue("Location").orElseThrow();
    Client.Answer evaluation = reader.get(result);
    assertThat(evaluation.body()).contains("plumbline-evaluation/1");
    String tag = evaluation.response().headers().firstValue("ETag").orElseThrow();
    assertThat(reader.with(result, "If-None-Match", tag).status()).isEqualTo(304);

    Client.Answer none = reader.get("/api/agreements/00000000-0000-0000-0000-000000000000");
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.response().headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(none.body()).contains("There is no such agreement here.");
    assertThat(site.client().get("/api/agreements").status()).isEqualTo(401);
    assertThat(site.client().token("guess").get("/api/agreements").status()).isEqualTo(401);
  }

  private static String link(String page, String pattern) {
    Matcher found = Pattern.compile("href=\"(" + pattern + ")\"").matcher(page);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }
}
