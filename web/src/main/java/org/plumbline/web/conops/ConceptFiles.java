package org.plumbline.web.conops;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.agreement.yaml.AgreementHash;
import org.plumbline.forms.ResponsibilityRows;
import org.plumbline.report.office.AboutSheet;
import org.plumbline.report.paper.ConceptSource;
import org.plumbline.report.paper.OperationsConcept;
import org.plumbline.web.document.OfficeFile;
import org.plumbline.web.identity.Viewer;
import org.plumbline.web.records.Loads;
import org.plumbline.web.refusal.NotHere;
import org.plumbline.web.refusal.Refused;
import org.plumbline.web.result.Measured;
import org.plumbline.workbook.NewWorkbook;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * A concept of operations as files, for people and for programs. A file says when the concept was
 * written, so that it is the same each time.
 */
@Controller
class ConceptFiles {

  private static final String MATRIX = "responsibilities.xlsx";

  /** What can be asked for, and what a link to it says. */
  static final Map<String, String> FILES = files();

  private final Concepts concepts;
  private final Loads loads;

  ConceptFiles(Concepts concepts, Loads loads) {
    this.concepts = concepts;
    this.loads = loads;
  }

  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("conops.docx", "to certify (Word)");
    files.put("conops.pdf", "the same as PDF");
    files.put("conops.xlsx", "its tables (Excel)");
    files.put(MATRIX, "the responsibility matrix (Excel)");
    return files;
  }

  @GetMapping({
    "/agreements/{agreement}/conops/{conops}/documents/{document}",
    "/api/agreements/{agreement}/conops/{conops}/documents/{document}"
  })
  ResponseEntity<byte[]> file(
      Viewer viewer,
      @PathVariable UUID agreement,
      @PathVariable UUID conops,
      @PathVariable String document) {
    ConceptRow row = concepts.one(viewer, agreement, conops);
    if (!FILES.containsKey(document)) {
      throw new NotHere("There is no document of this name.");
    }
    String text = concepts.text(viewer, row);
    Conops concept =
        ConceptView.of(text)
            .concept()
            .orElseThrow(
                () ->
                    new Refused("A text with errors makes no document: mend what is found first."));
    Instant made = row.writtenAt().truncatedTo(ChronoUnit.SECONDS);
    ConceptSource source =
        new ConceptSource(
            concept,
            AgreementHash.ofDocument(ConceptView.FILE, text.getBytes(UTF_8)).orElse("no hash"),
            loads.marking(viewer, agreement),
            made,
            Measured.program());
    if (document.equals(MATRIX)) {
      return OfficeFile.of(document, matrix(source));
    }
    return OfficeFile.of(document, OfficeFile.bytes(OperationsConcept.of(source), document, made));
  }

  private static byte[] matrix(ConceptSource source) {
    Conops concept = source.conops();
    try {
      Path file = Files.createTempFile("matrix-", ".xlsx");
      try {
        NewWorkbook.write(
            file,
            concept.title(),
            AboutSheet.behind(
                ResponsibilityRows.sheet(concept),
                concept.title(),
                source.marking(),
                source.facts()));
        return Files.readAllBytes(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("making a workbook", e);
    }
  }
}
