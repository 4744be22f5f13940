package org.plumbline.forms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.agreement.yaml.CompanionYaml;
import org.plumbline.workbook.FilledDocument;
import org.plumbline.workbook.WordFile;

/** Word forms that people keep, filled in where they ask, and nothing else of them changed. */
class WordFormsTest {

  private static final Path TEMPLATES = Path.of("../../shared/m3/templates");

  @TempDir private Path folder;

  private static Optional<String> answer(String label) {
    return Optional.ofNullable(Map.of("cr #", "CR-7 <&>", "program name", "Payables").get(label));
  }

  private static Conops conops() throws Exception {
    byte[] text = Files.readAllBytes(Path.of("../examples/accounts-payable/conops.yaml"));
    return CompanionYaml.conops("conops.yaml", text).document().orElseThrow();
  }

  @Test
  void aCellThatAsksIsFilledAndOneThatIsFilledStays() throws Exception {
    Path form =
        OfficeFiles.document(
            folder.resolve("f.docx"),
            OfficeFiles.paragraph("H1", "Request")
                + OfficeFiles.table("CR #|&lt;Enter CR #&gt;", "Program Name|Mine", "Else|"));
    Path to = folder.resolve("filled.docx");
    assertThat(FilledDocument.fill(form, to, WordFormsTest::answer, heading -> Optional.empty()))
        .containsExactly("cr #");
    FormTable table = FormTable.of("filled.docx", to).get(0);
    assertThat(table.lines().get(0).text(1)).isEqualTo("CR-7 <&>");
    assertThat(table.lines().get(1).text(1)).isEqualTo("Mine");
    unchanged(form, to);
  }

  @Test
  void whatATemplateAsksForBelowAHeadingIsReplaced() throws Exception {
    Path form =
        OfficeFiles.document(
            folder.resolve("f.docx"),
            OfficeFiles.paragraph("H1", "Proposed Solution Summary")
                + OfficeFiles.paragraph("", "&lt;&lt; Describe")
                + OfficeFiles.paragraph("", "it &gt;&gt;")
                + OfficeFiles.paragraph("", "Our own words.")
                + OfficeFiles.paragraph("H1", "Security")
                + OfficeFiles.paragraph("", "&lt;&lt; Say &gt;&gt;"));
    Path to = folder.resolve("filled.docx");
    assertThat(
            FilledDocument.fill(form, to, label -> Optional.empty(), FormAnswers.conops(conops())))
        .containsExactly("proposed solution summary");
    assertThat(WordFile.read(to).toString())
        .contains("The provider receives", "Our own words.", "<< Say >>")
        .doesNotContain("Describe");
  }

  @Test
  void thePublishedTemplatesComeOutWithTheirOtherContentUnchanged() throws Exception {
    assumeTrue(Files.exists(TEMPLATES), "the published templates are not here");
    Path concept = TEMPLATES.resolve("M3-Playbook-Target-State-CONOPS-Template.docx");
    Path to = folder.resolve("conops.docx");
    List<String> filled =
        FilledDocument.fill(concept, to, label -> Optional.empty(), FormAnswers.conops(conops()));
    assertThat(filled)
        .contains(
            "proposed solution summary", "major processes and functions", "business services");
    unchanged(concept, to);
    Path request = TEMPLATES.resolve("M3-Playbook-Change-Request-Form-Template.docx");
    Path out = folder.resolve("cr.docx");
    assertThat(
            FilledDocument.fill(request, out, WordFormsTest::answer, heading -> Optional.empty()))
        .containsExactly("program name", "cr #");
    unchanged(request, out);
  }

  /** Every part but the text is the same, byte for byte; the text is longer or shorter. */
  private static void unchanged(Path form, Path filled) {
    Map<String, byte[]> before = OfficeFiles.parts(form);
    Map<String, byte[]> after = OfficeFiles.parts(filled);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    before.forEach(
        (part, bytes) -> {
          if (!part.equals("word/document.xml")) {
            assertThat(after.get(part)).as(part).isEqualTo(bytes);
          }
        });
    assertThat(new String(after.get("word/document.xml"), UTF_8)).startsWith("<");
  }
}
