package org.plumbline.report.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.reconcile.BothRecords;
import org.plumbline.reconcile.BothRecordsWording;
import org.plumbline.report.BothRecordsMasking;

/** Both parties’ records side by side as CSV: a row for each case that does not stand alike. */
public final class BothRecordsCsv {

  private static final List<String> HEADER =
      List.of(
          "agreement",
          "metric",
          "case",
          "here",
          "here_period",
          "there",
          "there_period",
          "recorded_otherwise",
          "alone",
          "sentence");

  private BothRecordsCsv() {}

  /**
   * The CSV text with its header, sensitive values masked.
   *
   * @param shown sensitive fields that are not masked
   */
  public static String write(BothRecords both, Set<String> shown) {
    BothRecords masked = BothRecordsMasking.apply(both, shown);
    BothRecordsWording words = new BothRecordsWording(masked.agreement(), masked.whose());
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(HEADER);
      for (BothRecords.Case told : masked.cases()) {
        csv.writeRecord(
            row(masked.agreement().id(), told, words).stream().map(ResultsCsv::safe).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing text", e);
    }
    return text.toString();
  }

  private static List<String> row(
      String agreement, BothRecords.Case told, BothRecordsWording words) {
    List<String> row = new ArrayList<>(List.of(agreement, told.metric(), told.key()));
    stands(told.here(), row);
    stands(told.there(), row);
    row.add(
        String.join(
            "; ",
            told.values().stream().map(value -> BothRecordsWording.part(value.part())).toList()));
    row.add(String.join("; ", told.alone().stream().map(BothRecordsWording::part).toList()));
    row.add(words.sentence(told));
    return row;
  }

  private static void stands(List<CaseOutcome> outcomes, List<String> row) {
    row.add(
        String.join(
            "; ",
            outcomes.stream()
                .map(outcome -> outcome.state().name().toLowerCase(java.util.Locale.ROOT))
                .toList()));
    row.add(
        String.join(
            "; ",
            outcomes.stream()
                .map(outcome -> outcome.period().map(period -> period.name()).orElse(""))
                .toList()));
  }
}
