package org.plumbline.agreement.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.finding.Findings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The published schema says the same as the reader: the same keys, the same examples. */
class SchemaTest {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Schema AGREEMENT = schema("agreement");
  private static final Schema CALENDARS = schema("calendars");
  private static final Schema RECORDS = schema("records");

  static List<String> rightAgreements() {
    return WritingTest.agreements();
  }

  @ParameterizedTest
  @MethodSource("rightAgreements")
  void eachRightAgreementPasses(String path) {
    assertThat(errors(AGREEMENT, ProjectFiles.text(path))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rightAgreements")
  void whatIsWrittenPasses(String path) {
    var agreement = AgreementYaml.read(path, ProjectFiles.text(path), Fixtures.FOLDER).agreement();
    assertThat(errors(AGREEMENT, AgreementWriter.write(agreement.orElseThrow()))).isEmpty();
  }

  @Test
  void theBindingsOfTheExamplesPass() {
    for (String path : ProjectFiles.AGREEMENTS) {
      String binding = path.replace("agreement.yaml", "records.yaml");
      assertThat(errors(RECORDS, ProjectFiles.text(binding))).as(binding).isEmpty();
      assertThat(errors(RECORDS, ProjectFiles.text(binding).replace("columns:", "colums:")))
          .isNotEmpty();
    }
  }

  @Test
  void aFileOfCalendarsPasses() {
    String right =
        "plumbline: 1\nzone: UTC\ncalendars:\n  desk: {hours: {mon-fri: [\"08:00-17:00\"]}}\n";
    assertThat(errors(CALENDARS, right)).isEmpty();
    assertThat(errors(CALENDARS, right.replace("hours:", "hour:"))).isNotEmpty();
    ReadCalendars read = CalendarFileYaml.read("c.yaml", right.getBytes(UTF_8), Folder.NONE);
    assertThat(read.findings()).isEmpty();
    assertThat(read.usual()).contains("desk");
  }

  @Test
  void everyRealTermPasses() {
    for (Map.Entry<String, YamlValue.Mapping> term : RealTerms.all().entrySet()) {
      assertThat(AGREEMENT.validate(json(term.getValue()), InputFormat.JSON))
          .as(term.getKey())
          .isEmpty();
    }
  }

  @Test
  void schemaAndReaderKnowTheSameKeys() {
    Map<String, Collection<String>> asked = new TreeMap<>();
    for (String path : rightAgreements()) {
      Findings findings = new Findings();
      Reading reading = new Reading(findings);
      AgreementYaml.read(
          path,
          YamlText.read(path, ProjectFiles.text(path), findings),
          Fixtures.FOLDER,
          findings,
          reading);
      reading
          .vocabulary()
          .forEach((kind, keys) -> asked.computeIfAbsent(kind, k -> new TreeSet<>()).addAll(keys));
    }
    JsonNode root = node("agreement");
    Set<String> unused = new TreeSet<>();
    root.path("$defs").propertyNames().forEach(unused::add);
    asked.forEach(
        (kind, keys) -> {
          List<String> names = definitionsOf(kind, root.path("$defs"));
          assertThat(names).as("definitions of the kind %s", kind).isNotEmpty();
          for (String name : names) {
            JsonNode definition = name.isEmpty() ? root : root.path("$defs").path(name);
            assertThat(new TreeSet<>(definition.path("properties").propertyNames()))
                .as("keys of %s", kind)
                .isEqualTo(keys);
            unused.remove(name);
          }
        });
    unused.removeIf(name -> !root.path("$defs").path(name).path("properties").isObject());
    assertThat(unused)
        .as("maps of the schema that the reader never reads")
        .containsExactly("condition", "open");
  }

  private static List<String> definitionsOf(String kind, JsonNode definitions) {
    String special =
        switch (kind) {
          case "agreement" -> "";
          case "reference" -> "reference-document";
          default -> definitions.has("quantity-" + kind) ? "quantity-" + kind : kind;
        };
    if (kind.equals("conditional-value") || kind.equals("dated-value")) {
      String start = kind.startsWith("dated") ? "dated-" : "conditional-";
      return definitions.propertyNames().stream().filter(n -> n.startsWith(start)).toList();
    }
    return special.isEmpty() || definitions.has(special) ? List.of(special) : List.of();
  }

  @Test
  void everyKeyIsDescribedWithAnExample() {
    for (String name : List.of("agreement", "calendars", "records")) {
      List<String> bare = new ArrayList<>();
      collectBare(node(name), name, bare);
      assertThat(bare).isEmpty();
    }
  }

  private static void collectBare(JsonNode node, String path, List<String> bare) {
    JsonNode properties = node.path("properties");
    for (String key : properties.isObject() ? properties.propertyNames() : Set.<String>of()) {
      JsonNode property = properties.path(key);
      if (property.path("description").asString("").isEmpty() || !property.has("examples")) {
        bare.add(path + "/" + key);
      }
    }
    if (properties.isObject() && !node.has("additionalProperties")) {
      bare.add(path + " is not closed");
    }
    JsonNode definitions = node.path("$defs");
    for (String key : definitions.isObject() ? definitions.propertyNames() : Set.<String>of()) {
      collectBare(definitions.path(key), path + "/" + key, bare);
    }
  }

  /** What the schema says about a text; a text that is no YAML says so itself. */
  static List<String> errors(Schema schema, String yaml) {
    Findings findings = new Findings();
    Optional<YamlValue> tree = YamlText.read("y", yaml, findings);
    return tree.map(
            root ->
                schema.validate(json(root), InputFormat.JSON).stream()
                    .map(Object::toString)
                    .toList())
        .orElse(List.of("no YAML"));
  }

  /** Whether the schema of agreements refuses a text. */
  static boolean refuses(String yaml) {
    return !errors(AGREEMENT, yaml).isEmpty();
  }

  /** Whether the schema of bindings refuses a text. */
  static boolean refusesBinding(String yaml) {
    return !errors(RECORDS, yaml).isEmpty();
  }

  private static Schema schema(String name) {
    return REGISTRY.getSchema(text(name), InputFormat.JSON);
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

  private static String json(YamlValue value) {
    return YamlJson.of(value).toString();
  }
}
