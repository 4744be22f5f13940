package org.plumbline.report.json;

import java.util.Optional;
import java.util.Set;
import org.plumbline.evaluate.Exact;
import org.plumbline.finding.Finding;
import org.plumbline.reconcile.CaseComparison;
import org.plumbline.reconcile.Comparison;
import org.plumbline.reconcile.Explanation;
import org.plumbline.reconcile.Read;
import org.plumbline.reconcile.Reconciliation;
import org.plumbline.reconcile.ReconciliationWording;
import org.plumbline.reconcile.ReportedFigure;
import org.plumbline.report.ReconciliationMasking;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A reconciliation as JSON in the schema {@value #SCHEMA} ({@code docs/formats/reconciliation.md}):
 * figures exact, with the sentences and all keys of cases.
 */
public final class ReconciliationJson {

  /** The name and version of the format; a change that could break a reader raises the number. */
  public static final String SCHEMA = "plumbline-reconciliation/1";

  /** Where the JSON Schema of the format stands on the class path. */
  public static final String SCHEMA_RESOURCE =
      "/org/plumbline/report/json/reconciliation.schema.json";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Reconciliation reconciliation;
  private final ReconciliationWording words;

  private ReconciliationJson(Reconciliation reconciliation) {
    this.reconciliation = reconciliation;
    this.words = new ReconciliationWording(reconciliation.agreement());
  }

  /**
   * The JSON text, indented, sensitive values masked.
   *
   * @param version the hash of the version
   * @param shown sensitive fields that are not masked
   */
  public static String write(
      Reconciliation reconciliation, String version, String engine, Set<String> shown) {
    ObjectNode root =
        new ReconciliationJson(ReconciliationMasking.apply(reconciliation, shown))
            .root(version, engine);
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(root)
        + "\n";
  }

  private ObjectNode root(String version, String engine) {
    ObjectNode root = NODES.objectNode();
    root.put("schema", SCHEMA);
    root.put("engine", engine);
    root.put("agreement", reconciliation.agreement().id());
    root.put("version", version);
    root.put("asOf", reconciliation.asOf().toString());
    root.set("asked", EvaluationJson.period(reconciliation.asked()));
    root.put("summary", ReconciliationWording.summary(reconciliation));
    ArrayNode figures = root.putArray("figures");
    reconciliation.comparisons().forEach(each -> figures.add(figure(each)));
    ArrayNode lists = root.putArray("lists");
    reconciliation.lists().forEach(each -> lists.add(cases(each)));
    ArrayNode unreported = root.putArray("unreported");
    reconciliation
        .unreported()
        .forEach(
            result -> {
              ObjectNode node = unreported.addObject();
              node.put("metric", result.metric());
              result.each().ifPresent(each -> node.put("each", each));
              node.set("period", EvaluationJson.period(result.period()));
              node.put("status", result.status().key());
            });
    EvaluationJson.strings(root, "reasons", reconciliation.reasons());
    ArrayNode findings = root.putArray("findings");
    reconciliation.findings().forEach(finding -> findings.add(finding(finding)));
    root.put("otherPeriods", reconciliation.otherPeriods());
    return root;
  }

  private ObjectNode figure(Comparison comparison) {
    ReportedFigure reported = comparison.reported();
    ObjectNode node = NODES.objectNode();
    node.put("metric", reported.metric());
    node.put("name", words.metric(reported.metric()));
    reported.line().ifPresent(line -> node.put("line", line));
    reported.each().ifPresent(each -> node.put("each", each));
    node.set("period", EvaluationJson.period(reported.period()));
    ObjectNode theirs = node.putObject("theirs");
    theirs.put("called", reported.name());
    theirs.put("text", reported.text());
    theirs.put("shown", words.theirs(comparison));
    exact(theirs, "figure", comparison.theirs());
    reported.held().ifPresent(count -> theirs.put("held", count));
    reported.cases().ifPresent(count -> theirs.put("cases", count));
    reported.met().ifPresent(met -> theirs.put("met", met));
    theirs.put("file", reported.place().file());
    theirs.put("row", reported.place().line());
    theirs.put("cell", reported.place().column());
    ObjectNode ours = node.putObject("ours");
    ours.put("shown", words.ours(comparison));
    comparison.ours().ifPresent(result -> ours.put("status", result.status().key()));
    comparison
        .line()
        .ifPresent(
            line -> {
              exact(ours, "figure", line.measurement().figure());
              ours.put("held", line.measurement().holding());
              ours.put("cases", line.measurement().cases());
              ours.put("indeterminate", line.measurement().indeterminate());
              ours.put("unit", line.measurement().unit().name().toLowerCase(java.util.Locale.ROOT));
            });
    node.put("standing", comparison.standing().key());
    exact(node, "difference", comparison.difference());
    node.put("differenceShown", words.difference(comparison));
    node.put("sentence", words.sentence(comparison));
    node.put("tried", comparison.tried());
    ArrayNode explanations = node.putArray("explanations");
    comparison.explanations().forEach(each -> explanations.add(explanation(each)));
    comparison.cases().ifPresent(cases -> node.set("cases", cases(cases)));
    return node;
  }

  private static ObjectNode explanation(Explanation explanation) {
    ObjectNode node = NODES.objectNode();
    node.put("reading", explanation.id());
    node.put("theirs", explanation.theirs());
    node.put("agreed", explanation.agreed());
    Read read = explanation.read();
    exact(node, "figure", read.figure());
    node.put("held", read.held());
    node.put("cases", read.cases());
    node.put("gives", explanation.gives());
    node.put("of", explanation.of());
    return node;
  }

  static ObjectNode cases(CaseComparison cases) {
    ObjectNode node = NODES.objectNode();
    node.put("metric", cases.metric());
    cases.period().ifPresent(period -> node.set("period", EvaluationJson.period(period)));
    node.put("alike", cases.alike());
    node.set("ours", counts(cases.ours()));
    node.set("theirs", counts(cases.theirs()));
    ArrayNode groups = node.putArray("groups");
    for (CaseComparison.Group group : cases.groups()) {
      ObjectNode of = groups.addObject();
      of.put("cause", group.cause());
      of.put("words", ReconciliationWording.words(group));
      of.set("effect", counts(group.effect()));
      EvaluationJson.strings(of, "keys", group.keys());
    }
    return node;
  }

  private static ObjectNode counts(CaseComparison.Counts counts) {
    return NODES.objectNode().put("held", counts.held()).put("cases", counts.cases());
  }

  static void exact(ObjectNode node, String name, Optional<Exact> figure) {
    figure.ifPresent(
        value -> {
          ObjectNode exact = node.putObject(name);
          exact.put("numerator", value.numerator().toString());
          exact.put("denominator", value.denominator().toString());
          exact.put("decimal", value.rounded(9).stripTrailingZeros().toPlainString());
        });
  }

  private static ObjectNode finding(Finding finding) {
    ObjectNode node = NODES.objectNode();
    node.put("code", finding.code().id());
    node.put("severity", finding.severity().name().toLowerCase(java.util.Locale.ROOT));
    node.put("file", finding.place().file());
    node.put("line", finding.place().line());
    node.put("column", finding.place().column());
    node.put("found", finding.found());
    node.put("right", finding.right());
    return node;
  }
}
