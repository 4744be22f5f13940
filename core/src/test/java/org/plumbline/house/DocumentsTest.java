package org.plumbline.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds documents and sources to what CONTRIBUTING.md promises of them. */
class DocumentsTest {
  private static final int MOST_CODE_LINES = 400;

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  private static final Pattern DECISION = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");

  @Test
  void everyLinkInADocumentLeadsSomewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    for (Path page : House.filesEndingWith(".md")) {
      for (String target : linksOf(page)) {
        String path = target.replaceFirst("#.*", "");
        if (!path.isEmpty() && !Files.exists(page.resolveSibling(path))) {
          dead.add(House.ROOT.relativize(page) + " -> " + target);
        }
      }
    }
    assertThat(dead).isEmpty();
  }

  @Test
  void everyDecisionHasANumberOfItsOwn() throws IOException {
    Map<String, Path> byNumber = new HashMap<>();
    for (Path page : House.filesEndingWith(".md")) {
      if (page.startsWith(House.ROOT.resolve("docs/adr"))) {
        Matcher name = DECISION.matcher(page.getFileName().toString());
        assertThat(name.matches()).as("%s is called NNNN-title.md", page).isTrue();
        assertThat(byNumber.putIfAbsent(name.group(1), page)).as("number of %s", page).isNull();
        assertThat(Files.readString(page, UTF_8))
            .startsWith("# " + Integer.parseInt(name.group(1)) + ". ");
      }
    }
    assertThat(byNumber).isNotEmpty();
  }

  /** A longer one says why, in its class comment, with the words "Long because". */
  @Test
  void sourceFilesAreShortEnoughToRead() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path source : House.filesEndingWith(".java")) {
      long lines = codeLines(source);
      if (lines > MOST_CODE_LINES && !Files.readString(source, UTF_8).contains("Long because")) {
        tooLong.add(House.ROOT.relativize(source) + ": " + lines + " lines of code");
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void theFrontPageNamesTheTwoCommands() throws IOException {
    assertThat(Files.readString(House.ROOT.resolve("README.md"), UTF_8))
        .contains("./plumbline demo", "./verify");
    assertThat(House.ROOT.resolve("plumbline")).isExecutable();
    assertThat(House.ROOT.resolve("verify")).isExecutable();
    assertThat(House.ROOT.resolve(".ci/run")).isExecutable();
  }

  /** Targets of links to files, outside code blocks and code spans. */
  private static List<String> linksOf(Path page) throws IOException {
    List<String> links = new ArrayList<>();
    boolean code = false;
    for (String line : Files.readAllLines(page, UTF_8)) {
      if (line.stripLeading().startsWith("```")) {
        code = !code;
      }
      Matcher link = LINK.matcher(code ? "" : line.replaceAll("`[^`]*`", ""));
      while (link.find()) {
        if (!link.group(1).matches("[a-z]+:.*")) {
          links.add(link.group(1));
        }
      }
    }
    return links;
  }

  /** Lines that are neither blank nor comment. */
  private static long codeLines(Path source) throws IOException {
    String text = Files.readString(source, UTF_8);
    return text.replaceAll("(?s)/\\*.*?\\*/", "")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("//"))
        .count();
  }
}
