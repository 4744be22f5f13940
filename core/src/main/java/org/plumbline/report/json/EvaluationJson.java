package org.plumbline.report.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.CaseTotals;
import org.plumbline.evaluate.PartyTime;
import org.plumbline.finding.Finding;
import org.plumbline.judge.Result;
import org.plumbline.register.Version;
import org.plumbline.report.Evaluation;
import org.plumbline.report.Masking;
import org.plumbline.wording.ForecastWording;
import org.plumbline.wording.Wording;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An evaluation as JSON: every figure, result, attribution and explanation that any page shows, in
 * the schema {@value #SCHEMA} ({@code docs/formats/evaluation.md}). Figures are exact: numerator
 * and denominator as strings of digits, beside a decimal that is rounded for convenience.
 */
public final class EvaluationJson {

  /** The name and version of the format; a change that could break a reader raises the number. */
  public static final String SCHEMA = "plumbline-evaluation/1";

  /** Where the JSON Schema of the format stands on the class path. */
  public static final String SCHEMA_RESOURCE = "/org/plumbline/report/json/evaluation.schema.json";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Evaluation evaluation;
  private final Agreement agreement;
  private final Wording wording;

  private EvaluationJson(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.agreement = evaluation.agreement();
    this.wording = Wording.of(agreement);
  }

  /** The JSON text, indented, sensitive values masked. */
  public static String write(Evaluation evaluation) {
    ObjectNode root = new EvaluationJson(Masking.apply(evaluation)).root();
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(root)
        + "\n";
  }

  private ObjectNode root() {
    ObjectNode root = NODES.objectNode();
    root.put("schema", SCHEMA);
    root.put("engine", evaluation.engine());
    root.set("agreement", agreement());
    root.put("asOf", evaluation.results().asOf().toString());
    root.put("knownAt", evaluation.knownAt().toString());
    ArrayNode periods = root.putArray("periods");
    evaluation.results().periods().forEach(period -> periods.add(period(period)));
    ArrayNode metrics = root.putArray("metrics");
    for (String id : agreement.metrics().keySet()) {
      metrics.add(metric(id));
    }
    if (!evaluation.requests().isEmpty()) {
      root.set("requests", RequestsJson.node(evaluation));
    }
    evaluation
        .outlook()
        .ifPresent(
            outlook -> {
              ForecastWording words = ForecastWording.of(outlook.text());
              ArrayNode forecasts = root.putArray("forecasts");
              outlook.forecasts().forEach(each -> forecasts.add(ForecastJson.node(each, words)));
            });
    root.set("follows", FollowsJson.node(agreement, evaluation.follows()));
    StabilizationJson.add(
        root,
        agreement,
        evaluation.follows(),
        evaluation.results().asOf().atZone(agreement.zone()).toLocalDate());
    ArrayNode cases = root.putArray("cases");
    CaseJson caseJson = new CaseJson(wording);
    evaluation.stories().forEach(story -> cases.add(caseJson.node(story)));
    evaluation.load().ifPresent(load -> root.set("load", LoadJson.node(load)));
    ArrayNode findings = root.putArray("findings");
    evaluation.findings().forEach(finding -> findings.add(finding(finding)));
    ArrayNode masked = root.putArray("maskedFields");
    Masking.maskedFields(evaluation).forEach(masked::add);
    return root;
  }

  private ObjectNode agreement() {
    ObjectNode node = NODES.objectNode();
    node.put("id", agreement.id());
    node.put("title", agreement.title());
    node.put("version", evaluation.version());
    node.put("zone", agreement.zone().getId());
    agreement.marking().ifPresent(marking -> node.put("marking", marking));
    ArrayNode parties = node.putArray("parties");
    agreement
        .parties()
        .forEach((id, party) -> parties.addObject().put("id", id).put("name", party.name()));
    evaluation
        .versions()
        .ifPresent(
            under -> {
              ArrayNode versions = node.putArray("versions");
              under.versions().versions().forEach(version -> versions.add(terms(version)));
            });
    return node;
  }

  private static ObjectNode terms(Version version) {
    return NODES
        .objectNode()
        .put("number", version.number())
        .put("name", version.name())
        .put("from", version.from().toString())
        .put("version", version.hash());
  }

  static ObjectNode period(ReportingPeriod period) {
    return NODES
        .objectNode()
        .put("name", period.name())
        .put("from", period.from().toString())
        .put("until", period.until().toString());
  }

  private ObjectNode metric(String id) {
    ObjectNode node = NODES.objectNode();
    Optional.ofNullable(agreement.metrics().get(id))
        .ifPresent(
            metric -> {
              node.put("id", id);
              node.put("name", metric.name());
              node.put("performing", metric.performing());
              node.put("records", metric.records());
            });
    node.put("sentence", wording.metric(id));
    ArrayNode details = node.putArray("details");
    wording.details(id).forEach(details::add);
    ArrayNode results = node.putArray("results");
    evaluation.results().of(id).forEach(result -> results.add(result(result)));
    ArrayNode times = node.putArray("partyTimes");
    for (PartyTime time : evaluation.partyTimes()) {
      if (time.metric().equals(id)) {
        times.add(partyTime(time));
      }
    }
    for (CaseTotals totals : evaluation.totals()) {
      if (totals.metric().equals(id)) {
        node.set("totals", totals(totals));
      }
    }
    return node;
  }

  private ObjectNode result(Result result) {
    ObjectNode node = NODES.objectNode();
    node.set("period", period(result.period()));
    result.each().ifPresent(each -> node.put("each", each));
    node.put("status", result.status().key());
    result.wouldBe().ifPresent(status -> node.put("wouldBe", status.key()));
    node.put("reason", result.reason());
    Wording own = Wording.of(evaluation.text(result));
    node.put("sentence", own.result(result));
    evaluation.version(result).ifPresent(version -> node.set("terms", terms(version)));
    ArrayNode lines = node.putArray("lines");
    LineJson lineJson = new LineJson(own);
    result.lines().forEach(line -> lines.add(lineJson.node(result.metric(), line)));
    return node;
  }

  private ObjectNode partyTime(PartyTime time) {
    ObjectNode node = NODES.objectNode();
    node.set("period", period(time.period()));
    node.put("party", time.party());
    node.put("name", wording.party(time.party()));
    node.put("cases", time.cases());
    node.put("openMicros", time.openMicros().toString());
    node.put("closedMicros", time.closedMicros().toString());
    return node;
  }

  private static ObjectNode totals(CaseTotals totals) {
    return NODES
        .objectNode()
        .put("all", totals.all())
        .put("counted", totals.counted())
        .put("indeterminate", totals.indeterminate())
        .put("open", totals.open())
        .put("voided", totals.voided())
        .put("notQualified", totals.notQualified())
        .put("outside", totals.outside());
  }

  private static ObjectNode finding(Finding finding) {
    ObjectNode node = NODES.objectNode();
    node.put("code", finding.code().id());
    node.put("severity", finding.severity().name().toLowerCase(java.util.Locale.ROOT));
    node.put("file", finding.place().file());
    node.put("line", finding.place().line());
    node.put("column", finding.place().column());
    node.put("path", finding.place().path());
    node.put("found", finding.found());
    node.put("right", finding.right());
    return node;
  }

  /** Strings of a list. */
  static void strings(ObjectNode node, String name, List<String> values) {
    ArrayNode array = node.putArray(name);
    values.forEach(array::add);
  }

  /** Numbers by name. */
  static void counts(ObjectNode node, String name, Map<String, Long> values) {
    ObjectNode object = node.putObject(name);
    values.forEach(object::put);
  }
}
