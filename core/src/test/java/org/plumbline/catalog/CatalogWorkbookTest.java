package org.plumbline.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.catalog.yaml.CatalogYaml;
import org.plumbline.check.Checker;
import org.plumbline.finding.Severity;
import org.plumbline.workbook.RefusedWorkbook;

class CatalogWorkbookTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "financial-management-fy2024, FFM Service Measures, false, 6, 109",
    "financial-management-fy2025, FFM Service Measures, false, 5, 100",
    "personnel-action-request-2025, Service Measures, false, 1, 8",
    "real-property-1.3, Consolidated Service Measures, true, 1, 1001",
    "real-property-1.3, RPM Service Measures, false, 1, 314",
    "travel-and-expense-2024, Service Measures, false, 1, 94",
  })
  void headerRowAndMeasuresAreFoundOnEachSheet(
      String workbook, String sheet, boolean hidden, int header, int measures) {
    MeasureSheet found =
        Workbooks.read(workbook).sheets().stream()
            .filter(each -> each.name().equals(sheet))
            .findFirst()
            .orElseThrow();
    assertThat(found.hidden()).isEqualTo(hidden);
    assertThat(found.headerRow()).isEqualTo(header);
    assertThat(Workbooks.read(workbook).of(found)).hasSize(measures);
  }

  @Test
  void columnsAreKnownByWhatTheirHeadersMean() {
    Measure travel = Workbooks.measure("travel-and-expense-2024", "Service Measures", 73);
    assertThat(travel.text(Column.PERFORMING)).isEqualTo("Service Consumer");
    assertThat(travel.text(Column.FREQUENCY)).isEqualTo("Monthly");
    Measure real = Workbooks.measure("real-property-1.3", "Consolidated Service Measures", 128);
    assertThat(real.text(Column.NAME)).startsWith("Cybersecurity Event Notification");
    assertThat(real.text(Column.TOWER)).isNotEmpty();
  }

  @Test
  void theWordsOfAMeasureAreTakenApart() {
    MeasureSense sense =
        Workbooks.measure("financial-management-fy2025", "FFM Service Measures", 44).sense();
    assertThat(sense.kind()).isEqualTo(MeasureKind.SHARE);
    assertThat(sense.counted()).startsWith("payment disbursement schedules");
    assertThat(sense.stop()).isEqualTo("accepted by Treasury");
    assertThat(sense.limit().orElseThrow().words()).isEqualTo("25 days");
    assertThat(sense.start()).isEqualTo("electronic invoice acceptance");
  }

  static Stream<String> workbooks() {
    return Workbooks.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("workbooks")
  void everyMeasureGivesADraftThatReadsAndChecks(String workbook) {
    String base =
        """
        plumbline: 1
        agreement: small
        title: A small agreement
        zone: America/New_York
        parties:
          customer: {name: Customer}
          provider: {name: Provider}
          qsmo: {name: Office}
        performance-period: {from: 2026-10-01, until: 2027-09-30}
        period: {every: month}
        calendar: work
        calendars:
          work: {hours: {mon-fri: ["08:00-17:00"]}}
        """;
    for (Measure measure : Workbooks.read(workbook).measures()) {
      String text = base + MetricDraft.of(measure);
      assertThat(Checker.check(AgreementYaml.read("draft.yaml", text)))
          .as(text)
          .noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
  }

  @Test
  void aDraftSaysWhereItComesFromAndWhatIsToBeChecked() {
    String draft =
        MetricDraft.of(
            Workbooks.measure("financial-management-fy2025", "FFM Service Measures", 44));
    assertThat(draft)
        .contains("# Drafted from the measure FFM.030.070.0033", "check:")
        .contains("clock: {starts: electronic-invoice-acceptance, stops: accepted}")
        .contains("target: {within: 25 days, at-least: 98%}")
        .contains("implements: {measure: \"FFM.030.070.0033\"}");
  }

  @Test
  void measuresAreFoundByTheirWordsAndById() {
    MeasureIndex index = new MeasureIndex(List.of(Workbooks.read("financial-management-fy2025")));
    assertThat(index.search("service review meetings", 1).get(0).measure().id())
        .isEqualTo("FFM.000.000.0061");
    assertThat(index.search("ffm.030.070.0033", 5))
        .extracting(found -> found.measure().id())
        .containsExactly("FFM.030.070.0033");
    assertThat(index.search("zeppelin", 5)).isEmpty();
  }

  @Test
  void twoYearsAreComparedByMeaningNotByText() {
    List<MeasureChange> changes =
        CatalogComparison.between(
            Workbooks.read("financial-management-fy2024"),
            Workbooks.read("financial-management-fy2025"));
    assertThat(change(changes, "FFM.000.000.0031").kind())
        .as("0.98 and >=98% are the same target")
        .isEqualTo(MeasureChange.Kind.REWORDED);
    MeasureChange interest = change(changes, "FFM.030.070.0041");
    assertThat(interest.kind()).isEqualTo(MeasureChange.Kind.CHANGED);
    assertThat(interest.findings()).extracting(f -> f.code().id()).containsExactly("PL819");
    MeasureChange meetings = change(changes, "FFM.000.000.0061");
    assertThat(meetings.parts())
        .filteredOn(MeasureChange.Part::meaning)
        .extracting(MeasureChange.Part::what)
        .containsExactly("formula");
    assertThat(changes.stream().filter(c -> c.kind() == MeasureChange.Kind.REMOVED)).hasSize(13);
    assertThat(changes.stream().filter(c -> !c.findings().isEmpty())).hasSize(1);
  }

  @Test
  void aCatalogDoesNotDifferFromItself() {
    Catalog catalog = Workbooks.read("real-property-1.3");
    assertThat(CatalogComparison.between(catalog, catalog)).isEmpty();
  }

  @Test
  void exportsHoldEveryMeasure() {
    Catalog catalog = Workbooks.read("travel-and-expense-2024");
    assertThat(CatalogYaml.write(catalog, catalog.measures()).lines())
        .filteredOn(line -> line.startsWith("- sheet:"))
        .hasSize(94);
    assertThat(CatalogDocument.row(catalog.measures().get(0)))
        .hasSameSizeAs(CatalogDocument.header());
  }

  @Test
  void hostileWorkbooksAreRefusedPlainly() throws IOException {
    refused(Files.writeString(folder.resolve("text.xlsx"), "no workbook"), "no workbook");
    refused(
        Files.write(folder.resolve("old.xlsx"), new byte[] {(byte) 0xd0, (byte) 0xcf, 17, 0}),
        "password");
    refused(Files.write(folder.resolve("cut.xlsx"), new byte[] {'P', 'K', 3, 4, 0}), "damaged");
    refused(zip("nothing.xlsx", Map.of("a", "b")), "no part xl/workbook.xml");
    refused(
        zip(
            "entity.xlsx",
            Map.of(
                "xl/workbook.xml",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")),
        "document type");
    refused(zip("bomb.xlsx", Map.of("xl/workbook.xml", " ".repeat(30 << 20))), "far more");
    refused(sheet("empty.xlsx", ""), "no sheet of the workbook has measures");
    refused(sheet("torn.xlsx", "<row r=\"1\"><c"), "damaged");
  }

  @Test
  void aSheetWithABrokenCellStillGivesItsMeasures() throws IOException, RefusedWorkbook {
    Path file =
        sheet(
            "small.xlsx",
            row(1, "Service Measure ID", "Service Measure Name", "Service Measure Description")
                    .replace(
                        "</row>",
                        cells("Service Measure Target", "Service Measurement Formula") + "</row>")
                + row(2, "A.1", "One", "Number of \u0007 things").replace("\u0007", "")
                + "<row r=\"3\"><c r=\"ZZZZ9\" t=\"s\"><v>77777</v></c></row>"
                + row(4, "", "No id", "Percentage (%) of things"));
    Catalog catalog = CatalogWorkbook.read("small.xlsx", file);
    assertThat(catalog.measures()).extracting(Measure::name).containsExactly("One", "No id");
  }

  private static MeasureChange change(List<MeasureChange> changes, String id) {
    return changes.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private static void refused(Path file, String because) {
    assertThatThrownBy(() -> CatalogWorkbook.read(file.toString(), file))
        .isInstanceOf(RefusedWorkbook.class)
        .hasMessageContaining(because);
  }

  private static String row(int number, String... texts) {
    return "<row r=\"" + number + "\">" + cells(texts) + "</row>";
  }

  private static String cells(String... texts) {
    StringBuilder cells = new StringBuilder();
    for (String text : texts) {
      cells.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
    }
    return cells.toString();
  }

  private Path sheet(String name, String rows) throws IOException {
    String main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    String link = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    return zip(
        name,
        Map.of(
            "xl/workbook.xml",
            "<workbook "
                + main
                + " "
                + link
                + "><sheets><sheet name=\"S\" r:id=\"r1\"/></sheets>"
                + "</workbook>",
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/>"
                + "</Relationships>",
            "xl/worksheets/sheet1.xml",
            "<worksheet " + main + "><sheetData>" + rows + "</sheetData></worksheet>"));
  }

  private Path zip(String name, Map<String, String> parts) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }
}
