package org.plumbline.register.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.yaml.Folder;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.register.Publication;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a publication, the same bytes each time, and reads one that anybody may have changed. */
public final class PublicationJson {

  /** The name and version of the format. */
  public static final String SCHEMA = "plumbline-publication/1";

  private static final int MOST_FILES = 10_000;

  private PublicationJson() {}

  /** The JSON text, indented. */
  public static String write(Publication publication) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", SCHEMA);
    root.put("number", publication.number());
    root.put("agreement", publication.agreement());
    strings(root, "versions", publication.versions());
    root.put("periods", publication.periods());
    strings(root, "metrics", publication.metrics());
    strings(root, "shown", publication.shown());
    root.put("asOf", publication.asOf().toString());
    root.put("knownAt", publication.knownAt().toString());
    root.put("keepGood", publication.keepGood());
    root.put("engine", publication.engine());
    ArrayNode files = root.putArray("files");
    for (Publication.File file : publication.files()) {
      files
          .addObject()
          .put("path", file.path())
          .put("bytes", file.bytes())
          .put("sha256", file.sha256())
          .put("included", file.included());
    }
    publication
        .restates()
        .ifPresent(
            restated -> {
              ObjectNode node = root.putObject("restates");
              node.put("publication", restated.publication());
              node.put("reason", restated.reason());
              strings(node, "changes", restated.changes());
            });
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(root)
        + "\n";
  }

  private static void strings(ObjectNode node, String name, List<String> values) {
    ArrayNode array = node.putArray(name);
    values.forEach(array::add);
  }

  /**
   * Reads a publication.
   *
   * @throws RefusedInputException if the text is none
   */
  public static Publication read(String text) {
    JsonNode root;
    try {
      root = new JsonMapper().readTree(text);
    } catch (JacksonException e) {
      throw refused("is no JSON");
    }
    if (!root.isObject() || !text(root, "schema").equals(SCHEMA)) {
      throw refused("does not say \"schema\": \"" + SCHEMA + "\"");
    }
    List<Publication.File> files = new ArrayList<>();
    for (JsonNode file : array(root, "files")) {
      files.add(file(file));
    }
    Optional<Publication.Restated> restates =
        Optional.ofNullable(root.get("restates"))
            .map(
                node ->
                    new Publication.Restated(
                        text(node, "publication"), text(node, "reason"), texts(node, "changes")));
    return new Publication(
        (int) number(root, "number", 1_000_000),
        text(root, "agreement"),
        texts(root, "versions"),
        text(root, "periods"),
        texts(root, "metrics"),
        texts(root, "shown"),
        instant(root, "asOf"),
        instant(root, "knownAt"),
        flag(root, "keepGood"),
        text(root, "engine"),
        files,
        restates);
  }

  private static Publication.File file(JsonNode node) {
    String path = text(node, "path");
    String sum = text(node, "sha256");
    if (!Folder.isWithin(path) || !sum.matches("[0-9a-f]{64}")) {
      throw refused("names a file that cannot be one of the bundle");
    }
    return new Publication.File(
        path, number(node, "bytes", Long.MAX_VALUE), sum, flag(node, "included"));
  }

  private static JsonNode at(JsonNode node, String name) {
    JsonNode value = node.get(name);
    if (value == null) {
      throw refused("has no \"" + name + "\"");
    }
    return value;
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = at(node, name);
    if (!value.isString()) {
      throw refused("has no text as \"" + name + "\"");
    }
    return value.asString();
  }

  private static boolean flag(JsonNode node, String name) {
    JsonNode value = at(node, name);
    if (!value.isBoolean()) {
      throw refused("has neither true nor false as \"" + name + "\"");
    }
    return value.asBoolean();
  }

  private static long number(JsonNode node, String name, long most) {
    JsonNode value = at(node, name);
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.asLong() < 0
        || value.asLong() > most) {
      throw refused("has no number as \"" + name + "\"");
    }
    return value.asLong();
  }

  private static Instant instant(JsonNode node, String name) {
    try {
      return Instant.parse(text(node, name));
    } catch (DateTimeException e) {
      throw refused("has no instant as \"" + name + "\"");
    }
  }

  private static ArrayNode array(JsonNode node, String name) {
    if (at(node, name) instanceof ArrayNode array && array.size() <= MOST_FILES) {
      return array;
    }
    throw refused("has no list as \"" + name + "\", or one that is too long");
  }

  private static List<String> texts(JsonNode node, String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : array(node, name)) {
      if (!value.isString()) {
        throw refused("has something else than texts in \"" + name + "\"");
      }
      texts.add(value.asString());
    }
    return texts;
  }

  private static RefusedInputException refused(String why) {
    return new RefusedInputException(
        Publication.NAME + " " + why, "name a folder that evaluate --publish has written");
  }
}
