package org.plumbline.report.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.CompanionYaml;
import org.plumbline.desk.DeskEvaluation;
import org.plumbline.forms.FormTable;
import org.plumbline.forms.GovernanceAnswers;
import org.plumbline.forms.OfficeFiles;
import org.plumbline.forms.SuccessTable;
import org.plumbline.register.Register;
import org.plumbline.workbook.DocumentAnswers;
import org.plumbline.workbook.FilledDocument;
import org.plumbline.workbook.FilledSlides;
import org.plumbline.workbook.RefusedWorkbook;
import org.plumbline.workbook.SlideAnswers;
import org.plumbline.workbook.SlideFile;
import org.plumbline.workbook.WordBlock;
import org.plumbline.workbook.WordFile;

/** Forms of others, filled in where they ask; everything else in them stays as it was. */
class FormsOfOthersTest {

  private static final Path TEMPLATES = Path.of("../../shared/m3/templates");
  private static final Path FORMS = Path.of("../examples/forms");
  private static final String HASH = "plumbline1:sha-256:abc";
  private static final String SLIDE_ADDED =
      "\\[Content_Types].xml|ppt/presentation.xml|ppt/_rels/presentation.xml.rels"
          + "|ppt/slides/(_rels/)?slide[2345].xml(.rels)?";
  private static final LocalDate DAY = LocalDate.of(2016, 6, 10);
  private static final StatusForm.Risk KEPT = new StatusForm.Risk("Move of the desk (risk 4)", "–");

  @TempDir private Path folder;

  private static Agreement desk() {
    return DeskEvaluation.evaluation().agreement();
  }

  private static Source source() {
    return new Source(
        desk(), HASH, Register.none(desk().id()), SlaDocumentTest.MADE, "Plumbline test");
  }

  private static SlideAnswers status(StatusForm.Risk... risks) {
    return StatusForm.of(source(), DeskEvaluation.evaluation(), DAY, List.of(risks));
  }

  private static DocumentAnswers governance() {
    return GovernanceAnswers.of(desk(), Optional.empty(), HASH, DAY);
  }

  private static DocumentAnswers behind() {
    return new DocumentAnswers(
        label -> Optional.empty(),
        heading -> Optional.empty(),
        words -> Optional.empty(),
        headings -> List.of(),
        InteragencyInputs.behind(source()));
  }

  private static String part(Path file, String name) {
    return new String(OfficeFiles.parts(file).get(name), UTF_8);
  }

  /** The words of a part, a paragraph a line. */
  private static String words(String xml) {
    StringBuilder words = new StringBuilder();
    Matcher found = Pattern.compile("<[aw]:t(?: [^>]*)?>([^<]*)<|</[aw]:(p)>").matcher(xml);
    while (found.find()) {
      words.append(found.group(2) == null ? found.group(1) : "\n");
    }
    return words.toString();
  }

  /** Every part but those named is the same, byte for byte, and those are XML. */
  private static void unchanged(Path form, Path filled, String but) throws Exception {
    Map<String, byte[]> before = OfficeFiles.parts(form);
    Map<String, byte[]> after = OfficeFiles.parts(filled);
    assertThat(after.keySet()).containsAll(before.keySet());
    assertThat(after.keySet())
        .filteredOn(part -> !before.containsKey(part))
        .allMatch(part -> part.matches(but));
    for (Map.Entry<String, byte[]> part : before.entrySet()) {
      if (!part.getKey().matches(but)) {
        assertThat(after.get(part.getKey())).as(part.getKey()).isEqualTo(part.getValue());
      } else if (part.getKey().endsWith(".xml") || part.getKey().endsWith(".rels")) {
        javax.xml.parsers.SAXParserFactory.newInstance()
            .newSAXParser()
            .parse(
                new java.io.ByteArrayInputStream(after.get(part.getKey())),
                new org.xml.sax.helpers.DefaultHandler());
      }
    }
  }

  @Test
  void slidesTakeWhatFallsDueAndWhatWasNotKept() throws Exception {
    Path to = folder.resolve("status.pptx");
    List<String> told = FilledSlides.fill(FORMS.resolve("status.pptx"), to, status(KEPT));
    assertThat(told).contains("filled in: as of 06/10/16", "filled in: risks and issues, 3 rows");
    String second = words(part(to, "ppt/slides/slide2.xml"));
    assertThat(second)
        .contains(
            "Status (as of 06/10/16)", "Move of the desk (risk 4)", "promised 9 hours or less")
        .doesNotContain("List key");
    unchanged(FORMS.resolve("status.pptx"), to, "ppt/slides/slide[12].xml|" + SLIDE_ADDED);
    assertThat(words(part(to, "ppt/slides/slide3.xml")))
        .contains(
            "About these slides", "Version: plumbline1:sha-256:4bf0", "Period: ", "Records in ")
        .contains("Made: 2026-", "How to verify: ");
  }

  @Test
  void aRowThatSomebodyFilledInStays() throws Exception {
    Path to = folder.resolve("status.pptx");
    FilledSlides.fill(FORMS.resolve("status.pptx"), to, status());
    String first = words(part(to, "ppt/slides/slide1.xml"));
    assertThat(first)
        .contains("Our own milestone", "First day of performance")
        .doesNotContain("List major", "Name the owner");
  }

  @Test
  void aPlanOfGovernanceTakesPartiesRolesAndTermsAndLeavesVotingOpen() throws Exception {
    Path form = FORMS.resolve("governance.docx");
    Path to = folder.resolve("plan.docx");
    assertThat(FilledDocument.fill(form, to, governance(), Map.of()))
        .contains("name of customer agency", "program name", "purpose", "composition");
    assertThat(words(part(to, "word/document.xml")))
        .contains(
            "Governance plan for " + desk().title(),
            "Executive sponsor, ",
            "<<Describe how votes are taken.>>".replace("<", "&lt;").replace(">", "&gt;"))
        .doesNotContain("[Program Name]", "Describe the purpose");
    unchanged(form, to, "word/document.xml");
  }

  @Test
  void termsOfAnInteragencyAgreementKeepTheirTextAndGetBlocksBehindIt() throws Exception {
    Path form = FORMS.resolve("interagency-terms.docx");
    Path to = folder.resolve("terms.docx");
    FilledDocument.fill(form, to, behind(), Map.of());
    String before = words(part(form, "word/document.xml"));
    assertThat(words(part(to, "word/document.xml")))
        .startsWith(before)
        .contains("Requesting agency", "Do the documents fit together?");
    assertThat(WordFile.read(to).toString()).contains("From the agreement");
    unchanged(form, to, "word/document.xml");
  }

  private static SlideAnswers success() throws Exception {
    byte[] text =
        """
        plumbline: 1
        success-metrics: program
        title: Baseline and target success metrics
        measures:
          interest: {name: Interest paid, baseline: 3%, target: 1%}
          vendors: {name: Vendors satisfied, baseline: 55%, target: 80%}
          ticket: {name: Cost Per Help Desk Ticket, baseline: $31.20, target: $27}
        """
            .getBytes(UTF_8);
    return SuccessForm.of(
        source(), CompanionYaml.successMetrics("s.yaml", text).document().orElseThrow());
  }

  private static List<List<String>> embedded(Path slides) throws Exception {
    return SlideFile.tables(slides).stream()
        .map(table -> ((WordBlock.Table) table).rows())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void successMetricsAreFilledIntoATableThatIsEmbeddedInASlideAndReadFromIt() throws Exception {
    Path form = FORMS.resolve("success-metrics.pptx");
    Path to = folder.resolve("success-metrics.pptx");
    assertThat(FilledSlides.fill(form, to, success()))
        .containsExactly("filled in: 2 rows", "added: 1 row");
    assertThat(embedded(to).subList(1, 5))
        .extracting(row -> row.subList(1, 4))
        .containsExactly(
            List.of("Interest paid - efficiency metric", "3%", "1%"),
            List.of(
                "Cost per invoice - efficiency metric",
                "<<your agency data here>>",
                "<<your agency data here>>"),
            // What somebody filled in stays.
            List.of("Vendors satisfied - quality metric", "61%", "80%"),
            List.of("Cost Per Help Desk Ticket", "$31.20", "$27"));
    unchanged(form, to, "ppt/embeddings/document1.docx|ppt/media/image1.png|" + SLIDE_ADDED);
    assertThat(words(part(to, "ppt/slides/slide2.xml")))
        .contains("About these success metrics", "Version: " + HASH, "How to verify: ");
    Path again = folder.resolve("again.pptx");
    FilledSlides.fill(form, again, success());
    assertThat(again).hasSameBinaryContentAs(to);
    var understood = SuccessTable.read("s.pptx", FormTable.of("s.pptx", to));
    var read = CompanionYaml.successMetrics("s.yaml", understood.text().getBytes(UTF_8));
    assertThat(read.findings()).isEmpty();
    assertThat(read.document().orElseThrow().successMetrics().values())
        .extracting(metric -> metric.name() + " " + metric.target())
        .hasSize(4)
        .first()
        .asString()
        .contains("Interest paid", "1");
  }

  @Test
  void slidesThatActAreRefused() {
    Path form = OfficeFiles.with(copy("status.pptx"), "ppt/vbaProject.bin", "x");
    RefusedWorkbook refused =
        catchThrowableOfType(
            RefusedWorkbook.class,
            () -> FilledSlides.fill(form, folder.resolve("out.pptx"), status()));
    assertThat(refused.found()).isEqualTo("the presentation holds macros or controls");
  }

  private Path copy(String name) {
    try {
      return Files.copy(FORMS.resolve(name), folder.resolve(name));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void thePublishedTemplatesComeOutWithTheirOtherContentUnchanged() throws Exception {
    assumeTrue(Files.exists(TEMPLATES), "the published templates are not here");
    Path slides = TEMPLATES.resolve("M3-Playbook-Status-Report-Dashboard-Template.pptx");
    Path to = folder.resolve("status.pptx");
    FilledSlides.fill(slides, to, status(KEPT));
    unchanged(slides, to, "ppt/slides/slide[123].xml|" + SLIDE_ADDED);
    assertThat(words(part(to, "ppt/slides/slide3.xml"))).contains("Move of the desk (risk 4)");
    Path metrics =
        TEMPLATES.resolve("M3-Playbook-Baseline-and-Target-Performance-Success-Metrics.pptx");
    Path success = folder.resolve("success.pptx");
    FilledSlides.fill(metrics, success, success());
    unchanged(
        metrics,
        success,
        "ppt/embeddings/Microsoft_Word_Document1.docx|ppt/media/image1.emf|" + SLIDE_ADDED);
    assertThat(embedded(success).get(10).subList(2, 4)).containsExactly("$31.20", "$27");
    Path plan = TEMPLATES.resolve("M3-Playbook-Governance-Plan-Template.docx");
    Path filled = folder.resolve("plan.docx");
    assertThat(FilledDocument.fill(plan, filled, governance(), Map.of()))
        .contains(
            "name of customer agency", "title and office represented, voting member (yes or no)");
    unchanged(plan, filled, "word/document.xml");
    Path terms =
        TEMPLATES.resolve(
            "M3-Playbook-Migration-Phase-IAA-Terms-and-Conditions-Template.8.27.18.docx");
    Path out = folder.resolve("terms.docx");
    FilledDocument.fill(terms, out, behind(), Map.of());
    unchanged(terms, out, "word/document.xml");
  }
}
