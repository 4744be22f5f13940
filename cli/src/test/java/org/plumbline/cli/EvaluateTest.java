package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code evaluate} and {@code explain} over the starter agreement. */
class EvaluateTest {
  @TempDir private Path folder;
  private String first = "";

  @BeforeEach
  void start() {
    first = folder.resolve("first").toString();
    Shell.run("init", first);
  }

  @Test
  void theStarterEvaluatesAtOnce() {
    Shell.Run run = Shell.run("evaluate", first, "--period", "2025-01..2025-03");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains(
            "Invoice processing",
            "Commercial invoices paid within 25 days of receipt",
            "Owed by Bureau of Examples",
            "As of",
            "2026-11-21 07:00 America/New_York")
        .doesNotContain("\u001b[");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void jsonIsCompleteAndParses() {
    JsonNode json =
        new JsonMapper()
            .readTree(
                Shell.run("evaluate", first, "--period", "2025-Q1", "--format", "json").out());
    assertThat(json.get("schema").asString()).startsWith("plumbline-evaluation/");
    assertThat(json.get("metrics").size()).isEqualTo(4);
    assertThat(json.get("periods").size()).isEqualTo(3);
  }

  @Test
  void whatWasKnownWhenIsKeptBesideWhatHadHappenedWhen() {
    JsonNode usual =
        new JsonMapper()
            .readTree(
                Shell.run("evaluate", first, "--period", "2025-Q1", "--format", "json").out());
    assertThat(usual.get("knownAt").asString()).isEqualTo(Shell.NOW.toString());
    String[] asked = {
      "evaluate",
      first,
      "--period",
      "2025-Q1",
      "--as-of",
      "2025-04-03",
      "--known-at",
      "2025-05-01T09:00"
    };
    assertThat(Shell.run(asked).out()).contains("Known at", "2025-05-01 09:00 America/New_York");
    String[] explained = asked.clone();
    explained[0] = "explain";
    assertThat(Shell.run(with(explained, "--metric", "invoices-on-time")).out())
        .contains("as known at 2025-05-01 09:00 America/New_York");
    JsonNode json = new JsonMapper().readTree(Shell.run(with(asked, "--format", "json")).out());
    assertThat(json.get("asOf").asString()).isEqualTo("2025-04-04T03:59:59.999999Z");
    assertThat(json.get("knownAt").asString()).isEqualTo("2025-05-01T13:00:00Z");
  }

  private static String[] with(String[] args, String... more) {
    return java.util.stream.Stream.concat(
            java.util.Arrays.stream(args), java.util.Arrays.stream(more))
        .toArray(String[]::new);
  }

  @Test
  void whereOnlyDatesAreRecordedDatesAndDaysAreShown() {
    String[] explain = {"explain", first, "--period", "2025-03", "--metric", "invoices-on-time"};
    assertThat(Shell.run(explain).out()).contains("2025-02-14").doesNotContain("00:00");
    assertThat(Shell.run(with(explain, "--case", "2500280")).out())
        .contains("limit ran out 2025-03-24", "15 days")
        .doesNotContain("00:00", "23:59", "144 hours");
    assertThat(Shell.run("evaluate", first, "--period", "2025-03").out())
        .doesNotContain("00:00", "168 h");
  }

  @Test
  void htmlGoesToTheFileThatIsNamed() throws IOException {
    Path report = folder.resolve("report.html");
    Shell.Run run = Shell.run("evaluate", first, "--period", "2025-03", "-o", report.toString());
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("report.html");
    assertThat(report).content().startsWith("<!DOCTYPE html>");
  }

  @Test
  void oneMetricCanBeAskedFor() {
    assertThat(
            Shell.run(
                    "evaluate",
                    first,
                    "--period",
                    "2025-03",
                    "--metric",
                    "invoice-volume",
                    "--format",
                    "csv")
                .out())
        .contains("invoice-volume")
        .doesNotContain("approvals-on-time");
  }

  @Test
  void failOnTurnsAResultIntoAnExitCode() {
    assertThat(Shell.run("evaluate", first, "--period", "2025-03", "--fail-on", "not-met").code())
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(Shell.run("evaluate", first, "--period", "2025-01", "--fail-on", "not-met").code())
        .isEqualTo(ExitCode.DONE);
    assertThat(Shell.run("evaluate", first, "--period", "2025-01", "--fail-on", "bad").code())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void asOfTakesBackWhatHappenedLater() {
    String early =
        Shell.run("evaluate", first, "--period", "2025-03", "--as-of", "2025-03-10").out();
    assertThat(early).contains("not due", "2025-03-10 23:59");
  }

  @Test
  void wrongQuestionsAreUsageErrors() {
    for (String[] wrong :
        new String[][] {
          {"evaluate", first},
          {"evaluate", first, "--period", "March"},
          {"evaluate", first, "--period", "2025-13"},
          {"evaluate", first, "--period", "2025-03", "--metric", "speed"},
          {"evaluate", first, "--period", "2025-03", "--as-of", "noon"},
          {"evaluate", first, "--period", "2025-03", "--format", "docx"},
          {"evaluate", first, "--period", "2025-03", "--show", "secret"},
          {"explain", first, "--period", "2025-03"},
          {"explain", first, "--period", "2025-03", "--metric", "speed"}
        }) {
      Shell.Run run = Shell.run(wrong);
      assertThat(run.code()).as(String.join(" ", wrong)).isEqualTo(ExitCode.USAGE);
      assertThat(run.err()).startsWith("plumbline: ").doesNotContain("\tat ");
    }
  }

  @Test
  void aPeriodOutsideTheAgreementIsRefused() {
    Shell.Run run = Shell.run("evaluate", first, "--period", "2031-03");
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("2025-01-01", "2025-12-31");
  }

  @Test
  void badRowsRefuseTheLoadWithATableAndCanBeKeptAsIndeterminate() throws IOException {
    Path csv = Path.of(first, "records", "invoices.csv");
    String text = Files.readString(csv);
    Files.writeString(csv, text.replaceFirst("01/15/2025", "31/31/2025"));
    Shell.Run refused = Shell.run("evaluate", first, "--period", "2025-01");
    assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.err()).contains("31/31/2025", "SCHEDULED", "--keep-good", "ROW");
    Shell.Run kept = Shell.run("evaluate", first, "--period", "2025-01", "--keep-good");
    assertThat(kept.code()).as(kept.err()).isEqualTo(ExitCode.DONE);
    assertThat(kept.out()).contains("31/31/2025");
  }

  @Test
  void missingRecordsAreRefused() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("empty"));
    Shell.Run run =
        Shell.run("evaluate", first, "--period", "2025-01", "--records", elsewhere.toString());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(Shell.run("evaluate", first, "--period", "2025-01", "--records", "/nowhere").err())
        .contains("no such folder");
  }

  @Test
  void anExplanationLeadsFromTheFigureToOneRowOfAFile() {
    Shell.Run figure =
        Shell.run("explain", first, "--period", "2025-03", "--metric", "invoices-on-time");
    assertThat(figure.code()).as(figure.err()).isEqualTo(ExitCode.DONE);
    assertThat(figure.out())
        .contains("What was promised", "Where all cases went", "The cases", "2500280");
    Shell.Run one =
        Shell.run(
            "explain",
            first,
            "--period",
            "2025-03",
            "--metric",
            "invoices-on-time",
            "--case",
            "2500280");
    assertThat(one.code()).as(one.err()).isEqualTo(ExitCode.DONE);
    assertThat(one.out()).contains("Case 2500280", "Whose turn", "invoices.csv, row 41");
    Shell.Run none =
        Shell.run(
            "explain",
            first,
            "--period",
            "2025-03",
            "--metric",
            "invoices-on-time",
            "--case",
            "nobody");
    assertThat(none.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(none.err()).contains("no case");
  }

  @Test
  void aPlanNeedsNoRecords() {
    assertThat(Shell.run("plan", first, "--metric", "invoices-on-time").out())
        .contains("invoices-on-time: counted");
    Shell.Run sql = Shell.run("plan", first, "--metric", "invoices-on-time", "--sql", "duckdb");
    assertThat(sql.code()).as(sql.err()).isEqualTo(ExitCode.DONE);
    assertThat(sql.out()).startsWith("WITH").contains("-- ");
    assertThat(Shell.run("plan", first, "--metric", "speed").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aCaseOfAKeyOfTwoPartsIsNamedAsItIsShownOrAsAList() throws IOException {
    Path desk = Files.createDirectories(folder.resolve("desk"));
    Files.writeString(
        desk.resolve("agreement.yaml"),
        """
        plumbline: 1
        agreement: desk
        title: Desk
        zone: UTC
        parties: {customer: {name: C}, provider: {name: P}}
        performance-period: {from: 2025-01-01, until: 2025-12-31}
        period: {every: month}
        records:
          tickets: {case: [site, number], moments: {opened: minute, closed: minute}}
        metrics:
          closed-in-time:
            name: Closed in time
            performing: provider
            records: tickets
            clock: {starts: opened, stops: closed}
            target: {within: 8 hours, at-least: 90%}
        """);
    Files.writeString(
        desk.resolve("tickets.csv"),
        """
        site,number,opened,closed
        N / S,1,2025-01-02T10:00Z,2025-01-02T11:00Z
        N,S / 1,2025-01-02T10:00Z,2025-01-02T12:00Z
        """);
    String[] explain = {
      "explain", desk.toString(), "--period", "2025-01", "--metric", "closed-in-time"
    };
    assertThat(Shell.run(explain).out()).contains("\"N / S\" / 1", "N / \"S / 1\"");
    assertThat(Shell.run(with(explain, "--case", "[\"N / S\", 1]")).out()).contains("1 hour");
    assertThat(Shell.run(with(explain, "--case", "N / \"S / 1\"")).out()).contains("2 hours");
    for (String wrong : new String[] {"N / S / 1", "[\"N\"]", "[", "N / 7", "\"", ""}) {
      Shell.Run run = Shell.run(with(explain, "--case", wrong));
      assertThat(run.code()).as(wrong).isEqualTo(ExitCode.REFUSED);
      assertThat(run.err()).contains("A key has 2 parts: site, number", "[\"site\", \"number\"]");
    }
  }

  @Test
  void whyARowIsUnusableAndWhatAnOpenCaseWaitsForIsSaid() throws IOException {
    Path desk = desk();
    String[] explain = {
      "explain", desk.toString(), "--keep-good", "--period", "2025-02", "--as-of", "2025-03-02"
    };
    String out = Shell.run(with(explain, "--metric", "time-to-close", "--case", "3")).out();
    assertThat(out).contains("Of 3 it cannot be said", "because closed is no time");
    assertThat(Shell.run(with(explain, "--metric", "time-to-close", "--case", "4")).out())
        .contains("4 is open", "it waits for “closed”");
    assertThat(Shell.run(with(explain, "--metric", "time-to-close", "--case", "2")).out())
        .contains("1.0")
        .doesNotContain("00:00");
    String[] evaluate = explain.clone();
    evaluate[0] = "evaluate";
    assertThat(Shell.run(evaluate).out())
        .contains("Cases of which it cannot be said", "closed is no time");
    assertThat(Shell.run(with(evaluate, "--format", "json")).out())
        .contains("it waits for “closed”", "is no time");
  }

  @Test
  void theCasesThatAStockCountsAreListedByPeriod() throws IOException {
    Path desk = desk();
    String out =
        Shell.run(
                "explain",
                desk.toString(),
                "--keep-good",
                "--period",
                "2025-01..2025-02",
                "--as-of",
                "2025-03-02",
                "--metric",
                "backlog",
                "--format",
                "csv")
            .out();
    assertThat(out.lines().skip(1).map(line -> line.split(",", -1)))
        .extracting(row -> row[12] + " " + row[1])
        .containsExactlyInAnyOrder("2025-01 2", "2025-01 3", "2025-02 3", "2025-02 4");
  }

  private Path desk() throws IOException {
    Path desk = Files.createDirectories(folder.resolve("desk"));
    Files.writeString(
        desk.resolve("agreement.yaml"),
        """
        plumbline: 1
        agreement: desk
        title: Desk
        zone: UTC
        parties: {customer: {name: C}, provider: {name: P}}
        performance-period: {from: 2025-01-01, until: 2025-12-31}
        period: {every: month}
        records:
          tickets:
            case: [number]
            moments: {opened: minute, closed: minute}
            fields: {release: text}
        metrics:
          time-to-close:
            name: Time to close
            performing: provider
            records: tickets
            clock: {starts: opened, stops: closed}
            figure: {mean: elapsed}
            target: {at-most: 400 hours}
          backlog:
            name: Tickets open at the end
            performing: provider
            records: tickets
            clock: {starts: opened, stops: closed}
            figure: {count: cases}
            counted-when: open-at-end
            target: {at-most: 10}
        """);
    Files.writeString(
        desk.resolve("tickets.csv"),
        """
        number,opened,closed,release
        1,2025-01-02T10:00Z,2025-01-02T11:00Z,1.5
        2,2025-01-20T10:00Z,2025-02-02T11:00Z,1.0
        3,2025-01-21T10:00Z,tomorrow,2.0
        4,2025-02-20T10:00Z,,2.10
        """);
    return desk;
  }
}
