package org.plumbline.report.json;

import java.util.Locale;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Money;
import org.plumbline.remedy.Account;
import org.plumbline.remedy.BillPage;
import org.plumbline.remedy.Circumstances;
import org.plumbline.remedy.Consequences;
import org.plumbline.remedy.Plan;
import org.plumbline.remedy.Posting;
import org.plumbline.remedy.Step;
import org.plumbline.wording.RemedySentences;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What follows from results, as JSON ({@code docs/formats/evaluation.md}). */
final class FollowsJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final RemedySentences sentences;

  private FollowsJson(Agreement agreement) {
    sentences = RemedySentences.of(agreement);
  }

  static ObjectNode node(Agreement agreement, Consequences follows) {
    FollowsJson json = new FollowsJson(agreement);
    ObjectNode node = NODES.objectNode();
    ArrayNode postings = node.putArray("postings");
    follows.postings().forEach(posting -> postings.add(json.posting(posting)));
    ArrayNode ledger = node.putArray("ledger");
    follows.ledger().forEach(page -> ledger.add(page(page)));
    ArrayNode bills = node.putArray("bills");
    follows.bills().forEach(page -> bills.add(bill(page)));
    return node;
  }

  private ObjectNode posting(Posting posting) {
    ObjectNode node = NODES.objectNode();
    node.put("id", posting.id().toString());
    node.put("remedy", posting.id().remedy());
    posting.id().metric().ifPresent(metric -> node.put("metric", metric));
    posting.id().each().ifPresent(each -> node.put("each", each));
    node.set("period", EvaluationJson.period(posting.id().period()));
    node.put("kind", posting.kind().key());
    node.put("owedBy", posting.owedBy());
    node.put("owedTo", posting.owedTo());
    if (!posting.text().isEmpty()) {
      node.put("text", posting.text());
    }
    posting.amount().ifPresent(amount -> node.set("amount", money(amount)));
    posting.points().ifPresent(points -> node.put("points", points.toPlainString()));
    node.put("standing", posting.standing().key());
    node.put("preliminary", posting.isPreliminary());
    posting.owner().ifPresent(owner -> node.put("owner", owner));
    posting
        .due()
        .ifPresent(
            due -> node.put("due", due.toString()).put("dueIsExpected", posting.dueIsExpected()));
    if (!posting.toInclude().isEmpty()) {
      EvaluationJson.strings(node, "toInclude", posting.toInclude());
    }
    posting.clause().ifPresent(clause -> node.put("clause", clause));
    node.put("sentence", sentences.sentence(posting));
    ArrayNode steps = node.putArray("steps");
    posting.steps().forEach(step -> steps.add(step(posting, step)));
    return node;
  }

  private ObjectNode step(Posting posting, Step step) {
    ObjectNode node = NODES.objectNode();
    node.put("step", name(step));
    node.put("sentence", sentences.step(posting, step));
    if (step instanceof Step.Triggered triggered) {
      triggered.result().ifPresent(status -> node.put("result", status.key()));
      node.put("repeat", triggered.repeat());
      node.put("held", triggered.held());
    } else if (step instanceof Step.Base base) {
      node.put("of", base.of());
      node.set("period", EvaluationJson.period(base.period()));
      node.set("exact", exact(base.amount()));
      node.put("currency", base.currency());
      node.put("estimated", base.estimated());
    } else if (step instanceof Step.Rated rated) {
      node.put("rate", rated.rate().toString());
      node.set("exact", exact(rated.exact()));
      node.set("amount", money(rated.amount()));
    } else if (step instanceof Step.SameCause same) {
      node.put("posting", same.owed().toString());
    } else if (step instanceof Step.Capped capped) {
      node.put("pool", capped.pool());
      node.set("period", EvaluationJson.period(capped.period()));
      node.set("size", money(capped.size()));
      node.set("taken", money(capped.taken()));
      node.set("asked", money(capped.asked()));
      node.set("from", money(capped.from()));
      node.set("amount", money(capped.to()));
    } else if (step instanceof Step.GivesBack back) {
      node.put("posting", back.posting().toString());
      node.set("amount", money(back.amount()));
    } else if (step instanceof Step.PlanStands stands) {
      node.set("plan", plan(stands.plan()));
    } else if (step instanceof Step.OnBill bill) {
      node.set("period", EvaluationJson.period(bill.bill()));
    }
    return node;
  }

  /** The kind of a step: {@code same-cause}. */
  private static String name(Step step) {
    return step.getClass()
        .getSimpleName()
        .replaceAll("([a-z])([A-Z])", "$1-$2")
        .toLowerCase(Locale.ROOT);
  }

  private static ObjectNode page(Account page) {
    ObjectNode node = NODES.objectNode();
    node.set("period", EvaluationJson.period(page.period()));
    node.put("party", page.party());
    node.set("total", money(page.total()));
    ArrayNode entries = node.putArray("entries");
    for (Account.Entry entry : page.entries()) {
      ObjectNode line = entries.addObject();
      line.put("posting", entry.posting().toString());
      line.set("amount", money(entry.amount()));
      line.put("standing", entry.standing().key());
    }
    return node;
  }

  private static ObjectNode bill(BillPage page) {
    ObjectNode node = NODES.objectNode();
    node.put("service", page.service());
    node.set("period", EvaluationJson.period(page.period()));
    node.set("ledger", money(page.ledger()));
    node.set("billed", money(page.billed()));
    node.set("difference", money(page.difference()));
    ArrayNode lines = node.putArray("lines");
    for (BillPage.Line line : page.lines()) {
      ObjectNode each = lines.addObject();
      line.posting().ifPresent(id -> each.put("posting", id.toString()));
      each.put("text", line.text());
      line.ledger().ifPresent(amount -> each.set("ledger", money(amount)));
      line.billed().ifPresent(amount -> each.set("billed", money(amount)));
      each.put("difference", line.difference().toPlainString());
      each.put("reason", line.why().key());
      each.put("why", line.why().words());
    }
    return node;
  }

  private static ObjectNode plan(Plan plan) {
    ObjectNode node = NODES.objectNode();
    node.put("state", plan.state().key());
    plan.due().ifPresent(day -> node.put("due", day.toString()));
    ArrayNode milestones = node.putArray("milestones");
    for (Circumstances.Milestone each : plan.milestones()) {
      ObjectNode milestone = milestones.addObject();
      milestone.put("milestone", each.name());
      each.owner().ifPresent(owner -> milestone.put("owner", owner));
      each.due().ifPresent(day -> milestone.put("due", day.toString()));
      each.done().ifPresent(day -> milestone.put("done", day.toString()));
    }
    EvaluationJson.strings(node, "late", plan.late());
    return node;
  }

  private static ObjectNode exact(org.plumbline.evaluate.Exact exact) {
    return NODES
        .objectNode()
        .put("numerator", exact.numerator().toString())
        .put("denominator", exact.denominator().toString());
  }

  private static ObjectNode money(Money money) {
    return NODES
        .objectNode()
        .put("amount", money.amount().toPlainString())
        .put("currency", money.currency());
  }
}
