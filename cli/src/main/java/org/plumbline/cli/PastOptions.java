package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.cli.question.AskedText;
import org.plumbline.records.LoadReport;
import org.plumbline.report.Document;
import org.plumbline.report.html.HtmlReport;
import org.plumbline.report.office.PdfDocument;
import org.plumbline.report.office.TablesWorkbook;
import org.plumbline.report.office.WordDocument;
import org.plumbline.report.terminal.TerminalReport;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Which past is asked about: the options that {@code replay}, {@code gaps} and {@code forecast}
 * share.
 */
final class PastOptions {
  /** How to answer. */
  enum Format {
    /** A report for a terminal. */
    TEXT,
    /** Everything, as data. */
    JSON,
    /** One file for a browser. */
    HTML,
    /** A document for Word. */
    DOCX,
    /** A document to print. */
    PDF,
    /** Its tables as a workbook. */
    XLSX;

    /** The format that a file's name asks for; else text. */
    static Format ofFile(Optional<Path> file) {
      String name = file.map(path -> path.toString().toLowerCase(Locale.ROOT)).orElse("");
      String ending = name.substring(name.lastIndexOf('.') + 1);
      return switch (ending) {
        case "json" -> JSON;
        case "html", "htm" -> HTML;
        case "docx" -> DOCX;
        case "pdf" -> PDF;
        case "xlsx" -> XLSX;
        default -> TEXT;
      };
    }
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private RecordsOptions records;

  @Parameters(
      paramLabel = "FILE|DIR",
      description = "The agreement in force, or a folder with agreement.yaml or versions.")
  private String file = "";

  @Option(
      names = {"--periods", "--period"},
      required = true,
      paramLabel = "P..P",
      description =
          "Which periods: 2026-01..2026-12, 2026-Q4, 2026, FY2027, 2026-10-16..2026-11-15.")
  private String periods = "";

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description =
          "Up to when what had happened counts: 2026-11-15 (its end) or 2026-11-15T16:30, in the"
              + " agreement's zone (now).")
  private @Nullable String asOf;

  @Option(
      names = "--known-at",
      paramLabel = "TIME",
      description =
          "Up to when what was known counts: deliveries, decisions on requests, signatures (now).")
  private @Nullable String knownAt;

  @Option(
      names = "--format",
      paramLabel = "text|json|html|docx|pdf|xlsx",
      description = "How to answer (as the ending of the file named with -o, else text).")
  private @Nullable Format format;

  @Mixin private MadeOption made;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the answer goes, instead of what goes out.")
  private Optional<Path> output = Optional.empty();

  String file() {
    return file;
  }

  RecordsOptions records() {
    return records;
  }

  /** The days asked for. */
  ReportingPeriod periods(Agreement agreement) {
    try {
      return ReportingPeriods.parse(periods, EvaluateOptions.fiscalYear(agreement));
    } catch (RefusedInputException e) {
      throw usage("--periods: " + e.getMessage());
    }
  }

  /** The as-of moment. */
  Instant asOf(Agreement agreement, Instant now) {
    try {
      return asOf == null ? now : EvaluateOptions.moment(asOf, agreement);
    } catch (RefusedInputException e) {
      throw usage("--as-of: " + e.getMessage());
    }
  }

  /** The moment up to which what was known counts. */
  Instant knownAt(Agreement agreement, Instant now) {
    try {
      return knownAt == null
          ? EvaluateOptions.later(now, asOf(agreement, now))
          : EvaluateOptions.moment(knownAt, agreement);
    } catch (RefusedInputException e) {
      throw usage("--known-at: " + e.getMessage());
    }
  }

  /** Refuses a metric that none of the agreements has. */
  void requireMetric(String option, String id, Agreement... agreements) {
    for (Agreement agreement : agreements) {
      if (agreement.metrics().containsKey(id)) {
        return;
      }
    }
    throw usage(
        option
            + ": there is no metric "
            + AskedText.quoted(id)
            + "; there are "
            + String.join(", ", agreements[0].metrics().keySet()));
  }

  ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /**
   * What a file for an office says of itself.
   *
   * @param files that were read
   */
  PastPaper paper(Agreement agreement, List<LoadReport.FileReport> files, Instant now) {
    return new PastPaper(
        spec.commandLine().getCommandName(), periods, files, made.at(now, agreement.zone()));
  }

  /** Writes an answer as it was asked for, to where it was asked for. */
  void put(Document document, Supplier<String> json, Terminal terminal, PastPaper about)
      throws IOException {
    Format chosen = format == null ? Format.ofFile(output) : format;
    if (chosen == Format.DOCX || chosen == Format.PDF || chosen == Format.XLSX) {
      String ending = chosen.name().toLowerCase(Locale.ROOT);
      Path file =
          output.orElseThrow(() -> usage("--format " + ending + " goes to -o FILE." + ending));
      Files.write(file, paper(about.of(document), chosen, about.made()));
      spec.commandLine().getErr().println("Written: " + file);
      return;
    }
    String text =
        switch (chosen) {
          case TEXT ->
              TerminalReport.render(
                  document, EvaluationOutput.style(output.isPresent() ? Terminal.PLAIN : terminal));
          case HTML -> HtmlReport.render(document);
          case JSON -> json.get();
          case DOCX, PDF, XLSX -> throw new IllegalStateException(chosen + " is no text");
        };
    EvaluationOutput.put(text, output, spec.commandLine().getOut(), spec.commandLine().getErr());
  }

  private static byte[] paper(Document document, Format format, Instant made) {
    return switch (format) {
      case DOCX -> WordDocument.write(document, made);
      case PDF -> PdfDocument.write(document, made);
      case XLSX -> TablesWorkbook.write(document, made);
      case TEXT, JSON, HTML -> throw new IllegalArgumentException(format + " is a text");
    };
  }
}
