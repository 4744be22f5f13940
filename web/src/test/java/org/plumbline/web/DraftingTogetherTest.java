package org.plumbline.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.web.TwoCustomers.NOTHING;
import static org.plumbline.web.TwoCustomers.post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.plumbline.workbook.Cell;
import org.plumbline.workbook.NewWorkbook;
import tools.jackson.databind.JsonNode;

/** Metrics from a catalog, a matrix that comes back, one change for many agreements. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DraftingTogetherTest {
  private TwoCustomers two;

  @BeforeAll
  void start() throws IOException {
    two = new TwoCustomers();
  }

  @AfterAll
  void stop() {
    two.site.close();
  }

  @Test
  void aMetricComesFromACatalogIntoADraftAndStandsBesideItsMeasure() throws IOException {
    String measures = "/api" + two.agreement + "/measures";
    assertThat(
            two.providerProgram
                .send(
                    "POST",
                    measures + "/catalogs",
                    "application/octet-stream",
                    "no workbook".getBytes(UTF_8))
                .status())
        .isEqualTo(422);
    byte[] workbook =
        Files.readAllBytes(TwoCustomers.example("catalogs/financial-management-fy2025.xlsx"));
    post(two.customerProgram, measures + "/catalogs?name=fm.xlsx", workbook);
    assertThat(two.provider.get(two.agreement + "/measures?q=budget+document+timeliness").body())
        .contains("FFM.010.010.0012", "Put it into a draft", "fm.xlsx");
    JsonNode drafted =
        post(two.customerProgram, measures + "/adopt?measure=FFM.010.010.0012", NOTHING);
    String version = drafted.path("version").asString();
    String text =
        two.customerProgram.get("/api" + two.agreement + "/versions/" + version + "/text").body();
    assertThat(text)
        .contains("implements: {measure: \"FFM.010.010.0012\"}", "# Drafted from the measure")
        .contains("# by the customer");
    String metric = drafted.path("metric").asString();
    assertThat(drafted.path("checks").toString()).contains("case: [number]");
    assertThat(
            two.customer
                .get(two.agreement + "/versions/" + version + "/define?term=metrics/" + metric)
                .body())
        .contains("What it says", "Budget Document Processing Timeliness");
    JsonNode again =
        post(
            two.customerProgram,
            measures + "/adopt?measure=FFM.010.010.0012&version=" + version,
            NOTHING);
    assertThat(again.path("metric").asString()).isEqualTo(metric + "-2");
  }

  @Test
  void whatThereIsTodayStandsBesideWhatIsWishedAndIsKeptChangedOrDropped() {
    String choices = "/api" + two.agreement + "/measures/choices";
    assertThat(
            two.providerProgram
                .send("POST", choices + "?metric=paid&choice=drop", "application/json", NOTHING)
                .status())
        .isEqualTo(422);
    post(
        two.providerProgram,
        choices
            + "?metric=Calls%20answered&existing=80%25%20in%2030%20seconds&choice=drop"
            + "&reason=No%20calls%20here",
        NOTHING);
    Client.Answer page =
        two.customer.post(
            two.agreement + "/measures",
            two.agreement + "/measures/choices",
            Map.of(
                "metric", "paid", "wish", "Within 20 days", "choice", "change", "reason", "Law"));
    assertThat(page.body())
        .contains("Calls answered", "80% in 30 seconds", "No calls here", "not in the text")
        .contains("Within 20 days", "Change");
  }

  @Test
  void theProvidersOwnTableIsLookedAtFirstAndThenStandsBesideTheMetrics() throws IOException {
    byte[] workbook =
        sheet(
            List.of("Metric", "Definition", "Target", "How often"),
            List.of(
                List.of("Paid", "Invoices paid within 30 days of receipt", "95%", "monthly"),
                List.of("Mail answered", "Average time to answer", "soon", "monthly"),
                List.of("", "nobody knows", "80%", "")));
    String table = "/api" + two.agreement + "/measures/table?name=own.xlsx";
    post(
        two.customerProgram,
        "/api" + two.agreement + "/measures/choices?metric=paid&wish=Within%2020%20days",
        NOTHING);
    JsonNode seen = post(two.providerProgram, table, workbook);
    assertThat(seen.path("taken").asInt()).isZero();
    JsonNode first = seen.path("table").path("rows").get(0);
    assertThat(first.path("metric").asString()).isEqualTo("paid");
    assertThat(first.path("understood").asString()).contains("at least 95%");
    assertThat(seen.path("table").path("rows").get(1).path("metric").isString()).isFalse();
    assertThat(seen.path("table").path("findings").toString())
        .contains("soon", "the row names no metric");
    assertThat(two.customer.get(two.agreement + "/measures").body())
        .doesNotContain("Mail answered");

    assertThat(post(two.providerProgram, table + "&take=true", workbook).path("taken").asInt())
        .isEqualTo(2);
    assertThat(two.customer.get(two.agreement + "/measures").body())
        .contains("Target: 95%; How often: monthly", "Mail answered", "Within 20 days");

    String page = two.agreement + "/measures/table";
    Client.Answer looked =
        two.provider.upload(two.agreement + "/measures", page, Map.of(), "own.xlsx", workbook);
    assertThat(looked.body()).contains("Nothing was recorded yet", "left out", "Take in what");
    two.provider.post(
        two.agreement + "/measures",
        page + "/take",
        Map.of("take", "1", "name-1", "Mail answered", "today-1", "Two hours", "metric-1", ""));
    assertThat(two.customer.get(two.agreement + "/measures").body()).contains("Two hours");
    assertThat(
            two.provider
                .upload(two.agreement + "/measures", page, Map.of(), "own.pdf", workbook)
                .body())
        .contains("Save it as .xlsx");
  }

  @Test
  void aMatrixThatComesBackIsLookedAtFirstAndThenTakenIn() throws IOException {
    String comments = "/api" + two.agreement + "/comments";
    for (String text : List.of("Why 30 days?", "Who enters it?", "Name the holidays.")) {
      post(
          two.customerProgram,
          comments,
          ("{\"text\": \"" + text + "\", \"place\": \"metrics/paid\", \"send\": true}")
              .getBytes(UTF_8));
    }
    byte[] matrix =
        matrix(
            List.of(
                List.of("1", "Metric paid", "Why 30 days?", "Accepted with changes", "45 days."),
                List.of("2", "Metric paid", "Who enters it?", "Open", "The entry team."),
                List.of("3", "Metric paid", "Name the feast days.", "Accepted", "Yes."),
                List.of("", "Metric paid", "Say what paid means.", "Open", "")));
    JsonNode seen = post(two.providerProgram, comments + "/matrix?name=back.xlsx", matrix);
    assertThat(seen.path("taken").asInt()).isZero();
    assertThat(seen.path("rows").valueStream().map(row -> row.path("what").asString()).toList())
        .containsExactly("RESOLUTION", "ANSWER", "FAULT", "COMMENT");
    assertThat(two.provider.get(two.agreement + "/comments").body()).doesNotContain("45 days.");
    Client.Answer preview =
        two.provider.upload(
            two.agreement + "/comments",
            two.agreement + "/comments/matrix",
            Map.of(),
            "back.xlsx",
            matrix);
    assertThat(preview.body())
        .contains(
            "4 rows, 3 with something new", "reads otherwise here", "Take in what is checked");
    JsonNode taken =
        post(two.providerProgram, comments + "/matrix?name=back.xlsx&take=true&send=true", matrix);
    assertThat(taken.path("taken").asInt()).isEqualTo(3);
    assertThat(two.customer.get(two.agreement + "/comments").body())
        .contains("45 days.", "Accepted with changes", "The entry team.", "Say what paid means.");
    JsonNode twice = post(two.providerProgram, comments + "/matrix?name=back.xlsx", matrix);
    assertThat(twice.path("rows").valueStream().map(row -> row.path("what").asString()).limit(2))
        .containsExactly("NOTHING", "NOTHING");
  }

  private static byte[] matrix(List<List<String>> rows) throws IOException {
    return sheet(List.of("No.", "Section", "Comment", "Status", "Response"), rows);
  }

  static byte[] sheet(List<String> headings, List<List<String>> rows) throws IOException {
    Path file = Files.createTempFile("sheet-", ".xlsx");
    NewWorkbook.write(
        file,
        "Sheet",
        List.of(
            new NewWorkbook.NewSheet(
                "Sheet",
                headings.stream().map(heading -> 20).toList(),
                headings,
                rows.stream().map(row -> row.stream().map(Cell::text).toList()).toList())));
    byte[] content = Files.readAllBytes(file);
    Files.delete(file);
    return content;
  }

  @Test
  void oneChangeIsOfferedToEachCustomerAndEachStandsByItself() {
    String base = two.newest(two.providerProgram, two.agreement);
    JsonNode kept =
        post(
            two.providerProgram,
            "/api" + two.agreement + "/versions/" + base + "/define",
            ("{\"keep\": true, \"changes\": {\"metrics/entered/target/within\": \"3 workdays\","
                    + " \"metrics/paid/target/within\": \"35 days\"}}")
                .getBytes(UTF_8));
    String draft = kept.path("version").asString();
    String change =
        post(
                two.providerProgram,
                "/api/changes?version="
                    + draft
                    + "&title=Longer&reason=Two%20systems&driver=provider-performance"
                    + "&effective=2027-04-01",
                NOTHING)
            .path("id")
            .asString();
    assertThat(two.customerProgram.get("/api/changes/" + change).status()).isEqualTo(404);
    String id = two.other.substring(two.other.lastIndexOf('/') + 1);
    JsonNode before = stand(change, id);
    assertThat(before.path("fits").toString()).contains("AS_THERE", "OTHERWISE", "45 days");
    assertThat(two.provider.get("/changes/" + change).body())
        .contains(
            "Longer", "3 workdays", "also where the value is another one", "draft in our room");

    Client.Answer offered =
        two.provider.post(
            "/changes/" + change, "/changes/" + change + "/offers", Map.of("agreement", id));
    assertThat(offered.body()).contains("a draft in our room");
    String text = stand(change, id).path("offered").path("id").asString();
    assertThat(two.otherProgram.get("/api" + two.other + "/versions/" + text).status())
        .isEqualTo(404);
    assertThat(two.providerProgram.get("/api" + two.other + "/versions/" + text + "/text").body())
        .contains("{within: 3 workdays, at-least: 98%}", "{within: 45 days,", "# by the customer");
    post(two.providerProgram, "/api" + two.other + "/versions/" + text + "/send", NOTHING);
    assertThat(stand(change, id).path("state").asString()).contains("sent; 1 term is not agreed");
    assertThat(
            two.providerProgram
                .send(
                    "POST",
                    "/api/changes/" + change + "/offers?agreement=" + id,
                    "application/json",
                    NOTHING)
                .status())
        .isEqualTo(422);
  }

  private JsonNode stand(String change, String agreement) {
    JsonNode all =
        TwoCustomers.json(two.providerProgram.get("/api/changes/" + change)).path("agreements");
    return all.valueStream()
        .filter(each -> each.path("agreement").path("id").asString().equals(agreement))
        .findFirst()
        .orElseThrow(() -> new AssertionError(all.toString()));
  }
}
