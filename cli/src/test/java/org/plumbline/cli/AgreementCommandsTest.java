package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that need an agreement and no records: init, read, diff; and calendars of files. */
class AgreementCommandsTest {
  @TempDir private Path folder;

  @Test
  void initMakesAnAgreementThatReadsAndNeverReplacesAFile() throws IOException {
    Path made = folder.resolve("first");
    Shell.Run init = Shell.run("init", made.toString());
    assertThat(init.code()).as(init.err()).isEqualTo(ExitCode.DONE);
    assertThat(init.out()).contains("What to do next", "plumbline evaluate");
    assertThat(Shell.run("read", made.toString()).out())
        .contains("Commercial invoices paid within 25 days", "The customer (Bureau of Examples)");

    Files.writeString(made.resolve("records.yaml"), "mine");
    Shell.Run again = Shell.run("init", made.toString());
    assertThat(again.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(again.err()).contains("already has", "nothing was written");
    assertThat(made.resolve("records.yaml")).hasContent("mine");
  }

  @Test
  void initSaysWhenTheFolderIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "");
    assertThat(Shell.run("init", file.toString()).code()).isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void readSaysAllErrorsOfAFileAtOnce() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("wrong.yaml"), "plumbline: 1\nagreement: x\ntitel: y\nzone: Mars\n");
    Shell.Run run = Shell.run("read", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err())
        .contains("cannot be used", "wrong.yaml:3:1", "wrong.yaml:4:7", "title")
        .doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"read", "diff"})
  void missingFilesAreRefusedAndInitIsNamed(String command) {
    String missing = folder.resolve("nowhere.yaml").toString();
    Shell.Run run =
        command.equals("read") ? Shell.run(command, missing) : Shell.run(command, missing, missing);
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("no such file", "plumbline init DIR");
  }

  @Test
  void aFolderWithoutAnAgreementIsRefused() {
    Shell.Run run = Shell.run("read", folder.toString());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("has no agreement.yaml");
  }

  @Test
  void diffSaysChangedMetricsAsSentencesAndIgnoresHowTheyAreWritten() throws IOException {
    Path old = folder.resolve("old");
    Shell.run("init", old.toString());
    String text = Files.readString(old.resolve("agreement.yaml"));
    Path same =
        Files.writeString(
            folder.resolve("same.yaml"),
            text.replace("at-least: 95%", "at-least: 95.0%").replaceAll("(?m)#.*$", ""));
    assertThat(Shell.run("diff", old.toString(), same.toString()).out())
        .startsWith("Nothing changed");

    Path changed =
        Files.writeString(
            folder.resolve("new.yaml"),
            text.replace("at-least: 95%", "at-least: 98%").replace("4 workdays", "3 workdays"));
    Shell.Run run = Shell.run("diff", old.toString(), changed.toString());
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains(
            "Metric approvals-on-time",
            "- target/1/within: 4 workdays → 3 workdays",
            "- target/1/at-least: 95% → 98%",
            "was: Commercial invoices paid within 25 days of receipt: The provider",
            "now: Commercial invoices paid within 25 days of receipt: The provider");
    assertThat(Shell.run("diff", "--format", "json", old.toString(), changed.toString()).out())
        .contains(
            "\"path\" : \"metrics/invoices-on-time/target/1/at-least\"", "\"after\" : \"98%\"");
  }

  @Test
  void aFileOfCalendarsIsAskedByIdAndSaysItsZone() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("desks.yaml"),
            "plumbline: 1\nzone: America/Denver\ncalendars:\n"
                + "  day: {hours: {mon-fri: [\"08:00-17:00\"]}}\n"
                + "  night: {hours: {mon-sun: [\"22:00-06:00\"]}, zone: UTC}\n");
    assertThat(Shell.run("due", "--calendar", file + "#night", "2026-11-25T15:00", "9 hours").out())
        .contains("Thursday, November 26, 2026, 23:00", "UTC");
    assertThat(Shell.run("due", "--calendar", file.toString(), "2026-11-25T15:00", "9 hours").err())
        .contains("several calendars", "#day", "#night");
    assertThat(Shell.run("due", "--calendar", file + "#x", "2026-11-25T15:00", "9 hours").err())
        .contains("there is no calendar \"x\"", "day, night");
    assertThat(
            Shell.run("due", "--calendar", file + "#day", "--zone", "UTC", "2026-11-25", "1 day")
                .code())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aCalendarFileWithMistakesIsRefusedWithTheirPlaces() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("wrong.yaml"),
            "plumbline: 1\nzone: UTC\ncalendars:\n  day: {hours: {mon-fri: [\"8-17\"]}}\n");
    Shell.Run run = Shell.run("between", "--calendar", file.toString(), "2026-01-05");
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("wrong.yaml:4:", "8-17");
  }

  @Test
  void checkSaysAllFindingsAndFailsOnErrorsOnly() throws IOException {
    Path first = folder.resolve("first");
    Shell.run("init", first.toString());
    Shell.Run right = Shell.run("check", first.toString());
    assertThat(right.code()).as(right.out()).isEqualTo(ExitCode.DONE);
    assertThat(right.out()).doesNotContain("error", "warning");

    Path agreement = first.resolve("agreement.yaml");
    Files.writeString(
        agreement,
        Files.readString(agreement)
            .replace("performing: customer          #", "performing: vendor            #")
            .replace("calendar: office, counts", "calendar: offise, counts"));
    Shell.Run wrong = Shell.run("check", first.toString());
    assertThat(wrong.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(wrong.out())
        .contains("2 errors", "vendor", "offise", "plumbline check --explain PL");
    assertThat(Shell.run("check", "--format", "json", first.toString()).out())
        .contains("\"errors\" : 2", "\"column\" : ");
    assertThat(Shell.run("check", "--format", "sarif", first.toString()).out())
        .contains(
            "\"version\" : \"2.1.0\"",
            "\"ruleId\" : \"PL303\"",
            "\"shortDescription\"",
            "\"fullyQualifiedName\"");
    assertThat(Shell.run("check", "--format", "html", first.toString()).out())
        .contains("Drafting comments", "No party is called", "PL303");
    assertThat(Shell.run("evaluate", first.toString(), "--period", "2025-03").code())
        .isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void checkOfAFolderOfVersionsReadsWhatTheyIncludeAndTriesTheLastOnRecords() throws IOException {
    new HowToFolder(folder).ready(Path.of("../docs/howto/check-a-draft.md"));
    Path draft = folder.resolve("draft");
    Path versions = Files.createDirectories(folder.resolve("several/versions"));
    Files.copy(draft.resolve("agreement.yaml"), versions.resolve("first.yaml"));
    Files.writeString(
        versions.resolve("conops.yaml"),
        Files.readString(draft.resolve("conops.yaml")).replace("area: payables", "area: payable"));
    Shell.Run run =
        Shell.run(
            "check",
            Objects.requireNonNull(versions.getParent()).toString(),
            "--records",
            draft.resolve("records").toString());
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .contains(
            "conops.yaml:10:11 error PL303 no area is called \"payable\"; did you mean"
                + " \"payables\"?",
            "first.yaml:33:22 note PL414 in the records 2 of 3 cases took longer than 10 days");
    assertThat(
            Shell.run(
                    "check",
                    draft.toString(),
                    "--format",
                    "json",
                    "--records",
                    draft.resolve("records").toString())
                .out())
        .contains("\"records\" : [", "\"ofTheBroken\" : 2", "\"case\" : \"A2\"");
  }

  @Test
  void checkExplainsARuleWithItsSourceAndAnExample() {
    Shell.Run explained = Shell.run("check", "--explain", "pl348");
    assertThat(explained.code()).isEqualTo(ExitCode.DONE);
    assertThat(explained.out()).contains("PL348 (warning)", "Source: ", "Wrong:", "Right:");
    assertThat(Shell.run("check", "--explain", "PL348", "--format", "json").out())
        .contains("\"source\"", "\"wrong\"");
    assertThat(Shell.run("check", "--explain", "PL999").code()).isEqualTo(ExitCode.REFUSED);
    assertThat(Shell.run("check").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void checkReviewsWhatADraftCovers() {
    Path example = Path.of("../examples/accounts-payable");
    Shell.Run text = Shell.run("check", example.toString(), "--review");
    assertThat(text.code()).as(text.err()).isEqualTo(ExitCode.DONE);
    assertThat(text.out())
        .contains("The process chain", "Coverage", "Completeness", "Measure profiles");
    assertThat(Shell.run("check", example.toString(), "--format", "json").out())
        .contains("\"plumbline-check/1\"", "\"completeness\"", "\"critical\" : \"invoice/pay\"");
    assertThat(Shell.run("check", example.toString(), "--format", "html").out())
        .contains("Completeness</h2>", "GAO-16-325, 6");
  }

  @Test
  void checkLooksAtTheBindingToo() throws IOException {
    Path first = folder.resolve("first");
    Shell.run("init", first.toString());
    Path binding = first.resolve("records.yaml");
    Files.writeString(
        binding, Files.readString(binding).replace("scheduled: SCHED", "sheduled: SCHED"));
    Shell.Run run = Shell.run("check", first.toString());
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("records.yaml:", "sheduled");
  }
}
