package org.plumbline.report.json;

import org.plumbline.evaluate.CaseInterval;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.report.CaseStory;
import org.plumbline.wording.Wording;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One case as JSON, with the intervals of its life. */
final class CaseJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Wording wording;

  CaseJson(Wording wording) {
    this.wording = wording;
  }

  ObjectNode node(CaseStory story) {
    CaseOutcome outcome = story.outcome();
    ObjectNode node = NODES.objectNode();
    node.put("metric", outcome.metric());
    node.put("key", outcome.key());
    node.put("part", outcome.part());
    outcome.holder().ifPresent(holder -> node.put("holder", holder));
    node.put("state", LineJson.key(outcome.state().name()));
    node.put("reason", wording.caseReason(outcome));
    outcome.exclusion().ifPresent(exclusion -> node.put("exclusion", exclusion));
    node.put("sentence", wording.caseOutcome(outcome));
    outcome
        .line()
        .ifPresent(
            line ->
                node.putObject("line")
                    .put("level", LineJson.key(line.level().name()))
                    .put("line", line.line())
                    .put("rest", line.rest()));
    outcome.start().ifPresent(at -> node.put("start", at.toString()));
    outcome.stop().ifPresent(at -> node.put("stop", at.toString()));
    outcome.elapsed().ifPresent(elapsed -> node.put("elapsed", elapsed));
    outcome.limit().ifPresent(limit -> node.put("limit", limit));
    node.put("unit", LineJson.key(outcome.unit().name()));
    outcome.due().ifPresent(at -> node.put("due", at.toString()));
    outcome.decided().ifPresent(day -> node.put("decided", day.toString()));
    outcome.period().ifPresent(period -> node.set("period", EvaluationJson.period(period)));
    ObjectNode fields = node.putObject("fields");
    outcome.fields().forEach(fields::put);
    node.putObject("source")
        .put("file", outcome.source().file())
        .put("row", outcome.source().row());
    ArrayNode intervals = node.putArray("intervals");
    story.intervals().forEach(interval -> intervals.add(interval(interval)));
    return node;
  }

  private static ObjectNode interval(CaseInterval interval) {
    return NODES
        .objectNode()
        .put("from", interval.from().toString())
        .put("until", interval.until().toString())
        .put("party", interval.party())
        .put("turn", interval.turn())
        .put("openMicros", interval.openMicros())
        .put("counted", interval.counted());
  }
}
