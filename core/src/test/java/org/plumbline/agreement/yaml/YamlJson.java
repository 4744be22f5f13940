package org.plumbline.agreement.yaml;

import java.math.BigDecimal;
import org.plumbline.finding.Findings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** YAML as an editor sees it: plain numbers and flags are such, all else is text. */
public final class YamlJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private YamlJson() {}

  /** The tree of a text. */
  public static JsonNode of(String yaml) {
    return of(YamlText.read("y", yaml, new Findings()).orElseThrow());
  }

  static JsonNode of(YamlValue value) {
    if (value instanceof YamlValue.Mapping map) {
      var object = MAPPER.createObjectNode();
      map.entries().forEach(entry -> object.set(entry.key(), of(entry.value())));
      return object;
    }
    if (value instanceof YamlValue.Sequence list) {
      var array = MAPPER.createArrayNode();
      list.items().forEach(item -> array.add(of(item)));
      return array;
    }
    YamlValue.Scalar scalar = (YamlValue.Scalar) value;
    String text = scalar.text();
    if (scalar.isNothing()) {
      return MAPPER.getNodeFactory().nullNode();
    }
    if (!scalar.quoted() && text.matches("-?(0|[1-9]\\d{0,15})(\\.\\d{1,9})?")) {
      return MAPPER.getNodeFactory().numberNode(new BigDecimal(text));
    }
    if (!scalar.quoted() && (text.equals("true") || text.equals("false"))) {
      return MAPPER.getNodeFactory().booleanNode(text.equals("true"));
    }
    return MAPPER.getNodeFactory().stringNode(text);
  }
}
