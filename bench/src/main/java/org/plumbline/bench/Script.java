package org.plumbline.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * SQL statements written by hand, as they stand in a file of this package, with values filled in
 * for {@code ${name}}.
 *
 * @param statements in order
 */
public record Script(List<String> statements) {

  /** Copies the list. */
  public Script {
    statements = List.copyOf(statements);
  }

  /** The statements of a file; each ends with a semicolon at the end of a line. */
  public static Script of(String file, Map<String, String> values) {
    String text = resource(file);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    return new Script(
        Arrays.stream(text.split(";\\s*(\\n|$)")).filter(part -> !part.isBlank()).toList());
  }

  /** The text of a file of this package. */
  public static String resource(String file) {
    try (InputStream stream = Script.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalArgumentException("no file " + file + " stands beside this class");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }
}
