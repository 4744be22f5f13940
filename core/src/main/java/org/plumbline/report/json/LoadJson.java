package org.plumbline.report.json;

import org.plumbline.records.BadRow;
import org.plumbline.records.LoadReport;
import org.plumbline.records.Superseded;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A load report as JSON. */
final class LoadJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private LoadJson() {}

  /** What was read and noticed. */
  static ObjectNode node(LoadReport load) {
    ObjectNode node = NODES.objectNode();
    ArrayNode files = node.putArray("files");
    for (LoadReport.FileReport file : load.files()) {
      files
          .addObject()
          .put("set", file.set())
          .put("name", file.name())
          .put("bytes", file.bytes())
          .put("sha256", file.sha256())
          .put("rows", file.rows());
    }
    ObjectNode sets = node.putObject("sets");
    load.sets().forEach((id, set) -> sets.set(id, set(set)));
    ArrayNode rows = node.putArray("badRows");
    load.badRows().forEach(row -> rows.add(badRow(row)));
    node.put("badRowCount", load.badRowCount());
    node.put("rowsWithoutKey", load.rowsWithoutKey());
    if (!load.superseded().isEmpty()) {
      ArrayNode superseded = node.putArray("superseded");
      for (Superseded value : load.superseded()) {
        superseded
            .addObject()
            .put("set", value.set())
            .put("key", value.key())
            .put("column", value.column())
            .put("was", value.was())
            .put("is", value.is())
            .put("delivery", value.delivery())
            .put("reason", value.reason());
      }
    }
    return node;
  }

  private static ObjectNode set(LoadReport.SetReport set) {
    ObjectNode node = NODES.objectNode();
    node.put("cases", set.cases());
    node.put("events", set.events());
    node.put("holds", set.holds());
    node.put("unusable", set.unusable());
    node.put("timesTwice", set.timesTwice());
    node.put("timesNever", set.timesNever());
    node.put("skewMicros", set.skewMicros());
    EvaluationJson.counts(node, "unknownCells", set.unknownCells());
    EvaluationJson.counts(node, "changing", set.changing());
    EvaluationJson.counts(node, "repeated", set.repeated());
    ObjectNode currencies = node.putObject("currencies");
    set.currencies().forEach(currencies::put);
    EvaluationJson.strings(node, "warnings", set.warnings());
    return node;
  }

  private static ObjectNode badRow(BadRow row) {
    return NODES
        .objectNode()
        .put("set", row.set())
        .put("file", row.file())
        .put("row", row.row())
        .put("column", row.column())
        .put("value", row.value())
        .put("reason", row.reason())
        .put("right", row.right())
        .put("key", row.key());
  }
}
