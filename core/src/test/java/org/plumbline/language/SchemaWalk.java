package org.plumbline.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.plumbline.agreement.yaml.AgreementYaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A schema, and which values its keys have in documents. */
final class SchemaWalk {

  private final JsonNode root;
  private final Map<String, Set<String>> values = new TreeMap<>();

  SchemaWalk(String name) {
    try (InputStream in = AgreementYaml.class.getResourceAsStream(name + ".schema.json")) {
      this.root = new ObjectMapper().readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole schema. */
  JsonNode root() {
    return root;
  }

  /** Notes the values of all keys of a document. */
  void note(JsonNode document) {
    visit(root, "", document);
  }

  /** The values noted of a key: {@code clock/starts}, or {@code /zone} at the top. */
  Set<String> valuesOf(String definitionAndKey) {
    return values.getOrDefault(definitionAndKey, Set.of());
  }

  /** The parts of a schema that a value may be one of, each with the name of its definition. */
  List<Map.Entry<String, JsonNode>> choices(JsonNode schema, String name) {
    if (schema.has("$ref")) {
      String definition = schema.path("$ref").asString("").replace("#/$defs/", "");
      return choices(root.path("$defs").path(definition), definition);
    }
    String several = schema.has("oneOf") ? "oneOf" : "anyOf";
    if (schema.has(several) && !schema.has("properties")) {
      List<Map.Entry<String, JsonNode>> choices = new ArrayList<>();
      schema.path(several).forEach(choice -> choices.addAll(choices(choice, name)));
      return choices;
    }
    return List.of(Map.entry(name, schema));
  }

  private void visit(JsonNode schema, String name, JsonNode value) {
    for (Map.Entry<String, JsonNode> choice : choices(schema, name)) {
      JsonNode one = choice.getValue();
      if (value.isArray() && one.has("items")) {
        value.forEach(item -> visit(one.path("items"), choice.getKey(), item));
      } else if (value.isObject() && one.has("properties")) {
        if (fits(one, value)) {
          entries(choice.getKey(), one, value);
          return;
        }
      } else if (value.isObject() && one.path("additionalProperties").isObject()) {
        value.forEach(below -> visit(one.path("additionalProperties"), choice.getKey(), below));
      } else if (value.isObject() && one.has("patternProperties")) {
        one.path("patternProperties")
            .forEach(pattern -> value.forEach(below -> visit(pattern, choice.getKey(), below)));
      }
    }
  }

  private void entries(String name, JsonNode schema, JsonNode value) {
    JsonNode properties = schema.path("properties");
    for (String key : value.propertyNames()) {
      if (properties.has(key)) {
        values
            .computeIfAbsent(name + "/" + key, k -> new LinkedHashSet<>())
            .add(value.path(key).toString());
        visit(properties.path(key), name, value.path(key));
      } else if (schema.path("additionalProperties").isObject()) {
        visit(schema.path("additionalProperties"), name, value.path(key));
      }
    }
  }

  private boolean fits(JsonNode schema, JsonNode value) {
    JsonNode properties = schema.path("properties");
    for (JsonNode required : schema.path("required")) {
      if (!value.has(required.asString(""))) {
        return false;
      }
    }
    boolean open = schema.path("additionalProperties").isObject();
    return value.properties().stream()
        .allMatch(
            entry ->
                properties.has(entry.getKey())
                    ? mayBe(properties.path(entry.getKey()), entry.getValue())
                    : open);
  }

  /** Whether a word may stand there; of other values nothing is said. */
  private boolean mayBe(JsonNode schema, JsonNode value) {
    return !value.isString()
        || choices(schema, "").stream()
            .map(Map.Entry::getValue)
            .anyMatch(
                one ->
                    one.path("const").equals(value)
                        || one.path("enum").valueStream().anyMatch(value::equals)
                        || !one.has("const")
                            && !one.has("enum")
                            && !one.has("properties")
                            && !one.path("type").asString("").equals("array"));
  }
}
