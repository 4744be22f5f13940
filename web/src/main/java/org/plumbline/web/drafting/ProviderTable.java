package org.plumbline.web.drafting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.finding.Finding;
import org.plumbline.forms.DraftTerms;
import org.plumbline.forms.FormTable;
import org.plumbline.forms.MetricTable;
import org.plumbline.forms.Understood;
import org.plumbline.web.refusal.Refused;
import org.plumbline.workbook.RefusedWorkbook;

/**
 * The table in which a provider keeps its own metrics, as it was understood: row by row, beside the
 * metrics of the text. Nothing of it is recorded by reading it.
 *
 * @param what one sentence: what was found where
 * @param columns what each column was taken for
 * @param findings what was not understood, at its place
 */
record ProviderTable(
    String what, List<Understood.Column> columns, List<Row> rows, List<Finding> findings) {

  private static final int MOST_BYTES = 8 << 20;

  /** Copies the lists. */
  ProviderTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    findings = List.copyOf(findings);
  }

  /**
   * A row.
   *
   * @param place such as {@code row 5}
   * @param name what it calls the metric
   * @param today what it says of it, in its words; empty for a row that is no metric
   * @param understood what it was taken for
   * @param notes what is open or was decided for want of words
   * @param metric of the text, where one has this name or id; else it is one of the provider's own
   */
  record Row(
      String place,
      String name,
      String today,
      String understood,
      List<String> notes,
      Optional<String> metric) {
    /** Copies the list. */
    Row {
      notes = List.copyOf(notes);
    }

    /** Whether it says something of a metric. */
    public boolean saysSomething() {
      return !today.isEmpty();
    }
  }

  /** How many rows say something of a metric. */
  public long metrics() {
    return rows.stream().filter(Row::saysSomething).count();
  }

  /**
   * Reads a workbook, a document or slides.
   *
   * @param name the file as it was named; its ending says what it is
   * @param lines the metrics of the text and what was said of others
   * @throws Refused if it cannot be read, or holds no table of metrics
   */
  static ProviderTable read(
      String name, byte[] content, List<MetricChoices.Line> lines, LocalDate today) {
    if (content.length == 0 || content.length > MOST_BYTES) {
      throw new Refused("Choose a workbook or a document (.xlsx, .docx) of at most 8 MB.");
    }
    DraftTerms terms =
        new DraftTerms(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            today);
    Understood understood = understood(name, content, terms);
    if (understood.isRefused()) {
      throw new Refused(
          understood.findings().stream()
              .map(finding -> name + ": " + finding.found() + "; " + finding.right() + ".")
              .findFirst()
              .orElse(name + " holds no table of metrics."));
    }
    return new ProviderTable(
        understood.what(),
        understood.columns(),
        understood.rows().stream()
            .map(
                row ->
                    new Row(
                        row.place(),
                        row.name(),
                        row.said(),
                        row.understood(),
                        row.notes(),
                        metric(row.name(), lines)))
            .toList(),
        understood.findings());
  }

  private static Understood understood(String name, byte[] content, DraftTerms terms) {
    try {
      Path file = Files.createTempFile("metrics-", ".form");
      try {
        Files.write(file, content);
        return MetricTable.read(name, FormTable.of(name, file), terms);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (RefusedWorkbook refusal) {
      throw new Refused(name + ": " + refusal.found() + ". " + refusal.right() + ".");
    } catch (IOException e) {
      throw new UncheckedIOException("reading a table of metrics", e);
    }
  }

  private static Optional<String> metric(String name, List<MetricChoices.Line> lines) {
    String plain = plain(name);
    return lines.stream()
        .filter(line -> plain.equals(plain(line.name())) || plain.equals(plain(line.key())))
        .map(MetricChoices.Line::key)
        .findFirst();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
