package org.plumbline.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Changes as maps and lists, to be written as JSON in the schema {@value #SCHEMA} ({@code
 * docs/formats/difference.md}).
 */
public final class DifferenceJson {

  /** The name and version of the format; a change that could break a reader raises the number. */
  public static final String SCHEMA = "plumbline-difference/1";

  /** Where the JSON Schema of the format stands on the class path. */
  public static final String SCHEMA_RESOURCE = "/org/plumbline/report/json/difference.schema.json";

  private DifferenceJson() {}

  /** One step, with the name of the schema. */
  public static Map<String, Object> of(VersionChange change) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.putAll(step(change));
    return json;
  }

  /** Several steps, each version to the next. */
  public static Map<String, Object> of(List<VersionChange> changes) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.put("steps", changes.stream().map(DifferenceJson::step).toList());
    return json;
  }

  private static Map<String, Object> step(VersionChange change) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("before", change.before().hash());
    json.put("after", change.after().hash());
    json.put("sentences", change.sentences());
    List<Object> groups = new ArrayList<>();
    change.groups().forEach(group -> groups.add(group(group)));
    json.put("groups", groups);
    json.put("cost", change.cost().json());
    json.put("interagencyBlocks", change.blocks());
    return json;
  }

  private static Map<String, Object> group(ChangeGroup group) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("section", group.section());
    json.put("id", group.thing());
    json.put("kind", key(group.kind()));
    json.put("heading", group.heading());
    json.put("sentencesBefore", group.before());
    json.put("sentencesAfter", group.after());
    json.put("changes", group.changes().stream().map(DifferenceJson::change).toList());
    return json;
  }

  private static Map<String, Object> change(Change change) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("path", String.join("/", change.path()));
    json.put("kind", key(change.kind()));
    json.put("before", change.before());
    json.put("after", change.after());
    change
        .redline()
        .ifPresent(
            redline ->
                json.put(
                    "redline",
                    redline.runs().stream()
                        .map(run -> Map.of("words", key(run.kind()), "text", run.text()))
                        .toList()));
    return json;
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
