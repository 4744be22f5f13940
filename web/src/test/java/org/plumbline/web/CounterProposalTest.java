package org.plumbline.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.web.TwoCustomers.NOTHING;
import static org.plumbline.web.TwoCustomers.json;
import static org.plumbline.web.TwoCustomers.post;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A proposal that changes four terms, answered term by term by the other party. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CounterProposalTest {
  private TwoCustomers two;
  private String proposed;
  private String proposal;

  @BeforeAll
  void start() throws IOException {
    two = new TwoCustomers();
    proposal = proposal(two);
    proposed = text(two.customerProgram, proposal);
  }

  @AfterAll
  void stop() {
    two.site.close();
  }

  /** The provider changes a target and a title, takes a clause out and adds another. */
  static String proposal(TwoCustomers two) {
    String first = two.newest(two.providerProgram, two.agreement);
    String path = "/api" + two.agreement + "/versions";
    String text =
        two.providerProgram
            .get(path + "/" + first + "/text")
            .body()
            .replace(
                "target: {within: 2 workdays, at-least: 98%}",
                "target: {within: 3 workdays, at-least: 95%}  # two scanners only")
            .replace("title: From invoice to payment", "title: Invoices")
            .replaceFirst("(?m)^  - \\{id: purpose.*\\n", "")
            .concat("  - {id: look, heading: Access, text: They may look at the queue.}\n");
    Client.Answer added =
        two.providerProgram.send(
            "POST", path + "?from=" + first, "application/yaml", text.getBytes(UTF_8));
    String version = json(added).path("id").asString();
    post(two.providerProgram, path + "/" + version + "/send", NOTHING);
    return version;
  }

  private String text(Client who, String version) {
    return who.get("/api" + two.agreement + "/versions/" + version + "/text").body();
  }

  private String counter() {
    return two.agreement + "/versions/" + proposal + "/counter";
  }

  private Client.Answer answered(Map<String, Object> body) {
    return two.customerProgram.send(
        "POST",
        "/api" + counter(),
        "application/json",
        JsonMapper.shared().writeValueAsBytes(body));
  }

  private static final Map<String, String> MIXED =
      Map.of(
          "title", "leave",
          "metrics/entered", "other",
          "clauses/purpose", "leave",
          "clauses/look", "take");

  @Test
  void theTermsThatItChangesAreListedWithTheirValues() {
    JsonNode sheet = json(two.customerProgram.get("/api" + counter()));
    assertThat(sheet.path("terms").valueStream().map(it -> it.path("term").asString()).toList())
        .containsExactlyInAnyOrderElementsOf(MIXED.keySet());
    assertThat(sheet.path("terms").toString())
        .contains("metrics/entered/target/at-least", "95%", "\"kind\":\"REMOVED\"");
    assertThat(two.customer.get(counter()).body())
        .contains("Take it", "Leave it as it was", "Answer with another value")
        .contains("Clause look (new)", "Clause purpose (gone)");
    assertThat(two.provider.get(counter()).body()).contains("This text is your own");
  }

  @Test
  void eachTermIsTakenLeftOrGivenAnotherValueAndCommentsStay() {
    Client.Answer kept =
        answered(
            Map.of(
                "terms",
                MIXED,
                "values",
                Map.of("metrics/entered/target/at-least", "97%"),
                "keep",
                true));
    assertThat(kept.status()).as(kept.body()).isEqualTo(201);
    String version = json(kept).path("version").asString();
    String text = text(two.customerProgram, version);
    assertThat(text)
        .contains("{within: 3 workdays, at-least: 97%}", "# two scanners only")
        .contains("title: From invoice to payment", "id: purpose", "id: look");
    List<String> comments = proposed.lines().filter(line -> line.contains("#")).toList();
    assertThat(comments)
        .hasSizeGreaterThan(2)
        .allMatch(line -> text.contains(line.substring(line.indexOf('#'))));
    JsonNode row =
        json(two.customerProgram.get("/api" + two.agreement + "/versions"))
            .valueStream()
            .filter(each -> each.path("id").asString().equals(version))
            .findFirst()
            .orElseThrow();
    assertThat(row.path("restsOn").asString()).isEqualTo(proposal);
    assertThat(two.providerProgram.get("/api" + two.agreement + "/versions/" + version).status())
        .as("it lies in the room until it is sent")
        .isEqualTo(404);
  }

  @Test
  void whatIsNotAnsweredAndWhatIsNoCounterProposalIsRefused() {
    Map<String, String> half = new LinkedHashMap<>(MIXED);
    half.remove("title");
    assertThat(answered(Map.of("terms", half)).body()).contains("Title is not answered");
    assertThat(answered(Map.of("terms", MIXED, "keep", true)).body())
        .contains("Metric entered is to have another value");
    Map<String, String> all = new LinkedHashMap<>(MIXED);
    all.replaceAll((term, answer) -> "take");
    assertThat(answered(Map.of("terms", all, "keep", true)).body()).contains("accept it instead");
    all.replaceAll((term, answer) -> "leave");
    assertThat(answered(Map.of("terms", all, "keep", true)).body()).contains("says already");
    assertThat(answered(Map.of("terms", all, "values", Map.of("metrics/entered/name", "X"))).body())
        .contains("metrics/entered/name is no value of a term that is given another value");
    all.put("zone", "take");
    assertThat(answered(Map.of("terms", all)).body()).contains("does not change zone");
    all.remove("zone");
    all.put("title", "perhaps");
    assertThat(answered(Map.of("terms", all)).body()).contains("take, leave or other");
  }

  @Test
  void thePageShowsWhatWouldResultAndWhatIsWrongWithIt() {
    Map<String, String> fields = new LinkedHashMap<>();
    MIXED.forEach((term, answer) -> fields.put("term:" + term, answer));
    fields.put("value:metrics/entered/target/at-least", "many");
    fields.put("value:title", "This field counts for nothing");
    fields.put("action", "look");
    assertThat(two.customer.post(counter(), counter(), fields).body())
        .contains("What would result", "many");
    fields.put("value:metrics/entered/target/at-least", "97%");
    assertThat(two.customer.post(counter(), counter(), fields).body())
        .contains("What it changes of the proposal", "rises from 95% to 97%");
    fields.put("action", "keep");
    Client.Answer kept = two.customer.post(counter(), counter(), fields);
    assertThat(kept.path()).contains("/versions/").doesNotContain("counter");
    assertThat(kept.body()).contains("Made from", "Send to the other party");
  }
}
