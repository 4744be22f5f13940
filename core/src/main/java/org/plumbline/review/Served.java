package org.plumbline.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.agreement.companion.Requirements;
import org.plumbline.agreement.companion.SuccessMetrics;

/** What the program and the customer want, beside the metrics and steps that serve it. */
final class Served {

  private Served() {}

  /** Success metrics of task 1.6 beside the metrics that serve them. */
  static List<Row> success(Agreement agreement, SuccessMetrics success) {
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, SuccessMetrics.SuccessMetric> entry :
        success.successMetrics().entrySet()) {
      SuccessMetrics.SuccessMetric wanted = entry.getValue();
      String course =
          wanted.baseline().map(from -> ", from " + shown(from)).orElse("")
              + wanted.target().map(to -> " to " + shown(to)).orElse("");
      rows.add(
          row(
              "success metric " + entry.getKey(),
              wanted.name() + course,
              wanted.serves(),
              agreement));
    }
    return rows;
  }

  private static String shown(Literal literal) {
    return literal.toString();
  }

  private static Row row(String source, String asked, List<String> metrics, Agreement agreement) {
    List<String> unknown =
        metrics.stream().filter(id -> !agreement.metrics().containsKey(id)).toList();
    if (!unknown.isEmpty()) {
      return new Row(
          source, asked, Row.Standing.MISSING, "no metric is called " + String.join(", ", unknown));
    }
    return Row.of(
        source,
        asked,
        !metrics.isEmpty(),
        String.join(", ", metrics),
        "name the metrics that serve it, or write one");
  }

  /** The clauses that say a requirement: it names them, or they name it in {@code satisfies}. */
  private static List<String> clauses(
      Agreement agreement, String document, String id, Requirements.Requirement need) {
    return agreement.clauses().stream()
        .filter(
            clause ->
                need.clauses().contains(clause.id())
                    || clause.satisfies().contains(id)
                    || clause.satisfies().contains(document + "/" + id))
        .map(Clause::id)
        .toList();
  }

  /** Requirements beside what promises them; metrics that no requirement asks for at the end. */
  static List<Row> needs(Agreement agreement, Optional<Conops> conops, Requirements requirements) {
    List<Row> rows = new ArrayList<>();
    List<String> asked = new ArrayList<>();
    Likely likely = new Likely(agreement, conops);
    requirements
        .requirements()
        .forEach(
            (id, need) -> {
              asked.addAll(need.metrics());
              List<String> clauses = clauses(agreement, requirements.id(), id, need);
              List<String> unknown =
                  need.steps().stream()
                      .filter(step -> conops.isPresent() && conops.get().step(step).isEmpty())
                      .toList();
              boolean prose = need.metrics().isEmpty() && !clauses.isEmpty();
              boolean stepsOnly = need.metrics().isEmpty() && !need.steps().isEmpty();
              Optional<String> like = stepsOnly ? Optional.empty() : likely.to(need.text());
              String priority = need.priority().map(word -> " (" + word + ")").orElse("");
              if (!unknown.isEmpty()) {
                rows.add(
                    new Row(
                        "requirement " + id,
                        need.text() + priority,
                        Row.Standing.MISSING,
                        "no step is called " + String.join(", ", unknown)));
              } else if (prose) {
                rows.add(
                    new Row(
                        "requirement " + id,
                        need.text() + priority,
                        Row.Standing.SATISFIED,
                        "clause " + String.join(", clause ", clauses)));
              } else if (stepsOnly) {
                rows.add(
                    new Row(
                        "requirement " + id,
                        need.text() + priority,
                        Row.Standing.LIKELY,
                        String.join(", ", need.steps()) + "; no metric promises it"));
              } else if (need.metrics().isEmpty() && like.isPresent()) {
                rows.add(
                    new Row(
                        "requirement " + id,
                        need.text() + priority,
                        Row.Standing.LIKELY,
                        like.get()));
              } else {
                rows.add(
                    row("requirement " + id, need.text() + priority, need.metrics(), agreement));
              }
            });
    agreement
        .metrics()
        .forEach(
            (id, metric) -> {
              if (!asked.contains(id)) {
                rows.add(
                    new Row(
                        "metric " + id,
                        metric.name(),
                        Row.Standing.LIKELY,
                        "no requirement asks for it"));
              }
            });
    return rows;
  }
}
