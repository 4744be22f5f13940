package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs each {@code console} block of {@code docs/howto} and of the examples that are worked by
 * hand, and compares what is shown there.
 *
 * <p>A line {@code $ plumbline …} is a command, the lines after it are what it prints; {@code …}
 * stands for anything, alone on a line for any number of lines. The commands of a page run one
 * after the other in one folder of their own, in which {@code examples} is a copy of the examples.
 * A block {@code yaml} or {@code csv} whose first line is {@code # FILE} (a name in that folder) is
 * written there first.
 */
class HowToTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path folder;

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs/howto"));
        Stream<Path> examples = Files.list(ROOT.resolve("examples"))) {
      return Stream.concat(
          pages
              .filter(page -> page.toString().endsWith(".md") && !page.endsWith("README.md"))
              .filter(HowToTest::hasCommands),
          examples
              .filter(example -> Files.isDirectory(example.resolve("expected")))
              .map(example -> example.resolve("README.md")))
          .sorted()
          .toList()
          .stream();
    }
  }

  /** What is done on pages of the server alone is walked through in its own tests. */
  private static boolean hasCommands(Path page) {
    try {
      return Files.readString(page).contains("```console");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void whatAPageShowsIsWhatIsPrinted(Path page) throws IOException {
    HowToFolder files = new HowToFolder(folder);
    files.copyExamples();
    Matcher block = HowToFolder.BLOCK.matcher(Files.readString(page));
    int commands = 0;
    while (block.find()) {
      if (block.group(1).equals("console")) {
        commands += runs(files, block.group(2));
      } else if (block.group(2).startsWith("# FILE ")) {
        files.write(block.group(2));
      }
    }
    assertThat(commands).as("commands on %s", page.getFileName()).isPositive();
  }

  @Test
  void eachCommandOfTheReadmeWorksAsItStands() throws IOException {
    HowToFolder files = new HowToFolder(folder);
    files.copyExamples();
    String readme = Files.readString(ROOT.resolve("README.md"));
    List<String> commands =
        readme
            .substring(readme.indexOf("## Commands"), readme.indexOf("## What is where"))
            .lines()
            .filter(line -> line.startsWith("./plumbline "))
            .map(line -> line.substring("./plumbline ".length()).replaceFirst(" +#.*", ""))
            .toList();
    for (String command : commands) {
      Matcher used = Pattern.compile("cases/[^/ ]+").matcher(command);
      if (used.find()) {
        HowToFolder.copy(ROOT.resolve(used.group()), folder.resolve(used.group()));
      }
      Shell.Run run = Shell.run(files.arguments(command));
      assertThat(run.code()).as("%s%n%s", command, run.all()).isIn(0, 1);
    }
    assertThat(commands).hasSizeGreaterThan(15);
  }

  private int runs(HowToFolder files, String block) {
    List<String> lines = block.lines().toList();
    int commands = 0;
    for (int i = 0; i < lines.size(); ) {
      String command = lines.get(i++);
      assertThat(command).startsWith("$ plumbline ");
      List<String> shown = new ArrayList<>();
      while (i < lines.size() && !lines.get(i).startsWith("$ ")) {
        shown.add(lines.get(i++));
      }
      Shell.Run run = Shell.run(files.arguments(command.substring("$ plumbline ".length())));
      String printed = run.all().replace(folder + "/", "").replace("\r\n", "\n");
      assertThat(printed.stripTrailing() + "\n")
          .as("%s%n%s", command, printed)
          .matches(pattern(shown));
      commands++;
    }
    return commands;
  }

  private static Pattern pattern(List<String> shown) {
    StringBuilder regex = new StringBuilder();
    for (String line : shown) {
      if (line.strip().equals("…")) {
        regex.append("(?:.*\n)*?");
      } else {
        regex.append(Pattern.quote(line.stripTrailing()).replace("…", "\\E.*\\Q")).append(" *\n");
      }
    }
    return Pattern.compile(regex.toString());
  }
}
