package org.plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.report.Evaluation;
import org.plumbline.report.PerformanceReport;
import org.plumbline.report.office.PdfDocument;
import org.plumbline.report.office.ResultsWorkbook;
import org.plumbline.report.office.StatusDashboard;
import org.plumbline.report.office.WordDocument;

/** The formats of {@code evaluate}: text, data, and files of an office. */
enum EvaluationFormat {
  /** A report for a terminal. */
  TEXT,
  /** Everything, as data. */
  JSON,
  /** A row a line of a metric and period. */
  CSV,
  /** One file for a browser. */
  HTML,
  /** The SLA Performance Report for Word. */
  DOCX,
  /** The SLA Performance Report to print and to file (PDF/UA). */
  PDF,
  /** The results as a workbook with live formulas. */
  XLSX,
  /** The status on slides, with charts that can be edited. */
  PPTX;

  /** Whether it holds rows of figures alone. */
  boolean isTable() {
    return this == CSV || this == XLSX || this == PPTX;
  }

  /** Whether it tells of single cases or of whose time it was. */
  boolean tellsOfCases() {
    return this != CSV && this != PPTX;
  }

  /** The format that a file's name asks for; else text. */
  static EvaluationFormat ofFile(Optional<Path> file) {
    String name = file.map(path -> path.toString().toLowerCase(Locale.ROOT)).orElse("");
    for (EvaluationFormat format : values()) {
      if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    return name.endsWith(".htm") ? HTML : TEXT;
  }

  /** Whether it is bytes, which go to a file and never to a terminal. */
  boolean isFile() {
    return switch (this) {
      case TEXT, JSON, CSV, HTML -> false;
      case DOCX, PDF, XLSX, PPTX -> true;
    };
  }

  /** Prints an evaluation, or writes it to a file and says so. */
  void put(
      Evaluation evaluation,
      Terminal terminal,
      Instant made,
      Optional<Path> file,
      PrintWriter out,
      PrintWriter err)
      throws IOException {
    if (isFile()) {
      Path path = file.orElseThrow();
      Files.write(path, bytes(evaluation, made));
      err.println("Written: " + path);
      return;
    }
    EvaluationOutput.put(
        EvaluationOutput.text(evaluation, EvaluationOutput.Format.valueOf(name()), terminal),
        file,
        out,
        err);
  }

  private byte[] bytes(Evaluation evaluation, Instant made) {
    return switch (this) {
      case DOCX -> WordDocument.write(PerformanceReport.of(evaluation, made), made);
      case PDF -> PdfDocument.write(PerformanceReport.of(evaluation, made), made);
      case XLSX -> ResultsWorkbook.write(evaluation, made);
      case PPTX -> StatusDashboard.write(evaluation, made);
      case TEXT, JSON, CSV, HTML -> throw new IllegalStateException(name() + " is text");
    };
  }
}
