package org.plumbline.catalog.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.catalog.Catalog;
import org.plumbline.catalog.CatalogDocument;
import org.plumbline.catalog.Workbooks;
import org.plumbline.finding.Finding;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.Severity;

/**
 * The published workbooks against a table made by hand ({@code catalog/judged.csv}): what must be
 * found in each ({@code real}), what is found and a careful reader would doubt ({@code doubtful}),
 * and what must not be found ({@code must-not}).
 */
class PublishedWorkbooksTest {
  private static final List<FindingCode> JUDGED =
      List.of(
          FindingCode.MEASURE_ID_TWICE,
          FindingCode.FORMULA_OF_ANOTHER,
          FindingCode.TARGET_UNIT_CLASH,
          FindingCode.DIRECTION_INVERTED,
          FindingCode.DIRECTION_MISSING,
          FindingCode.SEVERAL_TARGETS,
          FindingCode.LABEL_DRIFT,
          FindingCode.MIXED_NOTATION,
          FindingCode.TARGET_NOT_READ,
          FindingCode.TARGET_WITHOUT_UNIT,
          FindingCode.TARGET_CONTRADICTS);

  static Stream<String> workbooks() {
    return Workbooks.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("workbooks")
  void eachWorkbookHasTheFindingsOfTheTableAndNoOthers(String workbook) throws IOException {
    List<String> expected = new ArrayList<>();
    for (NamedCsvRecord row : table()) {
      boolean judged = JUDGED.stream().anyMatch(code -> code.id().equals(row.getField("code")));
      if (judged
          && row.getField("workbook").equals(workbook)
          && !row.getField("judged").equals("must-not")) {
        expected.add(
            row.getField("code") + " " + row.getField("sheet") + " " + row.getField("row"));
      }
    }
    assertThat(
            findings(workbook).stream()
                .filter(finding -> JUDGED.contains(finding.code()))
                .map(PublishedWorkbooksTest::key))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void malformedIdentifiersAreFoundBesideMissingOnes() throws IOException {
    for (NamedCsvRecord row : table()) {
      if (row.getField("code").equals("PL814") && row.getField("judged").equals("real")) {
        assertThat(findings(row.getField("workbook")).stream().map(PublishedWorkbooksTest::key))
            .contains("PL814 " + row.getField("sheet") + " " + row.getField("row"));
      }
    }
  }

  @Test
  void whatIsRightIsNotFoundFaultWith() throws IOException {
    int checked = 0;
    for (NamedCsvRecord row : table()) {
      if (row.getField("judged").equals("must-not")) {
        checked++;
        assertThat(findings(row.getField("workbook")).stream().map(PublishedWorkbooksTest::key))
            .as(row.getField("why"))
            .doesNotContain(
                row.getField("code") + " " + row.getField("sheet") + " " + row.getField("row"));
      }
    }
    assertThat(checked).isGreaterThan(20);
  }

  @Test
  void atLeastNineOfTenFindingsAreReal() throws IOException {
    Map<String, Integer> judged = new HashMap<>();
    table().forEach(row -> judged.merge(row.getField("judged"), 1, Integer::sum));
    int real = judged.getOrDefault("real", 0);
    int doubtful = judged.getOrDefault("doubtful", 0);
    assertThat(10 * real).isGreaterThanOrEqualTo(9 * (real + doubtful));
  }

  /** Counted independently of the rules, with a script over the cells. */
  @ParameterizedTest
  @CsvSource({
    "financial-management-fy2025, FFM Service Measures, PL806, 38",
    "financial-management-fy2025, FFM Service Measures, PL810, 54",
    "financial-management-fy2024, FFM Service Measures, PL806, 43",
    "financial-management-fy2024, FFM Service Measures, PL810, 57",
    "real-property-1.3, Consolidated Service Measures, PL806, 340",
    "real-property-1.3, Consolidated Service Measures, PL807, 717",
    "real-property-1.3, Consolidated Service Measures, PL808, 567",
    "real-property-1.3, RPM Service Measures, PL807, 292",
    "travel-and-expense-2024, Service Measures, PL808, 1",
    "travel-and-expense-2024, Service Measures, PL810, 54",
  })
  void whatIsMissingOrLeftOpenIsCounted(String workbook, String sheet, String code, long count) {
    assertThat(
            findings(workbook).stream()
                .filter(each -> each.code().id().equals(code))
                .filter(each -> each.place().file().endsWith("#" + sheet)))
        .hasSize((int) count);
  }

  @Test
  void aVolumeOnPerformanceLevelAndATimelinessOnActivityLevelDisagree() {
    assertThat(findings("financial-management-fy2025").stream().map(PublishedWorkbooksTest::key))
        .contains("PL813 FFM Service Measures 8", "PL813 FFM Service Measures 82")
        .contains("PL813 FFM Service Measures 47");
    assertThat(findings("real-property-1.3").stream().map(PublishedWorkbooksTest::key))
        .contains("PL813 Consolidated Service Measures 18");
  }

  @Test
  void descriptionsThatAreMissingAreFound() {
    List<Integer> rows =
        findings("real-property-1.3").stream()
            .filter(each -> each.code() == FindingCode.NO_DESCRIPTION)
            .filter(each -> each.severity() == Severity.WARNING)
            .map(each -> each.place().line())
            .toList();
    assertThat(rows).contains(400, 402, 403);
  }

  @Test
  void gapsThatNobodyFilledInAreFound() {
    assertThat(
            findings("real-property-1.3").stream()
                .filter(each -> each.code() == FindingCode.PLACEHOLDER)
                .filter(each -> each.place().path().endsWith("/target"))
                .filter(each -> each.found().contains("has a gap"))
                .map(each -> each.place().line()))
        .containsExactly(104, 629);
  }

  /** The originals have pictures and other sheets besides; what is read of them is the same. */
  @ParameterizedTest
  @MethodSource("workbooks")
  void theLightCopiesSayWhatTheOriginalsSay(String workbook) {
    Path original =
        Workbooks.folder().resolve("../../../shared/m3/measures/" + workbook + ".xlsx").normalize();
    Assumptions.assumeTrue(Files.isRegularFile(original));
    Catalog catalog = Workbooks.read(workbook, original);
    assertThat(catalog.measures().stream().map(CatalogDocument::of))
        .isEqualTo(Workbooks.read(workbook).measures().stream().map(CatalogDocument::of).toList());
    assertThat(CatalogReview.findings(catalog)).isEqualTo(findings(workbook));
  }

  private static List<Finding> findings(String workbook) {
    return CatalogReview.findings(Workbooks.read(workbook));
  }

  private static String key(Finding finding) {
    String sheet = finding.place().file().split("#", 2)[1];
    return finding.code().id() + " " + sheet + " " + finding.place().line();
  }

  private static List<NamedCsvRecord> table() throws IOException {
    try (var reader =
        new InputStreamReader(
            Objects.requireNonNull(
                PublishedWorkbooksTest.class.getResourceAsStream("/catalog/judged.csv")),
            UTF_8)) {
      return CsvReader.builder().ofNamedCsvRecord(reader).stream().toList();
    }
  }
}
