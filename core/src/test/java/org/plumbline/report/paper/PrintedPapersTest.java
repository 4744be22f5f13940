package org.plumbline.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.agreement.yaml.CompanionYaml;
import org.plumbline.desk.DeskEvaluation;
import org.plumbline.register.Register;
import org.plumbline.report.Document;
import org.plumbline.report.office.LibreOffice;
import org.plumbline.report.office.TablesWorkbook;
import org.plumbline.report.office.WordDocument;

/** Each document opened by LibreOffice: all of it is printed, and no page is empty. */
@Tag("office")
@EnabledIf(
    value = "libreOfficeIsThere",
    disabledReason = "LibreOffice is not here: install libreoffice-writer and -calc")
class PrintedPapersTest {

  private static final Source SOURCE = SlaDocumentTest.source(Register.none("x"));

  private static Document concept() throws Exception {
    byte[] text = Files.readAllBytes(Path.of("../examples/accounts-payable/conops.yaml"));
    Conops conops = CompanionYaml.conops("conops.yaml", text).document().orElseThrow();
    return OperationsConcept.of(
        new ConceptSource(
            conops, SOURCE.hash(), Optional.of("CUI"), SlaDocumentTest.MADE, SOURCE.program()));
  }

  @Test
  void eachDocumentIsPrintedAndNoPageIsEmpty(@TempDir Path folder) throws Exception {
    Map<String, Document> documents = new LinkedHashMap<>();
    documents.put("conops.docx", concept());
    documents.put("sla.docx", SlaDocument.of(SOURCE));
    documents.put("qasp.xlsx", SurveillancePlan.of(SOURCE));
    documents.put("iaa.docx", InteragencyInputs.of(SOURCE));
    documents.put("change.docx", ChangeRequestForm.of(SOURCE));
    documents.put("calendar.xlsx", Deliverables.of(SOURCE));
    documents.put(
        "plan.docx", CorrectiveActionPlan.of(DeskEvaluation.evaluation(), SlaDocumentTest.MADE));
    documents.put(
        "discrepancies.docx",
        DiscrepancyReport.of(DeskEvaluation.evaluation(), SlaDocumentTest.MADE));
    Map<String, byte[]> files = new LinkedHashMap<>();
    documents.forEach(
        (name, document) ->
            files.put(
                name,
                name.endsWith(".docx")
                    ? WordDocument.write(document, SlaDocumentTest.MADE)
                    : TablesWorkbook.write(document, SlaDocumentTest.MADE)));
    Map<String, List<String>> printed = LibreOffice.printed(files, folder);
    printed.forEach(
        (name, pages) -> {
          assertThat(pages).as(name).isNotEmpty();
          // Marking, title, stamp with the number of the page, marking: more than that.
          assertThat(pages)
              .as(name)
              .allSatisfy(page -> assertThat(page.strip().lines().count()).isGreaterThan(4));
          assertThat(String.join("\n", pages)).as(name).contains("How to verify");
        });
    assertThat(printed.getOrDefault("conops.docx", List.of()).get(0))
        .contains("Management certification", "The document is not accepted.");
  }

  static boolean libreOfficeIsThere() {
    return LibreOffice.isThere();
  }
}
