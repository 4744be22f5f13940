package org.plumbline.report.json;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.agreement.Literal;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.Measurement;
import org.plumbline.judge.BoundValue;
import org.plumbline.judge.LineResult;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.Wording;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One line of a result as JSON. */
final class LineJson {

  private static final int DECIMALS = 12;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Wording wording;

  LineJson(Wording wording) {
    this.wording = wording;
  }

  ObjectNode node(String metric, LineResult line) {
    Measurement measured = line.measurement();
    ObjectNode node = NODES.objectNode();
    node.put("level", key(line.line().level().name()));
    node.put("line", line.line().line());
    node.put("rest", line.line().rest());
    node.put("words", wording.line(metric, line));
    node.put("holds", key(line.holds().name()));
    node.put("decidedBy", key(line.means().name()));
    node.put("cases", measured.cases());
    node.put("holding", measured.holding());
    node.put("indeterminate", measured.indeterminate());
    node.put("open", measured.open());
    node.put("smallCount", line.smallCount());
    node.put("unit", key(measured.unit().name()));
    figure(node, "figure", measured.figure(), measured.unit(), line.bounds());
    figure(node, "low", measured.low(), measured.unit(), line.bounds());
    figure(node, "high", measured.high(), measured.unit(), line.bounds());
    figure(node, "rounded", line.rounded(), measured.unit(), List.of());
    node.put("roundingTurned", line.turned());
    ArrayNode bounds = node.putArray("bounds");
    line.bounds().forEach(bound -> bounds.add(bound(bound, measured.unit())));
    line.interval()
        .ifPresent(
            interval ->
                node.putObject("wilson95")
                    .put("low", Exact.of(interval.low()).rounded(6).toPlainString())
                    .put("high", Exact.of(interval.high()).rounded(6).toPlainString()));
    return node;
  }

  private static void figure(
      ObjectNode node,
      String name,
      Optional<Exact> figure,
      FigureUnit unit,
      List<BoundValue> bounds) {
    figure.ifPresent(
        value ->
            node.putObject(name)
                .put("numerator", value.numerator().toString())
                .put("denominator", value.denominator().toString())
                .put("decimal", value.rounded(DECIMALS).stripTrailingZeros().toPlainString())
                .put("shown", Numbers.figure(value, unit, bounds)));
  }

  private static ObjectNode bound(BoundValue bound, FigureUnit unit) {
    ObjectNode node = NODES.objectNode();
    node.put("comparison", bound.comparison().key());
    bound.value().map(Literal::toString).ifPresent(value -> node.put("value", value));
    figure(node, "baseline", bound.worked(), unit, List.of());
    return node;
  }

  /** An enum's name as the language writes words: {@code not-judged}. */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
