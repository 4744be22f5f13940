package org.plumbline.report.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.plumbline.agreement.companion.SuccessMetrics;
import org.plumbline.agreement.yaml.CompanionYaml;
import org.plumbline.desk.Desk;
import org.plumbline.desk.DeskEvaluation;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;
import org.plumbline.remedy.Consequences;
import org.plumbline.remedy.Posting;
import org.plumbline.remedy.PostingId;
import org.plumbline.remedy.Standing;
import org.plumbline.report.Block;
import org.plumbline.report.Document;
import org.plumbline.report.Evaluation;
import org.plumbline.report.office.TablesWorkbook;

/** Documents of results: what has to be put right, what was short, what the program reached. */
class ResultPapersTest {

  private static final Posting PLAN =
      new Posting(
          new PostingId("plan", Optional.of("incidents-resolved"), Optional.empty(), Desk.MAY),
          Posting.Kind.ACTION,
          "provider",
          "customer",
          "Corrective action plan",
          Optional.empty(),
          Optional.empty(),
          Standing.PROPOSED,
          Optional.of("provider/program-manager"),
          Optional.of(LocalDate.of(2016, 6, 24)),
          false,
          List.of("root cause", "dates"),
          Optional.empty(),
          List.of());

  private static Evaluation evaluation() {
    return DeskEvaluation.evaluation().with(new Consequences(List.of(PLAN), List.of()));
  }

  private static List<Block.Table> tables(Document document, int section) {
    return document.sections().get(section).blocks().stream()
        .filter(Block.Table.class::isInstance)
        .map(Block.Table.class::cast)
        .toList();
  }

  private static List<String> column(Block.Table table, int column) {
    return table.rows().stream().map(row -> row.cells().get(column).text()).toList();
  }

  @Test
  void aPlanHasWhatTheAgreementAsksForAndRoomForTheAnswers() {
    Document document = CorrectiveActionPlan.of(evaluation(), SlaDocumentTest.MADE);
    assertThat(column(tables(document, 0).get(0), 4)).containsExactly("2016-06-24");
    List<Block.Table> tables = tables(document, 1);
    assertThat(column(tables.get(0), 0)).contains("What was promised", "What came");
    assertThat(column(tables.get(1), 0)).containsExactly("root cause", "dates");
    assertThat(column(tables.get(1), 1)).containsOnly("");
    assertThat(column(tables.get(2), 0)).hasSize(3).containsOnly("");
  }

  @Test
  void nothingToPutRightIsSaid() {
    assertThat(
            CorrectiveActionPlan.of(DeskEvaluation.evaluation(), SlaDocumentTest.MADE).toString())
        .contains("No result of these periods calls for corrective action.");
  }

  @Test
  void eachResultThatIsShortIsADiscrepancy() {
    Document document = DiscrepancyReport.of(evaluation(), SlaDocumentTest.MADE);
    List<Result> missed =
        evaluation().results().results().stream()
            .filter(
                result ->
                    result.status() == Status.NOT_MET || result.status() == Status.BELOW_EXPECTED)
            .toList();
    assertThat(missed).isNotEmpty();
    assertThat(document.sections()).hasSize(missed.size() + 1);
    assertThat(document.sections().get(1).blocks().toString())
        .contains("What was required", "What came", "Cause", "Closed on");
    assertThat(document.facts())
        .extracting(Document.Fact::name)
        .contains("Version", "Period", "Made", "How to verify")
        .anyMatch(name -> name.startsWith("Records in "));
  }

  @Test
  void successMetricsStandBesideTheResultsThatServeThem() throws Exception {
    SuccessMetrics success =
        CompanionYaml.successMetrics(
                "s.yaml",
                """
                plumbline: 1
                success-metrics: program
                title: Success metrics
                measures:
                  faster:
                    name: =Incidents are resolved faster
                    baseline: 70%
                    target: 90%
                    serves: incidents-resolved
                """
                    .getBytes(UTF_8))
            .document()
            .orElseThrow();
    Document document = SuccessReport.of(evaluation(), success, SlaDocumentTest.MADE);
    Block.Table overview = tables(document, 0).get(0);
    assertThat(overview.rows().get(0).cells())
        .extracting(Block.Cell::text)
        .startsWith("=Incidents are resolved faster", "70%", "90%")
        .contains(metOf());
    assertThat(column(tables(document, 1).get(0), 2)).contains("Mar 2016", "May 2016");
    byte[] file = TablesWorkbook.write(document, SlaDocumentTest.MADE);
    assertThat(TablesWorkbook.write(document, SlaDocumentTest.MADE)).isEqualTo(file);
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      assertThat(workbook.getSheetAt(0).getTables()).hasSize(1);
      assertThat(workbook.getSheetAt(0).getNumMergedRegions()).isZero();
      assertThat(workbook.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
          .doesNotStartWith("=");
      assertThat(workbook.getSheet("About")).isNotNull();
    }
  }

  /** How many of the results that are judged are met, counted here. */
  private static String metOf() {
    List<Status> judged =
        evaluation().results().results().stream()
            .filter(result -> result.metric().equals("incidents-resolved"))
            .map(Result::status)
            .filter(List.of(Status.MET, Status.NOT_MET, Status.BELOW_EXPECTED)::contains)
            .toList();
    return judged.stream().filter(Status.MET::equals).count() + " of " + judged.size();
  }
}
