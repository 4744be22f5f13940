package org.plumbline.cli;

import java.io.PrintWriter;
import org.plumbline.finding.Finding;
import org.plumbline.forms.Understood;
import org.plumbline.report.PlainText;

/** What was understood of a file, as lines. */
final class ImportText {

  private ImportText() {}

  static void print(String file, Understood understood, PrintWriter out, int width) {
    if (!understood.what().isEmpty()) {
      out.println(PlainText.clean(file + ": " + understood.what()));
    }
    if (!understood.columns().isEmpty()) {
      out.println();
      int widest =
          understood.columns().stream()
              .mapToInt(column -> column.heading().length())
              .max()
              .orElse(0);
      int most = Math.min(40, widest);
      for (Understood.Column column : understood.columns()) {
        String heading = PlainText.clean(column.heading());
        String cut = heading.length() > most ? heading.substring(0, most - 1) + "…" : heading;
        out.println("  " + cut + " ".repeat(most - cut.length() + 2) + column.meaning());
      }
    }
    for (Understood.Row row : understood.rows()) {
      out.println();
      wrapped(row.place() + "  " + row.name(), "", "        ", out, width);
      wrapped(row.understood(), "    = ", "      ", out, width);
      row.notes().forEach(note -> wrapped(note, "    ? ", "      ", out, width));
    }
    if (!understood.findings().isEmpty()) {
      out.println();
      for (Finding finding : understood.findings()) {
        out.println(PlainText.clean(finding.toLine()));
      }
    }
  }

  private static void wrapped(String text, String first, String next, PrintWriter out, int width) {
    if (!text.isBlank()) {
      Lines.wrapped(PlainText.clean(text), first, next, width).forEach(out::println);
    }
  }
}
