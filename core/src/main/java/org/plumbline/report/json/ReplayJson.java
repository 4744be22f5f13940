package org.plumbline.report.json;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.judge.Result;
import org.plumbline.replay.Replay;
import org.plumbline.replay.Term;
import org.plumbline.replay.TurnedCase;
import org.plumbline.report.ReplayMask;
import org.plumbline.wording.Wording;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A replay as JSON, in the schema {@value #SCHEMA} ({@code docs/formats/replay.md}). */
public final class ReplayJson {

  /** The name and version of the format; a change that could break a reader raises the number. */
  public static final String SCHEMA = "plumbline-replay/1";

  /** Where the JSON Schema of the format stands on the class path. */
  public static final String SCHEMA_RESOURCE = "/org/plumbline/report/json/replay.schema.json";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Replay replay;
  private final ReplayMask mask;

  private ReplayJson(Replay replay) {
    this.replay = replay;
    mask = new ReplayMask(replay);
  }

  /**
   * The JSON text, indented, sensitive values masked.
   *
   * @param changes what the draft changes, in sentences
   * @param cases those that stand otherwise, as far as they were asked for
   */
  public static String write(Replay replay, List<String> changes, List<TurnedCase> cases) {
    ObjectNode root = new ReplayJson(replay).root(changes, cases);
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(root)
        + "\n";
  }

  private ObjectNode root(List<String> changes, List<TurnedCase> cases) {
    ObjectNode root = NODES.objectNode();
    root.put("schema", SCHEMA);
    Agreement agreement = replay.after().agreement();
    root.putObject("agreement")
        .put("id", agreement.id())
        .put("title", agreement.title())
        .put("zone", agreement.zone().getId())
        .put("before", replay.before().hash())
        .put("after", replay.after().hash());
    root.put("asOf", replay.after().results().asOf().toString());
    EvaluationJson.strings(root, "changes", changes);
    ArrayNode metrics = root.putArray("metrics");
    Set<String> ids = new LinkedHashSet<>();
    replay.rows().forEach(row -> ids.add(row.metric()));
    ids.forEach(id -> metrics.add(metric(id)));
    ObjectNode follows = root.putObject("follows");
    follows.set("before", follows(replay.before()));
    follows.set("after", follows(replay.after()));
    ArrayNode turned = root.putArray("cases");
    cases.forEach(each -> turned.add(turned(each)));
    return root;
  }

  private ObjectNode follows(Replay.Side side) {
    return FollowsJson.node(side.agreement(), mask.follows(side));
  }

  private ObjectNode metric(String id) {
    ObjectNode node = NODES.objectNode();
    Metric metric =
        Optional.ofNullable(replay.after().agreement().metrics().get(id))
            .orElse(replay.before().agreement().metrics().get(id));
    node.put("id", id);
    node.put("name", metric == null ? id : metric.name());
    EvaluationJson.strings(node, "changed", keys(replay.changed().getOrDefault(id, Set.of())));
    Optional.ofNullable(replay.answered().get(id))
        .ifPresent(from -> node.put("answeredFrom", LineJson.key(from.name())));
    ArrayNode results = node.putArray("results");
    replay.of(id).forEach(row -> results.add(row(row)));
    return node;
  }

  private static List<String> keys(Set<Term> terms) {
    return terms.stream().map(term -> LineJson.key(term.name())).toList();
  }

  private ObjectNode row(Replay.Row row) {
    ObjectNode node = NODES.objectNode();
    node.set("period", EvaluationJson.period(row.period()));
    row.each().ifPresent(value -> node.put("each", mask.each(row.metric(), value)));
    row.before().ifPresent(result -> node.set("before", result(replay.before(), result)));
    row.after().ifPresent(result -> node.set("after", result(replay.after(), result)));
    node.put("turns", row.turns());
    if (row.turns()) {
      EvaluationJson.strings(node, "because", keys(row.because()));
      node.put("eachAlone", row.alone());
    }
    return node;
  }

  private static ObjectNode result(Replay.Side side, Result result) {
    ObjectNode node = NODES.objectNode();
    node.put("status", result.status().key());
    node.put("reason", result.reason());
    ArrayNode lines = node.putArray("lines");
    LineJson json = new LineJson(Wording.of(side.agreement()));
    result.lines().forEach(line -> lines.add(json.node(result.metric(), line)));
    return node;
  }

  private ObjectNode turned(TurnedCase each) {
    ObjectNode node = NODES.objectNode();
    node.put("metric", each.metric());
    node.put("case", mask.key(each));
    each.before().ifPresent(outcome -> node.set("before", outcome(outcome)));
    each.after().ifPresent(outcome -> node.set("after", outcome(outcome)));
    return node;
  }

  private static ObjectNode outcome(CaseOutcome outcome) {
    ObjectNode node = NODES.objectNode();
    node.put("state", LineJson.key(outcome.state().name()));
    outcome.period().ifPresent(period -> node.set("period", EvaluationJson.period(period)));
    return node;
  }
}
