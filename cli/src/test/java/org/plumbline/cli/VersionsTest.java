package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agreements in several versions on the command line. */
class VersionsTest {
  private static final Path CASES = Path.of("..").toAbsolutePath().normalize().resolve("cases");

  @TempDir private Path folder;

  private static String path(String name) {
    return CASES.resolve(name).toString();
  }

  @Test
  void aReportSaysWhichVersionJudged() {
    Shell.Run run =
        Shell.run(
            "evaluate",
            path("s18-period-spans-two-versions"),
            "--period",
            "2026-03..2026-04",
            "--as-of",
            "2026-05-01");
    assertThat(run.all()).contains("Terms in force", "the original text", "amendment 1");
    assertThat(run.code()).isZero();
  }

  @Test
  void jsonNamesTheVersionOfEachResult() {
    Shell.Run run =
        Shell.run(
            "evaluate",
            path("s44-metric-under-another-id"),
            "--period",
            "2026-01..2026-02",
            "--as-of",
            "2026-05-01",
            "--format",
            "json");
    assertThat(run.out()).contains("\"name\" : \"amendment 1\"", "\"number\" : 0");
  }

  @Test
  void aCaseIsExplainedByTheVersionThatItStandsUnder() {
    Shell.Run run =
        Shell.run(
            "explain",
            path("s18-version-changed-by-start"),
            "--period",
            "2026-03",
            "--metric",
            "in-time",
            "--case",
            "B",
            "--as-of",
            "2026-05-01");
    assertThat(run.all()).contains("the limit being 10 days", "stands under the original text");
  }

  @Test
  void casesOfAPeriodOfTheirOwnAreListed() {
    Shell.Run run =
        Shell.run(
            "explain",
            path("s18-lines-that-do-not-correspond"),
            "--period",
            "2026-03",
            "--metric",
            "in-time",
            "--as-of",
            "2026-05-01");
    assertThat(run.all())
        .contains("All 4 cases of these periods", "cases that stand under the original text");
  }

  @Test
  void aBrokenChainIsToldAndRefused() throws IOException {
    Path from = CASES.resolve("s12-renewal");
    Files.createDirectories(folder.resolve("versions"));
    for (String name : new String[] {"original.yaml", "amendment-1.yaml"}) {
      String text = Files.readString(from.resolve("versions").resolve(name));
      Files.writeString(
          folder.resolve("versions").resolve(name),
          name.startsWith("original") ? text.replace("within: 5 days", "within: 6 days") : text);
    }
    Shell.Run checked = Shell.run("check", folder.toString());
    assertThat(checked.all()).contains("PL904", "amendment-1.yaml:11:");
    assertThat(checked.code()).isEqualTo(ExitCode.FINDINGS);
    Shell.Run refused = Shell.run("evaluate", folder.toString(), "--period", "2026-03");
    assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.all()).contains("PL904");
  }

  @Test
  void aDifferenceIsSaidAsPeopleSayIt() {
    String from = path("s18-version-changed-by-start/versions/original.yaml");
    String to = path("s18-version-changed-by-start/versions/amendment-1.yaml");
    Shell.Run run = Shell.run("diff", from, to);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "The limit on a case in the target of “In time” changes from 10 days to 5 days.",
            "The target of “In time” falls from 90% to 60%.");
    assertThat(Shell.run("diff", from, to, "--format", "json").out()).contains("falls from 90%");
  }

  @Test
  void whatBreaksATrendIsSaid() throws IOException {
    Path from = CASES.resolve("s18-version-changed-by-start/versions/original.yaml");
    Path to = folder.resolve("to.yaml");
    Files.writeString(
        to,
        Files.readString(from)
            .replace("opened: date, done: date", "opened: date, accepted: date, done: date")
            .replace("starts: opened", "starts: accepted")
            .replace("{name: Department of Examples}", "{name: Department, federal: true}")
            .replace("until: 2026-06-30", "until: 2026-07-31"));
    String said = Shell.run("diff", from.toString(), to.toString()).out().replaceAll("\\s+", " ");
    assertThat(said)
        .contains("now starts at “accepted” instead of “opened”: not comparable with earlier")
        .contains("FS Form 7600A: it touches blocks 4 (action", "5 (agreement period)")
        .contains("FS Form 7600B: it touches blocks 25 (action", "27 (performance period)");
  }
}
