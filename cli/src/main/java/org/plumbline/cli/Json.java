package org.plumbline.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes maps and lists as JSON that people can read. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  /**
   * What a text says.
   *
   * @throws tools.jackson.core.JacksonException if it is no JSON
   */
  static JsonNode read(String text) {
    return MAPPER.readTree(text);
  }

  static String text(Object maps) {
    return MAPPER.writeValueAsString(maps);
  }
}
