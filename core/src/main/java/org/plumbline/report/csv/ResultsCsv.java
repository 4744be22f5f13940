package org.plumbline.report.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.plumbline.agreement.Metric;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.Measurement;
import org.plumbline.judge.Changed;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.register.Standing;
import org.plumbline.register.Version;
import org.plumbline.report.Evaluation;
import org.plumbline.report.Masking;
import org.plumbline.report.PlainText;
import org.plumbline.report.Requests;
import org.plumbline.wording.Wording;

/**
 * Results as CSV (RFC 4180): one row for each metric, period and line. A text that a spreadsheet
 * would take for a formula gets an apostrophe in front.
 */
public final class ResultsCsv {

  private static final List<String> HEADER =
      List.of(
          "agreement",
          "version",
          "as_of",
          "metric",
          "name",
          "performing",
          "each",
          "period",
          "from",
          "until",
          "status",
          "would_be",
          "reason",
          "level",
          "line",
          "rest",
          "line_words",
          "holds",
          "bounds",
          "unit",
          "figure",
          "numerator",
          "denominator",
          "low",
          "high",
          "cases",
          "holding",
          "indeterminate",
          "open",
          "small_count",
          "rounding_turned",
          "requests",
          "figure_without_requests",
          "figure_if_granted");

  private static final int DECIMALS = 9;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private ResultsCsv() {}

  /** The CSV text with its header, sensitive values masked. */
  public static String write(Evaluation evaluation) {
    Evaluation masked = Masking.apply(evaluation);
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      write(masked, csv);
    } catch (IOException e) {
      throw new UncheckedIOException("writing text", e);
    }
    return text.toString();
  }

  private static void write(Evaluation masked, CsvWriter csv) {
    csv.writeRecord(HEADER);
    for (Result result : masked.results().results()) {
      for (LineResult line : result.lines()) {
        List<String> row = new ArrayList<>();
        result(masked, result, row);
        line(Wording.of(masked.text(result)), result, line, row);
        requests(masked.requests(), result, line, row);
        csv.writeRecord(row.stream().map(ResultsCsv::safe).toList());
      }
    }
  }

  private static void result(Evaluation evaluation, Result result, List<String> row) {
    Optional<Metric> metric =
        Optional.ofNullable(evaluation.agreement().metrics().get(result.metric()));
    row.add(evaluation.agreement().id());
    row.add(evaluation.version(result).map(Version::hash).orElse(evaluation.version()));
    row.add(evaluation.results().asOf().toString());
    row.add(result.metric());
    row.add(metric.map(Metric::name).orElse(""));
    row.add(metric.map(Metric::performing).orElse(""));
    row.add(result.each().orElse(""));
    row.add(result.period().name());
    row.add(result.period().from().toString());
    row.add(result.period().until().toString());
    row.add(result.status().key());
    row.add(result.wouldBe().map(status -> status.key()).orElse(""));
    row.add(result.reason());
  }

  private static void line(Wording wording, Result result, LineResult line, List<String> row) {
    Measurement measured = line.measurement();
    row.add(key(line.line().level().name()));
    row.add(Integer.toString(line.line().line()));
    row.add(Integer.toString(line.line().rest()));
    row.add(wording.line(result.metric(), line));
    row.add(key(line.holds().name()));
    row.add(
        line.bounds().isEmpty() ? "" : Wording.bounds(line.bounds(), line.measurement().unit()));
    row.add(key(measured.unit().name()));
    row.add(decimal(measured.figure()));
    row.add(measured.figure().map(figure -> figure.numerator().toString()).orElse(""));
    row.add(measured.figure().map(figure -> figure.denominator().toString()).orElse(""));
    row.add(decimal(measured.low()));
    row.add(decimal(measured.high()));
    row.add(Long.toString(measured.cases()));
    row.add(Long.toString(measured.holding()));
    row.add(Long.toString(measured.indeterminate()));
    row.add(Long.toString(measured.open()));
    row.add(Boolean.toString(line.smallCount()));
    row.add(Boolean.toString(line.turned()));
  }

  /** Which requests concern a result, its figure without what they were granted, and with all. */
  private static void requests(
      Requests requests, Result result, LineResult line, List<String> row) {
    List<Standing> about =
        requests.stories().stream()
            .filter(story -> story.changes().stream().anyMatch(change -> change.isOf(result)))
            .map(Requests.Story::standing)
            .toList();
    row.add(
        String.join(
            "; ", about.stream().map(each -> each.id() + " " + each.state().key()).toList()));
    String without = figure(requests.granted(), Changed::before, result, line);
    boolean same = without.isEmpty() && about.stream().anyMatch(each -> !each.granted().isEmpty());
    row.add(same ? decimal(line.measurement().figure()) : without);
    row.add(figure(requests.pending(), Changed::after, result, line));
  }

  private static String figure(
      List<Changed> changes,
      Function<Changed, Optional<Result>> of,
      Result result,
      LineResult line) {
    return changes.stream()
        .filter(change -> change.isOf(result))
        .flatMap(change -> of.apply(change).stream())
        .flatMap(other -> other.lines().stream())
        .filter(other -> other.line().equals(line.line()))
        .map(other -> decimal(other.measurement().figure()))
        .findFirst()
        .orElse("");
  }

  private static String decimal(Optional<Exact> figure) {
    return figure
        .map(value -> value.rounded(DECIMALS).stripTrailingZeros().toPlainString())
        .orElse("");
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Text that would be taken for a formula (OWASP, CSV injection) made text. */
  static String safe(String text) {
    String clean = PlainText.clean(text);
    boolean formula =
        !clean.isEmpty()
            && "=+-@|%".indexOf(clean.charAt(0)) >= 0
            && !NUMBER.matcher(clean).matches();
    return formula ? "'" + clean : clean;
  }
}
