package org.plumbline.web.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Amendment;
import org.plumbline.agreement.companion.SuccessMetrics;
import org.plumbline.agreement.yaml.CompanionYaml;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.finding.Finding;
import org.plumbline.forms.GapRisks;
import org.plumbline.forms.MeasureResults;
import org.plumbline.forms.RiskColumn;
import org.plumbline.gap.Gap;
import org.plumbline.gap.Gaps;
import org.plumbline.judge.Result;
import org.plumbline.register.Register;
import org.plumbline.register.SignOff;
import org.plumbline.report.Document;
import org.plumbline.report.Evaluation;
import org.plumbline.report.Masking;
import org.plumbline.report.PerformanceReport;
import org.plumbline.report.json.InteragencyJson;
import org.plumbline.report.office.AboutSheet;
import org.plumbline.report.office.ResultsWorkbook;
import org.plumbline.report.office.StatusDashboard;
import org.plumbline.report.office.TablesWorkbook;
import org.plumbline.report.paper.ChangeRequestForm;
import org.plumbline.report.paper.CorrectiveActionPlan;
import org.plumbline.report.paper.Deliverables;
import org.plumbline.report.paper.DiscrepancyReport;
import org.plumbline.report.paper.InteragencyInputs;
import org.plumbline.report.paper.SlaDocument;
import org.plumbline.report.paper.Source;
import org.plumbline.report.paper.SuccessReport;
import org.plumbline.report.paper.SurveillancePlan;
import org.plumbline.web.agreement.Agreements;
import org.plumbline.web.agreement.VersionRow;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.result.Measured;
import org.plumbline.web.result.ResultRow;
import org.plumbline.web.signoff.SignOffs;
import org.plumbline.web.signoff.StepState;
import org.plumbline.workbook.Cell;
import org.plumbline.workbook.NewWorkbook;
import org.springframework.stereotype.Component;

/** Documents of a text and of a result, for those who may see it; sensitive values are masked. */
@Component
final class Documents {

  /** A file that can be asked for: its name, and what a link to it says. */
  record File(String name, String words) {}

  private static final int LONGEST = 1 << 20;

  /** Those of a text. */
  static final List<File> OF_TEXT =
      List.of(
          new File("sla.docx", "the agreement to sign (Word)"),
          new File("sla.pdf", "the same as PDF"),
          new File("qasp.docx", "surveillance plan (Word)"),
          new File("qasp.xlsx", "its tables (Excel)"),
          new File("iaa.docx", "inputs to 7600A and 7600B (Word)"),
          new File("iaa.json", "the same as data"),
          new File("change-request.docx", "change request form (Word)"),
          new File("calendar.ics", "what falls due, for your calendar"),
          new File("calendar.xlsx", "the same as a table (Excel)"));

  /** Those of a result. */
  static final List<File> OF_RESULT =
      List.of(
          new File("report.docx", "SLA Performance Report (Word)"),
          new File("report.pdf", "the same as PDF"),
          new File("results.xlsx", "results with formulas (Excel)"),
          new File("status.pptx", "status on slides (PowerPoint)"),
          new File("corrective-action-plan.docx", "corrective action plan (Word)"),
          new File("discrepancy-report.docx", "contract discrepancy report (Word)"),
          new File("raid.xlsx", "what was not reached, as risks of a RAID log (Excel)"),
          new File("measures.xlsx", "results by measure, where metrics implement one (Excel)"));

  private final Agreements agreements;
  private final SignOffs signOffs;
  private final Measured measured;
  private final Clock clock;

  Documents(Agreements agreements, SignOffs signOffs, Measured measured, Clock clock) {
    this.agreements = agreements;
    this.signOffs = signOffs;
    this.measured = measured;
    this.clock = clock;
  }

  /**
   * A document of a text.
   *
   * @throws NotHere if the person may not see the text, or there is no such document
   * @throws Refused if the text has errors
   */
  byte[] ofText(Viewer viewer, UUID agreement, UUID version, String name) {
    VersionRow row = agreements.version(viewer, agreement, version);
    require(OF_TEXT, name);
    Agreement text =
        agreements
            .text(viewer, row)
            .agreement()
            .orElseThrow(
                () ->
                    new Refused("A text with errors makes no document: mend what is found first."));
    Instant made = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Source source =
        new Source(
            text,
            row.hash().orElse("no hash"),
            signed(viewer, row, text),
            made,
            Measured.program());
    return switch (name) {
      case "iaa.json" -> InteragencyJson.write(source).getBytes(UTF_8);
      case "calendar.ics" -> Deliverables.calendar(source);
      default -> {
        String kind = name.substring(0, name.lastIndexOf('.'));
        Document document =
            switch (kind) {
              case "sla" -> SlaDocument.of(source);
              case "qasp" -> SurveillancePlan.of(source);
              case "iaa" -> InteragencyInputs.of(source);
              case "change-request" -> ChangeRequestForm.of(source);
              default -> Deliverables.of(source);
            };
        yield OfficeFile.bytes(document, name, made);
      }
    };
  }

  /** The sign-offs that stand for a text, so that its documents show who signed. */
  private Register signed(Viewer viewer, VersionRow row, Agreement text) {
    int number = text.amendment().map(Amendment::number).orElse(0);
    List<SignOff> stand =
        signOffs.progress(viewer, row.agreement(), row).steps().stream()
            .filter(StepState::isSigned)
            .map(
                step -> {
                  var given = step.last().orElseThrow();
                  return new SignOff(
                      number,
                      row.hash(),
                      step.step().party(),
                      Optional.of(given.role()),
                      Optional.of(given.person()),
                      given.signedOn(),
                      given.elsewhere());
                })
            .toList();
    Register none = Register.none(text.id());
    return new Register(
        text.id(), none.issued(), stand, none.loads(), none.requests(), none.places());
  }

  /**
   * A document of a result, made of the same records again; it says when the result was measured,
   * so that it is the same file each time.
   *
   * @throws NotHere if the person may not see the result or its records, or there is no such
   *     document
   */
  byte[] ofResult(Viewer viewer, UUID agreement, UUID result, String name) {
    ResultRow row = measured.one(viewer, agreement, result);
    require(OF_RESULT, name);
    Evaluation evaluation = measured.again(viewer, row);
    Instant made = row.evaluatedAt().truncatedTo(ChronoUnit.SECONDS);
    return switch (name) {
      case "results.xlsx" -> ResultsWorkbook.write(evaluation, made);
      case "status.pptx" -> StatusDashboard.write(evaluation, made);
      case "measures.xlsx" -> measures(evaluation, made);
      case "raid.xlsx" -> risks(evaluation, made);
      case "corrective-action-plan.docx" ->
          OfficeFile.bytes(CorrectiveActionPlan.of(evaluation, made), name, made);
      case "discrepancy-report.docx" ->
          OfficeFile.bytes(DiscrepancyReport.of(evaluation, made), name, made);
      default -> OfficeFile.bytes(PerformanceReport.of(evaluation, made), name, made);
    };
  }

  /** Results of metrics that implement a measure, in the columns of the workbook of measures. */
  private static byte[] measures(Evaluation evaluation, Instant made) {
    Evaluation masked = Masking.apply(evaluation);
    Agreement text = masked.agreement();
    List<MeasureResults> results = MeasureResults.of(text, masked.results().results());
    if (results.isEmpty()) {
      throw new Refused(
          "No metric implements a measure. Write implements: {measure: ID} in the metric.");
    }
    String version = text.id() + " " + masked.version();
    return workbook(
        masked,
        text.title() + ": results by measure",
        made,
        MeasureResults.sheet(results, Optional.empty(), version));
  }

  /** What the periods measured did not reach of what is promised, as risks. */
  private static byte[] risks(Evaluation evaluation, Instant made) {
    Evaluation masked = Masking.apply(evaluation);
    LocalDate day = masked.results().asOf().atZone(masked.agreement().zone()).toLocalDate();
    return workbook(
        masked,
        masked.agreement().title() + ": service level gaps",
        made,
        GapRisks.sheet(risksOf(masked, day)));
  }

  /**
   * The same as rows of a log.
   *
   * @param day on which they are entered
   * @throws Refused if no metric has a period that has ended
   */
  static List<Map<RiskColumn, Cell>> risksOf(Evaluation masked, LocalDate day) {
    Agreement text = masked.agreement();
    List<Result> results = masked.results().results();
    List<Gap> gaps =
        Gaps.of(
            text,
            results,
            result -> masked.versions().map(it -> it.isMeasuredAlike(result)).orElse(true),
            masked.partyTimes(),
            Map.of(),
            Optional.empty(),
            Optional.empty());
    if (gaps.isEmpty()) {
      throw new Refused("No metric has a period that has ended.");
    }
    List<ReportingPeriod> periods = masked.results().periods();
    ReportingPeriod all =
        ReportingPeriod.of(periods.get(0).from(), periods.get(periods.size() - 1).until());
    return GapRisks.of(text, gaps, all, masked.version(), day);
  }

  private static byte[] workbook(
      Evaluation masked, String title, Instant made, NewWorkbook.NewSheet sheet) {
    try {
      Path file = Files.createTempFile("workbook-", ".xlsx");
      try {
        NewWorkbook.write(
            file,
            title,
            AboutSheet.behind(sheet, PerformanceReport.around(masked, title, made, List.of())));
        return Files.readAllBytes(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("making a workbook", e);
    }
  }

  /**
   * Success metrics beside the results that serve them; the text is read and not kept.
   *
   * @throws NotHere if the person may not see the result or its records
   * @throws Refused if the text is none of success metrics, or has errors
   */
  byte[] successMetrics(Viewer viewer, UUID agreement, UUID result, byte[] text) {
    ResultRow row = measured.one(viewer, agreement, result);
    if (text.length == 0 || text.length > LONGEST) {
      throw new Refused("Choose the file of success metrics (YAML).");
    }
    var read = CompanionYaml.successMetrics("success-metrics.yaml", text);
    SuccessMetrics metrics =
        read.document()
            .orElseThrow(
                () ->
                    new Refused(
                        "These are no success metrics that can be read: "
                            + read.findings().stream()
                                .limit(3)
                                .map(Finding::toLine)
                                .collect(Collectors.joining("; "))));
    Instant made = row.evaluatedAt().truncatedTo(ChronoUnit.SECONDS);
    return TablesWorkbook.write(SuccessReport.of(measured.again(viewer, row), metrics, made), made);
  }

  private static void require(List<File> files, String name) {
    if (files.stream().noneMatch(file -> file.name().equals(name))) {
      throw new NotHere("There is no document of this name.");
    }
  }
}
