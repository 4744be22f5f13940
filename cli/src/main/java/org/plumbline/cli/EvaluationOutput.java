package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.report.Evaluation;
import org.plumbline.report.ReportBuilder;
import org.plumbline.report.csv.ResultsCsv;
import org.plumbline.report.html.HtmlReport;
import org.plumbline.report.json.EvaluationJson;
import org.plumbline.report.terminal.TerminalReport;
import org.plumbline.report.terminal.TerminalStyle;

/** An evaluation in the format asked for, to where it was asked for. */
final class EvaluationOutput {
  /** The formats of an evaluation. */
  enum Format {
    /** A report for a terminal. */
    TEXT,
    /** Everything, as data. */
    JSON,
    /** A row a line of a metric and period. */
    CSV,
    /** One file for a browser. */
    HTML;

    /** The format that a file's name asks for; else text. */
    static Format ofFile(Optional<Path> file) {
      String name = file.map(path -> path.toString().toLowerCase(Locale.ROOT)).orElse("");
      for (Format format : values()) {
        if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
          return format;
        }
      }
      return name.endsWith(".htm") ? HTML : TEXT;
    }
  }

  private EvaluationOutput() {}

  /** The whole text. */
  static String text(Evaluation evaluation, Format format, Terminal terminal) {
    return switch (format) {
      case TEXT -> TerminalReport.render(ReportBuilder.build(evaluation), style(terminal));
      case HTML -> HtmlReport.render(ReportBuilder.build(evaluation));
      case JSON -> EvaluationJson.write(evaluation);
      case CSV -> ResultsCsv.write(evaluation);
    };
  }

  /** Prints a text, or writes it to a file and says so. */
  static void put(String text, Optional<Path> file, PrintWriter out, PrintWriter err)
      throws IOException {
    if (file.isEmpty()) {
      out.print(text);
      out.flush();
      return;
    }
    Files.writeString(file.get(), text, StandardCharsets.UTF_8);
    err.println("Written: " + file.get());
  }

  static TerminalStyle style(Terminal terminal) {
    return new TerminalStyle(terminal.width(), terminal.colored(), true);
  }
}
