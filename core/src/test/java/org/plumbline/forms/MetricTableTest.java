package org.plumbline.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Severity;

class MetricTableTest {

  @TempDir private Path folder;

  private Understood workbook(String... rows) throws Exception {
    Path file = OfficeFiles.workbook(folder.resolve("t.xlsx"), "SLA", OfficeFiles.rows(rows));
    return MetricTable.read("t.xlsx", FormTable.of("t.xlsx", file), terms());
  }

  private static DraftTerms terms() {
    Optional<LocalDate> none = Optional.empty();
    return new DraftTerms(
        Optional.of("Bureau"),
        Optional.of("Center"),
        Optional.of("America/New_York"),
        none,
        none,
        LocalDate.of(2026, 8, 3));
  }

  private static Agreement draft(Understood understood) {
    var read = AgreementYaml.read("draft.yaml", understood.text());
    assertThat(read.findings().stream().filter(f -> f.severity() == Severity.ERROR)).isEmpty();
    return read.agreement().orElseThrow();
  }

  @Test
  void headingsAreKnownByWhatTheyMean() throws Exception {
    Understood understood =
        workbook(
            "Service levels of the desk",
            "No. | Service Level | Expected | Measured every | Owner | Remarks",
            "1 | Calls answered within 30 seconds of the call | 80% | month | Center | peak");
    assertThat(understood.columns())
        .extracting(Understood.Column::meaning)
        .containsExactly(
            "identifier",
            "name",
            "target",
            "reporting period",
            "performing party",
            "not known; kept as a comment");
    assertThat(understood.text())
        .contains("target: {within: 30 seconds, at-least: 80%}")
        .contains("clock: {starts: call, stops: answered}")
        .contains("# Remarks: peak");
    assertThat(understood.rows())
        .extracting(Understood.Row::said)
        .containsExactly("No.: 1; Expected: 80%; Measured every: month; Owner: Center");
  }

  @Test
  void eachNotationOfATargetBecomesATermOrIsToBeAgreed() throws Exception {
    Understood understood =
        workbook(
            "Metric | Definition | Target",
            "A | Percentage of items done | >= 95%",
            "B | Percentage of items done | =>95%",
            "C | Percentage of items done | 0.95",
            "D | Percentage of errors | 2% or less",
            "E | Number of complaints | Zero",
            "F | Average time to answer | <= 60 seconds",
            "G | Tickets | 95% within 4 hours",
            "H | Cost of rework | $500 or less",
            "I | Tickets | TBD by customer",
            "J | Tickets | nn hours",
            "K | Tickets | Sev 1: 99% within 15 minutes; Sev 2: 98% within 60 minutes",
            "L | Recovery | 30 minutes",
            "M | Rating of the survey | >= 4");
    String text = understood.text();
    assertThat(text)
        .contains(
            "target: {at-most: 2%}",
            "target: {at-most: 0}",
            "target: {at-most: 60 seconds}",
            "target: {within: 4 hours, at-least: 95%}",
            "target: {at-most: 500 USD}",
            "- {when: {severity: 1}, within: 15 minutes, at-least: 99%}",
            "target: {within: 30 minutes, at-least: {to-be-agreed:",
            "target: {at-least: 4}");
    Agreement agreement = draft(understood);
    assertThat(agreement.metrics()).hasSize(13);
    assertThat(understood.findings())
        .extracting(Finding::toLine)
        .anyMatch(line -> line.startsWith("t.xlsx, sheet SLA, cell C10 warning PL532"))
        .anyMatch(line -> line.startsWith("t.xlsx, sheet SLA, cell C11 warning PL532"));
  }

  @Test
  void workdaysBringACalendarThatIsToBeChecked() throws Exception {
    Agreement agreement =
        draft(workbook("KPI | Goal", "Invoices entered within 2 workdays of receipt | 98%"));
    assertThat(agreement.calendar()).isPresent();
    Metric metric = agreement.metrics().values().iterator().next();
    assertThat(metric.performing()).isEqualTo("provider");
  }

  @Test
  void aRowWithoutANameIsLeftOutAndSaid() throws Exception {
    Understood understood =
        workbook("Metric | Target | Owner", " | 95% | Provider", "A | 90% | Provider");
    assertThat(understood.findings())
        .extracting(Finding::toLine)
        .anyMatch(line -> line.startsWith("t.xlsx, sheet SLA, cell A2 warning PL533"));
    assertThat(draft(understood).metrics()).hasSize(1);
  }

  @Test
  void withoutAMetricAndATargetNothingIsMade() throws Exception {
    Understood understood = workbook("Name | Phone", "Ann | 5");
    assertThat(understood.isRefused()).isTrue();
    assertThat(understood.findings()).extracting(f -> f.code().id()).containsExactly("PL531");
  }

  @Test
  void textsOfATableCannotBreakOutOfTheDraft() throws Exception {
    Understood understood =
        workbook(
            "Metric | Definition | Target | Notes",
            "x\"}\nmetrics: {evil: 1} | a: b # c | 95% | line\u2028one\u0085two",
            "any | none | 95% | ",
            "{{}} | - | 95% | '");
    assertThat(draft(understood).metrics()).hasSize(3);
  }

  @Test
  void aDocumentIsReadTableByTable() throws Exception {
    Path file =
        OfficeFiles.document(
            folder.resolve("t.docx"),
            OfficeFiles.table("Name|Role", "Ann|Lead")
                + OfficeFiles.paragraph("H1", "Service levels")
                + OfficeFiles.table(
                    "Measure|Performance metric",
                    "Schedules certified in time|99.9% certified in time",
                    "Reports|"));
    Understood understood = MetricTable.read("t.docx", FormTable.of("t.docx", file), terms());
    assertThat(understood.what()).startsWith("2 metrics in table 2, headings in row 1");
    assertThat(understood.text()).contains("target: {at-least: 99.9%}");
    assertThat(draft(understood).metrics()).hasSize(2);
  }

  @Test
  void theSameFileGivesTheSameText() throws Exception {
    List<String> rows = List.of("Metric | Target", "A | 95%", "B | 4 hours");
    assertThat(workbook(rows.toArray(String[]::new)).text())
        .isEqualTo(workbook(rows.toArray(String[]::new)).text());
  }
}
