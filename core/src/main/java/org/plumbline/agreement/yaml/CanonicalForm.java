package org.plumbline.agreement.yaml;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.Written.Entries;

/**
 * The canonical form of an agreement: the text that is hashed (language.md 10).
 *
 * <p>JSON without space; maps sorted by key; lists that are sets sorted and unique; short forms
 * written out; defaults not filled in; numbers in their shortest form. Keys are sorted by their
 * UTF-16 units, as JSON canonicalization (RFC 8785) does.
 */
public final class CanonicalForm {

  private CanonicalForm() {}

  /**
   * The canonical form.
   *
   * @param hashOf the hash of an included document by its path; empty while it is not known, which
   *     is another form than any known one
   */
  public static String of(Agreement agreement, Function<String, Optional<String>> hashOf) {
    Entries written = WrittenAgreement.of(agreement);
    if (!agreement.includes().isEmpty()) {
      Entries includes = Entries.flow();
      agreement
          .includes()
          .forEach(
              (kind, path) ->
                  includes.put(
                      kind, hashOf.apply(path).map(Written::text).orElse(Written.bare("null"))));
      written.put("includes", includes);
    }
    return json(written);
  }

  /** The canonical form of a document that has no model yet: its tree, every value as text. */
  static String ofTree(YamlValue value) {
    if (value instanceof YamlValue.Mapping map) {
      Map<String, String> sorted = new TreeMap<>();
      map.entries().forEach(entry -> sorted.put(entry.key(), ofTree(entry.value())));
      return object(sorted);
    }
    if (value instanceof YamlValue.Sequence list) {
      return array(list.items().stream().map(CanonicalForm::ofTree).toList());
    }
    return string(((YamlValue.Scalar) value).text().strip());
  }

  private static String json(Written value) {
    if (value instanceof Written.Either either) {
      return json(either.full());
    }
    if (value instanceof Written.ByRule byRule) {
      return json(byRule.canonical());
    }
    if (value instanceof Written.Single single) {
      return single.bare() ? single.shortest() : string(single.shortest());
    }
    if (value instanceof Entries map) {
      Map<String, String> sorted = new TreeMap<>();
      map.entries().forEach((key, below) -> sorted.put(key, json(below)));
      return object(sorted);
    }
    Written.Items list = (Written.Items) value;
    List<String> items = list.items().stream().map(CanonicalForm::json).toList();
    return array(list.set() ? new TreeSet<>(items) : items);
  }

  private static String object(Map<String, String> sorted) {
    StringBuilder text = new StringBuilder("{");
    sorted.forEach(
        (key, below) ->
            text.append(text.length() > 1 ? "," : "")
                .append(string(key))
                .append(':')
                .append(below));
    return text.append('}').toString();
  }

  private static String array(Collection<String> items) {
    return "[" + String.join(",", items) + "]";
  }

  /** A JSON string with the escapes of RFC 8785. */
  private static String string(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      switch (unit) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        case '\r' -> quoted.append("\\r");
        default ->
            quoted.append(unit < ' ' ? String.format("\\u%04x", (int) unit) : String.valueOf(unit));
      }
    }
    return quoted.append('"').toString();
  }
}
