package org.plumbline.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people leave around and between the rows of a spreadsheet (docs/adr/0022). */
class SpreadsheetExportTest {

  @TempDir Path temporary;
  private RecordsFolder folder;

  @BeforeEach
  void open() {
    folder =
        RecordsFolder.of(
            temporary,
            "UTC",
            """
            orders:
              case: [id]
              moments: {received: date, shipped: minute}
              fields: {amount: money}
            """);
  }

  @AfterEach
  void close() {
    folder.close();
  }

  private RecordsFolder bound(String keys) {
    return folder.bound("orders:\n  files: [orders.csv]\n  zone: UTC\n" + keys.indent(2));
  }

  private List<String> cases() {
    return folder.rows(
        "orders.cases",
        "case_key, date '1970-01-01' + \"m:received\"::INTEGER, make_timestamp(\"m:shipped\"),"
            + " \"f:amount\", row_no");
  }

  @Test
  void aTitleAboveTheNamesIsNotReadWhenTheHeaderRowIsNamed() {
    bound("header: 3\n")
        .file(
            "orders.csv",
            "Orders, fiscal year 2026",
            "",
            "id,received,shipped,amount",
            "a,2026-01-05,2026-01-06T10:00,7")
        .loaded();
    assertThat(cases()).containsExactly("a|2026-01-05|2026-01-06 10:00:00.0|7|4");
  }

  @Test
  void aHeaderRowBeyondTheFileIsTold() {
    bound("header: 9\n").file("orders.csv", "id,received,shipped,amount", "a,,,");
    assertThat(RecordsFolder.lines(folder.load()))
        .anyMatch(line -> line.contains("the file has no row 9"));
  }

  @Test
  void rowsThatAreNoRecordsAreLeftOutAndCounted() {
    LoadOutcome outcome =
        bound("ignore: {id: [Total, Exported*]}\n")
            .file(
                "orders.csv",
                "id,received,shipped,amount",
                "a,2026-01-05,,7",
                "Total,,,7",
                "Exported on 5 May 2026")
            .loaded();
    assertThat(cases()).containsExactly("a|2026-01-05|null|7|2");
    assertThat(RecordsFolder.lines(outcome))
        .anyMatch(line -> line.contains("2 rows are no record"));
  }

  @Test
  void aRowOfEmptyCellsIsABlankRow() {
    bound("")
        .file("orders.csv", "id,received,shipped,amount", "a,2026-01-05,,7", " ,,,", ",,,")
        .loaded();
    assertThat(cases()).containsExactly("a|2026-01-05|null|7|2");
  }

  @Test
  void ofSeveralPatternsTheFirstWhoseShapeFitsDecides() {
    bound(
            "dates: [MM/dd/yyyy, yyyy-MM-dd, MMM yyyy, MMM-yy, MMMM yyyy, M/d/yy, excel-days]\ntimes: [excel-days]\n")
        .file(
            "orders.csv",
            "id,received,shipped,amount",
            "a,01/05/2026,46028.4166666667,$7.50",
            "b,2026-01-06,,-$1",
            "c,Feb 2026,,€ 3",
            "d,46030,46030,",
            "e,Mar-26,,",
            "f,April 2026,,",
            "g,5/6/26,,")
        .loaded();
    assertThat(cases())
        .containsExactlyInAnyOrder(
            "a|2026-01-05|2026-01-06 10:00:00.0|7.50|2",
            "b|2026-01-06|null|-1.00|3",
            "c|2026-02-01|null|3.00|4",
            "d|2026-01-08|2026-01-08 00:00:00.0|null|5",
            "e|2026-03-01|null|null|6",
            "f|2026-04-01|null|null|7",
            "g|2026-05-06|null|null|8");
  }

  @Test
  void aDateOfTheSecondShapeIsNotTriedWithTheFirst() {
    bound("dates: [MM/dd/yyyy, dd/MM/yyyy]\n")
        .file("orders.csv", "id,received,shipped,amount", "a,13/01/2026,,");
    assertThat(RecordsFolder.lines(folder.load())).anyMatch(line -> line.contains("is no date"));
  }

  @Test
  void aWrongIgnoreIsToldWithItsPlace() {
    assertThat(folder.readBinding("orders: {files: [o.csv], ignore: 5, header: zero}\n").findings())
        .hasSize(2)
        .allMatch(finding -> finding.place().line() == 4);
  }
}
