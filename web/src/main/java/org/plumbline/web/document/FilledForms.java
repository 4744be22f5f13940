package org.plumbline.web.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.agreement.Agreement;
import org.plumbline.catalog.CatalogWorkbook;
import org.plumbline.forms.Filled;
import org.plumbline.forms.FormTable;
import org.plumbline.forms.GapRisks;
import org.plumbline.forms.MeasureResults;
import org.plumbline.register.Register;
import org.plumbline.report.Evaluation;
import org.plumbline.report.Masking;
import org.plumbline.report.PerformanceReport;
import org.plumbline.report.office.AboutSheet;
import org.plumbline.report.paper.Source;
import org.plumbline.report.paper.StatusForm;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.result.Measured;
import org.plumbline.web.result.ResultRow;
import org.plumbline.workbook.FilledSlides;
import org.plumbline.workbook.FilledWorkbook;
import org.plumbline.workbook.RefusedWorkbook;
import org.plumbline.workbook.SlideAnswers;
import org.plumbline.workbook.Workbook;
import org.springframework.stereotype.Component;

/**
 * Forms that people keep, filled in with a result and given back: a RAID log gets what was not
 * reached, a workbook of measures the results by measure, slides of a status report what falls due
 * and was kept. All else in them stays; the form is read and not kept.
 */
@Component
final class FilledForms {

  private static final int LARGEST = 25_000_000;

  private final Measured measured;

  FilledForms(Measured measured) {
    this.measured = measured;
  }

  /** A form that is filled in, and the name that it goes by. */
  record Form(String name, byte[] content) {}

  /**
   * Fills a form in.
   *
   * @param name as the person named it; its ending says what it is
   * @throws org.plumbline.web.refusal.NotHere if the person may not see the result or its records
   * @throws Refused if it is no form that is known, does what no form should, or nothing that it
   *     asks for is known
   */
  Form fill(Viewer viewer, UUID agreement, UUID result, String name, byte[] form) {
    ResultRow row = measured.one(viewer, agreement, result);
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (form.length == 0 || form.length > LARGEST || !List.of("xlsx", "pptx").contains(ending)) {
      throw new Refused(
          "Choose your RAID log or workbook of measures (.xlsx), or slides of a status report"
              + " (.pptx), of at most 25 MB.");
    }
    Evaluation masked = Masking.apply(measured.again(viewer, row));
    Instant made = row.evaluatedAt().truncatedTo(ChronoUnit.SECONDS);
    try {
      Path folder = Files.createTempDirectory("form-");
      Path from = folder.resolve("form." + ending);
      Path to = folder.resolve("filled." + ending);
      try {
        Files.write(from, form);
        if (ending.equals("pptx")) {
          slides(masked, made, from, to);
        } else {
          workbook(masked, made, name, from, to);
        }
        return new Form("filled." + ending, Files.readAllBytes(to));
      } finally {
        Files.deleteIfExists(to);
        Files.deleteIfExists(from);
        Files.delete(folder);
      }
    } catch (RefusedWorkbook refusal) {
      throw new Refused(
          "This form cannot be filled in: " + refusal.found() + ". " + refusal.right() + ".");
    } catch (Workbook.TooLarge refusal) {
      throw new Refused("This form cannot be filled in: the workbook " + refusal.getMessage());
    } catch (IOException fault) {
      throw new UncheckedIOException("filling in a form", fault);
    }
  }

  private static void slides(Evaluation masked, Instant made, Path from, Path to)
      throws IOException, RefusedWorkbook {
    Agreement text = masked.agreement();
    Source source =
        new Source(text, masked.version(), Register.none(text.id()), made, Measured.program());
    SlideAnswers answers = StatusForm.of(source, masked, day(masked), List.of());
    refuseNothing(FilledSlides.fill(from, to, answers));
  }

  private static void workbook(Evaluation masked, Instant made, String name, Path from, Path to)
      throws IOException, RefusedWorkbook {
    List<FormTable> tables = FormTable.of(name, from);
    Optional<Filled> risks = GapRisks.into(Documents.risksOf(masked, day(masked)), tables);
    Filled filled = risks.isPresent() ? risks.get() : measures(masked, name, from, tables);
    refuseNothing(filled.told());
    Map<String, String> about =
        AboutSheet.properties(
            PerformanceReport.around(masked, masked.agreement().title(), made, List.of()));
    FilledWorkbook.fill(from, to, filled.cells(), about);
  }

  private static Filled measures(Evaluation masked, String name, Path from, List<FormTable> tables)
      throws IOException, RefusedWorkbook {
    List<MeasureResults> results =
        MeasureResults.of(masked.agreement(), masked.results().results());
    if (results.isEmpty()) {
      throw new Refused(
          "This workbook has no risk log (its headings are Risk #, Title, Status …), and no metric"
              + " implements a measure: write implements: {measure: ID} in the metric.");
    }
    return MeasureResults.into(results, CatalogWorkbook.read(name, from), tables);
  }

  private static LocalDate day(Evaluation masked) {
    return masked.results().asOf().atZone(masked.agreement().zone()).toLocalDate();
  }

  private static void refuseNothing(List<String> told) {
    if (told.isEmpty()) {
      throw new Refused("Nothing that this form asks for is known of the result.");
    }
  }
}
