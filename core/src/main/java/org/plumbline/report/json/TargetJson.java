package org.plumbline.report.json;

import org.plumbline.agreement.Agreement;
import org.plumbline.evaluate.Exact;
import org.plumbline.replay.TargetSearch;
import org.plumbline.report.TargetDocument;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Which target the past would have kept, in the schema {@value #SCHEMA}. */
public final class TargetJson {

  /** The name and version of the format; a change that could break a reader raises the number. */
  public static final String SCHEMA = "plumbline-target/1";

  /** Where the JSON Schema of the format stands on the class path. */
  public static final String SCHEMA_RESOURCE = "/org/plumbline/report/json/target.schema.json";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private TargetJson() {}

  /** The JSON text, indented. */
  public static String write(Agreement agreement, TargetSearch.Found found, String hash) {
    ObjectNode root = NODES.objectNode();
    root.put("schema", SCHEMA);
    root.putObject("agreement").put("id", agreement.id()).put("version", hash);
    root.put("metric", found.metric());
    root.put("met", found.met());
    root.put("of", found.of());
    root.put("answeredFrom", LineJson.key(found.answered().name()));
    ArrayNode lines = root.putArray("lines");
    found.lines().forEach(line -> lines.add(line(line)));
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(root)
        + "\n";
  }

  private static ObjectNode line(TargetSearch.Line line) {
    ObjectNode node = NODES.objectNode();
    node.put("line", line.line().line());
    node.put("unit", LineJson.key(line.unit().name()));
    node.put("needed", line.needed());
    node.put("comparison", line.comparison().key());
    line.bound().ifPresent(bound -> node.set("bound", exact(bound)));
    node.put("held", line.held());
    line.tightest().ifPresent(bound -> node.set("tightestBound", exact(bound)));
    line.limit().ifPresent(limit -> node.put("limit", limit.toString()));
    line.tightestLimit().ifPresent(limit -> node.put("tightestLimit", limit.toString()));
    EvaluationJson.strings(node, "sentences", TargetDocument.sentences(line));
    ArrayNode figures = node.putArray("figures");
    for (TargetSearch.Figure figure : line.figures()) {
      ObjectNode each = figures.addObject();
      each.set("period", EvaluationJson.period(figure.period()));
      each.put("cases", figure.cases());
      each.set("figure", exact(figure.figure()));
    }
    ArrayNode curve = node.putArray("curve");
    for (TargetSearch.Point point : line.curve()) {
      ObjectNode each = curve.addObject().put("limit", point.limit().toString());
      point.share().ifPresent(share -> each.set("share", exact(share)));
    }
    return node;
  }

  private static ObjectNode exact(Exact value) {
    return NODES
        .objectNode()
        .put("numerator", value.numerator().toString())
        .put("denominator", value.denominator().toString())
        .put("decimal", value.rounded(12).stripTrailingZeros().toPlainString());
  }
}
