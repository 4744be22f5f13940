package org.plumbline.cli.explain;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.report.CaseStory;
import org.plumbline.wording.Wording;

/** The cases of a metric as CSV: a row a case, instants in UTC, amounts in their unit. */
public final class CasesCsv {
  private static final List<String> HEADER =
      List.of(
          "metric", "case", "part", "state", "reason", "start", "stop", "elapsed", "limit", "unit",
          "due", "decided", "period", "file", "row");

  private CasesCsv() {}

  /** The text, the columns named in the first line. */
  public static String write(List<CaseStory> stories, Wording wording) {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().build(text)) {
      writer.writeRecord(HEADER);
      stories.forEach(story -> writer.writeRecord(row(story.outcome(), wording)));
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return text.toString();
  }

  private static List<String> row(CaseOutcome outcome, Wording wording) {
    List<String> row = new ArrayList<>();
    row.add(outcome.metric());
    row.add(harmless(outcome.key()));
    row.add(Integer.toString(outcome.part()));
    row.add(word(outcome.state()));
    row.add(harmless(wording.caseReason(outcome)));
    row.add(outcome.start().map(Object::toString).orElse(""));
    row.add(outcome.stop().map(Object::toString).orElse(""));
    row.add(number(outcome.elapsed()));
    row.add(number(outcome.limit()));
    row.add(word(outcome.unit()));
    row.add(outcome.due().map(Object::toString).orElse(""));
    row.add(outcome.decided().map(Object::toString).orElse(""));
    row.add(outcome.period().map(period -> period.name()).orElse(""));
    row.add(harmless(outcome.source().file()));
    boolean recorded = !outcome.source().file().isEmpty();
    row.add(recorded ? Long.toString(outcome.source().row()) : "");
    return row;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String number(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : "";
  }

  /** A spreadsheet must not take a text for a formula. */
  private static String harmless(String text) {
    return text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
  }
}
