package org.plumbline.report.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.plumbline.reconcile.ReportedFigure;

/** Figures of earlier periods as CSV, a row a metric and period, which is read again as such. */
public final class HistoryCsv {

  private HistoryCsv() {}

  /** The text. */
  public static String write(List<ReportedFigure> figures) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord("Metric", "Each", "Period", "Figure", "Unit", "Held", "Cases", "Result");
      for (ReportedFigure figure : figures) {
        csv.writeRecord(
            figure.metric() + figure.line().map(line -> "/" + line).orElse(""),
            ResultsCsv.safe(figure.each().orElse("")),
            figure.period().name(),
            ResultsCsv.safe(figure.text()),
            figure.unit().orElse(""),
            figure.held().map(String::valueOf).orElse(""),
            figure.cases().map(String::valueOf).orElse(""),
            figure.met().map(met -> met ? "met" : "not met").orElse(""));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return text.toString();
  }
}
