package org.plumbline.records.duckdb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.agreement.Precision;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.DayRange;
import org.plumbline.records.StoredSet.Table;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The list of stored sets beside their Parquet files: {@code manifest.json}. */
final class Manifest {

  /** The name of the file. */
  static final String FILE = "manifest.json";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String ID = "[a-z][a-z0-9-]{0,200}";
  private static final String TYPE = "VARCHAR|BIGINT|BOOLEAN|DECIMAL\\([1-9]\\d?,\\d{1,2}\\)";

  private Manifest() {}

  /** A manifest says something that no load would have written. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String found) {
      super(found);
    }
  }

  /** The tables that a set has. */
  static List<Table> tables(StoredSet set) {
    List<Table> tables = new ArrayList<>(List.of(Table.values()));
    if (!set.eventLog()) {
      tables.removeAll(List.of(Table.OCCURRENCES, Table.CHANGES));
    }
    return tables;
  }

  /** The text of a manifest. */
  static String write(List<StoredSet> sets) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("plumbline-records", 1);
    ArrayNode list = root.putArray("sets");
    for (StoredSet set : sets) {
      ObjectNode node = list.addObject();
      node.put("set", set.set());
      node.put("event-log", set.eventLog());
      ObjectNode moments = node.putObject("moments");
      set.moments().forEach((id, precision) -> moments.put(id, precision.key()));
      ObjectNode fields = node.putObject("fields");
      set.fields().forEach(fields::put);
      ArrayNode holds = node.putArray("holds");
      set.holds().forEach(holds::add);
      ArrayNode files = node.putArray("files");
      set.files().forEach(files::add);
      node.put("cases", set.cases());
      node.put("skew-micros", set.skewMicros());
      node.put("first-day", set.range().first());
      node.put("last-day", set.range().last());
      node.put("latest", set.range().latest());
      ArrayNode always = node.putArray("always");
      set.moments().keySet().stream().filter(set.always()::contains).forEach(always::add);
    }
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  /**
   * Reads a manifest.
   *
   * @throws Refused if it is none
   */
  static List<StoredSet> read(String text) throws Refused {
    try {
      JsonNode root = MAPPER.readTree(text);
      if (root.path("plumbline-records").asInt(0) != 1 || !root.path("sets").isArray()) {
        throw new Refused("the manifest is none of version 1");
      }
      List<StoredSet> sets = new ArrayList<>();
      for (JsonNode node : root.path("sets")) {
        sets.add(set(node));
      }
      return sets;
    } catch (JacksonException e) {
      throw new Refused("the manifest is no JSON that we wrote");
    }
  }

  private static StoredSet set(JsonNode node) throws Refused {
    Map<String, Precision> moments = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> moment : node.path("moments").properties()) {
      moments.put(checked(moment.getKey(), ID), precision(moment.getValue().asString("")));
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : node.path("fields").properties()) {
      fields.put(checked(field.getKey(), ID), checked(field.getValue().asString(""), TYPE));
    }
    List<String> holds = new ArrayList<>();
    for (JsonNode hold : node.path("holds")) {
      holds.add(checked(hold.asString(""), ID));
    }
    Set<String> always = new LinkedHashSet<>();
    for (JsonNode moment : node.path("always")) {
      always.add(checked(moment.asString(""), ID));
    }
    List<String> files = new ArrayList<>();
    for (JsonNode file : node.path("files")) {
      files.add(file.asString(""));
    }
    return new StoredSet(
        checked(node.path("set").asString(""), ID),
        node.path("event-log").asBoolean(false),
        moments,
        fields,
        holds,
        files,
        node.path("cases").asLong(-1),
        node.path("skew-micros").asLong(0),
        range(node),
        always);
  }

  private static DayRange range(JsonNode node) {
    DayRange days =
        new DayRange(node.path("first-day").asLong(0), node.path("last-day").asLong(-1));
    return new DayRange(days.first(), days.last(), node.path("latest").asLong(days.latest()));
  }

  private static Precision precision(String key) throws Refused {
    for (Precision precision : Precision.values()) {
      if (precision.key().equals(key)) {
        return precision;
      }
    }
    throw new Refused("the manifest names a precision \"" + key + "\"");
  }

  private static String checked(String text, String shape) throws Refused {
    if (!text.matches(shape)) {
      String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
      throw new Refused("the manifest says \"" + shown + "\" where a name or type should stand");
    }
    return text;
  }
}
