package org.plumbline.report.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Delivery;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.RecordSet;
import org.plumbline.report.Block;
import org.plumbline.report.Document;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.Reading;
import org.plumbline.wording.Wording;

/**
 * The tables of a quality assurance surveillance plan (FAR 46.4): what is required, the standard,
 * the least that is acceptable, how it is watched and how often, and what follows.
 */
public final class SurveillancePlan {

  private final Agreement agreement;
  private final Wording wording;

  private SurveillancePlan(Source source) {
    agreement = source.agreement();
    wording = source.wording();
  }

  /** The document. */
  public static Document of(Source source) {
    SurveillancePlan plan = new SurveillancePlan(source);
    return source.document(
        "Quality assurance surveillance plan: " + source.agreement().title(),
        List.of(plan.requirements(), plan.surveillance(), plan.remedies(), plan.acceptance()));
  }

  private Document.Section requirements() {
    return Parts.section(
        "requirements",
        "Performance requirements summary",
        List.of(
            Parts.text(
                "Each metric of the agreement is a performance standard. The acceptable quality"
                    + " level is the minimum of the agreement: below it remedies run."),
            Parts.ofMetrics(
                agreement,
                "Performance requirements",
                List.of(
                    "Requirement",
                    "Service",
                    "Performance standard",
                    "Acceptable quality level",
                    "Owed by"),
                (id, metric) ->
                    List.of(
                        metric.name(),
                        metric.service().map(wording::serviceName).orElse("–"),
                        wording.target(id),
                        wording.minimum(id),
                        wording.party(metric.performing())))));
  }

  private Document.Section surveillance() {
    return Parts.section(
        "surveillance",
        "Surveillance",
        List.of(
            Parts.text(
                "Either party recomputes every figure from the same records; what a figure rests on"
                    + " can be followed to one record."),
            Parts.ofMetrics(
                agreement,
                "How each requirement is watched",
                List.of("Requirement", "Method", "How often", "Reported by", "Records"),
                (id, metric) ->
                    List.of(
                        metric.name(),
                        method(metric),
                        wording.each(id),
                        wording.party(metric.reporting().orElse(metric.performing())),
                        records(metric)))));
  }

  private String method(Metric metric) {
    Optional<RecordSet> set = set(metric);
    if (set.isEmpty()) {
      return "worked out from the register";
    }
    Origin origin = set.get().origin();
    if (origin instanceof Origin.Sample) {
      return "random sample";
    }
    if (origin instanceof Origin.Expected) {
      return "each occurrence that was due, 100% inspection";
    }
    if (origin instanceof Origin.Readings) {
      return "readings at regular intervals";
    }
    return "100% inspection of records";
  }

  private String records(Metric metric) {
    String name = Wording.turn(metric.records());
    return set(metric)
        .flatMap(RecordSet::delivery)
        .map(delivery -> name + suppliedBy(delivery))
        .orElse(name);
  }

  private String suppliedBy(Delivery delivery) {
    List<String> parties = delivery.suppliedBy().stream().map(wording::party).toList();
    return (parties.isEmpty() ? "" : ", from " + String.join(" and ", parties))
        + delivery
            .due()
            .map(due -> ", within " + Numbers.amount(due) + " after the period")
            .orElse("");
  }

  private Optional<RecordSet> set(Metric metric) {
    return Optional.ofNullable(agreement.records().get(metric.records()));
  }

  private Document.Section remedies() {
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<String, Metric> metric : agreement.metrics().entrySet()) {
      for (String remedy : metric.getValue().remedies()) {
        wording
            .part("remedies", remedy)
            .ifPresent(item -> rows.add(List.of(metric.getValue().name(), item.sentence())));
      }
    }
    return Parts.section(
        "remedies",
        "What follows",
        List.of(
            rows.isEmpty()
                ? Parts.text("No metric names a remedy.")
                : Parts.table("Remedies", List.of("Requirement", "What follows"), rows)));
  }

  private Document.Section acceptance() {
    List<Block> blocks = new ArrayList<>();
    for (String part : List.of("reports", "reconsideration")) {
      Optional<Reading.Item> item = wording.part(part, "");
      item.ifPresent(found -> blocks.add(Parts.items(List.of(found))));
    }
    if (blocks.isEmpty()) {
      blocks.add(
          Parts.text("The agreement says neither who reports nor how a record is contested."));
    }
    blocks.add(
        new Block.Signatures(
            "Surveillance is done by",
            List.of(
                new Block.Signatures.Signer("Contracting officer’s representative", "", "", ""),
                new Block.Signatures.Signer("Contracting officer", "", "", ""))));
    return Parts.section("acceptance", "Reports and how they are contested", blocks);
  }
}
