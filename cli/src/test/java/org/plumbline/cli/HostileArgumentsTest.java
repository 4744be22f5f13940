package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands on the command line: an exit code and plain words, never a stack trace. */
class HostileArgumentsTest {
  private static final int TRIES = 1_500;
  private static final int QUESTIONS = 4_000;
  private static final int BATCHES = 600;
  private static final List<String> PIECES =
      List.of(
          "0",
          "9",
          "9999",
          "-",
          "--",
          "=",
          ":",
          "T",
          "Z",
          "+",
          ".",
          ",",
          "\"",
          "\n",
          "\r",
          "{",
          "}",
          "[",
          "null",
          " ",
          "hours",
          "workdays",
          "\u0000",
          "\uD800",
          "é",
          "%s",
          "1e9",
          "-1",
          "24:00");
  private static final long SEED = Long.getLong("plumbline.seed", 20_261_121L);

  private static final List<String> WORDS =
      List.of(
          "",
          " ",
          "-",
          "--",
          "-o",
          "--batch",
          "--batch=",
          "--calendar",
          "--calendar=#",
          "#",
          "us-federal",
          "always",
          "country:DE",
          "country:",
          "--zone",
          "UTC",
          "--zone=",
          "--hours",
          "00:00-24:00",
          "25:00-26:00",
          "--format",
          "text",
          "json",
          "csv",
          "html",
          "sarif",
          "--explain",
          "--backward",
          "--help",
          "--version",
          "--debugg",
          "2026-11-27",
          "2026-13-01",
          "2026-11-27T09:00",
          "2026-11-27T09:00:00.1234567891Z",
          "9999-12-31T23:59:59Z",
          "0000-01-01",
          "-5 days",
          "5 workdays",
          "999999999 weeks",
          "0 hours",
          "\u0000",
          "a\u0000b",
          "\uD800",
          "x".repeat(5_000),
          "../../../../etc/passwd",
          "/dev/null",
          "/",
          ".",
          "%s%n%d",
          "${env:HOME}",
          "@nofile",
          "@/dev/null",
          "\r\n",
          "\u001b[31m",
          "*",
          "~",
          "--records",
          "--period",
          "2016-04",
          "2016-Q2",
          "FY2016",
          "..",
          "2016-04..2015-01",
          "--as-of",
          "--known-at",
          "--metric",
          "--case",
          "--keep-good",
          "--sql",
          "duckdb",
          "--fail-on",
          "not-met",
          "--cases",
          "-1",
          "99999999999999999999");

  @TempDir private Path folder;

  @Test
  void noCommandLineEndsInAStackTrace() throws IOException {
    Path agreement = folder.resolve("first");
    Shell.run("init", agreement.toString());
    List<String> files =
        List.of(
            agreement.toString(),
            agreement.resolve("agreement.yaml").toString(),
            agreement.resolve("records.yaml").toString(),
            agreement.resolve("records").toString(),
            agreement.resolve("records/invoices.csv").toString(),
            Files.write(folder.resolve("bytes"), new byte[] {0, -1, 10, 34, -2, 123}).toString());
    Random random = new Random(SEED);
    List<String> commands = new ArrayList<>(Commands.ALL.keySet());
    commands.remove("init");
    commands.remove("demo");
    commands.remove("serve");
    for (int i = 0; i < TRIES; i++) {
      List<String> line = new ArrayList<>();
      line.add(commands.get(random.nextInt(commands.size())));
      int words = random.nextInt(6);
      for (int word = 0; word < words; word++) {
        boolean file = random.nextInt(4) == 0;
        List<String> from = file ? files : WORDS;
        String chosen = from.get(random.nextInt(from.size()));
        // What comes in is the build's own, and answers go to no file of ours.
        line.add(chosen.equals("-") || chosen.equals("-o") ? "2026-11-27" : chosen);
      }
      if (line.stream().anyMatch(word -> word.startsWith("--batch"))) {
        line.add(files.get(random.nextInt(files.size())));
      }
      Shell.Run run = Shell.run(line.toArray(String[]::new));
      String shown = "seed " + SEED + ", try " + i + ": " + line + "\n" + run.err();
      assertThat(run.code()).as(shown).isBetween(ExitCode.DONE, ExitCode.REFUSED);
      assertThat(run.all()).as(shown).doesNotContain("\tat ", "our fault", "Exception");
      if (run.code() >= ExitCode.USAGE) {
        assertThat(run.err()).as(shown).startsWith("plumbline: ");
      }
    }
  }

  @Test
  void noQuestionAboutTimeEndsInAStackTrace() throws IOException {
    List<List<String>> right =
        List.of(
            List.of("between", "2026-11-25T15:00", "2026-11-30T10:00", "--explain"),
            List.of("between", "--calendar=country:DE", "--zone=Europe/Berlin", "2026-11-27"),
            List.of("due", "--hours=07:30-16:00", "--format=json", "2026-11-25T15:00Z", "4 hours"),
            List.of("due", "--backward", "--format", "csv", "2026-12-03", "5 workdays"),
            List.of("due", "--calendar=always", "2026-03-08T01:30-05:00", "90 minutes"));
    Random random = new Random(SEED + 1);
    for (int i = 0; i < QUESTIONS; i++) {
      List<String> line = new ArrayList<>(right.get(random.nextInt(right.size())));
      for (int change = random.nextInt(3); change >= 0; change--) {
        int at = 1 + random.nextInt(line.size() - 1);
        line.set(at, mutated(line.get(at), random));
      }
      answersInWords("seed " + (SEED + 1) + ", try " + i + ": " + line, line);
    }
  }

  @Test
  void noBatchEndsInAStackTrace() throws IOException {
    String csv =
        "id,from,to,limit,calendar\n1,2026-11-25T15:00,2026-11-30T10:00,4 hours,us-federal\n"
            + "2,2026-11-27,2026-12-03,5 workdays,always\n\"3\",2026-11-27,\"2026-12-03\",1 day,\n";
    String json =
        "{\"id\":1,\"from\":\"2026-11-25T15:00\",\"to\":\"2026-11-30T10:00\",\"limit\":\"4 hours\"}\n"
            + "{\"id\":2,\"from\":\"2026-11-27\",\"to\":null,\"limit\":\"5 workdays\"}\n";
    Random random = new Random(SEED + 2);
    for (int i = 0; i < BATCHES; i++) {
      boolean lines = random.nextBoolean();
      String text = lines ? json : csv;
      for (int change = random.nextInt(4); change >= 0; change--) {
        text = mutated(text, random);
      }
      Path file = folder.resolve(lines ? "rows.jsonl" : "rows.csv");
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
      List<String> line =
          List.of(random.nextBoolean() ? "between" : "due", "--batch", file.toString());
      answersInWords("seed " + (SEED + 2) + ", try " + i + ":\n" + text, line);
    }
  }

  private static void answersInWords(String shown, List<String> line) {
    Shell.Run run = Shell.run(line.toArray(String[]::new));
    String all = shown + "\n" + run.err();
    assertThat(run.code()).as(all).isBetween(ExitCode.DONE, ExitCode.REFUSED);
    assertThat(run.all()).as(all).doesNotContain("\tat ", "our fault", "Exception");
  }

  private static String mutated(String text, Random random) {
    int at = random.nextInt(text.length() + 1);
    int until = Math.min(text.length(), at + random.nextInt(4));
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at) + piece + text.substring(at);
      case 1 -> text.substring(0, at) + piece + text.substring(until);
      case 2 -> text.substring(0, at) + text.substring(until);
      default -> text.substring(0, until) + text.substring(at);
    };
  }
}
