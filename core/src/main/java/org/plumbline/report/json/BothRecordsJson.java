package org.plumbline.report.json;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.reconcile.BothRecords;
import org.plumbline.reconcile.BothRecordsWording;
import org.plumbline.records.SetBeside;
import org.plumbline.report.BothRecordsMasking;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Both parties’ records side by side as JSON in the schema {@value #SCHEMA} ({@code
 * docs/formats/both-records.md}).
 */
public final class BothRecordsJson {

  /** The name and version of the format; a change that could break a reader raises the number. */
  public static final String SCHEMA = "plumbline-both-records/1";

  /** Where the JSON Schema of the format stands on the class path. */
  public static final String SCHEMA_RESOURCE =
      "/org/plumbline/report/json/both-records.schema.json";

  private final BothRecords both;
  private final BothRecordsWording words;

  private BothRecordsJson(BothRecords both) {
    this.both = both;
    this.words = new BothRecordsWording(both.agreement(), both.whose());
  }

  /**
   * The JSON text, indented, sensitive values masked.
   *
   * @param version the hash of the version
   * @param shown sensitive fields that are not masked
   */
  public static String write(BothRecords both, String version, String engine, Set<String> shown) {
    ObjectNode root =
        new BothRecordsJson(BothRecordsMasking.apply(both, shown)).root(version, engine);
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(root)
        + "\n";
  }

  private ObjectNode root(String version, String engine) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", SCHEMA);
    root.put("engine", engine);
    root.put("agreement", both.agreement().id());
    root.put("version", version);
    root.put("asOf", both.asOf().toString());
    root.set("asked", EvaluationJson.period(both.asked()));
    root.put("whose", both.whose());
    root.put("summary", words.summary(both));
    ArrayNode sets = root.putArray("sets");
    both.sets().forEach(set -> set(sets.addObject(), set));
    EvaluationJson.strings(root, "missing", both.missing());
    ArrayNode figures = root.putArray("figures");
    both.figures().forEach(figure -> figure(figures.addObject(), figure));
    ArrayNode comparisons = root.putArray("comparisons");
    both.comparisons().forEach(cases -> comparisons.add(ReconciliationJson.cases(cases)));
    ArrayNode cases = root.putArray("cases");
    both.cases().forEach(told -> told(cases.addObject(), told));
    root.put("untold", both.untold());
    return root;
  }

  private static void set(ObjectNode node, SetBeside set) {
    node.put("set", set.set());
    node.put("both", set.both());
    node.put("here", set.here());
    node.put("there", set.there());
    ArrayNode parts = node.putArray("parts");
    set.parts().forEach(part -> part(parts.addObject(), part).put("cases", part.cases()));
  }

  private static ObjectNode part(ObjectNode node, SetBeside.Part part) {
    return node.put("kind", part.kind().name().toLowerCase(Locale.ROOT)).put("name", part.name());
  }

  private void figure(ObjectNode node, BothRecords.Figure figure) {
    Result either = figure.either();
    node.put("metric", either.metric());
    either.each().ifPresent(each -> node.put("each", each));
    node.set("period", EvaluationJson.period(either.period()));
    node.put("same", figure.isSame());
    figure.here().ifPresent(result -> result(node.putObject("here"), result));
    figure.there().ifPresent(result -> result(node.putObject("there"), result));
    EvaluationJson.strings(node, "sentences", words.sentences(figure));
    ArrayNode effects = node.putArray("effects");
    figure
        .effects()
        .forEach(
            effect ->
                result(
                    effects.addObject().put("difference", effect.difference()), effect.result()));
  }

  private void result(ObjectNode node, Result result) {
    node.put("status", result.status().key());
    node.put("shown", words.brief(Optional.of(result)));
    ArrayNode lines = node.putArray("lines");
    for (LineResult line : result.targetLines()) {
      ObjectNode of = lines.addObject();
      ReconciliationJson.exact(of, "figure", line.measurement().figure());
      of.put("held", line.measurement().holding());
      of.put("cases", line.measurement().cases());
      of.put("indeterminate", line.measurement().indeterminate());
    }
  }

  private void told(ObjectNode node, BothRecords.Case told) {
    node.put("metric", told.metric());
    node.put("key", told.key());
    outcomes(node.putArray("here"), told.here());
    outcomes(node.putArray("there"), told.there());
    ArrayNode values = node.putArray("values");
    for (SetBeside.Value value : told.values()) {
      ObjectNode of = part(values.addObject(), value.part());
      of.put("alone", told.alone().stream().anyMatch(part -> isSame(part, value.part())));
      of.put("here", words.shown(told.metric(), value.part(), value.here()));
      of.put("there", words.shown(told.metric(), value.part(), value.there()));
    }
    node.put("sentence", words.sentence(told));
  }

  private static boolean isSame(SetBeside.Part one, SetBeside.Part other) {
    return one.kind() == other.kind() && one.name().equals(other.name());
  }

  private static void outcomes(ArrayNode nodes, List<CaseOutcome> outcomes) {
    for (CaseOutcome outcome : outcomes) {
      ObjectNode node = nodes.addObject();
      node.put("state", outcome.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      outcome.period().ifPresent(period -> node.put("period", period.name()));
    }
  }
}
