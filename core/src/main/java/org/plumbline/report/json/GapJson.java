package org.plumbline.report.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Literal;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;
import org.plumbline.gap.Gap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Service level gaps, in the schema {@value #SCHEMA} ({@code docs/formats/gaps.md}). */
public final class GapJson {

  /** The name and version of the format; a change that could break a reader raises the number. */
  public static final String SCHEMA = "plumbline-gaps/1";

  /** Where the JSON Schema of the format stands on the class path. */
  public static final String SCHEMA_RESOURCE = "/org/plumbline/report/json/gaps.schema.json";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private GapJson() {}

  /**
   * The JSON text, indented.
   *
   * @param patches by gap the lines of the text that would change
   */
  public static String write(
      Agreement agreement,
      List<Gap> gaps,
      Map<Gap, List<String>> patches,
      ReportingPeriod asked,
      String hash) {
    ObjectNode root = NODES.objectNode();
    root.put("schema", SCHEMA);
    root.putObject("agreement").put("id", agreement.id()).put("version", hash);
    root.set("asked", EvaluationJson.period(asked));
    ArrayNode all = root.putArray("gaps");
    gaps.forEach(gap -> all.add(node(gap, patches.getOrDefault(gap, List.of()))));
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(root)
        + "\n";
  }

  private static ObjectNode node(Gap gap, List<String> patch) {
    ObjectNode node = NODES.objectNode();
    node.put("metric", gap.metric());
    node.put("line", gap.line().line());
    node.put("rest", gap.line().rest());
    node.put("bound", gap.bound());
    node.put("unit", LineJson.key(gap.unit().name()));
    node.put("comparison", gap.comparison().key());
    text(node, "required", gap.required());
    gap.requirement().ifPresent(id -> node.put("requirement", id));
    text(node, "promised", gap.promised());
    text(node, "offered", gap.offered());
    node.put("stands", LineJson.key(gap.stands().name()));
    gap.shown()
        .ifPresent(
            shown -> {
              ObjectNode own = node.putObject("shown");
              own.put("periods", shown.periods());
              own.put("cases", shown.cases());
              own.set("figure", exact(shown.figure()));
              shown.low().ifPresent(low -> own.set("low95", exact(low)));
              shown.high().ifPresent(high -> own.set("high95", exact(high)));
            });
    ObjectNode causes = node.putObject("causes");
    ObjectNode parties = causes.putObject("openMicros");
    gap.causes().byParty().forEach((party, time) -> parties.put(party, time.toString()));
    causes.put("closedMicros", gap.causes().closed().toString());
    causes.put("decided", gap.causes().decided());
    causes.put("unknown", gap.causes().unknown());
    gap.causes()
        .missed()
        .ifPresent(
            missed -> {
              ObjectNode own = causes.putObject("missed");
              own.put("cases", missed.decided());
              ObjectNode open = own.putObject("openMicros");
              missed.byParty().forEach((party, time) -> open.put(party, time.toString()));
              own.put("closedMicros", missed.closed().toString());
            });
    EvaluationJson.strings(
        node, "periodsApart", gap.apart().stream().map(ReportingPeriod::name).toList());
    text(node, "proposal", gap.proposal());
    EvaluationJson.strings(node, "patch", patch);
    return node;
  }

  private static void text(ObjectNode node, String name, Optional<Literal> value) {
    value.ifPresent(it -> node.put(name, it.toString()));
  }

  private static ObjectNode exact(Exact value) {
    return NODES
        .objectNode()
        .put("numerator", value.numerator().toString())
        .put("denominator", value.denominator().toString())
        .put("decimal", value.rounded(12).stripTrailingZeros().toPlainString());
  }
}
