package org.plumbline.report.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook of named tables: one a sheet, a header row that stays in sight, no merged cells. */
final class Sheets {

  private static final int NARROWEST = 9;
  private static final int WIDEST = 60;
  private static final int CHARACTER = 256;
  private static final float LINE = 15;

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final Map<String, CellStyle> styles = new HashMap<>();
  private final CellStyle headerStyle = workbook.createCellStyle();

  Sheets(String title, Instant made) {
    var bold = workbook.createFont();
    bold.setBold(true);
    headerStyle.setFont(bold);
    headerStyle.setWrapText(true);
    headerStyle.setVerticalAlignment(VerticalAlignment.BOTTOM);
    var core = workbook.getProperties().getCoreProperties();
    core.setTitle(title);
    core.setCreator("Plumbline");
    core.setCreated(Optional.of(Date.from(made)));
    core.setModified(Optional.of(Date.from(made)));
    core.getUnderlyingProperties().setLanguageProperty(Optional.of("en-US"));
    workbook.getProperties().getExtendedProperties().setApplication("Plumbline");
  }

  /**
   * What stands in a cell.
   *
   * @param text a text, or a formula
   * @param number a number; empty for a text or a formula
   */
  record Value(Kind kind, String text, Optional<BigDecimal> number, String format) {}

  /** How a value is written. */
  enum Kind {
    TEXT,
    NUMBER,
    FORMULA
  }

  /** A text, which is never taken for a formula. */
  static Value text(String text) {
    return new Value(Kind.TEXT, SafeText.of(text), Optional.empty(), "");
  }

  static Value number(BigDecimal number, String format) {
    return new Value(Kind.NUMBER, "", Optional.of(number), format);
  }

  /** A formula of ours over cells of the workbook. */
  static Value formula(String formula) {
    return new Value(Kind.FORMULA, formula, Optional.empty(), "#,##0.##");
  }

  /** A formula that gives a share. */
  static Value percent(String formula) {
    return new Value(Kind.FORMULA, formula, Optional.empty(), "0.0##%");
  }

  /** Adds a sheet with a table of the same name. */
  void add(String title, List<String> header, List<List<Value>> rows) {
    XSSFSheet sheet = workbook.createSheet(title);
    Row head = sheet.createRow(0);
    for (int c = 0; c < header.size(); c++) {
      Cell name = head.createCell(c);
      name.setCellValue(header.get(c));
      name.setCellStyle(headerStyle);
      int longest = header.get(c).length() + 3;
      for (List<Value> row : rows) {
        longest = Math.max(longest, row.get(c).text().length());
      }
      boolean formula = !rows.isEmpty() && rows.get(0).get(c).kind() == Kind.FORMULA;
      int width = formula ? header.get(c).length() + 4 : longest + 1;
      sheet.setColumnWidth(c, Math.max(NARROWEST, Math.min(WIDEST, width)) * CHARACTER);
    }
    for (int r = 0; r < rows.size(); r++) {
      Row row = sheet.createRow(r + 1);
      for (int c = 0; c < header.size(); c++) {
        put(row.createCell(c), rows.get(r).get(c));
      }
      int lines = lines(sheet, rows.get(r));
      if (lines > 1) {
        row.setHeightInPoints(lines * LINE);
      }
    }
    sheet.createFreezePane(1, 1);
    table(sheet, title, header.size(), Math.max(1, rows.size()));
    sheet.setRepeatingRows(org.apache.poi.ss.util.CellRangeAddress.valueOf("1:1"));
    sheet.getPrintSetup().setLandscape(true);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  /** How many lines the longest text of a row takes. */
  private static int lines(XSSFSheet sheet, List<Value> row) {
    int lines = 1;
    for (int c = 0; c < row.size(); c++) {
      int width = Math.max(1, sheet.getColumnWidth(c) / CHARACTER - 2);
      boolean wraps = row.get(c).kind() == Kind.TEXT;
      lines = Math.max(lines, wraps ? (row.get(c).text().length() + width - 1) / width : 1);
    }
    return lines;
  }

  private void put(Cell cell, Value value) {
    switch (value.kind()) {
      case TEXT -> cell.setCellValue(value.text());
      case NUMBER -> cell.setCellValue(value.number().orElseThrow().doubleValue());
      case FORMULA -> cell.setCellFormula(value.text());
    }
    cell.setCellStyle(style(value.format()));
  }

  private CellStyle style(String format) {
    return styles.computeIfAbsent(
        format,
        key -> {
          CellStyle style = workbook.createCellStyle();
          style.setVerticalAlignment(VerticalAlignment.TOP);
          style.setWrapText(key.isEmpty());
          if (!key.isEmpty()) {
            style.setDataFormat(workbook.createDataFormat().getFormat(key));
          }
          return style;
        });
  }

  private static void table(XSSFSheet sheet, String name, int columns, int rows) {
    XSSFTable table =
        sheet.createTable(
            new AreaReference(
                new CellReference(0, 0),
                new CellReference(rows, columns - 1),
                SpreadsheetVersion.EXCEL2007));
    String plain = name.replaceAll("[^A-Za-z0-9]+", "") + "Table";
    String unique = plain.matches("[A-Za-z].*") ? plain : "The" + plain;
    table.setName(unique);
    table.setDisplayName(unique);
    table.getCTTable().addNewAutoFilter().setRef(table.getArea().formatAsString());
    table.getCTTable().addNewTableStyleInfo().setName("TableStyleLight9");
    table.getCTTable().getTableStyleInfo().setShowRowStripes(true);
  }

  /**
   * The file, its formulas worked out.
   *
   * @param marking stands on every page that is printed
   */
  byte[] bytes(Optional<String> marking) {
    workbook
        .sheetIterator()
        .forEachRemaining(
            sheet -> {
              marking.ifPresent(text -> sheet.getHeader().setCenter(text.replace("&", "&&")));
              marking.ifPresent(text -> sheet.getFooter().setCenter(text.replace("&", "&&")));
              sheet.getFooter().setRight("Page &P of &N");
            });
    workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
    workbook.setForceFormulaRecalculation(true);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (workbook) {
      workbook.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException("writing a workbook", e);
    }
    return FixedZip.repacked(file.toByteArray());
  }
}
