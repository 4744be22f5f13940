package org.plumbline.web.negotiation;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plumbline.report.Document;
import org.plumbline.report.office.AboutSheet;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.result.Measured;
import org.plumbline.workbook.Cell;
import org.plumbline.workbook.NewWorkbook;

/**
 * The comment resolution matrix: a row for each comment that was sent, the same for both parties.
 */
final class CommentMatrix {

  static final List<String> HEADINGS =
      List.of(
          "No.",
          "Comment by",
          "Organization",
          "Date",
          "Text",
          "Section",
          "Comment",
          "Answers",
          "Status",
          "Response",
          "Resolved by");

  private static final List<Integer> WIDTHS = List.of(6, 18, 22, 12, 14, 26, 60, 50, 22, 60, 18);

  private CommentMatrix() {}

  /** The day of a moment in the zone of a text. */
  private static LocalDate day(Optional<VersionRow> text, Instant moment) {
    return text.map(version -> version.dayAt(moment))
        .orElseGet(() -> LocalDate.ofInstant(moment, ZoneOffset.UTC));
  }

  /** The rows without the headings. */
  static List<List<String>> rows(List<CommentThread> threads, List<VersionRow> versions) {
    List<List<String>> rows = new ArrayList<>();
    for (CommentThread thread : threads) {
      if (thread.number().isPresent()) {
        Note first = thread.first();
        Optional<CommentThread.Resolution> end =
            thread.resolutions().stream()
                .filter(each -> each.sentAt().isPresent())
                .reduce((one, other) -> other);
        Optional<VersionRow> about =
            versions.stream()
                .filter(version -> first.version().equals(Optional.of(version.id())))
                .findFirst();
        rows.add(
            List.of(
                String.valueOf(thread.number().get()),
                first.writtenBy(),
                first.organizationName(),
                day(about.or(() -> versions.stream().findFirst()), first.writtenAt()).toString(),
                about.map(VersionRow::label).orElse(""),
                thread.about(),
                first.text(),
                thread.answers().stream()
                    .filter(Note::isSent)
                    .map(note -> note.writtenBy() + ": " + note.text())
                    .collect(Collectors.joining("\n")),
                end.map(each -> each.outcome().words()).orElse("Open"),
                end.map(CommentThread.Resolution::response).orElse(""),
                end.map(CommentThread.Resolution::resolvedBy).orElse("")));
      }
    }
    return rows;
  }

  /** As a file of commas; a cell that a spreadsheet would take for a formula is marked as text. */
  static byte[] csv(List<List<String>> rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(HEADINGS);
      rows.forEach(row -> csv.writeRecord(row.stream().map(CommentMatrix::harmless).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException("writing in memory", e);
    }
    return ("\ufeff" + text).getBytes(UTF_8);
  }

  private static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  /** As a workbook. */
  static byte[] xlsx(
      String title, Optional<String> marking, List<VersionRow> versions, List<List<String>> rows) {
    try {
      Path file = Files.createTempFile("matrix-", ".xlsx");
      try {
        NewWorkbook.write(
            file,
            title,
            AboutSheet.behind(
                new NewWorkbook.NewSheet(
                    "Comments",
                    WIDTHS,
                    HEADINGS,
                    rows.stream().map(row -> row.stream().map(Cell::text).toList()).toList()),
                title,
                marking,
                facts(versions)));
        return Files.readAllBytes(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("making a workbook", e);
    }
  }

  private static List<Document.Fact> facts(List<VersionRow> versions) {
    List<Document.Fact> facts = new ArrayList<>();
    for (VersionRow version : versions) {
      version
          .hash()
          .filter(hash -> version.isSent())
          .ifPresent(hash -> facts.add(new Document.Fact("Text " + version.label(), hash)));
    }
    facts.add(new Document.Fact("Records read", "none; these are comments on texts"));
    facts.add(new Document.Fact("Made by", Measured.program()));
    facts.add(
        new Document.Fact(
            "How to verify",
            "Each comment stands under its number on the page Comments of the agreement; the same"
                + " comments give the same file."));
    return facts;
  }
}
