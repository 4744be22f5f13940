package org.plumbline.records.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plumbline.records.FileFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The list of a store as JSON; what leads out of the store is refused. */
final class StoreJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String VERSION = "plumbline-store";
  private static final String SUM = "[0-9a-f]{64}";
  private static final String SET = "[a-z][a-z0-9-]{0,200}";
  private static final String PART = "parts/[a-z0-9-]{1,201}/[a-z0-9.-]{1,120}\\.parquet";

  private StoreJson() {}

  static String write(LoadStore store) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put(VERSION, 1);
    ArrayNode files = root.putArray("files");
    for (KeptFile file : store.files().values()) {
      ObjectNode node = files.addObject();
      node.put("name", file.name());
      node.put("set", file.set());
      node.put("format", file.format().key());
      node.put("bytes", file.bytes());
      node.put("sha-256", file.sha256());
      node.put("rows", file.rows());
      texts(node.putArray("header"), file.header());
      node.put("layout", file.layout());
      node.put("in-parts", file.inParts());
    }
    ArrayNode parts = root.putArray("parts");
    for (KeptPart part : store.parts()) {
      ObjectNode node = parts.addObject();
      node.put("path", part.path());
      node.put("set", part.set());
      node.put("months", part.months());
      texts(node.putArray("files"), part.files());
      texts(node.putArray("header"), part.header());
      node.put("rows", part.rows());
      node.put("bytes", part.bytes());
      node.put("sha-256", part.sha256());
    }
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  static LoadStore read(Path folder, String text) throws LoadStore.Damaged {
    try {
      JsonNode root = MAPPER.readTree(text);
      if (root.path(VERSION).asInt(0) != 1) {
        throw new LoadStore.Damaged("the list of the store is none of version 1");
      }
      Map<String, KeptFile> files = new TreeMap<>();
      for (JsonNode node : root.path("files")) {
        KeptFile file = file(node);
        files.put(file.name(), file);
      }
      List<KeptPart> parts = new ArrayList<>();
      for (JsonNode node : root.path("parts")) {
        parts.add(part(node));
      }
      return new LoadStore(folder, files, parts);
    } catch (JacksonException e) {
      throw new LoadStore.Damaged("the list of the store is no JSON that we wrote");
    }
  }

  private static KeptFile file(JsonNode node) throws LoadStore.Damaged {
    return new KeptFile(
        node.path("name").asString(""),
        checked(node, "set", SET),
        format(node.path("format").asString("")),
        node.path("bytes").asLong(-1),
        checked(node, "sha-256", SUM),
        node.path("rows").asLong(-1),
        texts(node.path("header")),
        node.path("layout").asString(""),
        node.path("in-parts").asBoolean(false));
  }

  private static KeptPart part(JsonNode node) throws LoadStore.Damaged {
    return new KeptPart(
        checked(node, "path", PART),
        checked(node, "set", SET),
        node.path("months").asString(""),
        texts(node.path("files")),
        texts(node.path("header")),
        node.path("rows").asLong(-1),
        node.path("bytes").asLong(-1),
        checked(node, "sha-256", SUM));
  }

  private static FileFormat format(String key) throws LoadStore.Damaged {
    for (FileFormat format : FileFormat.values()) {
      if (format.key().equals(key)) {
        return format;
      }
    }
    throw new LoadStore.Damaged("the list of the store names a format that there is not");
  }

  private static String checked(JsonNode node, String key, String shape) throws LoadStore.Damaged {
    String text = node.path(key).asString("");
    if (!text.matches(shape)) {
      throw new LoadStore.Damaged("the list of the store has no " + key + " where one should be");
    }
    return text;
  }

  private static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asString("")));
    return texts;
  }
}
