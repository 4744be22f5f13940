package org.plumbline.forms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.workbook.Cell;
import org.plumbline.workbook.FilledWorkbook;
import org.plumbline.workbook.NewWorkbook;

class GapRisksTest {

  private static final Path TEMPLATE =
      Path.of("../../shared/m3/templates/M3-Playbook-RAID-Log-Template.xlsx");

  @TempDir private Path folder;

  private static Map<RiskColumn, Cell> risk(String title) {
    Map<RiskColumn, Cell> risk = new EnumMap<>(RiskColumn.class);
    risk.put(RiskColumn.TITLE, Cell.text(title));
    risk.put(RiskColumn.STATUS, Cell.text("New"));
    risk.put(RiskColumn.DESCRIPTION, Cell.text("=1+1 <if> & then"));
    risk.put(RiskColumn.CREATED_ON, Cell.date(LocalDate.of(2026, 8, 3)));
    return risk;
  }

  @Test
  void risksAreAddedBelowTheLastOneAndOnce() throws Exception {
    Path log =
        OfficeFiles.workbook(
            folder.resolve("raid.xlsx"),
            "Risk Log",
            OfficeFiles.rows(
                "Summary | | | |",
                "Risk # | Title | Description | Status | Created On",
                "1 | Old | x | New |"));
    Filled filled =
        GapRisks.into(List.of(risk("Old"), risk("A"), risk("B")), FormTable.of("raid.xlsx", log))
            .orElseThrow();
    assertThat(filled.told()).containsExactly("there already: Old", "row 4: A", "row 5: B");
    Path to = folder.resolve("filled.xlsx");
    FilledWorkbook.fill(log, to, filled.cells(), Map.of());
    List<FormTable.Line> lines = FormTable.of("filled.xlsx", to).get(0).lines();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(3).cells())
        .extracting(Cell::text)
        .containsExactly("2", "A", "=1+1 <if> & then", "New", "2026-08-03");
    assertThat(text(OfficeFiles.parts(to), "xl/worksheets/sheet1.xml")).doesNotContain("<f>");
  }

  @Test
  void aLogMadeAnewIsReadAgainAndIsTheSameBytes() throws Exception {
    List<Map<RiskColumn, Cell>> risks = List.of(risk("A"), risk("B"));
    Path one = folder.resolve("one.xlsx");
    Path two = folder.resolve("two.xlsx");
    NewWorkbook.write(one, "Gaps", List.of(GapRisks.sheet(risks)));
    NewWorkbook.write(two, "Gaps", List.of(GapRisks.sheet(risks)));
    assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(two));
    assertThat(GapRisks.into(risks, FormTable.of("one.xlsx", one)).orElseThrow().told())
        .containsExactly("there already: A", "there already: B");
  }

  @Test
  void thePublishedLogKeepsAllElse() throws Exception {
    assumeTrue(Files.exists(TEMPLATE), "the published templates are not here");
    Filled filled =
        GapRisks.into(List.of(risk("A")), FormTable.of("raid.xlsx", TEMPLATE)).orElseThrow();
    Path to = folder.resolve("filled.xlsx");
    FilledWorkbook.fill(TEMPLATE, to, filled.cells(), Map.of());
    Map<String, byte[]> before = OfficeFiles.parts(TEMPLATE);
    Map<String, byte[]> after = OfficeFiles.parts(to);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    before.forEach(
        (part, bytes) -> {
          boolean ours = part.equals("xl/worksheets/sheet3.xml") || part.equals("xl/workbook.xml");
          if (!ours) {
            assertThat(after.get(part)).as(part).isEqualTo(bytes);
          }
        });
    String workbook = text(after, "xl/workbook.xml").replace(" fullCalcOnLoad=\"1\"", "");
    assertThat(workbook).isEqualTo(text(before, "xl/workbook.xml"));
    String sheet = text(after, "xl/worksheets/sheet3.xml");
    assertThat(sheet).contains("IF(B3=\"\",\"\",ROW()-2)</f><v>1</v>").contains("dataValidation");
  }

  @Test
  void thePublishedDashboardAndItsPagesTakeInRowsBeyondTheLastFreeOne() throws Exception {
    assumeTrue(Files.exists(TEMPLATE), "the published templates are not here");
    List<Map<RiskColumn, Cell>> risks =
        List.of(risk("A"), risk("B"), risk("C"), risk("D"), risk("E"));
    Filled filled = GapRisks.into(risks, FormTable.of("raid.xlsx", TEMPLATE)).orElseThrow();
    Path to = folder.resolve("filled.xlsx");
    FilledWorkbook.fill(TEMPLATE, to, filled.cells(), Map.of());
    Map<String, byte[]> before = OfficeFiles.parts(TEMPLATE);
    Map<String, byte[]> after = OfficeFiles.parts(to);
    String board = "xl/worksheets/sheet2.xml";
    assertThat(withoutValues(text(after, board)))
        .isEqualTo(withoutValues(text(before, board).replaceAll("\\$([A-Z])\\$5\\b", "\\$$1\\$7")));
    assertThat(text(after, "xl/workbook.xml")).contains("'Risk Log'!$A$1:$W$7");
    assertThat(text(after, "xl/worksheets/sheet3.xml"))
        .contains("<f>IF(B7=\"\",\"\",ROW()-2)</f>", "<xm:sqref>F3:F7</xm:sqref>")
        .contains("<xm:sqref>N3:N1048576</xm:sqref>");
  }

  /** A sheet without what its formulas came to. */
  private static String withoutValues(String sheet) {
    return sheet.replaceAll("</f><v>[^<]*</v>|</f><v/>", "</f>");
  }

  private static String text(Map<String, byte[]> parts, String part) {
    return new String(parts.getOrDefault(part, new byte[0]), UTF_8);
  }
}
