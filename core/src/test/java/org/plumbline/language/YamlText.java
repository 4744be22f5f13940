package org.plumbline.language;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A value of JSON as YAML on one line. */
final class YamlText {

  private YamlText() {}

  static String flow(JsonNode value) {
    if (value.isObject()) {
      return value.properties().stream()
          .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value.isArray()) {
      return value.valueStream().map(YamlText::flow).collect(Collectors.joining(", ", "[", "]"));
    }
    String text = value.asString("");
    boolean plain =
        !value.isString()
            || text.matches("(?:[\\p{L}\\p{N}_(/]|-(?=\\d))[^,\\[\\]{}:#\"]*(?:://[^,]*)?")
                && !text.matches("\\d\\d:.*|\\d\\d*|true|false")
                && !text.endsWith(" ");
    return plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
