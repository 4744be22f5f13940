package org.plumbline.difference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Compares two canonical forms key by key; what only looks different is the same there. */
public final class Difference {
  private final List<Change> changes = new ArrayList<>();

  private Difference() {}

  /** What changed, in the order of the keys. */
  public static List<Change> between(String canonicalBefore, String canonicalAfter) {
    JsonMapper mapper = new JsonMapper();
    Difference difference = new Difference();
    difference.compare(
        List.of(), mapper.readTree(canonicalBefore), mapper.readTree(canonicalAfter));
    return List.copyOf(difference.changes);
  }

  private void compare(List<String> path, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    if (before.isObject() && after.isObject()) {
      maps(path, before, after);
    } else if (hasIds(before) && hasIds(after)) {
      byId(path, before, after);
    } else if (before.isArray() && after.isArray() && isOfMaps(before) && isOfMaps(after)) {
      byPosition(path, before, after);
    } else {
      changes.add(new Change(path, Change.Kind.CHANGED, text(before), text(after)));
    }
  }

  private void maps(List<String> path, JsonNode before, JsonNode after) {
    Set<String> keys = new LinkedHashSet<>(before.propertyNames());
    keys.addAll(after.propertyNames());
    for (String key : keys) {
      Optional<JsonNode> old = Optional.ofNullable(before.get(key));
      Optional<JsonNode> young = Optional.ofNullable(after.get(key));
      if (path.isEmpty() && Sections.holdsThings(key)) {
        // A section that is new or gone is told thing by thing.
        JsonNode none =
            old.or(() -> young).filter(JsonNode::isArray).isPresent()
                ? JsonNodeFactory.instance.arrayNode()
                : JsonNodeFactory.instance.objectNode();
        compare(with(path, key), old.orElse(none), young.orElse(none));
      } else {
        oneOf(with(path, key), old, young);
      }
    }
  }

  private void byId(List<String> path, JsonNode before, JsonNode after) {
    Set<String> ids = new LinkedHashSet<>();
    before.forEach(item -> ids.add(id(item)));
    after.forEach(item -> ids.add(id(item)));
    for (String id : ids) {
      oneOf(with(path, id), item(before, id), item(after, id));
    }
  }

  private void byPosition(List<String> path, JsonNode before, JsonNode after) {
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      oneOf(
          with(path, String.valueOf(i + 1)),
          Optional.ofNullable(before.get(i)),
          Optional.ofNullable(after.get(i)));
    }
  }

  private void oneOf(List<String> path, Optional<JsonNode> before, Optional<JsonNode> after) {
    if (before.isPresent() && after.isPresent()) {
      compare(path, before.get(), after.get());
    } else if (after.isPresent()) {
      changes.add(new Change(path, Change.Kind.ADDED, "", text(after.get())));
    } else {
      before.ifPresent(node -> changes.add(new Change(path, Change.Kind.REMOVED, text(node), "")));
    }
  }

  private static boolean isOfMaps(JsonNode list) {
    for (JsonNode item : list) {
      if (!item.isObject()) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasIds(JsonNode list) {
    if (!list.isArray() || !isOfMaps(list)) {
      return false;
    }
    for (JsonNode item : list) {
      if (!item.has("id")) {
        return false;
      }
    }
    return true;
  }

  private static Optional<JsonNode> item(JsonNode list, String id) {
    for (JsonNode item : list) {
      if (id(item).equals(id)) {
        return Optional.of(item);
      }
    }
    return Optional.empty();
  }

  private static String id(JsonNode item) {
    return item.get("id").asString();
  }

  /** A single value, or values after commas; one that holds others as the language writes it. */
  static String text(JsonNode node) {
    boolean plain = node.isArray() && !node.isEmpty();
    for (JsonNode item : node) {
      plain &= item.isValueNode();
    }
    if (plain) {
      StringJoiner text = new StringJoiner(", ");
      node.forEach(item -> text.add(item.asString()));
      return text.toString();
    }
    return nested(node);
  }

  /** As the language writes it on one line. */
  private static String nested(JsonNode node) {
    if (node.isObject()) {
      StringJoiner text = new StringJoiner(", ", "{", "}");
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        text.add(entry.getKey() + ": " + nested(entry.getValue()));
      }
      return text.toString();
    }
    if (node.isArray()) {
      StringJoiner text = new StringJoiner(", ", "[", "]");
      node.forEach(item -> text.add(nested(item)));
      return text.toString();
    }
    return node.asString();
  }

  private static List<String> with(List<String> path, String key) {
    List<String> longer = new ArrayList<>(path);
    longer.add(key);
    return longer;
  }
}
