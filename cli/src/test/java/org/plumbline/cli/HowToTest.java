package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
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
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @TempDir private Path folder;

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs/howto"));
        Stream<Path> examples = Files.list(ROOT.resolve("examples"))) {
      return Stream.concat(
          pages.filter(page -> page.toString().endsWith(".md") && !page.endsWith("README.md")),
          examples
              .filter(example -> Files.isDirectory(example.resolve("expected")))
              .map(example -> example.resolve("README.md")))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void whatAPageShowsIsWhatIsPrinted(Path page) throws IOException {
    copy(ROOT.resolve("examples"), folder.resolve("examples"));
    Matcher block = BLOCK.matcher(Files.readString(page));
    int commands = 0;
    while (block.find()) {
      if (block.group(1).equals("console")) {
        commands += runs(block.group(2));
      } else if (block.group(2).startsWith("# FILE ")) {
        write(block.group(2));
      }
    }
    assertThat(commands).as("commands on %s", page.getFileName()).isPositive();
  }

  @Test
  void eachCommandOfTheReadmeWorksAsItStands() throws IOException {
    copy(ROOT.resolve("examples"), folder.resolve("examples"));
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
        copy(ROOT.resolve(used.group()), folder.resolve(used.group()));
      }
      Shell.Run run = Shell.run(arguments(command));
      assertThat(run.code()).as("%s%n%s", command, run.all()).isIn(0, 1);
    }
    assertThat(commands).hasSizeGreaterThan(15);
  }

  private int runs(String block) {
    List<String> lines = block.lines().toList();
    int commands = 0;
    for (int i = 0; i < lines.size(); ) {
      String command = lines.get(i++);
      assertThat(command).startsWith("$ plumbline ");
      List<String> shown = new ArrayList<>();
      while (i < lines.size() && !lines.get(i).startsWith("$ ")) {
        shown.add(lines.get(i++));
      }
      Shell.Run run = Shell.run(arguments(command.substring("$ plumbline ".length())));
      String printed = run.all().replace(folder + "/", "").replace("\r\n", "\n");
      assertThat(printed.stripTrailing() + "\n")
          .as("%s%n%s", command, printed)
          .matches(pattern(shown));
      commands++;
    }
    return commands;
  }

  /** Words as a shell reads them; those that name files do so in the folder. */
  private String[] arguments(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)").matcher(line);
    while (word.find()) {
      String text = word.group(1) != null ? word.group(1) : word.group(2);
      words.add(text != null ? text : inFolder(word.group(3), words));
    }
    return words.toArray(String[]::new);
  }

  private String inFolder(String word, List<String> before) {
    String last = before.isEmpty() ? "" : before.get(before.size() - 1);
    String name = word.contains("#") ? word.substring(0, word.indexOf('#')) : word;
    boolean isNew =
        !word.startsWith("-")
            && (List.of("init", "-o", "demo", "--publish").contains(last)
                || last.equals("--draft") && word.endsWith(".yaml")
                || before.size() > 1 && before.get(before.size() - 2).equals("--template"));
    boolean there = !name.startsWith("-") && Files.exists(folder.resolve(name));
    return isNew || there ? folder.resolve(name) + word.substring(name.length()) : word;
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

  private void write(String block) throws IOException {
    int end = block.indexOf('\n');
    Path file = folder.resolve(block.substring("# FILE ".length(), end).strip());
    Files.createDirectories(file.getParent());
    Files.writeString(file, block.substring(end + 1));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(dir)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
