package org.plumbline.report.json;

import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.judge.Changed;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.records.CaseKey;
import org.plumbline.register.Ask;
import org.plumbline.register.Request;
import org.plumbline.report.Evaluation;
import org.plumbline.report.RequestSections;
import org.plumbline.report.Requests;
import org.plumbline.wording.Wording;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reconsideration requests with the figures that they change ({@code docs/formats/evaluation.md}).
 */
final class RequestsJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Evaluation evaluation;

  private RequestsJson(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  static ArrayNode node(Evaluation evaluation) {
    RequestsJson json = new RequestsJson(evaluation);
    ArrayNode requests = NODES.arrayNode();
    evaluation.requests().stories().forEach(story -> requests.add(json.story(story)));
    return requests;
  }

  private ObjectNode story(Requests.Story story) {
    Request request = story.standing().request();
    ObjectNode node = NODES.objectNode();
    node.put("id", story.standing().id());
    node.put("metric", request.metric());
    node.put("about", request.period());
    node.put("by", request.by());
    request.person().ifPresent(person -> node.put("person", person));
    node.put("asked", request.asked().toString());
    request.ground().ifPresent(ground -> node.put("ground", ground));
    request.reason().ifPresent(reason -> node.put("reason", reason));
    EvaluationJson.strings(node, "evidence", request.evidence());
    asks(node, "asks", request.asks());
    node.put("state", story.standing().state().key());
    node.put("why", story.standing().words());
    story.standing().decideBy().ifPresent(day -> node.put("decideBy", day.toString()));
    asks(node, "granted", story.standing().granted());
    ArrayNode changes = node.putArray("changes");
    story.changes().forEach(change -> changes.add(change(change)));
    ArrayNode cases = node.putArray("cases");
    for (Requests.Case each : story.cases()) {
      ObjectNode named = cases.addObject();
      named.put("key", each.key());
      outcome(named, "without", each.without());
      outcome(named, "with", each.with());
    }
    return node;
  }

  private void asks(ObjectNode node, String name, List<Ask> asks) {
    ArrayNode array = node.putArray(name);
    Wording wording = Wording.of(evaluation.agreement());
    for (Ask ask : asks) {
      ObjectNode each = array.addObject();
      each.put("sentence", RequestSections.clause(ask, wording, evaluation.agreement().zone()));
      EvaluationJson.strings(
          each, "cases", ask.named().stream().map(it -> CaseKey.of(it.parts())).toList());
      if (ask instanceof Ask.Assign assign) {
        each.put("kind", "assign");
        span(each, assign.from(), assign.until());
        assign.party().ifPresent(party -> each.put("to", party));
        assign.turn().ifPresent(turn -> each.put("turn", turn));
      } else if (ask instanceof Ask.Correct correct) {
        each.put("kind", "correct");
        each.put("valueOf", correct.name());
        each.put("to", correct.to());
        correct.was().ifPresent(was -> each.put("was", was));
      } else if (ask instanceof Ask.TakeOut time) {
        each.put("kind", "take-out");
        span(each, time.from(), time.until());
      } else {
        each.put("kind", "leave-out");
      }
    }
  }

  private static void span(ObjectNode node, long from, long until) {
    node.put("from", EpochMicros.toInstant(from).toString());
    node.put("until", EpochMicros.toInstant(until).toString());
  }

  private ObjectNode change(Changed change) {
    Result of = change.either();
    ObjectNode node = NODES.objectNode();
    node.put("metric", of.metric());
    node.set("period", EvaluationJson.period(of.period()));
    of.each().ifPresent(each -> node.put("each", each));
    result(node, "without", change.before());
    result(node, "with", change.after());
    return node;
  }

  private void result(ObjectNode node, String name, Optional<Result> result) {
    result.ifPresent(
        found -> {
          ObjectNode each = node.putObject(name);
          Wording wording = Wording.of(evaluation.text(found));
          each.put("status", found.status().key());
          found.wouldBe().ifPresent(status -> each.put("wouldBe", status.key()));
          each.put("shown", RequestSections.brief(found));
          ArrayNode lines = each.putArray("lines");
          for (LineResult line : found.targetLines()) {
            lines.add(new LineJson(wording).node(found.metric(), line));
          }
        });
  }

  private static void outcome(ObjectNode node, String name, Optional<CaseOutcome> outcome) {
    outcome.ifPresent(
        found -> {
          ObjectNode each = node.putObject(name);
          each.put(
              "state", found.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
          found.elapsed().ifPresent(elapsed -> each.put("elapsed", elapsed));
          found.period().ifPresent(period -> each.put("period", period.name()));
        });
  }
}
