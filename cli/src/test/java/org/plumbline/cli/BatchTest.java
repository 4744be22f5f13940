package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code between --batch} and {@code due --batch}. */
class BatchTest {
  @TempDir private Path folder;

  @Test
  void rowsComeBackInTheirOrderWithTheirAnswers() throws IOException {
    Path rows =
        file(
            "rows.csv",
            "ticket,from,to,calendar\n"
                + "b,2026-11-25T15:00,2026-11-27T10:00,us-federal\n"
                + "\"a, quoted\",2026-11-25T15:00,2026-11-27T10:00,always\n"
                + "c,2026-11-25,2026-11-27,us-federal\n");
    Shell.Run run = Shell.run("between", "--batch", rows.toString());
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.out().lines())
        .containsExactly(
            "ticket,from,to,calendar,working_seconds,working,workdays,days,zone,error",
            "b,2026-11-25T15:00,2026-11-27T10:00,us-federal,14400,4 hours,1,2,"
                + "America/New_York,",
            "\"a, quoted\",2026-11-25T15:00,2026-11-27T10:00,always,154800,43 hours,2,2,"
                + "America/New_York,",
            "c,2026-11-25,2026-11-27,us-federal,,,1,2,America/New_York,");
  }

  @Test
  void allBadRowsAreToldAtOnceWithRowColumnAndReason() throws IOException {
    Path rows =
        file(
            "rows.csv",
            "from,duration,calendar\n"
                + "2026-11-25,5 workdays,us-federal\n"
                + "25.11.2026,5 workdays,us-federal\n"
                + "2026-11-25,5 business days,us-federal\n"
                + "2026-11-25,5 workdays,mars\n"
                + "2026-11-25,5 workdays\n"
                + ",5 workdays,us-federal\n"
                + "2026-11-25,4 hours,us-federal\n");
    Shell.Run run = Shell.run("due", "--batch", rows.toString());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.out().lines()).hasSize(8).element(1).asString().contains("2026-12-03");
    assertThat(run.err().lines().toList())
        .hasSize(7)
        .satisfiesExactly(
            line -> assertThat(line).startsWith("row 2, column from: \"25.11.2026\""),
            line ->
                assertThat(line).startsWith("row 3, column duration: ").contains("write workdays"),
            line -> assertThat(line).startsWith("row 4, column calendar: "),
            line -> assertThat(line).startsWith("row 5: it has 2 cells"),
            line -> assertThat(line).startsWith("row 6, column from: it is empty"),
            line -> assertThat(line).startsWith("row 7, column duration: a date has no hours"),
            line -> assertThat(line).contains("6 of 7 rows have no answer"));
  }

  @Test
  void jsonLinesKeepTheirOtherKeys() throws IOException {
    Path rows =
        file(
            "rows.jsonl",
            "{\"id\":7,\"from\":\"2026-11-25T15:00\",\"duration\":\"4 hours\","
                + "\"calendar\":\"us-federal\"}\n\nnonsense\n");
    Shell.Run run = Shell.run("due", "--batch", rows.toString(), "--explain");
    assertThat(run.out().lines())
        .containsExactly(
            "{\"id\":7,\"from\":\"2026-11-25T15:00\",\"duration\":\"4 hours\","
                + "\"calendar\":\"us-federal\",\"due\":\"2026-11-27T10:00-05:00\","
                + "\"lateFrom\":\"2026-11-27T10:00-05:00\",\"lastDay\":\"2026-11-27\","
                + "\"zone\":\"America/New_York\",\"counted\":"
                + "\"2026-11-25T15:00-05:00/2026-11-25T17:00-05:00"
                + " 2026-11-27T08:00-05:00/2026-11-27T10:00-05:00\"}",
            "{\"input\":\"nonsense\",\"error\":\"it is not JSON\"}");
    assertThat(run.err()).startsWith("row 2: it is not JSON");
  }

  @Test
  void answersMayBeSentences() throws IOException {
    Path rows = file("rows.csv", "from,to\n2026-11-26,2026-11-27\n");
    assertThat(
            Shell.run(
                    "between",
                    "--calendar",
                    "us-federal",
                    "--batch",
                    rows.toString(),
                    "--format",
                    "text")
                .out())
        .startsWith("1. From Thursday, November 26, 2026 to Friday");
  }

  @Test
  void answeringAnAnswerAgainReplacesItsColumns() throws IOException {
    Path rows = file("rows.csv", "from,to,days,error\n2026-11-26,2026-11-27,9,x\n");
    assertThat(
            Shell.run("between", "--calendar", "us-federal", "--batch", rows.toString())
                .out()
                .lines())
        .containsExactly(
            "from,to,working_seconds,working,workdays,days,zone,error",
            "2026-11-26,2026-11-27,,,1,1,America/New_York,");
  }

  @Test
  void compressedRowsSemicolonsAndByteOrderMarksAreRead() throws IOException {
    Path rows = folder.resolve("rows.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(rows))) {
      out.write("\uFEFFfrom;to\n2026-11-26;2026-11-27\n".getBytes(StandardCharsets.UTF_8));
    }
    Path answers = folder.resolve("answers.csv");
    Shell.Run run =
        Shell.run(
            "between",
            "--calendar",
            "us-federal",
            "--batch",
            rows.toString(),
            "-o",
            answers.toString());
    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(answers)).contains("2026-11-26;2026-11-27;;;1;1;America/New_York;");
  }

  @Test
  void inputsThatAreNoRowsAreRefused() throws IOException {
    refused(file("empty.csv", ""), "the input is empty");
    refused(file("other.csv", "a,b\n1,2\n"), "names no column from");
    refused(file("twice.csv", "from,to,from\n1,2,3\n"), "names from twice");
    refused(folder.resolve("missing.csv"), "no such file");
    Path wrong = folder.resolve("latin.csv");
    Files.write(wrong, "from,to\nM\u00e4rz,2\n".getBytes(StandardCharsets.ISO_8859_1));
    refused(wrong, "not UTF-8");
    refused(file("long.jsonl", "{\"from\":\"" + "x".repeat(1 << 21) + "\"}\n"), "is longer than");
    refused(file("long.csv", "from,to\n\"" + "x".repeat(1 << 25)), "not CSV");
  }

  private void refused(Path rows, String reason) {
    Shell.Run run = Shell.run("between", "--calendar", "us-federal", "--batch", rows.toString());
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains(reason).doesNotContain("our fault", "\tat ");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
