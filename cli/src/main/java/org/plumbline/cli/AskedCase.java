package org.plumbline.cli;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.records.CaseKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A case as a command names it: by its key as it is shown, or by a JSON list of the key's parts.
 */
final class AskedCase {
  private AskedCase() {}

  /**
   * The key.
   *
   * @param fields the parts of a key, by name
   * @throws InputRefused if it cannot be a key of the set
   */
  static String key(String text, List<String> fields) {
    List<String> parts = fields.size() > 1 && text.startsWith("[") ? parts(text) : List.of();
    if (!parts.isEmpty()) {
      if (parts.size() != fields.size()) {
        throw new InputRefused(needs(text, fields));
      }
      return CaseKey.of(parts);
    }
    if (CaseKey.parts(text, fields.size()).isEmpty()) {
      throw new InputRefused(needs(text, fields));
    }
    return text;
  }

  /** No such case, and how cases are named where that needs saying. */
  static InputRefused missing(String text, List<String> fields) {
    return new InputRefused(
        "the records have no case " + text + (fields.size() > 1 ? "\n" + hint(fields) : ""));
  }

  private static String needs(String text, List<String> fields) {
    return "--case: " + text + " is no key of these cases\n" + hint(fields);
  }

  private static String hint(List<String> fields) {
    List<String> quoted = fields.stream().map(field -> "\"" + field + "\"").toList();
    return "A key has "
        + fields.size()
        + " parts: "
        + String.join(", ", fields)
        + ". Write them as explain lists them, or as a list:\n  --case '["
        + String.join(", ", quoted)
        + "]'";
  }

  private static List<String> parts(String text) {
    try {
      List<String> parts = new ArrayList<>();
      for (JsonNode part : Json.read(text)) {
        if (!part.isValueNode()) {
          return List.of();
        }
        parts.add(part.asString());
      }
      return parts;
    } catch (JacksonException e) {
      return List.of();
    }
  }
}
