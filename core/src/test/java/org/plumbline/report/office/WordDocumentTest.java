package org.plumbline.report.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

class WordDocumentTest {
  private final byte[] file = WordDocument.write(EveryBlock.document(), EveryBlock.MADE);

  @Test
  void theSameDocumentIsTheSameFile() {
    assertThat(WordDocument.write(EveryBlock.document(), EveryBlock.MADE)).isEqualTo(file);
  }

  @Test
  void headingsAreStyles() throws IOException {
    try (XWPFDocument word = open()) {
      assertThat(styled(word, "Title")).containsExactly("Service & support <desk>");
      assertThat(styled(word, "Heading1"))
          .containsExactly("Words", "Numbers", "About this document");
      assertThat(styled(word, "Heading2")).containsExactly("A heading inside", "More");
    }
  }

  @Test
  void tablesHaveHeaderRowsThatRepeatAndCaptions() throws IOException {
    try (XWPFDocument word = open()) {
      for (XWPFTable table : word.getTables()) {
        assertThat(table.getRow(0).isRepeatHeader()).isTrue();
        assertThat(table.getRow(0).isCantSplitRow()).isTrue();
      }
      assertThat(styled(word, "Caption"))
          .contains("A wide table", "Invoices on time: numbers", "Invoices: shares of open time");
    }
  }

  @Test
  void chartsCanBeEditedAndSayInWordsWhatTheyShow() throws IOException {
    try (XWPFDocument word = open()) {
      assertThat(word.getCharts()).hasSize(2);
      assertThat(word.getCharts().get(0).getChartSeries().get(0).getSeries(0))
          .satisfies(series -> assertThat(series.getValuesData().getPointCount()).isEqualTo(3));
      assertThat(word.getCharts().get(0).getWorkbook().getSheetAt(0).getRow(3).getCell(1))
          .hasToString("99.8");
      assertThat(word.getDocument().xmlText())
          .contains(
              "descr=\"Invoices on time: Sep 2026 96.5%, not met; Oct 2026 no data, no data;");
    } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
      throw new IOException(e);
    }
  }

  @Test
  void eachPageHasTheMarkingTheVersionAndWhenItWasMade() throws IOException {
    try (XWPFDocument word = open()) {
      assertThat(word.getHeaderList().get(0).getText()).contains("CUI", "Service & support <desk>");
      assertThat(word.getFooterList().get(0).getText())
          .contains("CUI", "plumbline1:sha-256:ababab", "Made 2026-11-22 13:00 UTC", "Page");
    }
  }

  @Test
  void propertiesAreGivenAndNotReadFromTheMachine() throws IOException {
    try (XWPFDocument word = open()) {
      var core = word.getProperties().getCoreProperties();
      assertThat(core.getTitle()).startsWith("Service & support <desk>");
      assertThat(core.getCreated()).isEqualTo(Date.from(Instant.parse("2026-11-22T13:00:00Z")));
      assertThat(core.getUnderlyingProperties().getLanguageProperty()).contains("en-US");
    }
  }

  @Test
  void marksAreExplainedOnceAndNeverColorAlone() throws IOException {
    try (XWPFDocument word = open()) {
      String text = word.getTables().stream().map(XWPFTable::getText).collect(Collectors.joining());
      assertThat(text).contains("√\u00a099.8%", "×\u00a097.0%");
      assertThat(styled(word, "Lead")).filteredOn(line -> line.startsWith("Marks:")).hasSize(1);
    }
  }

  private XWPFDocument open() throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(file));
  }

  private static List<String> styled(XWPFDocument word, String style) {
    return word.getParagraphs().stream()
        .filter(paragraph -> style.equals(paragraph.getStyle()))
        .map(XWPFParagraph::getText)
        .toList();
  }
}
