package org.plumbline.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.finding.FindingCode;
import org.plumbline.reconcile.yaml.MappingYaml;
import org.plumbline.records.Binding;
import org.plumbline.records.files.Grid;

/** What is taken for what in a provider's files, and what is refused. */
class ReportedFilesTest {

  private static final Agreement AGREEMENT =
      AgreementYaml.read(
              "agreement.yaml",
              """
              plumbline: 1
              agreement: desk
              title: A desk
              zone: UTC
              parties:
                customer: {name: Department of Examples}
                provider: {name: Example Services}
              performance-period: {from: 2026-01-01, until: 2026-12-31}
              period: {every: month}
              records:
                calls:
                  case: [number]
                  moments: {opened: instant, answered: instant}
              metrics:
                calls-in-time:
                  name: Calls answered in time
                  performing: provider
                  records: calls
                  implements: {measure: CST.010.020.0030}
                  clock: {starts: opened, stops: answered}
                  target: {within: 1 hour, at-least: 90%}
                mean-answer:
                  name: Mean time to answer
                  performing: provider
                  records: calls
                  clock: {starts: opened, stops: answered}
                  figure: {mean: elapsed}
                  target: {at-most: 30 minutes}
              """)
          .agreement()
          .orElseThrow();

  private static final ReportingPeriod ASKED = ReportingPeriods.parse("2026-01..2026-03");

  @Test
  void aRowForEachMetricAndMonth() {
    Reported<ReportedFigure> read =
        figures(
            "Report of March",
            "Measure | Month | Target | SLA % | Within SLA | Total calls | Result",
            "Calls answered in time | March 2026 | 90% | 98.3 | 59 | 60 | Met",
            "CST.010.020.0030 | 2026-02 | 90% | 97 | 97 | 100 | Met");
    assertThat(read.findings()).isEmpty();
    assertThat(told(read))
        .containsExactly(
            "calls-in-time 2026-03-01 98.3 percent 59 of 60 true",
            "calls-in-time 2026-02-01 97 percent 97 of 100 true");
    assertThat(read.reasons())
        .contains("The column “SLA %” is taken for the figure.")
        .contains("The column “Within SLA” is taken for how many of them kept the promise.")
        .contains("The column “Total calls” is taken for the number of cases.")
        .anySatisfy(reason -> assertThat(reason).contains("names the measure"));
  }

  @Test
  void monthsSideBySide() {
    Reported<ReportedFigure> read =
        figures(
            "Metric | Jan | February 2026 | 2026-03 | Target",
            "calls in time | 95% | 96% | n/a | 90%",
            "Mean time to answer | 12.5 min | | 14 min | 30");
    assertThat(read.findings()).isEmpty();
    assertThat(told(read))
        .containsExactly(
            "calls-in-time 2026-01-01 95%",
            "calls-in-time 2026-02-01 96%",
            "calls-in-time 2026-03-01 n/a",
            "mean-answer 2026-01-01 12.5 min",
            "mean-answer 2026-03-01 14 min");
    assertThat(read.reasons()).anySatisfy(reason -> assertThat(reason).contains("without a year"));
  }

  @Test
  void metricsSideBySide() {
    assertThat(
            told(
                figures(
                    "Month | Calls answered in time (%) | Mean time to answer (minutes)",
                    "Jan 2026 | 95.0 | 12.5")))
        .containsExactly(
            "calls-in-time 2026-01-01 95.0 percent", "mean-answer 2026-01-01 12.5 minutes");
  }

  @Test
  void aNameThatNoMetricHasIsTold() {
    Reported<ReportedFigure> read =
        figures("Metric | Jan 2026", "Customer smile | 5", "Calls answered in time | 95%");
    assertThat(read.isRefused()).isFalse();
    assertThat(read.findings().get(0).toLine())
        .isEqualTo(
            "f.csv:2:1 warning PL522 no metric of the agreement is recognised in “Customer smile”;"
                + " say in a mapping which one it is: metrics: {\"Customer smile\": ID}");
  }

  @Test
  void twoColumnsThatCouldBeTheFigureAreNotGuessed() {
    Reported<ReportedFigure> read =
        figures("Metric | Month | A | B", "Calls answered in time | 2026-01 | 95% | 96%");
    assertThat(read.isRefused()).isTrue();
    assertThat(read.findings().get(0).toLine())
        .contains("f.csv:1:1 error PL521")
        .contains("“A” and “B” could be the figure");
    assertThat(
            told(
                FigureFile.read(
                    "f.csv",
                    List.of(
                        grid(
                            "Metric | Month | A | B",
                            "Calls answered in time | 2026-01 | 95% | 96%")),
                    AGREEMENT,
                    mapping("columns: {figure: B}"),
                    ASKED)))
        .containsExactly("calls-in-time 2026-01-01 96%");
  }

  @Test
  void aMappingNamesMetricsAndLines() {
    assertThat(
            told(
                FigureFile.read(
                    "f.csv",
                    List.of(grid("KPI | Jan 2026", "K-17 | 95%", "K-18 | 12")),
                    AGREEMENT,
                    mapping("metrics: {K-17: calls-in-time/1, K-18: mean-answer}\nunit: minutes"),
                    ASKED)))
        .containsExactly(
            "calls-in-time/1 2026-01-01 95% minutes", "mean-answer 2026-01-01 12 minutes");
  }

  @Test
  void aMappingOfAnotherAgreementIsRefused() {
    MappingYaml.Read read =
        MappingYaml.read(
            "m.yaml",
            "plumbline: 1\nmaps: other\nmetrics: {K: nothing}\ncolumns: {colour: X}\n"
                .getBytes(StandardCharsets.UTF_8),
            AGREEMENT);
    assertThat(read.mapping()).isEmpty();
    assertThat(read.findings())
        .extracting(finding -> finding.place() + " " + finding.code())
        .containsExactly(
            "m.yaml:2:7 BINDING_MISMATCH", "m.yaml:3:14 UNKNOWN_NAME", "m.yaml:4:11 UNKNOWN_KEY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "Metric | Month",
        "\u202Ex | \u0000",
        "Metric | Jan 2026",
        "Calls answered in time | Calls answered in time",
        "1 | 2 | 3",
        "=cmd|' /C calc'!A0 | x"
      })
  void aFileThatIsNoReportIsRefusedInWords(String line) {
    Reported<ReportedFigure> read = figures(line, line);
    assertThat(read.items()).isEmpty();
    assertThat(read.isRefused()).isTrue();
    assertThat(read.findings())
        .allSatisfy(
            finding -> assertThat(finding.code()).isEqualTo(FindingCode.REPORT_NOT_UNDERSTOOD));
  }

  @Test
  void aVeryLongReportIsNoReport() {
    List<String> lines = new ArrayList<>(List.of("Metric | Jan 2026"));
    for (int i = 0; i < 100_001; i++) {
      lines.add("Calls answered in time | 95%");
    }
    assertThat(figures(lines.toArray(String[]::new)).isRefused()).isTrue();
  }

  @Test
  void casesAreKnownByTheirKeyAndTheirOutcomeByItsWords() {
    Reported<ReportedCase> read =
        cases(
            "Number | Priority | Month | In SLA",
            "7 | 1 | Jan 2026 | Yes",
            "8 | 2 | Jan 2026 | late");
    assertThat(read.findings()).isEmpty();
    assertThat(read.items())
        .extracting(
            each -> each.key() + " " + each.outcome() + " " + each.period().orElseThrow().name())
        .containsExactly("7 MET 2026-01", "8 NOT_MET 2026-01");
  }

  @Test
  void anOutcomeThatSaysNothingIsRefusedAtItsCell() {
    Reported<ReportedCase> read = cases("Number | Result", "7 | met", "8 | met", "9 | perhaps");
    assertThat(read.findings().get(0).toLine())
        .startsWith("c.csv:4:2 error PL523 “perhaps” does not say how the case was counted");
  }

  private static Reported<ReportedFigure> figures(String... lines) {
    return FigureFile.read("f.csv", List.of(grid(lines)), AGREEMENT, Mapping.NONE, ASKED);
  }

  private static Reported<ReportedCase> cases(String... lines) {
    return CaseFile.read(
        "c.csv",
        List.of(grid(lines)),
        AGREEMENT,
        Binding.byNames(),
        Mapping.NONE,
        ASKED,
        Set.of("calls-in-time"));
  }

  private static Mapping mapping(String text) {
    MappingYaml.Read read =
        MappingYaml.read(
            "m.yaml",
            ("plumbline: 1\nmaps: desk\n" + text + "\n").getBytes(StandardCharsets.UTF_8),
            AGREEMENT);
    assertThat(read.findings()).isEmpty();
    return read.mapping().orElseThrow();
  }

  private static List<String> told(Reported<ReportedFigure> read) {
    return read.items().stream()
        .map(
            figure ->
                (figure.metric()
                        + figure.line().map(line -> "/" + line).orElse("")
                        + " "
                        + figure.period().from()
                        + " "
                        + figure.text()
                        + figure.unit().map(unit -> " " + unit).orElse("")
                        + figure.held().map(held -> " " + held + " of ").orElse("")
                        + figure.cases().map(String::valueOf).orElse("")
                        + figure.met().map(met -> " " + met).orElse(""))
                    .strip())
        .toList();
  }

  private static Grid grid(String... lines) {
    List<Grid.Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        rows.add(
            new Grid.Row(
                i + 1, Arrays.stream(lines[i].split("\\|", -1)).map(String::strip).toList(), ""));
      }
    }
    return new Grid("", rows);
  }
}
