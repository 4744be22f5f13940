package org.plumbline.report.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.evaluate.Exact;
import org.plumbline.judge.LineResult;
import org.plumbline.reconcile.Comparison;
import org.plumbline.reconcile.Explanation;
import org.plumbline.reconcile.Reconciliation;
import org.plumbline.reconcile.ReconciliationWording;
import org.plumbline.reconcile.ReportedFigure;
import org.plumbline.report.ReconciliationMasking;

/** A reconciliation as CSV: a row for each reported figure. */
public final class ReconciliationCsv {

  private static final int DECIMALS = 9;

  private static final List<String> HEADER =
      List.of(
          "agreement",
          "metric",
          "name",
          "line",
          "each",
          "period",
          "from",
          "until",
          "theirs",
          "their_figure",
          "their_held",
          "their_cases",
          "our_figure",
          "our_held",
          "our_cases",
          "difference",
          "standing",
          "result",
          "reading",
          "sentence");

  private ReconciliationCsv() {}

  /**
   * The CSV text with its header, sensitive values masked.
   *
   * @param shown sensitive fields that are not masked
   */
  public static String write(Reconciliation reconciliation, Set<String> shown) {
    Reconciliation masked = ReconciliationMasking.apply(reconciliation, shown);
    ReconciliationWording words = new ReconciliationWording(masked.agreement());
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(HEADER);
      for (Comparison comparison : masked.comparisons()) {
        csv.writeRecord(
            row(masked.agreement().id(), comparison, words).stream()
                .map(ResultsCsv::safe)
                .toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing text", e);
    }
    return text.toString();
  }

  private static List<String> row(
      String agreement, Comparison comparison, ReconciliationWording words) {
    ReportedFigure figure = comparison.reported();
    Optional<LineResult> line = comparison.line();
    List<String> row = new ArrayList<>();
    row.add(agreement);
    row.add(figure.metric());
    row.add(words.metric(figure.metric()));
    row.add(figure.line().map(String::valueOf).orElse(""));
    row.add(figure.each().orElse(""));
    row.add(figure.period().name());
    row.add(figure.period().from().toString());
    row.add(figure.period().until().toString());
    row.add(figure.text());
    row.add(decimal(comparison.theirs()));
    row.add(figure.held().map(String::valueOf).orElse(""));
    row.add(figure.cases().map(String::valueOf).orElse(""));
    row.add(decimal(line.flatMap(own -> own.measurement().figure())));
    row.add(line.map(own -> Long.toString(own.measurement().holding())).orElse(""));
    row.add(line.map(own -> Long.toString(own.measurement().cases())).orElse(""));
    row.add(decimal(comparison.difference()));
    row.add(comparison.standing().key());
    row.add(comparison.ours().map(result -> result.status().key()).orElse(""));
    row.add(comparison.explanations().stream().findFirst().map(Explanation::id).orElse(""));
    row.add(words.sentence(comparison));
    return row;
  }

  private static String decimal(Optional<Exact> figure) {
    return figure
        .map(value -> value.rounded(DECIMALS).stripTrailingZeros().toPlainString())
        .orElse("");
  }
}
