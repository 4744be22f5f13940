package org.plumbline.report.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.agreement.companion.SuccessMetrics;
import org.plumbline.agreement.yaml.CompanionYaml;
import org.plumbline.register.Register;
import org.plumbline.report.Document;
import org.plumbline.report.Evaluation;
import org.plumbline.report.PerformanceReport;
import org.plumbline.report.office.PdfDocument;
import org.plumbline.report.office.ResultsWorkbook;
import org.plumbline.report.office.StatusDashboard;
import org.plumbline.report.office.TablesWorkbook;
import org.plumbline.report.office.WordDocument;

/** Every kind of document that is made, of the examples. */
final class Kinds {

  private static final Path EXAMPLES = Path.of("../examples/accounts-payable");

  private Kinds() {}

  /** Those of a text, by name. */
  static Map<String, Document> ofTexts() {
    Source source = SlaDocumentTest.source(Register.none("x"));
    Map<String, Document> kinds = new LinkedHashMap<>();
    kinds.put("sla", SlaDocument.of(source));
    kinds.put("qasp", SurveillancePlan.of(source));
    kinds.put("iaa", InteragencyInputs.of(source));
    kinds.put("change-request", ChangeRequestForm.of(source));
    kinds.put("calendar", Deliverables.of(source));
    kinds.put(
        "conops",
        OperationsConcept.of(
            new ConceptSource(
                conops(),
                source.hash(),
                Optional.of("CUI"),
                SlaDocumentTest.MADE,
                source.program())));
    return kinds;
  }

  /** Those of results, by name. */
  static Map<String, Document> ofResults(Evaluation evaluation) {
    Map<String, Document> kinds = new LinkedHashMap<>();
    kinds.put("report", PerformanceReport.of(evaluation, SlaDocumentTest.MADE));
    kinds.put("plan", CorrectiveActionPlan.of(evaluation, SlaDocumentTest.MADE));
    kinds.put("discrepancies", DiscrepancyReport.of(evaluation, SlaDocumentTest.MADE));
    kinds.put("success", SuccessReport.of(evaluation, success(), SlaDocumentTest.MADE));
    return kinds;
  }

  /** All of them. */
  static Map<String, Document> all(Evaluation evaluation) {
    Map<String, Document> kinds = ofTexts();
    kinds.putAll(ofResults(evaluation));
    return kinds;
  }

  /** Every file that is made of them, by its name with ending. */
  static Map<String, byte[]> files(Evaluation evaluation) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    all(evaluation)
        .forEach(
            (name, document) -> {
              files.put(name + ".docx", WordDocument.write(document, SlaDocumentTest.MADE));
              files.put(name + ".pdf", PdfDocument.write(document, SlaDocumentTest.MADE));
              files.put(name + ".xlsx", TablesWorkbook.write(document, SlaDocumentTest.MADE));
            });
    files.put("results.xlsx", ResultsWorkbook.write(evaluation, SlaDocumentTest.MADE));
    files.put("status.pptx", StatusDashboard.write(evaluation, SlaDocumentTest.MADE));
    return files;
  }

  private static Conops conops() {
    try {
      byte[] text = Files.readAllBytes(EXAMPLES.resolve("conops.yaml"));
      return CompanionYaml.conops("conops.yaml", text).document().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SuccessMetrics success() {
    String text =
        """
        plumbline: 1
        success-metrics: program
        title: Success metrics
        measures:
          faster: {name: Incidents are resolved faster, baseline: 70%, target: 90%, serves: incidents-resolved}
        """;
    return CompanionYaml.successMetrics(
            "s.yaml", text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .document()
        .orElseThrow();
  }
}
