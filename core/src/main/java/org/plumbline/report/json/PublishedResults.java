package org.plumbline.report.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.report.Evaluation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The results of a publication: an evaluation as JSON without what does not come of the agreement
 * and the records, such as the name of the engine, so that whoever computes it again gets the same
 * bytes.
 */
public final class PublishedResults {

  private static final int MOST = 20;

  private PublishedResults() {}

  /** The text. */
  public static String of(Evaluation evaluation) {
    JsonMapper mapper = new JsonMapper();
    ObjectNode root = (ObjectNode) mapper.readTree(EvaluationJson.write(evaluation));
    root.remove("engine");
    root.remove("findings");
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  /**
   * Where two texts differ, a sentence each: the first {@value #MOST}.
   *
   * @param published as it was published; if it is no JSON any more, that is the one difference
   */
  public static List<String> differences(String published, String recomputed) {
    JsonMapper mapper = new JsonMapper();
    List<String> differences = new ArrayList<>();
    try {
      compare("", mapper.readTree(published), mapper.readTree(recomputed), differences);
    } catch (JacksonException e) {
      differences.add("what was published is no JSON");
    }
    if (differences.isEmpty() && !published.equals(recomputed)) {
      differences.add("the same values in other bytes");
    }
    return differences.subList(0, Math.min(MOST, differences.size()));
  }

  private static void compare(
      String path, JsonNode published, JsonNode recomputed, List<String> differences) {
    if (published.equals(recomputed) || differences.size() >= MOST) {
      return;
    }
    if (published.isObject() && recomputed.isObject()) {
      Set<String> keys = new LinkedHashSet<>(published.propertyNames());
      keys.addAll(recomputed.propertyNames());
      for (String key : keys) {
        both(path + "/" + key, published.get(key), recomputed.get(key), differences);
      }
    } else if (published.isArray() && recomputed.isArray()) {
      for (int i = 0; i < Math.max(published.size(), recomputed.size()); i++) {
        both(
            path + "/" + name(published.get(i), recomputed.get(i), i),
            published.get(i),
            recomputed.get(i),
            differences);
      }
    } else {
      differences.add(
          path.substring(Math.min(1, path.length()))
              + ": published "
              + shown(published)
              + ", recomputed "
              + shown(recomputed));
    }
  }

  private static void both(
      String path,
      @org.jspecify.annotations.Nullable JsonNode published,
      @org.jspecify.annotations.Nullable JsonNode recomputed,
      List<String> differences) {
    if (published != null && recomputed != null) {
      compare(path, published, recomputed, differences);
    } else if (published != null) {
      differences.add(path.substring(1) + ": published, and not recomputed");
    } else {
      differences.add(path.substring(1) + ": recomputed, and not published");
    }
  }

  /** An item by its id or period, else by its number from 1. */
  private static String name(
      @org.jspecify.annotations.Nullable JsonNode one,
      @org.jspecify.annotations.Nullable JsonNode other,
      int position) {
    JsonNode item = one == null ? other : one;
    if (item != null && item.isObject()) {
      JsonNode id = item.get("id");
      JsonNode period = item.get("period");
      if (id != null && id.isString()) {
        return id.asString();
      }
      if (period != null && period.get("name") != null) {
        return period.get("name").asString();
      }
    }
    return String.valueOf(position + 1);
  }

  private static String shown(JsonNode node) {
    String text = node.isString() ? node.asString() : node.toString();
    return text.length() > 80 ? text.substring(0, 77) + "…" : text;
  }

  /** What is not the same in the results and postings of two publications, a sentence each. */
  public static List<String> changes(String before, String after) {
    JsonMapper mapper = new JsonMapper();
    List<String> changes = new ArrayList<>();
    Map<String, Told> old = told(mapper.readTree(before));
    JsonNode now = mapper.readTree(after);
    Map<String, Told> young = told(now);
    Map<String, Set<String>> because = because(now);
    Set<String> keys = new LinkedHashSet<>(old.keySet());
    keys.addAll(young.keySet());
    for (String key : keys) {
      Optional<Told> was = Optional.ofNullable(old.get(key));
      Optional<Told> is = Optional.ofNullable(young.get(key));
      if (!was.map(Told::values).equals(is.map(Told::values))) {
        Set<String> requests = because.getOrDefault(key, Set.of());
        changes.add(
            key
                + (requests.isEmpty() ? "" : " (by request " + String.join(", ", requests) + ")")
                + ": was: "
                + was.map(Told::sentence).orElse("nothing.")
                + " Now: "
                + is.map(Told::sentence).orElse("nothing."));
      }
    }
    return changes;
  }

  /** The requests that change a result, by what it is of. */
  private static Map<String, Set<String>> because(JsonNode root) {
    Map<String, Set<String>> because = new LinkedHashMap<>();
    for (JsonNode request : items(root, "requests")) {
      for (JsonNode change : items(request, "changes")) {
        because
            .computeIfAbsent(
                key(change.path("metric").asString(""), change), key -> new LinkedHashSet<>())
            .add(request.path("id").asString(""));
      }
    }
    return because;
  }

  /** What a result is of: its metric, value of {@code each} and period. */
  private static String key(String metric, JsonNode result) {
    return metric
        + (result.has("each") ? "/" + result.path("each").asString("") : "")
        + " "
        + result.path("period").path("name").asString("");
  }

  /** What is said of a result or a posting, and the numbers by which it is compared. */
  private record Told(String sentence, String values) {}

  private static Map<String, Told> told(JsonNode root) {
    Map<String, Told> told = new LinkedHashMap<>();
    for (JsonNode metric : items(root, "metrics")) {
      for (JsonNode result : items(metric, "results")) {
        String key = key(metric.path("id").asString(""), result);
        told.put(
            key,
            new Told(
                result.path("sentence").asString(""),
                result.path("status") + " " + result.path("lines")));
      }
    }
    for (JsonNode posting : items(root.path("follows"), "postings")) {
      told.put(
          posting.path("id").asString(""),
          new Told(
              posting.path("sentence").asString(""),
              posting.path("amount")
                  + " "
                  + posting.path("points")
                  + " "
                  + posting.path("standing")));
    }
    return told;
  }

  private static Iterable<JsonNode> items(JsonNode node, String name) {
    return node.path(name);
  }
}
