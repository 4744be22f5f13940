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

/** Documents offered on the pages of a text and of a result. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsTest {
  private static final Path CHAIN = TestServer.EXAMPLES.resolve("invoice-chain");

  private TestServer site;

  @BeforeAll
  void start() {
    site = new TestServer();
  }

  @AfterAll
  void stop() {
    site.close();
  }

  @Test
  void eachDocumentOfATextAndOfAResultIsOfferedAndIsAFile() throws IOException {
    Client customer = site.administrator;
    String provider = site.organization("Finance Service Center", "party");
    Client.Answer opened =
        customer.upload(
            "/agreements/new",
            "/agreements",
            Map.of("side", "customer", "across", provider, "text", ""),
            "agreement.yaml",
            Files.readAllBytes(CHAIN.resolve("agreement.yaml")));
    String agreement = opened.path();
    String version = found(opened.body(), agreement + "/versions/[0-9a-f-]{36}");
    assertThat(offered(customer, version)).isEqualTo(9);
    String calendar = customer.get(version + "/documents/calendar.ics").body();
    assertThat(calendar).startsWith("BEGIN:VCALENDAR").contains("BEGIN:VEVENT");
    assertThat(customer.get(version + "/documents/iaa.json").body())
        .contains("plumbline-interagency/1");
    assertThat(customer.get(version + "/documents/none.docx").status()).isEqualTo(404);

    upload(customer, agreement, "records.yaml", "records.yaml");
    upload(customer, agreement, "invoices.csv", "records/invoices.csv");
    String result =
        customer
            .post(agreement + "/results", agreement + "/results", Map.of("period", "2026-10"))
            .path();
    assertThat(offered(customer, result)).isEqualTo(8);
    String report = customer.get(result + "/documents/report.docx").body();
    assertThat(customer.get(result + "/documents/report.docx").body()).isEqualTo(report);

    formsThatPeopleKeepComeBackFilledIn(customer, result);
  }

  private static void formsThatPeopleKeepComeBackFilledIn(Client customer, String result)
      throws IOException {
    byte[] log = customer.bytes(result + "/documents/raid.xlsx");
    assertThat(form(customer, result, "our-raid.xlsx", log).status()).isEqualTo(200);
    byte[] slides = Files.readAllBytes(TestServer.EXAMPLES.resolve("forms/status.pptx"));
    assertThat(form(customer, result, "status.pptx", slides).status()).isEqualTo(200);
    byte[] invoices = Files.readAllBytes(TestServer.EXAMPLES.resolve("spreadsheets/invoices.xlsx"));
    assertThat(form(customer, result, "invoices.xlsx", invoices).body())
        .contains("This workbook has no risk log");
    assertThat(form(customer, result, "bad.xlsx", new byte[] {1, 2, 3}).body())
        .contains("This form cannot be filled in");
    assertThat(form(customer, result, "text.txt", new byte[] {1}).status()).isEqualTo(422);
  }

  private static Client.Answer form(Client client, String result, String name, byte[] file) {
    return client.upload(result, result + "/forms", Map.of(), name, file);
  }

  /** How many documents a page offers, each of which is there. */
  private static int offered(Client client, String page) {
    Matcher link =
        Pattern.compile(page + "/documents/([a-z-]+\\.[a-z]+)").matcher(client.get(page).body());
    int count = 0;
    while (link.find()) {
      Client.Answer file = client.get(link.group());
      // Of a text whose metrics implement no measure there is no report by measure, and it is said.
      assertThat(file.status())
          .as(link.group())
          .isEqualTo(link.group(1).equals("measures.xlsx") ? 422 : 200);
      assertThat(file.body()).as(link.group()).hasSizeGreaterThan(200);
      count++;
    }
    return count;
  }

  private static void upload(Client client, String agreement, String name, String file)
      throws IOException {
    Client.Answer answer =
        client.upload(
            agreement + "/records",
            agreement + "/records",
            Map.of(),
            name,
            Files.readString(CHAIN.resolve(file)).getBytes(UTF_8));
    assertThat(answer.status()).isEqualTo(200);
  }

  private static String found(String body, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(body);
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }
}
