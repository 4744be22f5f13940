package org.plumbline.report.paper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.companion.SuccessMetrics;
import org.plumbline.agreement.companion.SuccessMetrics.SuccessMetric;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;
import org.plumbline.report.Document;
import org.plumbline.report.Evaluation;
import org.plumbline.report.Masking;
import org.plumbline.report.PerformanceReport;
import org.plumbline.wording.Numbers;
import org.plumbline.wording.PeriodWords;
import org.plumbline.wording.Wording;

/**
 * The report on success metrics (key task 5.1 of the M3 Playbook): baseline and target of each,
 * beside the results of the metrics of the agreement that serve it.
 */
public final class SuccessReport {

  private static final String OPEN = "";

  private final Evaluation evaluation;
  private final Wording wording;
  private final SuccessMetrics success;

  private SuccessReport(Evaluation masked, SuccessMetrics success) {
    evaluation = masked;
    wording = Wording.of(masked.agreement());
    this.success = success;
  }

  /** The document, sensitive values masked. */
  public static Document of(Evaluation evaluation, SuccessMetrics success, Instant made) {
    Evaluation masked = Masking.apply(evaluation);
    SuccessReport report = new SuccessReport(masked, success);
    return PerformanceReport.around(
        masked,
        success.title() + ": " + masked.agreement().title(),
        made,
        List.of(report.overview(), report.results()));
  }

  private Document.Section overview() {
    List<List<String>> rows = new ArrayList<>();
    for (SuccessMetric metric : success.successMetrics().values()) {
      rows.add(
          List.of(
              metric.name(),
              metric.baseline().map(SuccessReport::value).orElse(OPEN),
              metric.target().map(SuccessReport::value).orElse(OPEN),
              metric.source().orElse(OPEN),
              String.join("; ", metric.serves().stream().map(this::name).toList()),
              kept(metric),
              OPEN));
    }
    return new Document.Section(
        "success",
        "Success metrics",
        "What the program wanted to reach, and how the metrics of the agreement that serve it"
            + " stand. What was reached is entered by hand where no metric measures it.",
        List.of(
            Parts.table(
                "Success metrics",
                List.of(
                    "Success metric",
                    "Baseline",
                    "Target",
                    "Source",
                    "Served by",
                    "Results met",
                    "Reached"),
                rows)));
  }

  /** A value as it stands in a cell: words stand there without quotes. */
  static String value(Literal value) {
    return value instanceof Literal.Text text ? text.value() : Numbers.literal(value);
  }

  /** How many results of the metrics that serve it are met. */
  private String kept(SuccessMetric metric) {
    List<Result> results = results(metric);
    long judged =
        results.stream()
            .filter(
                result ->
                    result.status() == Status.MET
                        || result.status() == Status.BELOW_EXPECTED
                        || result.status() == Status.NOT_MET)
            .count();
    long met = results.stream().filter(result -> result.status() == Status.MET).count();
    return judged == 0 ? "no result" : met + " of " + judged;
  }

  private List<Result> results(SuccessMetric metric) {
    return evaluation.results().results().stream()
        .filter(result -> metric.serves().contains(result.metric()))
        .toList();
  }

  private Document.Section results() {
    List<List<String>> rows = new ArrayList<>();
    for (SuccessMetric metric : success.successMetrics().values()) {
      for (Result result : results(metric)) {
        Optional<LineResult> line = result.headline();
        rows.add(
            List.of(
                metric.name(),
                name(result.metric()) + result.each().map(value -> ": " + value).orElse(""),
                PeriodWords.shortName(result.period()),
                line.flatMap(it -> it.measurement().figure())
                    .map(
                        figure ->
                            Numbers.figure(
                                figure, line.get().measurement().unit(), line.get().bounds()))
                    .orElse(line.isPresent() ? "no data" : "several lines"),
                Numbers.count(result.cases()),
                evaluation.agreement().metrics().containsKey(result.metric())
                    ? wording.target(result.metric())
                    : OPEN,
                result.status().words()));
      }
    }
    return Parts.section(
        "results",
        "Results of the metrics that serve them",
        rows.isEmpty()
            ? List.of(Parts.text("No metric of the agreement serves one of them."))
            : List.of(
                Parts.table(
                    "Results by success metric",
                    List.of(
                        "Success metric",
                        "Metric of the agreement",
                        "Period",
                        "Figure",
                        "Cases",
                        "Target agreed",
                        "Result"),
                    rows)));
  }

  private String name(String metric) {
    return evaluation.agreement().metrics().containsKey(metric)
        ? wording.metricName(metric)
        : metric;
  }
}
