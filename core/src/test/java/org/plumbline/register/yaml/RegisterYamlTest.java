package org.plumbline.register.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.Folder;
import org.plumbline.agreement.yaml.RealAgreements;
import org.plumbline.agreement.yaml.YamlJson;
import org.plumbline.finding.FindingCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class RegisterYamlTest {

  private static final long SEED = Long.getLong("plumbline.seed", 20261122L);

  private static final Agreement AGREEMENT =
      AgreementYaml.read(
              "agreement.yaml",
              """
              plumbline: 1
              agreement: first-agreement
              title: Invoices
              zone: America/New_York
              parties: {customer: {name: A}, provider: {name: B}}
              performance-period: {from: 2025-01-01, until: 2025-12-31}
              records: {invoices: {case: [number], moments: {received: date}}}
              metrics:
                volume:
                  name: Volume
                  performing: provider
                  records: invoices
                  clock: {stops: received}
                  figure: {count: cases}
                  period: {every: month}
                  target: none
              """,
              Folder.NONE)
          .agreement()
          .orElseThrow();

  /** The first example of the format's page. */
  private static String example() {
    String page = RealAgreements.text("docs/formats/register.md");
    int from = page.indexOf("```yaml\n") + 8;
    return page.substring(from, page.indexOf("\n```", from)) + "\n";
  }

  private static ReadRegister read(String text) {
    return RegisterYaml.read("register.yaml", text.getBytes(UTF_8), AGREEMENT);
  }

  @Test
  void theExampleOfThePageIsRead() {
    ReadRegister read = read(example());
    assertThat(read.findings()).isEmpty();
    var request =
        Objects.requireNonNull(read.register().orElseThrow().requests().get("wrong-vendor"));
    assertThat(request.asks()).hasSize(4);
    assertThat(request.decisions().get(0).grants()).hasSize(1);
    assertThat(read.register().orElseThrow().loads()).isNotEmpty();
    assertThat(read.register().orElseThrow().signOffs()).isNotEmpty();
  }

  @Test
  void datesAreWholeDaysAndTimesAreTheAgreements() {
    var asks =
        Objects.requireNonNull(
                read(example()).register().orElseThrow().requests().get("wrong-vendor"))
            .asks();
    assertThat(asks.get(1).toString())
        .contains("from=" + micros("2025-03-03T05:00:00Z"))
        .contains("until=" + micros("2025-03-15T04:00:00Z"));
    assertThat(asks.get(3).toString()).contains("from=" + micros("2025-03-05T13:00:00Z"));
  }

  private static long micros(String instant) {
    return java.time.Instant.parse(instant).getEpochSecond() * 1_000_000;
  }

  @Test
  void schemaAndReaderKnowTheSameKeys() {
    JsonNode schema = new ObjectMapper().readTree(schemaText());
    Map<String, TreeSet<String>> asked = new TreeMap<>();
    read(example()).vocabulary().forEach((kind, keys) -> asked.put(kind, new TreeSet<>(keys)));
    assertThat(asked.keySet()).contains("register", "request", "ask", "load", "sign-off");
    asked.forEach(
        (kind, keys) -> {
          JsonNode definition = kind.equals("register") ? schema : schema.path("$defs").path(kind);
          assertThat(new TreeSet<>(definition.path("properties").propertyNames()))
              .as(kind)
              .isEqualTo(keys);
        });
  }

  @Test
  void theSchemaTakesTheExampleAndRefusesSlips() {
    assertThat(errors(example())).isEmpty();
    assertThat(errors(example().replace("leave-out", "leaveout"))).isNotEmpty();
    assertThat(errors(example().replace("outcome: in-part", "outcome: accepted"))).isNotEmpty();
  }

  @Test
  void slipsAreToldAtTheirPlace() {
    assertThat(codes(example().replace("asked: 2025-04-10", "asked: 10 April 2025")))
        .containsExactly(FindingCode.NOT_A_DATE);
    assertThat(codes(example().replace("outcome: in-part", "outcome: accepted")))
        .containsExactly(FindingCode.ONE_OF_KEYS);
    assertThat(codes(example().replace("- leave-out: [\"2500231\"]", "- leave-out: []")))
        .contains(FindingCode.WRONG_SHAPE);
    assertThat(codes(example().replace("until: 2025-03-14", "until: 2025-03-01")))
        .containsExactly(FindingCode.ENDS_BEFORE_START);
    assertThat(codes(example().replace("register: first", "register: other")))
        .containsExactly(FindingCode.OTHER_DOCUMENT);
    assertThat(codes(example().replace("until: 2025-03-05T12:00", "until: +999999999-01-01")))
        .containsExactly(FindingCode.NOT_A_DATE);
  }

  @Test
  void whateverIsDoneToItItIsReadOrTold() {
    System.out.println("seed " + SEED);
    SplittableRandom random = new SplittableRandom(SEED);
    List<String> splinters =
        List.of(
            "", "null", "{}", "[]", "-1", "1e9", "&a", "!!x", "|", "9999-99-99", "\u0000", ": ");
    String text = example();
    for (int i = 0; i < 1_500; i++) {
      int from = random.nextInt(text.length());
      int until = Math.min(text.length(), from + random.nextInt(12));
      String changed =
          text.substring(0, from)
              + splinters.get(random.nextInt(splinters.size()))
              + text.substring(until);
      ReadRegister read = read(changed);
      assertThat(read.register().isPresent() || !read.findings().isEmpty()).isTrue();
    }
  }

  private static List<FindingCode> codes(String text) {
    return read(text).findings().stream().map(finding -> finding.code()).distinct().toList();
  }

  private static List<String> errors(String text) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schemaText(), InputFormat.JSON);
    return schema.validate(YamlJson.of(text).toString(), InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  private static String schemaText() {
    try (InputStream in = RegisterYaml.class.getResourceAsStream("register.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
