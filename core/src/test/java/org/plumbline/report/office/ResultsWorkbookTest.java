package org.plumbline.report.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.plumbline.desk.DeskEvaluation;

class ResultsWorkbookTest {
  private final byte[] file = ResultsWorkbook.write(DeskEvaluation.evaluation(), EveryBlock.MADE);

  @Test
  void theSameResultsAreTheSameFile() {
    assertThat(ResultsWorkbook.write(DeskEvaluation.evaluation(), EveryBlock.MADE)).isEqualTo(file);
  }

  @Test
  void eachSheetIsANamedTableWithoutMergedCells() throws IOException {
    try (XSSFWorkbook workbook = open()) {
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        assertThat(workbook.getSheetAt(i).getTables()).hasSize(1);
        assertThat(workbook.getSheetAt(i).getNumMergedRegions()).isZero();
      }
      assertThat(workbook.getSheetAt(0).getSheetName()).isEqualTo("Summary");
    }
  }

  @Test
  void aShareOfRowsThatAreShownIsAFormulaThatGivesTheFigure() throws IOException {
    try (XSSFWorkbook workbook = open()) {
      int formulas = 0;
      for (Row row : workbook.getSheet("Results")) {
        Cell share = row.getCell(11);
        if (share.getCellType() == CellType.FORMULA) {
          formulas++;
          assertThat(share.getNumericCellValue())
              .isCloseTo(
                  row.getCell(7).getNumericCellValue(),
                  org.assertj.core.data.Offset.offset(0.000001));
        }
      }
      assertThat(formulas).isGreaterThan(5);
      Sheet summary = workbook.getSheet("Summary");
      assertThat(summary.getRow(1).getCell(1).getCellFormula()).startsWith("COUNTIF(Results!");
    }
  }

  @Test
  void aProgramThatWorksTheFormulasOutComesToWhatTheyShow() throws IOException {
    try (XSSFWorkbook workbook = open()) {
      var evaluator = workbook.getCreationHelper().createFormulaEvaluator();
      int formulas = 0;
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.FORMULA) {
              formulas++;
              var worked = evaluator.evaluate(cell);
              assertThat(worked.getCellType()).isEqualTo(cell.getCachedFormulaResultType());
              if (worked.getCellType() == CellType.NUMERIC) {
                assertThat(worked.getNumberValue())
                    .isCloseTo(
                        cell.getNumericCellValue(),
                        org.assertj.core.data.Offset.offset(0.000000001));
              } else {
                assertThat(worked.getStringValue()).isEqualTo(cell.getStringCellValue());
              }
            }
          }
        }
      }
      assertThat(formulas).isGreaterThan(20);
    }
  }

  @Test
  void textThatBeginsLikeAFormulaStaysText() {
    assertThat(List.of("=1+1", "@SUM(A1)", "+cmd|x", "-2+3", "=HYPERLINK(\"x\")"))
        .allSatisfy(text -> assertThat(SafeText.of(text)).isEqualTo("'" + text));
    assertThat(List.of("-0.3 points", "+12", "99.8%", "text"))
        .allSatisfy(text -> assertThat(SafeText.of(text)).isEqualTo(text));
  }

  @Test
  void itSaysWhatItIsOf() throws IOException {
    try (XSSFWorkbook workbook = open()) {
      StringBuilder about = new StringBuilder();
      workbook.getSheet("About").forEach(row -> about.append(row.getCell(0)).append(' '));
      assertThat(about).contains("Agreement", "Version", "Made", "How to verify");
    }
  }

  private XSSFWorkbook open() throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(file));
  }
}
