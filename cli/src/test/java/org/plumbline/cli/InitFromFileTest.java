package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.profile.Answers;
import org.plumbline.profile.Interview;
import org.plumbline.profile.RefusedAnswer;

/** {@code plumbline init --from}: from a spreadsheet to a figure. */
class InitFromFileTest {
  private static final Path EXAMPLES = Path.of("../examples/spreadsheets");
  private static final String TICKETS =
      """
      Ticket,Changed,Status
      1,3/1/2025 9:00,New
      1,3/1/2025 10:00,Closed
      2,3/13/2025 9:00,New
      2,3/14/2025 10:00,Closed
      """;
  private static final String INVOICES =
      """
      Invoice,Received,Paid
      1,3/1/2025,3/15/2025
      2,3/1/2025,25/3/2025
      3,3/4/2025,3/30/2025
      4,3/4/2025,3/31/2025
      """;

  @TempDir private Path folder;

  private Shell.Run from(String text, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("cases.csv"), text);
    return Shell.run(
        Stream.concat(
                Stream.of("init", folder.resolve("made").toString(), "--from", file.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private List<String> there() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void eachOfTheThreeExamplesComesToAFigure() {
    for (String name : List.of("invoices.xlsx", "tickets.csv", "calls.csv")) {
      Path made = folder.resolve(name.replaceAll("\\..*", ""));
      Shell.Run run =
          Shell.run("init", made.toString(), "--from", EXAMPLES.resolve(name).toString());
      assertThat(run.code()).as(run.all()).isZero();
      assertThat(run.out()).contains("targets met by Provider", "What to do next:");
      assertThat(made.resolve("report.html")).content().startsWith("<!DOCTYPE html>");
      assertThat(made.resolve("records").resolve(name))
          .hasSameBinaryContentAs(EXAMPLES.resolve(name));
      assertThat(Shell.run("check", made.toString()).code()).isZero();
    }
  }

  @Test
  void theCommandsThatAreShownWork() throws IOException {
    Shell.Run run = from(TICKETS);
    List<String> shown = run.out().lines().filter(line -> line.startsWith("  plumbline ")).toList();
    assertThat(shown).hasSizeGreaterThanOrEqualTo(3);
    for (String line : shown) {
      String[] words = line.strip().substring("plumbline ".length()).split(" ");
      assertThat(Shell.run(words).code()).as(line).isZero();
    }
  }

  @Test
  void rowsThatCannotBeUsedAreToldAndCountAsIndeterminate() throws IOException {
    Shell.Run run = from(INVOICES);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("mixed: row 3 has the day first")
        .contains("Some rows cannot be used")
        .contains("--keep-good");
  }

  @Test
  void nothingIsReplacedAndNothingIsHalfWritten() throws IOException {
    assertThat(from(TICKETS).code()).isZero();
    byte[] before = Files.readAllBytes(folder.resolve("made/agreement.yaml"));
    Shell.Run again = from(INVOICES);
    assertThat(again.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(again.err()).contains("already has agreement.yaml", "nothing was written");
    assertThat(Files.readAllBytes(folder.resolve("made/agreement.yaml"))).isEqualTo(before);
    assertThat(there()).containsExactly("cases.csv", "made");
  }

  @Test
  void aFolderThatIsThereKeepsWhatItHas() throws IOException {
    Files.createDirectories(folder.resolve("made/records"));
    Files.writeString(folder.resolve("made/records/other.txt"), "mine");
    assertThat(from(TICKETS).code()).isZero();
    assertThat(folder.resolve("made/records/other.txt")).hasContent("mine");
    assertThat(folder.resolve("made/agreement.yaml")).exists();
    assertThat(there()).containsExactly("cases.csv", "made");
  }

  @Test
  void whatCannotBeUsedIsRefusedInWordsAndLeavesNothing() throws IOException {
    Path file = folder.resolve("x.csv");
    for (String text : List.of("", "a\n", "a,b\n1,2\n", "Metric,Jan,Feb,Mar\nx,1,2,3\n", "\0\0")) {
      Files.writeString(file, text);
      Shell.Run run =
          Shell.run("init", folder.resolve("made").toString(), "--from", file.toString());
      assertThat(run.code()).as(text).isEqualTo(ExitCode.REFUSED);
      assertThat(run.err()).startsWith("plumbline: ").contains("cannot be used");
      assertThat(there()).containsExactly("x.csv");
    }
    Path workbook = Files.copy(EXAMPLES.resolve("invoices.xlsx"), folder.resolve("w.csv"));
    assertThat(Shell.run("init", folder + "/made", "--from", workbook.toString()).err())
        .contains("a workbook under another name");
    assertThat(Shell.run("init", folder + "/made", "--from", folder + "/none.csv").err())
        .contains("no such file");
    assertThat(Shell.run("init", folder + "/made", "--from", "../pom.xml").err())
        .contains("no spreadsheet that is read here");
  }

  @Test
  void answersThatCannotBeUsedAreRefusedWithTheirOption() throws IOException {
    assertThat(from(TICKETS, "--starts", "Begun").err()).contains("--starts: “Begun” is none of");
    assertThat(from(TICKETS, "--figure", "x").err())
        .contains("--figure means nothing for this file: each row is an event");
    assertThat(from(TICKETS, "--sheet", "x").err()).contains("has no sheet x");
    assertThat(from(INVOICES, "--day-first", "--month-first").err()).contains("choose one");
    assertThat(Shell.run("init", folder + "/made", "--starts", "x").err()).contains("--from FILE");
    assertThat(there()).containsExactly("cases.csv");
  }

  @Test
  void aPersonIsAskedAndMayAnswerByNumberOrNameAndTryAgain() throws Exception {
    Path file = Files.writeString(folder.resolve("cases.csv"), INVOICES);
    SpreadsheetFile opened =
        SpreadsheetFile.open(file.toString(), Optional.empty(), Optional.empty());
    Interview interview = Interview.about(opened.looked().profile()).orElseThrow();
    StringWriter out = new StringWriter();
    Answers answers =
        new Asking(
                new PrintWriter(out, true),
                80,
                Optional.of(new BufferedReader(new StringReader("1\n\nnever\n10 days\n"))))
            .ask(interview, Answers.NONE);
    assertThat(answers.of("starts")).contains("1");
    assertThat(answers.of("stops")).contains("Paid");
    assertThat(answers.of("within")).contains("10 days");
    assertThat(answers.of("at-least")).contains("95%");
    assertThat(out.toString())
        .contains("1. When does the clock start?", "[Received] > ", "“never” is no time")
        .contains("No more answers");
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 110);
  }

  @Test
  void noChangedFileEndsInAStackTrace() throws IOException, RefusedAnswer {
    long seed = Long.getLong("plumbline.seed", 20_261_122L);
    System.out.println("InitFromFileTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < Integer.getInteger("plumbline.inits", 60); i++) {
      byte[] bytes = (i % 2 == 0 ? TICKETS : INVOICES).getBytes(StandardCharsets.UTF_8);
      for (int change = 0; change <= random.nextInt(4); change++) {
        bytes[random.nextInt(bytes.length)] = (byte) ",\"\n /0129x:é".charAt(random.nextInt(11));
      }
      Path file = Files.write(folder.resolve("f.csv"), bytes);
      Path made = folder.resolve("m" + i);
      Shell.Run run = Shell.run("init", made.toString(), "--from", file.toString());
      String shown =
          "seed "
              + seed
              + ", try "
              + i
              + "\n"
              + run.err()
              + new String(bytes, StandardCharsets.UTF_8);
      assertThat(run.code()).as(shown).isIn(ExitCode.DONE, ExitCode.REFUSED);
      assertThat(run.all()).as(shown).doesNotContain("\tat ", "our fault", "Exception");
      assertThat(Files.exists(made)).as(shown).isEqualTo(run.code() == ExitCode.DONE);
    }
  }
}
