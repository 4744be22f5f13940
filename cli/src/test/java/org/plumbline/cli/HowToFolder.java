package org.plumbline.cli;

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

/**
 * The folder in which the commands of a page of {@code docs/howto} run.
 *
 * @param folder it itself, absolute
 */
record HowToFolder(Path folder) {
  /** A block of a page: its kind, its text. */
  static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** All files of a page are written, and what it makes with {@code init} is made. */
  void ready(Path page) throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(page));
    while (block.find()) {
      if (block.group(2).startsWith("# FILE ")) {
        write(block.group(2));
      } else if (block.group(2).startsWith("$ plumbline init ")) {
        String line = block.group(2).lines().findFirst().orElseThrow();
        Shell.run(arguments(line.substring("$ plumbline ".length())));
      }
    }
  }

  void copyExamples() throws IOException {
    copy(ROOT.resolve("examples"), folder.resolve("examples"));
  }

  /** Words as a shell reads them; those that name files do so in the folder. */
  String[] arguments(String line) {
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
            && (List.of("init", "-o", "demo", "--publish", "--raid", "--measures").contains(last)
                || last.equals("--draft") && word.endsWith(".yaml")
                || before.size() > 1 && before.get(before.size() - 2).equals("--template"));
    boolean there = !name.startsWith("-") && Files.exists(folder.resolve(name));
    return isNew || there ? folder.resolve(name) + word.substring(name.length()) : word;
  }

  void write(String block) throws IOException {
    int end = block.indexOf('\n');
    Path file = folder.resolve(block.substring("# FILE ".length(), end).strip());
    Files.createDirectories(file.getParent());
    Files.writeString(file, block.substring(end + 1));
  }

  static void copy(Path from, Path to) throws IOException {
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
