package org.plumbline.report.json;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;
import org.plumbline.forecast.Certainty;
import org.plumbline.forecast.Chance;
import org.plumbline.forecast.Forecast;
import org.plumbline.forecast.LineForecast;
import org.plumbline.wording.ForecastWording;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Forecasts of open periods, in the schema {@value #SCHEMA} ({@code docs/formats/forecast.md}). */
public final class ForecastJson {

  /** The name and version of the format; a change that could break a reader raises the number. */
  public static final String SCHEMA = "plumbline-forecast/1";

  /** Where the JSON Schema of the format stands on the class path. */
  public static final String SCHEMA_RESOURCE = "/org/plumbline/report/json/forecast.schema.json";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ForecastJson() {}

  /** The JSON text, indented. */
  public static String write(
      Agreement agreement,
      List<Forecast> forecasts,
      ReportingPeriod asked,
      String hash,
      Instant asOf) {
    ForecastWording words = ForecastWording.of(agreement);
    ObjectNode root = NODES.objectNode();
    root.put("schema", SCHEMA);
    root.putObject("agreement").put("id", agreement.id()).put("version", hash);
    root.set("asked", EvaluationJson.period(asked));
    root.put("asOf", asOf.toString());
    ArrayNode all = root.putArray("forecasts");
    forecasts.forEach(forecast -> all.add(node(forecast, words)));
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(root)
        + "\n";
  }

  static ObjectNode node(Forecast forecast, ForecastWording words) {
    ObjectNode node = NODES.objectNode();
    node.put("metric", forecast.metric());
    forecast.each().ifPresent(each -> node.put("each", each));
    node.set("period", EvaluationJson.period(forecast.period()));
    node.put("soFar", forecast.result().wouldBe().orElse(forecast.result().status()).key());
    if (!forecast.unsaid().isEmpty()) {
      node.put("unsaid", forecast.unsaid());
    }
    node.put("asShareWithinBound", forecast.counted().isPresent());
    ArrayNode lines = node.putArray("lines");
    forecast.lines().forEach(line -> lines.add(line(line)));
    forecast.certainty().ifPresent(each -> node.set("certainty", certainty(each)));
    forecast.chance().ifPresent(each -> node.set("chance", chance(each)));
    if (!forecast.noChance().isEmpty()) {
      node.put("noChance", forecast.noChance());
    }
    EvaluationJson.strings(node, "sentences", words.sentences(forecast));
    return node;
  }

  private static ObjectNode line(LineForecast line) {
    ObjectNode node = NODES.objectNode();
    node.put("level", LineJson.key(line.line().level().name()));
    node.put("line", line.line().line());
    node.put("rest", line.line().rest());
    node.put("kind", LineJson.key(line.kind().name()));
    node.put("unit", LineJson.key(line.unit().name()));
    node.put("cases", line.known().cases());
    node.put("holding", line.known().holding());
    node.put("indeterminate", line.known().indeterminate());
    node.put("open", line.open());
    line.known().figure().ifPresent(figure -> node.set("figure", exact(figure)));
    ArrayNode bounds = node.putArray("bounds");
    line.bounds()
        .forEach(
            bound -> {
              ObjectNode own = bounds.addObject();
              own.put("comparison", bound.comparison().key());
              bound.in(line.unit()).ifPresent(value -> own.set("value", exact(value)));
            });
    number(node, "usualToCome", line.usual());
    node.put("usualOfPastPeriods", Math.max(0, line.usualOf()));
    number(node, "allowed", line.allowed());
    number(node, "allowedOfOpen", line.allowedOfOpen());
    number(node, "needed", line.needed());
    line.room().ifPresent(room -> node.set("room", exact(room)));
    line.rest().ifPresent(rest -> node.set("requiredMean", exact(rest)));
    line.base().ifPresent(base -> node.set("baseMicros", exact(base)));
    return node;
  }

  private static void number(ObjectNode node, String name, OptionalLong value) {
    value.ifPresent(it -> node.put(name, it));
  }

  private static ObjectNode certainty(Certainty certainty) {
    ObjectNode node = NODES.objectNode();
    certainty.result().ifPresent(result -> node.put("result", result.key()));
    node.put("targetMissed", certainty.targetMissed());
    day(node, "since", certainty.since());
    day(node, "settles", certainty.settles());
    day(node, "latest", certainty.latest());
    node.put("laterWhereClocksStandStill", certainty.pauses());
    node.put("complete", certainty.complete().toString());
    certainty.why().ifPresent(why -> node.put("notBeforeTheEndSince", why));
    return node;
  }

  private static void day(ObjectNode node, String name, Optional<java.time.LocalDate> day) {
    day.ifPresent(it -> node.put(name, it.toString()));
  }

  private static ObjectNode chance(Chance chance) {
    ObjectNode node = NODES.objectNode();
    node.put("seed", chance.seed());
    node.put("draws", chance.draws());
    node.put("met", chance.met());
    node.put("minimumKept", chance.minimum());
    ArrayNode past = node.putArray("past");
    for (Chance.Past each : chance.past()) {
      ObjectNode own = past.addObject();
      own.set("period", EvaluationJson.period(each.period()));
      own.put("cases", each.cases());
      own.put("misses", each.misses());
      own.set("downMicros", exact(each.down()));
      own.put("wouldBe", each.result().key());
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
