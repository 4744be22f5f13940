package org.plumbline.agreement.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Findings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The schemas of the documents beside an agreement say the same as their readers. */
class CompanionSchemaTest {

  private static final List<String> KINDS =
      List.of("conops", "offer", "requirements", "success-metrics");

  /** As an editor sees them: files beside each other. */
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(files()));

  private static Map<String, String> files() {
    Map<String, String> files = new HashMap<>();
    for (String name : List.of("agreement", "conops", "offer", "requirements", "success-metrics")) {
      files.put("file:///schemas/" + name + ".schema.json", text(name));
    }
    return files;
  }

  /** One document of each kind with every key, made of the examples in the schema. */
  @ParameterizedTest
  @ValueSource(strings = {"conops", "offer", "requirements", "success-metrics"})
  void theExamplesOfASchemaMakeADocumentThatBothAccept(String kind) {
    String text = everything(kind);
    assertThat(schema(kind).validate(text, InputFormat.JSON)).isEmpty();
    assertThat(found(kind, text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"conops", "offer", "requirements", "success-metrics"})
  void schemaAndReaderKnowTheSameKeys(String kind) {
    Reading reading = new Reading(new Findings());
    CompanionYaml.read(kind, tree(everything(kind)), reading);
    JsonNode root = node(kind);
    JsonNode shared = node("agreement").path("$defs");
    Map<String, Collection<String>> asked = reading.vocabulary();
    Set<String> own = new TreeSet<>(root.path("$defs").propertyNames());
    own.add(kind);
    assertThat(asked.keySet()).containsAll(own);
    asked.forEach(
        (name, keys) -> {
          JsonNode definition = name.equals(kind) ? root : root.path("$defs").path(name);
          if (definition.isObject()) {
            assertThat(new TreeSet<>(definition.path("properties").propertyNames()))
                .as("keys of %s", name)
                .isEqualTo(new TreeSet<>(keys));
          } else {
            assertThat(shared.has(name) || shared.has("quantity-" + name)).as(name).isTrue();
          }
        });
  }

  @Test
  void everyKeyIsDescribedWithAnExampleAndEveryMapIsClosed() {
    for (String kind : KINDS) {
      JsonNode root = node(kind);
      described(root, kind);
      root.path("$defs")
          .propertyNames()
          .forEach(name -> described(root.path("$defs").path(name), kind + "/" + name));
    }
  }

  private static void described(JsonNode map, String path) {
    assertThat(map.path("additionalProperties").asBoolean(true)).as(path).isFalse();
    for (String key : map.path("properties").propertyNames()) {
      JsonNode property = map.path("properties").path(key);
      assertThat(property.path("description").asString("")).as(path + "/" + key).isNotEmpty();
      assertThat(property.path("examples").size()).as(path + "/" + key).isPositive();
    }
  }

  @Test
  void theExampleAtHandPasses() {
    String text = ProjectFiles.text("examples/accounts-payable/conops.yaml");
    assertThat(schema("conops").validate(json(text), InputFormat.JSON)).isEmpty();
    assertThat(found("conops", text)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1} for {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          conops          | "to-be":             | "tobe":
          conops          | "before":"2 workdays"| "before":"2 business days"
          conops          | "fte":1.5            | "fte":"one and a half"
          conops          | "after":[            | "after":["a b",
          conops          | "zone":              | "zona":
          conops          | "works":{            | "work":{
          offer           | "records":"invoices" | "record":"invoices"
          offer           | "performing":        | "performs":
          offer           | "offer":             | "offering":
          requirements    | "mandatory"          | "must"
          requirements    | "within":"5 days"    | "within":"5"
          requirements    | "needs":{            | "requirements-list":{
          success-metrics | "serves":            | "service":
          success-metrics | "name":"Interest paid", |
          """)
  void whatIsWrongBothRefuse(String kind, String right, String wrong) {
    String text = everything(kind);
    assertThat(text).contains(right);
    String broken = text.replace(right, wrong == null ? "" : wrong);
    assertThat(found(kind, broken)).isNotEmpty();
    assertThat(schema(kind).validate(broken, InputFormat.JSON)).isNotEmpty();
  }

  /** JSON is YAML, so that one text is for both. */
  private static String everything(String kind) {
    JsonNode root = node(kind);
    var document = new ObjectMapper().createObjectNode();
    for (String key : root.path("properties").propertyNames()) {
      document.set(key, example(key, root.path("properties").path(key), root));
    }
    return document.toString();
  }

  /** The first example; for what is named or listed and defined here, of all its keys. */
  private static JsonNode example(String key, JsonNode property, JsonNode root) {
    String own = property.toString();
    for (String name : root.path("$defs").propertyNames()) {
      if (own.contains("\"#/$defs/" + name + "\"")) {
        var whole = new ObjectMapper().createObjectNode();
        JsonNode properties = root.path("$defs").path(name).path("properties");
        properties
            .propertyNames()
            .forEach(inner -> whole.set(inner, example(inner, properties.path(inner), root)));
        return own.contains("\"array\"")
            ? new ObjectMapper().createArrayNode().add(whole)
            : new ObjectMapper()
                .createObjectNode()
                .set(property.path("examples").path(0).propertyNames().iterator().next(), whole);
      }
    }
    JsonNode first = property.path("examples").path(0);
    assertThat(first.isMissingNode()).as(key).isFalse();
    return first;
  }

  private static List<Finding> found(String kind, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return switch (kind) {
      case "conops" -> CompanionYaml.conops(kind, bytes).findings();
      case "offer" -> CompanionYaml.offer(kind, bytes).findings();
      case "requirements" -> CompanionYaml.requirements(kind, bytes).findings();
      default -> CompanionYaml.successMetrics(kind, bytes).findings();
    };
  }

  private static YamlValue tree(String text) {
    return YamlText.read("y", text, new Findings()).orElseThrow();
  }

  private static String json(String yaml) {
    return YamlJson.of(yaml).toString();
  }

  private static Schema schema(String name) {
    return REGISTRY.getSchema(SchemaLocation.of("file:///schemas/" + name + ".schema.json"));
  }

  private static JsonNode node(String name) {
    return new ObjectMapper().readTree(text(name));
  }

  private static String text(String name) {
    try (InputStream in = AgreementYaml.class.getResourceAsStream(name + ".schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
