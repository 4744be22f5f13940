package org.plumbline.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.forms.OfficeFiles;
import org.plumbline.report.office.LibreOffice;

/** A log with three free rows and a dashboard over them, into which five entries come. */
class GrownRangesTest {

  @TempDir private Path folder;

  private Path log() throws IOException {
    Path file = folder.resolve("log.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet log = workbook.createSheet("Risk Log");
      XSSFRow headings = log.createRow(1);
      for (String heading : List.of("#", "Title", "Weight", "Running", "Own")) {
        headings.createCell(Math.max(0, headings.getLastCellNum())).setCellValue(heading);
      }
      for (int row = 3; row <= 5; row++) {
        XSSFRow made = log.createRow(row - 1);
        made.createCell(0).setCellFormula("IF(B" + row + "=\"\",\"\",ROW()-2)");
        made.createCell(1).setBlank();
        made.createCell(2).setBlank();
        made.createCell(3).setCellFormula("SUM(C$3:C" + row + ")");
        made.createCell(4).setCellFormula("SUM(A" + row + ":C" + row + ")");
      }
      DataValidationHelper helper = log.getDataValidationHelper();
      DataValidation list =
          helper.createValidation(
              helper.createExplicitListConstraint(new String[] {"1", "2"}),
              new CellRangeAddressList(2, 4, 2, 2));
      log.addValidationData(list);
      log.getSheetConditionalFormatting()
          .addConditionalFormatting(
              new CellRangeAddress[] {CellRangeAddress.valueOf("A3:E5")},
              log.getSheetConditionalFormatting().createConditionalFormattingRule("$C3>1"));
      workbook.setPrintArea(0, "$A$1:$E$5");
      XSSFSheet board = workbook.createSheet("Dash & Board");
      XSSFRow first = board.createRow(0);
      first.createCell(0).setCellValue("Entries");
      first.createCell(1).setCellFormula("COUNTIF('Risk Log'!$B$3:$B$5,\"<>\"&\"B$3:B5\"&\"\")");
      first.createCell(2).setCellFormula("SUM('Risk Log'!C3:C5)&\" in all\"");
      first.createCell(3).setCellFormula("COUNTA('Risk Log'!$A$2:$E$2)");
      first.createCell(4).setCellFormula("SUM('Risk Log'!$H$3:$H$5)");
      workbook.createName().setNameName("Weights");
      workbook.getName("Weights").setRefersToFormula("'Risk Log'!$C$3:$C$5");
      workbook.write(out);
    }
    return file;
  }

  private Path filled() throws Exception {
    SortedMap<Long, SortedMap<Integer, Cell>> rows = new TreeMap<>();
    for (long row = 3; row <= 7; row++) {
      rows.put(
          row,
          new TreeMap<>(
              Map.of(
                  1, Cell.text("Risk " + row),
                  2, Cell.number(java.math.BigDecimal.valueOf(row)))));
    }
    Path to = folder.resolve("filled.xlsx");
    FilledWorkbook.fill(log(), to, Map.of("Risk Log", rows), Map.of());
    return to;
  }

  @Test
  void whatEndedAboveTheRowsThatCameEndsBelowThem() throws Exception {
    try (InputStream in = Files.newInputStream(filled());
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      XSSFSheet board = workbook.getSheet("Dash & Board");
      assertThat(board.getRow(0).getCell(1).getCellFormula())
          .isEqualTo("COUNTIF('Risk Log'!$B$3:$B$7,\"<>\"&\"B$3:B5\"&\"\")");
      assertThat(board.getRow(0).getCell(2).getCellFormula())
          .isEqualTo("SUM('Risk Log'!C3:C7)&\" in all\"");
      assertThat(board.getRow(0).getCell(3).getCellFormula()).contains("$A$2:$E$2");
      assertThat(board.getRow(0).getCell(4).getCellFormula()).contains("$H$3:$H$5");
      assertThat(workbook.getName("Weights").getRefersToFormula())
          .isEqualTo("'Risk Log'!$C$3:$C$7");
      assertThat(workbook.getPrintArea(0)).isEqualTo("'Risk Log'!$A$1:$E$7");
      XSSFSheet log = workbook.getSheet("Risk Log");
      assertThat(log.getDataValidations().get(0).getRegions().getCellRangeAddresses()[0])
          .hasToString(new CellRangeAddress(2, 6, 2, 2).toString());
      assertThat(
              log.getSheetConditionalFormatting()
                  .getConditionalFormattingAt(0)
                  .getFormattingRanges()[0]
                  .formatAsString())
          .isEqualTo("A3:E7");
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      assertThat(board.getRow(0).getCell(1).getNumericCellValue()).isEqualTo(5);
      assertThat(board.getRow(0).getCell(2).getStringCellValue()).isEqualTo("25 in all");
    }
  }

  @Test
  void aRowThatCameComputesWhatTheRowAboveItDoes() throws Exception {
    try (InputStream in = Files.newInputStream(filled());
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      XSSFSheet log = workbook.getSheet("Risk Log");
      assertThat(log.getRow(6).getCell(0).getCellFormula()).isEqualTo("IF(B7=\"\",\"\",ROW()-2)");
      assertThat(log.getRow(6).getCell(3).getCellFormula()).isEqualTo("SUM(C$3:C7)");
      assertThat(log.getRow(3).getCell(3).getCellFormula()).isEqualTo("SUM(C$3:C4)");
      assertThat(log.getRow(4).getCell(3).getCellFormula()).isEqualTo("SUM(C$3:C5)");
      assertThat(log.getRow(6).getCell(4).getCellFormula()).isEqualTo("SUM(A7:C7)");
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      assertThat(log.getRow(6).getCell(0).getNumericCellValue()).isEqualTo(5);
    }
  }

  @Test
  @Tag("office")
  void theDashboardCountsTheRowsThatCameInLibreOffice() throws Exception {
    assumeTrue(LibreOffice.isThere(), "LibreOffice is not installed");
    Map<String, List<String>> printed =
        LibreOffice.printed(
            Map.of("seen.xlsx", Files.readAllBytes(filled())),
            Files.createDirectory(folder.resolve("office")));
    String pages = String.join("\n", printed.get("seen.xlsx"));
    assertThat(pages).contains("Risk 7", "25 in all").containsPattern("Entries\\s+5");
  }

  @Test
  void aTableOfALogMadeAnewTakesTheRowsIn() throws Exception {
    Path made = folder.resolve("made.xlsx");
    NewWorkbook.write(
        made,
        "Made",
        List.of(
            new NewWorkbook.NewSheet(
                "Log",
                List.of(10, 10),
                List.of("A", "B"),
                List.of(List.of(Cell.text("x"), Cell.text("y"))))));
    Path to = folder.resolve("more.xlsx");
    FilledWorkbook.fill(
        made,
        to,
        Map.of("Log", new TreeMap<>(Map.of(3L, new TreeMap<>(Map.of(0, Cell.text("z")))))),
        Map.of());
    String table = new String(OfficeFiles.parts(to).get("xl/tables/table1.xml"), UTF_8);
    assertThat(table).contains("ref=\"A1:B3\"").doesNotContain("A1:B2");
  }

  private static String extended(String formula, long... rows) {
    SortedSet<Long> came = new TreeSet<>();
    for (long row : rows) {
      came.add(row);
    }
    return FormulaText.extended(
        formula,
        "Log",
        9,
        FormulaText.Reach.LISTS,
        new Growth("Log", came, java.util.Set.of(), 0, 3));
  }

  @Test
  void onlyReferencesToTheSheetAreExtendedAndTextsAreNot() {
    assertThat(extended("SUM(B2:B5)", 6, 7)).isEqualTo("SUM(B2:B7)");
    assertThat(extended("SUM(Log!B2:$B5)", 6)).isEqualTo("SUM(Log!B2:$B6)");
    assertThat(extended("SUM(Other!B2:B5)", 6)).isEqualTo("SUM(Other!B2:B5)");
    assertThat(extended("SUM([1]Log!B2:B5)", 6)).isEqualTo("SUM([1]Log!B2:B5)");
    assertThat(extended("T[B2:B5]&\"B2:B5\"", 6)).isEqualTo("T[B2:B5]&\"B2:B5\"");
    assertThat(extended("SUM(B2:B5)", 7)).isEqualTo("SUM(B2:B5)");
    assertThat(extended("SUM(A5:D5)", 6)).isEqualTo("SUM(A5:D5)");
    assertThat(extended("LOG10(B5)+B5", 6)).isEqualTo("LOG10(B5)+B5");
    assertThat(extended("SUM(B$2:B9)", 10)).isEqualTo("SUM(B$2:B9)");
    assertThat(extended("SUM(B$2:B$9)", 10)).isEqualTo("SUM(B$2:B$10)");
  }

  @Test
  void onlyAFormulaThatGoesDownATableIsCopied() {
    assertThat(FormulaText.below("A4+1", 5, 1)).contains("A5+1");
    assertThat(FormulaText.below("$B$1*C5", 5, 2)).contains("$B$1*C7");
    assertThat(FormulaText.below("SUM(B2:B4)", 5, 1)).isEqualTo(Optional.empty());
    assertThat(FormulaText.below("B2", 5, 1)).isEqualTo(Optional.empty());
    assertThat(FormulaText.below("IF(B5=\"C5\",D5,\"\")", 5, 1)).contains("IF(B6=\"C5\",D6,\"\")");
  }
}
