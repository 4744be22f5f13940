package org.plumbline.report.office;

import static java.nio.charset.StandardCharsets.UTF_8;

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
  private static final int WIDEST = 45;
  private static final int CHARACTER = 256;
  private static final float LINE = 15;

  /** What a cell and the height of a row can take, by the specification of Excel. */
  private static final int LONGEST_TEXT = 32_767;

  private static final float TALLEST = 409;

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final Map<String, CellStyle> styles = new HashMap<>();
  private final Map<String, String> rowsByPart = new HashMap<>();
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
   * @param number a number, also the one that a formula gives; empty for a text, and for a formula
   *     that gives no number
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
    String safe = SafeText.of(text);
    String fits = safe.length() <= LONGEST_TEXT ? safe : safe.substring(0, LONGEST_TEXT - 1) + "…";
    return new Value(Kind.TEXT, fits, Optional.empty(), "");
  }

  static Value number(BigDecimal number, String format) {
    return new Value(Kind.NUMBER, "", Optional.of(number), format);
  }

  /** A formula of ours over cells of the workbook, and what it gives. */
  static Value formula(String formula, BigDecimal gives) {
    return new Value(Kind.FORMULA, formula, Optional.of(gives), "#,##0.##");
  }

  /** A formula that gives a share; empty: of nothing. */
  static Value percent(String formula, Optional<BigDecimal> gives) {
    return new Value(Kind.FORMULA, formula, gives, "0.0##%");
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
      int width = formula ? header.get(c).length() + 4 : longest + 2;
      sheet.setColumnWidth(c, Math.max(NARROWEST, Math.min(WIDEST, width)) * CHARACTER);
    }
    StringBuilder written = new StringBuilder();
    for (int r = 0; r < rows.size(); r++) {
      int lines = lines(sheet, rows.get(r));
      String height =
          lines > 1 ? " ht=\"" + Math.min(TALLEST, lines * LINE) + "\" customHeight=\"1\"" : "";
      written.append("<row r=\"" + (r + 2) + "\"" + height + ">");
      for (int c = 0; c < header.size(); c++) {
        cell(written, CellReference.convertNumToColString(c) + (r + 2), rows.get(r).get(c));
      }
      written.append("</row>");
    }
    rowsByPart.put(sheet.getPackagePart().getPartName().getName().substring(1), written.toString());
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

  /** A cell as it stands in the file; building each as an object takes several times as long. */
  private void cell(StringBuilder written, String reference, Value value) {
    String head = "<c r=\"" + reference + "\" s=\"" + style(value.format()).getIndex() + "\"";
    Optional<String> number = value.number().map(BigDecimal::toPlainString);
    written.append(
        switch (value.kind()) {
          case TEXT ->
              value.text().isEmpty()
                  ? head + "/>"
                  : head
                      + " t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                      + Xml.escaped(value.text())
                      + "</t></is></c>";
          case NUMBER -> head + "><v>" + number.orElseThrow() + "</v></c>";
          case FORMULA ->
              head
                  + (number.isPresent() ? "" : " t=\"str\"")
                  + "><f>"
                  + Xml.escaped(value.text())
                  + "</f><v>"
                  + number.orElse("")
                  + "</v></c>";
        });
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
   * The file; a program that opens it works its formulas out again.
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
    workbook.setForceFormulaRecalculation(true);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (workbook) {
      workbook.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException("writing a workbook", e);
    }
    return FixedZip.repacked(file.toByteArray(), this::withRows);
  }

  /** A sheet with its rows below the row of headings. */
  private byte[] withRows(String name, byte[] part) {
    String rows = rowsByPart.get(name);
    return rows == null
        ? part
        : new String(part, UTF_8)
            .replaceFirst("<dimension [^>]*/>", "")
            .replace("</sheetData>", rows + "</sheetData>")
            .getBytes(UTF_8);
  }
}
