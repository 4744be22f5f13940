package org.plumbline.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.records.LoadOutcome.Loaded;
import org.plumbline.records.LoadOutcome.Refused;

/** Files with a row a case. */
class CaseFilesTest {

  private static final String INVOICES =
      """
      invoices:
        case: [vendor, invoice-number]
        moments: {received: date, paid: instant, closed: minute}
        fields:
          kind: text
          amount: money
          weight: number
          rate: share
          effort: duration
          urgent: flag
        turns:
          - {hold: improper, whose: customer}
          - {hold: dispute, whose: provider}
      """;
  private static final String HEADER =
      "vendor,invoice-number,received,paid,closed,kind,amount,weight,rate,effort,urgent";

  @TempDir Path temporary;

  private RecordsFolder folder(String zone) {
    return RecordsFolder.of(temporary, zone, INVOICES);
  }

  @Test
  void withoutBindingFilesAndColumnsAreFoundByTheirNamesAndTimesAreIso8601() {
    try (RecordsFolder folder = folder("UTC")) {
      folder
          .file(
              "invoices-2026.csv",
              "Vendor,INVOICE_NUMBER,received,Paid,closed,kind,amount,weight,rate,effort,urgent",
              "V1,7,2026-01-05,2026-01-06T10:00:30.5Z,2026-01-06T10:00:59+01:00,a,1.50,3,98%,2 hours,yes",
              "V1,8,,,,\"b, c\",12.00 USD,-4.25,0.5,1:30,0")
          .file("invoices.csv", HEADER, "V2,7,2026-01-04,,,, ,,1,PT36H,TRUE")
          .file("invoicesold.csv", "not,read");
      Loaded loaded = folder.loaded();
      assertThat(loaded.report().files()).extracting(f -> f.name()).hasSize(2);
      assertThat(
              folder.rows(
                  "invoices.cases",
                  "case_no, case_key, \"m:received\", \"m:paid\", \"m:closed\", \"f:kind\","
                      + " \"f:amount\", \"f:weight\", \"f:rate\", \"f:effort\", \"f:urgent\", file_no,"
                      + " row_no"))
          .containsExactly(
              "0|V2 / 7|20457|null|null|null|null|null|1.000|129600000000|true|1|2",
              "1|V1 / 7|20458|1767693630500000|1767690000000000|a|1.50|3.00|0.980|7200000000|true|0|2",
              "2|V1 / 8|null|null|null|b, c|12.00|-4.25|0.500|5400000000|false|0|3");
      assertThat(RecordsFolder.report(loaded, "invoices").currencies())
          .containsEntry("amount", "USD");
    }
  }

  @Test
  void keysWhosePartsHoldTheJointAreNotTakenForOneAnother() {
    try (RecordsFolder folder = folder("UTC")) {
      folder.file(
          "invoices.csv",
          HEADER,
          "A / B,C,,,,,,,,,",
          "A,B / C,,,,,,,,,",
          "\"\"\"A\",C,,,,,,,,,",
          "A,C,,,,,,,,,");
      folder.loaded();
      assertThat(folder.rows("invoices.cases", "case_key"))
          .containsExactlyInAnyOrder(
              CaseKey.of(List.of("A / B", "C")),
              CaseKey.of(List.of("A", "B / C")),
              CaseKey.of(List.of("\"A", "C")),
              "A / C");
    }
  }

  @Test
  void localTimesAreConvertedByTheZoneOfTheBindingAndCountedWhereTheyOccurTwice() {
    try (RecordsFolder folder = folder("America/New_York")) {
      folder
          .bound(
              """
              invoices:
                zone: America/New_York
                times: M/d/yyyy h:mm a
                twice: later
                never: earlier
                decimal: ","
              """)
          .file(
              "invoices.csv",
              HEADER,
              "V,1,2026-03-08,3/8/2026 2:30 AM,11/1/2026 1:30 am,,\"1.234,5\",,,,",
              "V,2,11/1/2026 11:30 PM,11/1/2026 12:59 PM,3/8/2026 3:00 AM,,\"12,5\",,,,");
      Loaded loaded = folder.loaded();
      LoadReport.SetReport report = RecordsFolder.report(loaded, "invoices");
      assertThat(report.timesTwice()).isEqualTo(1);
      assertThat(report.timesNever()).isEqualTo(1);
      assertThat(
              folder.rows(
                  "invoices.cases",
                  "\"m:received\", make_timestamp(\"m:paid\"), make_timestamp(\"m:closed\"),"
                      + " \"f:amount\""))
          .containsExactly(
              "20520|2026-03-08 06:30:00.0|2026-11-01 06:30:00.0|1234.5",
              "20758|2026-11-01 17:59:00.0|2026-03-08 07:00:00.0|12.5");
    }
  }

  @Test
  void everyBadCellIsToldOnceForItsColumnAndReasonAndTheLoadIsRefused() {
    try (RecordsFolder folder = folder("UTC")) {
      folder.file(
          "invoices.csv",
          HEADER,
          "V,1,2026-02-30,2026-01-05T10:00,9999-12-31T00:00Z,,1e5,x,98,3,maybe",
          "V,2,2026-01-05,2026-01-05,,,,,,,",
          ",3,,,,,,,,,",
          "V,4,,,,,,,,,",
          "V,4,,,,,,,,,",
          "V,5,,");
      Refused refused = (Refused) folder.load();
      assertThat(RecordsFolder.lines(refused))
          .anyMatch(line -> line.startsWith("invoices.csv:2 error PL502 received: \"2026-02-30\""))
          .anyMatch(line -> line.contains("the binding names no zone"))
          .anyMatch(line -> line.contains("lies outside the years 1970 to 2199"))
          .anyMatch(line -> line.contains("amount: \"1e5\" is no number"))
          .anyMatch(line -> line.contains("rate: \"98\" is no share"))
          .anyMatch(line -> line.contains("effort: \"3\" is no duration"))
          .anyMatch(line -> line.contains("urgent: \"maybe\" is neither yes nor no"))
          .anyMatch(line -> line.contains("is a date without a time of day"))
          .anyMatch(line -> line.contains("no key"))
          .anyMatch(line -> line.contains("names a case that has 2 rows (2 rows)"))
          .anyMatch(line -> line.contains("has 4 cells where the header has 11"));
      assertThat(refused.report().badRowCount()).isEqualTo(13);
      assertThat(refused.report().rowsWithoutKey()).isEqualTo(1);
      assertThat(folder.rows("load.bad", "DISTINCT set_id")).containsExactly("invoices");
    }
  }

  @Test
  void keptRowsBecomeUnusableCasesAndGoodOnesStayAsTheyAre() {
    try (RecordsFolder folder = folder("UTC")) {
      folder.file(
          "invoices.csv",
          HEADER,
          "V,1,2026-02-30,,,good,,,,,",
          "V,2,2026-01-05,,,fine,,,,,",
          ",3,,,,,,,,,",
          "V,4,,,,first,,,,,",
          "V,4,,,,second,,,,,",
          "V,5,,");
      Loaded loaded = folder.loaded(LoadOptions.DEFAULT.keepingGood());
      assertThat(loaded.report().rowsWithoutKey()).isEqualTo(1);
      assertThat(RecordsFolder.report(loaded, "invoices").unusable()).isEqualTo(3);
      assertThat(folder.rows("invoices.cases", "case_key, \"f:kind\", unusable"))
          .containsExactly(
              "V / 2|fine|null",
              "V / 1|good|received is no date",
              "V / 4|first|key names a case that has 2 rows",
              "V / 5|null|has 4 cells where the header has 11");
    }
  }

  @Test
  void holdsComeFromColumnsAndOtherFilesAndOverlapInAtoms() {
    try (RecordsFolder folder = folder("America/New_York")) {
      folder
          .bound(
              """
              invoices:
                dates: MM/dd/yyyy
                holds:
                  improper: {from: returned, until: resent}
                  dispute: {files: ["disputes*.csv"], columns: {from: since, until: till, vendor: who}}
              """)
          .file(
              "invoices.csv",
              HEADER + ",returned,resent",
              "V,1,01/05/2026,,,,,,,,,01/06/2026,01/09/2026",
              "V,2,01/05/2026,,,,,,,,,01/06/2026,",
              "V,3,01/05/2026,,,,,,,,,,")
          .file(
              "disputes.csv",
              "who,invoice-number,since,till",
              "V,1,01/07/2026,01/08/2026",
              "V,1,01/08/2026,01/12/2026",
              "V,3,01/07/2026,01/07/2026");
      Loaded loaded = folder.loaded();
      assertThat(loaded.findings()).isEmpty();
      assertThat(
              folder.rows(
                  "invoices.holds",
                  "case_no, hold_no, make_timestamp(f), make_timestamp(u), file_no, row_no"))
          .containsExactly(
              "0|0|2026-01-06 05:00:00.0|2026-01-09 05:00:00.0|0|2",
              "0|1|2026-01-07 05:00:00.0|2026-01-08 05:00:00.0|1|2",
              "0|1|2026-01-08 05:00:00.0|2026-01-12 05:00:00.0|1|3",
              "1|0|2026-01-06 05:00:00.0|null|0|3",
              "2|1|2026-01-07 05:00:00.0|2026-01-07 05:00:00.0|1|4");
      assertThat(
              folder.rows("invoices.atoms", "case_no, make_timestamp(f), make_timestamp(u), mask"))
          .containsExactly(
              "0|2026-01-06 05:00:00.0|2026-01-07 05:00:00.0|1",
              "0|2026-01-07 05:00:00.0|2026-01-09 05:00:00.0|3",
              "0|2026-01-09 05:00:00.0|2026-01-12 05:00:00.0|2",
              "1|2026-01-06 05:00:00.0|null|1");
    }
  }

  @Test
  void aHoldThatEndsBeforeItBeginsIsABadRow() {
    try (RecordsFolder folder = folder("UTC")) {
      folder
          .bound("invoices: {holds: {improper: {from: a, until: b}}}\n")
          .file(
              "invoices.csv",
              HEADER + ",a,b",
              "V,1,,,,,,,,,,2026-01-06,2026-01-05",
              "V,2,,,,,,,,,,,2026-01-05");
      assertThat(RecordsFolder.lines(folder.load()))
          .anyMatch(line -> line.contains("a hold ends before it begins"))
          .anyMatch(line -> line.contains("a hold ends here that never began"));
    }
  }

  @Test
  void jsonLinesAndParquetSayTheSameAsCsv() {
    try (RecordsFolder folder = folder("UTC")) {
      folder.file(
          "invoices.jsonl",
          "{\"vendor\":\"V\",\"invoice-number\":1,\"received\":\"2026-01-05\",\"amount\":1.5e1,"
              + "\"urgent\":true,\"extra\":{\"a\":[1]}}",
          "",
          "{\"invoice-number\":2,\"vendor\":\"V\",\"paid\":\"2026-01-05T10:00Z\",\"kind\":null,"
              + "\"closed\":null,\"weight\":1,\"rate\":\"5%\",\"effort\":null}");
      folder.loaded();
      String columns = "case_key, \"m:received\", \"m:paid\", \"f:amount\", \"f:urgent\", row_no";
      List<String> expected =
          List.of("V / 1|20458|null|15|true|1", "V / 2|null|1767607200000000|null|null|3");
      assertThat(folder.rows("invoices.cases", columns)).isEqualTo(expected);
      folder
          .database()
          .execute(
              "COPY (SELECT * FROM (VALUES ('V', 1, DATE '2026-01-05', NULL::TIMESTAMPTZ, 15.0, true, 0.5, '1:00'),"
                  + " ('V', 2, NULL, TIMESTAMPTZ '2026-01-05 10:00:00+00', NULL, NULL, NULL, NULL)) AS"
                  + " v(vendor, \"invoice-number\", received, paid, amount, urgent, half, span)) TO '"
                  + folder.folder()
                  + "/other.parquet'");
    }
    try (RecordsFolder folder = folder("UTC")) {
      folder.bound(
          """
          invoices:
            files: [other.parquet]
            columns: {closed: paid, kind: vendor, weight: amount, rate: half, effort: span}
          """);
      folder.loaded();
      assertThat(
              folder.rows(
                  "invoices.cases",
                  "case_key, \"m:received\", \"m:paid\", \"f:amount\", \"f:urgent\", row_no"))
          .containsExactly(
              "V / 1|20458|null|15.0|true|1", "V / 2|null|1767607200000000|null|null|2");
    }
  }
}
