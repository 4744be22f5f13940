package org.plumbline.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.desk.DeskEvaluation;
import org.plumbline.report.office.LibreOffice;
import org.plumbline.report.office.PdfDocumentTest;
import org.plumbline.report.office.PrintedPages;

/** Each kind of document on paper: our PDF, and what LibreOffice prints of the other files. */
class PrintedPapersTest {

  private static final Map<String, byte[]> FILES = Kinds.files(DeskEvaluation.evaluation());

  @Test
  void everyPdfIsAccessibleAndNothingOfItIsCutOrOnSomethingElse() throws Exception {
    for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
      if (file.getKey().endsWith(".pdf")) {
        assertThat(PdfDocumentTest.violations(file.getValue())).as(file.getKey()).isEmpty();
        try (PDDocument pdf = Loader.loadPDF(file.getValue())) {
          assertThat(PrintedPages.faults(pdf, PrintedPages.PAPER)).as(file.getKey()).isEmpty();
        }
      }
    }
  }

  @Test
  @Tag("office")
  @EnabledIf(
      value = "libreOfficeIsThere",
      disabledReason = "LibreOffice is not here: install libreoffice-writer, -calc and -impress")
  void everyOtherFileOpensAndAllItsWordsStandOnItsPages(@TempDir Path folder) throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    FILES.forEach(
        (name, bytes) -> {
          if (!name.endsWith(".pdf")) {
            files.put(name.replace('.', '-') + name.substring(name.lastIndexOf('.')), bytes);
          }
        });
    Map<String, Path> printed = LibreOffice.pdfs(files, folder);
    for (Map.Entry<String, Path> file : printed.entrySet()) {
      String name = file.getKey();
      assertThat(Files.exists(file.getValue())).as(name + " opens").isTrue();
      try (PDDocument pdf = Loader.loadPDF(file.getValue().toFile())) {
        int margin = name.endsWith(".pptx") ? PrintedPages.SLIDE : PrintedPages.PAPER;
        assertThat(PrintedPages.faults(pdf, margin)).as(name).isEmpty();
        String text = new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0]+", "");
        for (String word : words(name, files.getOrDefault(name, new byte[0]))) {
          assertThat(text).as(name).contains(word);
        }
      }
    }
  }

  /** What stands in a file, word by word; of slides, which are whole, none. */
  private static List<String> words(String name, byte[] file) throws IOException {
    if (name.endsWith(".docx")) {
      try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file));
          XWPFWordExtractor text = new XWPFWordExtractor(word)) {
        return words(text.getText());
      }
    }
    StringBuilder text = new StringBuilder();
    if (name.endsWith(".xlsx")) {
      try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
        workbook.forEach(
            sheet ->
                sheet.forEach(
                    row ->
                        row.forEach(
                            cell -> {
                              if (cell.getCellType() == CellType.STRING) {
                                text.append(cell.getStringCellValue()).append(' ');
                              }
                            })));
      }
    }
    return words(text.toString());
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[\\s\u00a0]+"))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  static boolean libreOfficeIsThere() {
    return LibreOffice.isThere();
  }
}
