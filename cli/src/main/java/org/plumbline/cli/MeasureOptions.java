package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plumbline.catalog.Catalog;
import org.plumbline.forms.FormTable;
import org.plumbline.forms.MeasureResults;
import org.plumbline.report.Document;
import org.plumbline.report.Evaluation;
import org.plumbline.report.Masking;
import org.plumbline.report.PerformanceReport;
import org.plumbline.report.office.AboutSheet;
import org.plumbline.workbook.NewWorkbook;
import org.plumbline.workbook.NewWorkbook.NewSheet;
import org.plumbline.workbook.RefusedWorkbook;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Results by the measures of a framework, as a workbook. */
final class MeasureOptions {
  @Option(
      names = "--measures",
      paramLabel = "FILE.xlsx",
      description =
          "Also write the results of metrics that implement a measure, by the measure's"
              + " identifier.")
  private Optional<Path> measures = Optional.empty();

  @Option(
      names = "--measures-form",
      paramLabel = "FILE.xlsx",
      description =
          "The workbook of measures (FIBF) that is copied to --measures with the results to the"
              + " right of its columns; without it a workbook is made.")
  private Optional<String> form = Optional.empty();

  void refuseWhatIsThere() {
    if (form.isPresent() && measures.isEmpty()) {
      throw new InputRefused("--measures-form needs --measures FILE.xlsx, where the results go");
    }
    measures.ifPresent(NewFile::refuseWhatIsThere);
  }

  void write(Evaluation evaluation, Instant made, CommandLine line) throws IOException {
    if (measures.isEmpty()) {
      return;
    }
    Evaluation masked = Masking.apply(evaluation);
    List<MeasureResults> results =
        MeasureResults.of(masked.agreement(), masked.results().results());
    if (results.isEmpty()) {
      throw new InputRefused(
          "no metric implements a measure\nWrite implements: {measure: ID} in the metric");
    }
    String version = masked.agreement().id() + " " + masked.version();
    String title = masked.agreement().title() + ": results by measure";
    Document about = PerformanceReport.around(masked, title, made, List.of());
    if (form.isEmpty()) {
      var sheet = MeasureResults.sheet(results, Optional.empty(), version);
      List<NewSheet> sheets = AboutSheet.behind(sheet, about);
      NewFile.write(measures.get(), to -> NewWorkbook.write(to, title, sheets));
    } else {
      Catalog catalog = CatalogCommand.open(form.get());
      try {
        Path from = FormFile.named(form.get());
        FormFile.fill(
            from,
            measures.get(),
            MeasureResults.into(results, catalog, FormTable.of(form.get(), from)),
            AboutSheet.properties(about),
            line.getErr());
      } catch (RefusedWorkbook e) {
        throw FormFile.refused(form.get(), e);
      }
    }
    line.getErr().println("Written: " + measures.get());
  }
}
