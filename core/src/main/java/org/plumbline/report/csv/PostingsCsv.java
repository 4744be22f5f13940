package org.plumbline.report.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.plumbline.agreement.Money;
import org.plumbline.remedy.Posting;
import org.plumbline.report.Evaluation;
import org.plumbline.report.Masking;
import org.plumbline.wording.RemedySentences;

/** What follows from results as CSV (RFC 4180): one row for each posting. */
public final class PostingsCsv {

  private static final List<String> HEADER =
      List.of(
          "agreement",
          "version",
          "as_of",
          "posting",
          "remedy",
          "metric",
          "each",
          "period",
          "from",
          "until",
          "kind",
          "owed_by",
          "owed_to",
          "text",
          "amount",
          "currency",
          "points",
          "standing",
          "counts",
          "preliminary",
          "due",
          "due_is_expected",
          "steps");

  private PostingsCsv() {}

  /** The CSV text with its header, sensitive values masked. */
  public static String write(Evaluation evaluation) {
    Evaluation masked = Masking.apply(evaluation);
    RemedySentences sentences = RemedySentences.of(masked.agreement());
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(HEADER);
      for (Posting posting : masked.follows().postings()) {
        csv.writeRecord(
            Stream.concat(
                    Stream.of(
                        masked.agreement().id(),
                        masked.version(),
                        masked.results().asOf().toString()),
                    cells(posting, sentences))
                .map(ResultsCsv::safe)
                .toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing text", e);
    }
    return text.toString();
  }

  private static Stream<String> cells(Posting posting, RemedySentences sentences) {
    return Stream.of(
        posting.id().toString(),
        posting.id().remedy(),
        posting.id().metric().orElse(""),
        posting.id().each().orElse(""),
        posting.id().period().name(),
        posting.id().period().from().toString(),
        posting.id().period().until().toString(),
        posting.kind().key(),
        posting.owedBy(),
        posting.owedTo(),
        posting.text(),
        posting.amount().map(money -> money.amount().toPlainString()).orElse(""),
        posting.amount().map(Money::currency).orElse(""),
        posting.points().map(BigDecimal::toPlainString).orElse(""),
        posting.standing().key(),
        Boolean.toString(posting.standing().counts()),
        Boolean.toString(posting.isPreliminary()),
        posting.due().map(LocalDate::toString).orElse(""),
        Boolean.toString(posting.dueIsExpected()),
        String.join(" ", sentences.steps(posting)));
  }
}
