package org.plumbline.requirements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.agreement.companion.Requirements;
import org.plumbline.agreement.yaml.CompanionYaml;
import org.plumbline.forms.OfficeFiles;
import org.plumbline.requirements.RequirementsMatrix.Column;
import org.plumbline.workbook.RefusedWorkbook;

/** A small matrix in the shape of the M3 template: bands, headings, explanations, requirements. */
class RequirementsMatrixTest {

  private static final List<List<String>> ROWS =
      List.of(
          List.of("Requirements Specification", "", "", "", "", "Fit Gap Analysis"),
          List.of(
              "Requirements Unique ID #*",
              "Process Area Business Requirement Name",
              "Requirement Description / Definition*",
              "Priority*",
              "In Scope or Out of Scope for Provider",
              "Fit/Gap*"),
          List.of("Enter the project requirement ID.", "Document the area", "Describe it"),
          List.of(
              "PTP-001",
              "Payables",
              "Invoices are entered: at once",
              "Mandatory",
              "In Scope",
              "Fit"),
          List.of(
              "PTP-002",
              "Payables",
              "Statements are \"reconciled\"",
              "Desirable",
              "Out of Scope",
              "Gap"));

  private static final Path TEMPLATE =
      Path.of(
          "../../shared/m3/templates/M3-Playbook-Requirements-Traceability-Matrix-Template.xlsx");

  @TempDir Path folder;

  @Test
  void columnsAreFoundByTheirMeaningAndExplanationsAreNoRequirements() throws Exception {
    RequirementsMatrix matrix = RequirementsMatrix.read(matrix());
    assertThat(matrix.headerRow()).isEqualTo(2);
    assertThat(matrix.width()).isEqualTo(6);
    assertThat(matrix.rows())
        .extracting(row -> row.text(Column.ID))
        .containsExactly("PTP-001", "PTP-002");
    assertThat(matrix.rows().get(1).id()).isEqualTo("ptp-002");
    assertThat(matrix.rows().get(1).text(Column.FIT)).isEqualTo("Gap");
  }

  @Test
  void theDocumentIsReadBackAndKeepsTheLinksThatPeopleMade() throws Exception {
    RequirementsMatrix matrix = RequirementsMatrix.read(matrix());
    String first = RequirementsText.of("needs", "Matrix", matrix, Optional.empty());
    Requirements linked =
        read(first.replace("source: PTP-001", "source: PTP-001\n    metric: [entered]"));
    assertThat(of(linked.requirements(), "ptp-001").text())
        .isEqualTo("Invoices are entered: at once");
    assertThat(of(linked.requirements(), "ptp-002").source())
        .contains("PTP-002; a gap; out of scope");
    Requirements again = read(RequirementsText.of("needs", "Matrix", matrix, Optional.of(linked)));
    assertThat(again).isEqualTo(linked);
  }

  @Test
  void writingBackFillsOurColumnsAndChangesNothingElse() throws Exception {
    Path file = matrix();
    Path copy = folder.resolve("copy.xlsx");
    RequirementsMatrix matrix = RequirementsMatrix.read(file);
    matrix.writeBack(
        file,
        copy,
        Map.of("ptp-002", List.of("statements", "close/reconcile", "A < B & C")),
        Map.of());
    assertThat(parts(copy).keySet()).isEqualTo(parts(file).keySet());
    Map<String, String> before = parts(file);
    Map<String, String> after = parts(copy);
    String sheet = "xl/worksheets/sheet1.xml";
    String expected =
        of(before, sheet)
            .replaceFirst(
                "(?s)(<row r=\"2\".*?)</row>",
                "$1"
                    + cell("G2", "Agreement: metrics")
                    + cell("H2", "Agreement: process steps")
                    + cell("I2", "Agreement: what is promised")
                    + "</row>")
            .replaceFirst(
                "(?s)(<row r=\"5\".*?)</row>",
                "$1"
                    + cell("G5", "statements")
                    + cell("H5", "close/reconcile")
                    + cell("I5", "A &lt; B &amp; C")
                    + "</row>");
    assertThat(of(after, sheet)).isEqualTo(expected);
    before.remove(sheet);
    after.remove(sheet);
    assertThat(after).isEqualTo(before);
  }

  @Test
  void writingBackAgainFillsTheSameColumns() throws Exception {
    Path file = matrix();
    Path once = folder.resolve("once.xlsx");
    Path twice = folder.resolve("twice.xlsx");
    RequirementsMatrix.read(file)
        .writeBack(file, once, Map.of("ptp-001", List.of("a", "", "")), Map.of());
    RequirementsMatrix matrix = RequirementsMatrix.read(once);
    assertThat(matrix.own()).hasSize(3);
    matrix.writeBack(once, twice, Map.of("ptp-001", List.of("b", "", "")), Map.of());
    String sheet = of(parts(twice), "xl/worksheets/sheet1.xml");
    assertThat(sheet).contains(cell("G4", "b")).doesNotContain(cell("G4", "a"), "\"J2\"");
  }

  @Test
  void thePublishedMatrixComesOutWithOneSheetChangedAndItsPrintAreaOverOurColumns()
      throws Exception {
    assumeTrue(Files.exists(TEMPLATE), "the published templates are not here");
    Path to = folder.resolve("linked.xlsx");
    RequirementsMatrix matrix = RequirementsMatrix.read(TEMPLATE);
    matrix.writeBack(
        TEMPLATE, to, Map.of("gl-001-001", List.of("accounts", "close/post", "All.")), Map.of());
    Map<String, String> before = parts(TEMPLATE);
    Map<String, String> after = parts(to);
    assertThat(List.copyOf(after.keySet())).isEqualTo(List.copyOf(before.keySet()));
    String sheet = "xl/worksheets/sheet2.xml";
    String workbook = "xl/workbook.xml";
    assertThat(after)
        .allSatisfy(
            (part, text) -> {
              if (!part.equals(sheet) && !part.equals(workbook)) {
                assertThat(text).as(part).isEqualTo(before.get(part));
              }
            });
    assertThat(of(after, workbook).replace("RTM!$A$1:$AJ$6", "RTM!$A$1:$AG$6"))
        .isEqualTo(of(before, workbook));
    assertThat(RequirementsMatrix.read(to).rows()).isEqualTo(matrix.rows());
    assertThat(RequirementsMatrix.read(to).own().values()).containsExactlyInAnyOrder(33, 34, 35);
    assertThat(withoutOurs(of(after, sheet))).isEqualTo(withoutOurs(of(before, sheet)));
  }

  /** The sheet without the cells in our columns, and without what says how far it reaches. */
  private static String withoutOurs(String sheet) {
    return sheet
        .replaceAll("<c r=\"A[HIJ]\\d+\".*?</c>", "")
        .replaceAll("<dimension [^>]*>", "")
        .replaceAll(" spans=\"[^\"]*\"", "");
  }

  @Test
  void aMatrixWithMacrosIsRefused() throws Exception {
    Path file = OfficeFiles.with(matrix(), "xl/vbaProject.bin", "x");
    assertThatThrownBy(() -> RequirementsMatrix.read(file))
        .isInstanceOf(RefusedWorkbook.class)
        .hasMessage("the workbook holds macros or controls");
  }

  @Test
  void whatIsWrittenBackIsSaidInThePropertiesOfTheFileBesideThoseThatAreThere() throws Exception {
    Path file = matrix();
    Path once = folder.resolve("once.xlsx");
    Path twice = folder.resolve("twice.xlsx");
    Map<String, List<String>> texts = Map.of("ptp-001", List.of("a", "", ""));
    RequirementsMatrix.read(file).writeBack(file, once, texts, about("v1"));
    String said = of(parts(once), "docProps/custom.xml");
    assertThat(said).contains("name=\"Plumbline: Version\"><vt:lpwstr>v1 &amp; &lt;x&gt;<");
    assertThat(of(parts(once), "_rels/.rels")).contains("Target=\"docProps/custom.xml\"");
    assertThat(of(parts(once), "[Content_Types].xml")).contains("/docProps/custom.xml");
    OfficeFiles.with(once, "docProps/custom.xml", said.replace("Plumbline: Made", "Ours"));
    RequirementsMatrix.read(once).writeBack(once, twice, texts, about("v2"));
    assertThat(of(parts(twice), "docProps/custom.xml"))
        .contains("name=\"Ours\"><vt:lpwstr>today<", "v2 &amp; &lt;x&gt;")
        .doesNotContain("v1")
        .containsOnlyOnce("Plumbline: Version");
    Map<String, String> all = parts(twice);
    parts(once)
        .forEach(
            (part, text) -> {
              if (!part.equals("docProps/custom.xml")) {
                assertThat(all).containsEntry(part, text);
              }
            });
  }

  private static Map<String, String> about(String version) {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("Plumbline: Version", version + " & <x>");
    about.put("Plumbline: Made", "today");
    return about;
  }

  @Test
  void aWorkbookWithoutAMatrixIsRefused() throws IOException {
    Path file = folder.resolve("other.xlsx");
    write(file, List.of(List.of("Name", "Amount"), List.of("A", "1")));
    assertThatThrownBy(() -> RequirementsMatrix.read(file)).isInstanceOf(RefusedWorkbook.class);
  }

  private static <T> T of(Map<String, T> map, String key) {
    return Objects.requireNonNull(map.get(key));
  }

  private Path matrix() throws IOException {
    Path file = folder.resolve("matrix.xlsx");
    write(file, ROWS);
    return file;
  }

  private static Requirements read(String text) {
    var read = CompanionYaml.requirements("r.yaml", text.getBytes(UTF_8));
    assertThat(read.findings()).isEmpty();
    return read.document().orElseThrow();
  }

  private static String cell(String reference, String text) {
    return "<c r=\""
        + reference
        + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
        + text
        + "</t></is></c>";
  }

  private static Map<String, String> parts(Path file) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        parts.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
      }
    }
    return parts;
  }

  private static void write(Path file, List<List<String>> rows) throws IOException {
    StringBuilder sheet = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      sheet.append("<row r=\"").append(i + 1).append("\" ht=\"15\">");
      for (int j = 0; j < rows.get(i).size(); j++) {
        String text = rows.get(i).get(j).replace("\"", "&quot;");
        sheet.append(cell((char) ('A' + j) + "" + (i + 1), text));
      }
      sheet.append("</row>");
    }
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + main
            + "\" xmlns:r=\""
            + relations
            + "\"><sheets><sheet name=\"RTM\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Type=\""
            + relations
            + "/worksheet\""
            + " Target=\"worksheets/sheet1.xml\"/></Relationships>");
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\""
            + main
            + "\"><sheetData>"
            + sheet
            + "</sheetData><dataValidations count=\"1\"/></worksheet>");
    parts.put("xl/printerSettings1.bin", "kept as it is");
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"></Types>");
    parts.put(
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "</Relationships>");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
      }
    }
  }
}
