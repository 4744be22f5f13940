package org.plumbline.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {

  @TempDir Path temporary;
  private RecordsFolder folder;

  @BeforeEach
  void open() {
    folder =
        RecordsFolder.of(
            temporary,
            "America/New_York",
            """
            orders:
              case: [id]
              moments: {received: date, shipped: minute}
              fields: {amount: number, effort: duration, note: text, urgent: flag}
            """);
  }

  @AfterEach
  void close() {
    folder.close();
  }

  private static byte[] workbook() {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      workbook.createSheet("Cover").createRow(0).createCell(0).setCellValue("nothing here");
      XSSFSheet sheet = workbook.createSheet("Orders");
      CellStyle day = workbook.createCellStyle();
      day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
      CellStyle time = workbook.createCellStyle();
      time.setDataFormat(workbook.createDataFormat().getFormat("m/d/yyyy h:mm"));
      CellStyle span = workbook.createCellStyle();
      span.setDataFormat(workbook.createDataFormat().getFormat("[h]:mm"));
      Row header = sheet.createRow(1);
      String[] names = {"id", "received", "shipped", "amount", "effort", "note", "urgent"};
      for (int i = 0; i < names.length; i++) {
        header.createCell(i).setCellValue(names[i]);
      }
      Row row = sheet.createRow(3);
      row.createCell(0).setCellValue(42);
      row.createCell(1).setCellValue(LocalDate.of(2026, 1, 5));
      row.getCell(1).setCellStyle(day);
      row.createCell(2).setCellValue(LocalDateTime.of(2026, 1, 6, 9, 59, 30));
      row.getCell(2).setCellStyle(time);
      row.createCell(3).setCellFormula("6*7");
      row.createCell(4).setCellValue(1.25);
      row.getCell(4).setCellStyle(span);
      row.createCell(5).setCellValue("text, \"quoted\"");
      row.createCell(6).setCellValue(true);
      workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(3));
      Row second = sheet.createRow(4);
      second.createCell(0).setCellValue("x");
      second.createCell(2).setCellValue("1/6/2026 10:00");
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private RecordsFolder bound(byte[] workbook) {
    return folder
        .bound(
            """
            orders:
              files: [orders.xlsx]
              sheet: Orders
              times: M/d/yyyy H:mm
              zone: America/New_York
            """)
        .bytes("orders.xlsx", workbook);
  }

  @Test
  void cellsAreReadByWhatTheyHoldNotByHowTheyLook() {
    bound(workbook()).loaded();
    assertThat(
            folder.rows(
                "orders.cases",
                "case_key, \"m:received\", make_timestamp(\"m:shipped\"), \"f:amount\", \"f:effort\","
                    + " \"f:note\", \"f:urgent\", row_no"))
        .containsExactly(
            "42|20458|2026-01-06 14:59:00.0|42|108000000000|text, \"quoted\"|true|4",
            "x|null|2026-01-06 15:00:00.0|null|null|null|null|5");
  }

  @Test
  void aSheetThatIsNotThereIsToldWithThoseThatAre() {
    bound(workbook());
    folder.bound("orders: {files: [orders.xlsx], sheet: Order}\n");
    assertThat(RecordsFolder.lines(folder.load())).anyMatch(line -> line.contains("Cover, Orders"));
    folder.bound("orders: {files: [orders.xlsx]}\n");
    assertThat(RecordsFolder.lines(folder.load()))
        .anyMatch(line -> line.contains("no column \"id\""));
  }

  @Test
  void aFormulaThatWasNeverComputedIsABadRow() {
    byte[] changed =
        changed(
            workbook(),
            (name, text) ->
                name.endsWith("sheet2.xml") ? text.replace("<v>42.0</v></c>", "</c>") : text);
    assertThat(RecordsFolder.lines(bound(changed).load()))
        .anyMatch(line -> line.contains("a formula has not been computed"));
  }

  @Test
  void outsideEntitiesAndPartsThatGrowWithoutEndAreRefused() {
    byte[] entity =
        changed(
            workbook(),
            (name, text) ->
                name.endsWith("sharedStrings.xml")
                    ? text.replaceFirst(
                        "\\?>", "?><!DOCTYPE sst [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")
                    : text);
    assertThat(RecordsFolder.lines(bound(entity).load()))
        .anyMatch(line -> line.contains("declares a document type"));
    char[] spaces = new char[30 << 20];
    Arrays.fill(spaces, ' ');
    String padding = new String(spaces);
    byte[] bomb =
        changed(
            workbook(),
            (name, text) ->
                name.endsWith("sheet2.xml")
                    ? text.replace("<sheetData>", padding + "<sheetData>")
                    : text);
    assertThat(RecordsFolder.lines(bound(bomb).load()))
        .anyMatch(line -> line.contains("far more than its size"));
  }

  @Test
  void noMutationOfAWorkbookEndsInAnException() {
    byte[] good = workbook();
    long seed = Long.getLong("plumbline.seed", 11);
    System.out.println("WorkbookTest seed " + seed);
    java.util.Random random = new java.util.Random(seed);
    for (int i = 0; i < 30; i++) {
      byte[] bytes =
          changed(good, (name, text) -> random.nextInt(4) == 0 ? Mutations.of(text, random) : text);
      if (random.nextInt(3) == 0) {
        bytes = Mutations.of(bytes, random);
      }
      assertThat(bound(bytes).load()).isNotNull();
      dropTables();
    }
  }

  private void dropTables() {
    folder
        .database()
        .query(
            "SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'orders.%'",
            row -> row.getString(1))
        .forEach(name -> folder.database().execute("DROP TABLE \"" + name + "\""));
  }

  /** The workbook with the text of its parts changed. */
  private static byte[] changed(byte[] workbook, BiFunction<String, String, String> change) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      ZipEntry entry = in.getNextEntry();
      while (entry != null) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        String text = new String(in.readAllBytes(), UTF_8);
        zip.write(change.apply(entry.getName(), text).getBytes(UTF_8));
        entry = in.getNextEntry();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
