package org.plumbline.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The keys of one map of the language as a table. */
final class KeyTable {

  private static final int LONGEST = 150;

  private static final Map<String, String> NAMED =
      Map.of(
          "reference", "[reference](values.md#single-values)",
          "whole-number", "whole number",
          "literal", "single value",
          "path", "name of a file",
          "id", "id",
          "hash", "version, by its hash");

  private static final Map<String, String> PAGES =
      Map.of(
          "moment", "[moment](moments.md)",
          "condition", "[condition](values.md#conditions)",
          "level", "[level](levels.md)",
          "quantity", "[figure](figures.md)",
          "quantity-share-of-available-time",
              "[share of available time](figures/share-of-available-time.md)",
          "period", "[period](calendars.md#the-period-of-a-metric)");

  private final SchemaWalk schema;
  private final Map<String, String> sections;

  /**
   * @param sections where the table of a definition stands: page and heading, by its name
   */
  KeyTable(SchemaWalk schema, Map<String, String> sections) {
    this.schema = schema;
    this.sections = sections;
  }

  /** The table of a definition; of the document itself where the name is empty. */
  String of(String definition) {
    JsonNode map =
        definition.isEmpty() ? schema.root() : schema.root().path("$defs").path(definition);
    Set<String> required =
        map.path("required").valueStream().map(key -> key.asString("")).collect(Collectors.toSet());
    StringBuilder table =
        new StringBuilder("| Key | Type | Default | Meaning | Example |\n|---|---|---|---|---|\n");
    map.path("properties")
        .properties()
        .forEach(
            key ->
                table.append(
                    String.format(
                        "| `%s`%s | %s | %s | %s | %s |%n",
                        key.getKey(),
                        required.contains(key.getKey()) ? " ●" : "",
                        type(key.getValue()),
                        otherwise(key.getValue()),
                        key.getValue().path("description").asString(""),
                        flow(key.getKey(), key.getValue()))));
    return table.toString().replace("\r", "").strip();
  }

  private static String otherwise(JsonNode key) {
    return key.has("default") ? "`" + YamlText.flow(key.path("default")) + "`" : "";
  }

  /** An example; one that is too long for a table is shown where its own keys are. */
  private static String flow(String key, JsonNode value) {
    String text = key + ": " + YamlText.flow(value.path("examples").path(0));
    return text.length() > LONGEST ? "" : "`" + text.replace("|", "\\|") + "`";
  }

  /** What a value may be, in words. */
  private String type(JsonNode value) {
    Set<String> kinds = new LinkedHashSet<>();
    collect(value, kinds);
    return String.join(" or ", kinds);
  }

  private void collect(JsonNode value, Set<String> kinds) {
    String name = value.path("$ref").asString("").replace("#/$defs/", "");
    JsonNode defined = schema.root().path("$defs").path(name);
    if (name.equals("open")) {
      return;
    }
    if (PAGES.containsKey(name) || NAMED.containsKey(name)) {
      kinds.add(PAGES.getOrDefault(name, NAMED.getOrDefault(name, name)));
    } else if (name.startsWith("varying-")) {
      kinds.add(words(name.substring("varying-".length())) + ", may vary");
    } else if (!name.isEmpty()) {
      kinds.add(defined.has("properties") ? linked(name) : words(name));
    } else if (value.has("anyOf")) {
      value.path("anyOf").forEach(one -> collect(one, kinds));
    } else if (value.has("enum") || value.has("const")) {
      List<String> words = new ArrayList<>();
      value.path("enum").forEach(word -> words.add("`" + word.asString("") + "`"));
      if (value.has("const")) {
        words.add("`" + value.path("const").asString("") + "`");
      }
      kinds.add(String.join(", ", new LinkedHashSet<>(words)));
    } else if (value.path("type").asString("").equals("array")) {
      kinds.add("list of " + plural(value.path("items")));
    } else if (value.path("additionalProperties").isObject()) {
      kinds.add("map of " + plural(value.path("additionalProperties")));
    } else if (value.has("patternProperties")) {
      kinds.add("map by day or date");
    } else {
      kinds.add(
          value.path("type").isString()
              ? value
                  .path("type")
                  .asString("")
                  .replace("string", "text")
                  .replace("integer", "whole number")
              : "single value");
    }
  }

  private String linked(String name) {
    String section = sections.get(name);
    return section == null ? words(name) : "[" + words(name) + "](" + section + ")";
  }

  private String plural(JsonNode item) {
    return type(item)
        .replaceFirst("^(\\[[^\\]]+)y]", "$1ies]")
        .replaceFirst("^(\\[[^\\]]*[^s\\]])]", "$1s]")
        .replaceFirst("^(text|id|date|number|share)$", "$1s");
  }

  private static String words(String name) {
    return NAMED.getOrDefault(name, name.replace('-', ' '));
  }
}
