package org.plumbline.report.json;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.judge.TargetsAhead;
import org.plumbline.remedy.CommitmentDue;
import org.plumbline.remedy.Consequences;
import org.plumbline.remedy.StabilizationStanding;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Stabilization, commitments and targets that change, where an agreement has them. */
final class StabilizationJson {

  private StabilizationJson() {}

  /** Adds what there is to an evaluation. */
  static void add(ObjectNode root, Agreement agreement, Consequences follows, LocalDate today) {
    StabilizationStanding.of(agreement, follows, today)
        .ifPresent(standing -> stabilization(root.putObject("stabilization"), standing));
    if (!follows.commitments().isEmpty()) {
      ArrayNode all = root.putArray("commitments");
      follows.commitments().forEach(due -> commitment(all.addObject(), due, today));
    }
    List<TargetsAhead.Ahead> ahead = TargetsAhead.of(agreement, today);
    if (!ahead.isEmpty()) {
      ArrayNode all = root.putArray("targetsAhead");
      ahead.forEach(step -> ahead(all.addObject(), step));
    }
  }

  private static void stabilization(ObjectNode node, StabilizationStanding standing) {
    node.put("from", standing.from().toString());
    node.put("until", standing.until().toString());
    node.put("day", standing.day());
    node.put("days", standing.days());
    node.put("running", standing.isRunning());
    node.put("moneySuspended", standing.suspended());
    ArrayNode amounts = node.putArray("suspended");
    for (StabilizationStanding.Amount amount : standing.amounts()) {
      amounts
          .addObject()
          .put("posting", amount.posting().toString())
          .put("amount", amount.money().amount().toPlainString())
          .put("currency", amount.money().currency());
    }
  }

  private static void commitment(ObjectNode node, CommitmentDue due, LocalDate today) {
    node.put("id", due.id());
    node.put("what", due.commitment().what());
    node.put("performing", due.commitment().performing());
    text(node, "owner", due.commitment().owner());
    text(node, "amount", due.commitment().amount());
    text(node, "fundedBy", due.commitment().fundedBy());
    due.period().ifPresent(period -> node.set("period", EvaluationJson.period(period)));
    text(node, "due", due.due().map(LocalDate::toString));
    text(node, "done", due.done().map(LocalDate::toString));
    node.put("stands", LineJson.key(due.stands().name()));
    node.put("daysLate", due.daysLate(today));
  }

  private static void ahead(ObjectNode node, TargetsAhead.Ahead step) {
    node.put("metric", step.metric());
    node.put("level", LineJson.key(step.line().level().name()));
    node.put("line", step.line().line());
    node.set("from", EvaluationJson.period(step.from()));
    node.set("until", EvaluationJson.period(step.until()));
    ArrayNode bounds = node.putArray("bounds");
    step.bounds()
        .forEach(
            bound -> {
              ObjectNode own = bounds.addObject().put("comparison", bound.comparison().key());
              bound.value().ifPresent(value -> own.put("value", value.toString()));
            });
  }

  private static void text(ObjectNode node, String name, Optional<String> value) {
    value.ifPresent(it -> node.put(name, it));
  }
}
