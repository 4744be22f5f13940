package org.plumbline.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.plumbline.desk.DeskEvaluation;
import org.plumbline.report.Document;

/** What holds of every kind of document, in every kind of file. */
class EveryKindTest {

  private static final Map<String, Document> ALL = Kinds.all(DeskEvaluation.evaluation());
  private static final Map<String, byte[]> FILES = Kinds.files(DeskEvaluation.evaluation());

  @Test
  void eachSaysWhatItIsOfWhenItWasMadeAndHowToVerifyIt() {
    ALL.forEach(
        (kind, document) -> {
          List<String> names = document.facts().stream().map(Document.Fact::name).toList();
          assertThat(names).as(kind).contains("Version", "Made", "How to verify");
          assertThat(names).as(kind).containsAnyOf("Agreement", "Concept of operations");
          assertThat(names).as(kind).anyMatch(name -> name.startsWith("Records"));
          if (!kind.equals("conops")) { // A concept is of no period.
            assertThat(names).as(kind).containsAnyOf("Period", "Period of performance");
          }
          assertThat(document.marking()).as(kind).contains("CUI");
          assertThat(document.facts()).as(kind).noneMatch(fact -> fact.value().isBlank());
        });
  }

  @Test
  void eachFileSaysAllOfIt() throws Exception {
    for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
      String name = file.getKey();
      String text = text(name, file.getValue());
      assertThat(text).as(name).contains("CUI", "Howtoverify", "plumbline1:sha-256:");
      Document document = ALL.get(name.substring(0, name.indexOf('.')));
      if (document != null) {
        for (Document.Fact fact : document.facts()) {
          assertThat(text).as(name).contains(plain(fact.name()), plain(fact.value()));
        }
      }
    }
  }

  @Test
  void madeTwiceEachIsTheSameFile() {
    Kinds.files(DeskEvaluation.evaluation())
        .forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(FILES.get(name)));
  }

  @Test
  void whatIsSensitiveStandsInNoneOfThem() throws Exception {
    for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
      assertThat(text(file.getKey(), file.getValue()))
          .as(file.getKey())
          .doesNotContain("Caller2403", "31/2/2016");
    }
  }

  @Test
  void whatIsAskedForByNameIsShown() {
    var evaluation =
        DeskEvaluation.evaluation(
            org.plumbline.desk.Desk.agreement(), java.util.Set.of("caller"), "INC0000047");
    assertThat(Kinds.ofResults(evaluation).get("report")).asString().contains("31/2/2016");
  }

  @Test
  void wordHasALanguageHeadingsInOrderAndTablesWithHeaderRows() throws Exception {
    for (Map.Entry<String, byte[]> file : ending(".docx").entrySet()) {
      try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file.getValue()))) {
        String name = file.getKey();
        assertThat(word.getProperties().getCoreProperties().getUnderlyingProperties())
            .satisfies(core -> assertThat(core.getLanguageProperty()).contains("en-US"));
        List<String> styles =
            word.getParagraphs().stream()
                .map(XWPFParagraph::getStyle)
                .filter(style -> style != null && style.matches("Title|Heading\\d"))
                .toList();
        assertThat(styles).as(name).startsWith("Title", "Heading1");
        for (int i = 1; i < styles.size(); i++) {
          assertThat(level(styles.get(i)))
              .as(name)
              .isLessThanOrEqualTo(level(styles.get(i - 1)) + 1);
        }
        for (XWPFTable table : word.getTables()) {
          assertThat(table.getRow(0).isRepeatHeader()).as(name).isTrue();
          assertThat(table.getCTTbl().xmlText()).as(name).doesNotContain("gridSpan", "vMerge");
        }
        assertThat(word.getDocument().xmlText())
            .as(name)
            .doesNotContain("descr=\"\"")
            .doesNotContainPattern("<wp:docPr(?![^>]*descr=)[^>]*>");
      }
    }
  }

  private static int level(String style) {
    return style.equals("Title") ? 0 : Integer.parseInt(style.substring("Heading".length()));
  }

  @Test
  void workbooksHaveANamedTableASheetAndNoMergedCells() throws Exception {
    for (Map.Entry<String, byte[]> file : ending(".xlsx").entrySet()) {
      try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file.getValue()))) {
        String name = file.getKey();
        List<String> tables = new ArrayList<>();
        workbook.sheetIterator().forEachRemaining(sheet -> tables.addAll(named((XSSFSheet) sheet)));
        assertThat(tables).as(name).hasSize(workbook.getNumberOfSheets()).doesNotHaveDuplicates();
        assertThat(workbook.getProperties().getCoreProperties().getTitle()).as(name).isNotBlank();
      }
    }
  }

  private static List<String> named(XSSFSheet sheet) {
    assertThat(sheet.getNumMergedRegions()).isZero();
    sheet
        .getRow(0)
        .forEach(
            cell -> assertThat(cell.getStringCellValue()).as(sheet.getSheetName()).isNotBlank());
    return sheet.getTables().stream()
        .map(
            table -> {
              assertThat(table.getStartRowIndex()).isZero();
              assertThat(table.getHeaderRowCount()).isEqualTo(1);
              return table.getName();
            })
        .toList();
  }

  @Test
  void slidesHaveTitlesFirstAndWordsForWhatIsDrawn() throws Exception {
    try (XMLSlideShow show =
        new XMLSlideShow(
            new ByteArrayInputStream(Objects.requireNonNull(FILES.get("status.pptx"))))) {
      for (XSLFSlide slide : show.getSlides()) {
        assertThat(slide.getTitle()).isNotBlank();
        // What is read first is the title.
        assertThat(slide.getShapes().get(0)).isSameAs(slide.getPlaceholder(0));
        assertThat(slide.getXmlObject().xmlText())
            .contains("lang=\"en-US\"")
            .doesNotContainPattern("<p:nvGraphicFramePr>\\s*<p:cNvPr(?![^>]*descr=\"[^\"])[^>]*>")
            .doesNotContainPattern("<a:tblPr(?![^>]*firstRow=\"(true|1)\")[^>]*>");
      }
    }
  }

  private static Map<String, byte[]> ending(String ending) {
    return FILES.entrySet().stream()
        .filter(file -> file.getKey().endsWith(ending))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** All words of a file, without what stands between them. */
  static String text(String name, byte[] file) throws IOException {
    if (name.endsWith(".pdf")) {
      try (PDDocument pdf = Loader.loadPDF(file)) {
        return plain(new PDFTextStripper().getText(pdf));
      }
    }
    StringBuilder text = new StringBuilder();
    try (var zip = new java.util.zip.ZipInputStream(new ByteArrayInputStream(file))) {
      for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        if (part.getName().endsWith(".xml")) {
          text.append(new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
      }
    }
    return plain(
        text.toString()
            .replaceAll("<[^>]*>", "")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&"));
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\u00a0\u00ad]+", "");
  }
}
