package org.plumbline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plumbline.report.Document;
import org.plumbline.report.Evaluation;
import org.plumbline.report.html.HtmlReport;
import org.plumbline.report.json.InteragencyJson;
import org.plumbline.report.office.PdfDocument;
import org.plumbline.report.office.TablesWorkbook;
import org.plumbline.report.office.WordDocument;
import org.plumbline.report.paper.ChangeRequestForm;
import org.plumbline.report.paper.CorrectiveActionPlan;
import org.plumbline.report.paper.Deliverables;
import org.plumbline.report.paper.DiscrepancyReport;
import org.plumbline.report.paper.InteragencyInputs;
import org.plumbline.report.paper.OperationsConcept;
import org.plumbline.report.paper.SlaDocument;
import org.plumbline.report.paper.SuccessReport;
import org.plumbline.report.paper.SurveillancePlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code plumbline document}. */
@Command(
    name = "document",
    mixinStandardHelpOptions = true,
    description = {
      "Make a document that people sign or file.",
      " ",
      "Of the text of an agreement:",
      "  sla             the agreement itself, with a page to sign",
      "  qasp            the surveillance plan: requirements summary, how each is watched",
      "  iaa             what FS Forms 7600A and 7600B take from it, and whether they fit",
      "  change-request  a form, filled in as far as the amendment says",
      "  conops          the concept of operations beside it, with a page to certify",
      "  calendar        what falls due and when; as .ics for a calendar program",
      " ",
      "Of the results of a period (--period):",
      "  corrective-action-plan  what has to be put right, by whom, until when",
      "  discrepancy-report      a contract discrepancy report for each result short of its target",
      "  success-metrics         baselines and targets beside the results that serve them"
    },
    footer = {
      "",
      "  plumbline document sla first -o sla.docx",
      "  plumbline document sla first -o sla.pdf",
      "  plumbline document calendar first -o first.ics",
      "",
      "The report of a period comes from: plumbline evaluate first --period 2025-Q1 -o report.docx"
    })
final class DocumentCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private Plumbline root;
  @Mixin private DocumentPeriod period;

  @Parameters(index = "0", paramLabel = "KIND", description = "Which: ${COMPLETION-CANDIDATES}.")
  private @Nullable DocumentKind kind;

  @Parameters(
      index = "1",
      paramLabel = "FILE|DIR",
      description = "The agreement, or a folder with agreement.yaml or versions.")
  private String file = "";

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description =
          "Where it goes; its ending says how: .docx, .pdf, .html, .xlsx (its tables); of iaa"
              + " .json, of calendar .ics.")
  private @Nullable Path output;

  @Mixin private MadeOption made;

  @Option(
      names = "--success",
      paramLabel = "FILE",
      description = "The success metrics, where the agreement does not include them.")
  private Optional<String> success = Optional.empty();

  @Override
  public Integer call() throws IOException {
    Path to = Objects.requireNonNull(output);
    DocumentKind what = Objects.requireNonNull(kind);
    String name = to.toString().toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    byte[] bytes = what == DocumentKind.CONOPS ? concept(ending) : agreement(what, ending);
    Files.write(to, bytes);
    spec.commandLine().getErr().println("Written: " + to);
    return ExitCode.DONE;
  }

  private byte[] concept(String ending) throws IOException {
    ZoneId zone = DocumentParts.concept(file, root.now()).conops().zone();
    Instant at = made.at(root.now(), zone);
    return bytes(OperationsConcept.of(DocumentParts.concept(file, at)), ending, at);
  }

  private byte[] agreement(DocumentKind what, String ending) throws IOException {
    AgreementFile read = AgreementFile.open(file);
    Instant at = made.at(root.now(), read.agreement().zone());
    if (what.isOfResults()) {
      Evaluation results = period.evaluate(read, root.now());
      Document document =
          what == DocumentKind.CORRECTIVE_ACTION_PLAN
              ? CorrectiveActionPlan.of(results, at)
              : what == DocumentKind.DISCREPANCY_REPORT
                  ? DiscrepancyReport.of(results, at)
                  : SuccessReport.of(results, DocumentParts.success(read, success), at);
      return bytes(document, ending, at);
    }
    var source = DocumentParts.source(read, at);
    if (what == DocumentKind.IAA && ending.equals("json")) {
      return InteragencyJson.write(source).getBytes(StandardCharsets.UTF_8);
    }
    if (what == DocumentKind.CALENDAR && ending.equals("ics")) {
      return Deliverables.calendar(source);
    }
    Document document =
        switch (what) {
          case SLA -> SlaDocument.of(source);
          case QASP -> SurveillancePlan.of(source);
          case IAA -> InteragencyInputs.of(source);
          case CHANGE_REQUEST -> ChangeRequestForm.of(source);
          case CALENDAR -> Deliverables.of(source);
          case CONOPS, CORRECTIVE_ACTION_PLAN, DISCREPANCY_REPORT, SUCCESS_METRICS ->
              throw new IllegalStateException(what + " is made elsewhere");
        };
    return bytes(document, ending, at);
  }

  private byte[] bytes(Document document, String ending, Instant at) {
    return switch (ending) {
      case "docx" -> WordDocument.write(document, at);
      case "pdf" -> PdfDocument.write(document, at);
      case "html", "htm" -> HtmlReport.render(document).getBytes(StandardCharsets.UTF_8);
      case "xlsx" -> TablesWorkbook.write(document, at);
      default ->
          throw new ParameterException(
              spec.commandLine(),
              "-o: the name of the file ends with .docx, .pdf, .html or .xlsx"
                  + (kind == DocumentKind.IAA ? ", or .json" : "")
                  + (kind == DocumentKind.CALENDAR ? ", or .ics" : ""));
    };
  }
}
