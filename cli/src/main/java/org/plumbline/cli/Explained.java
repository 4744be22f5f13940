package org.plumbline.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plumbline.finding.FindingCode;
import org.plumbline.finding.FindingPage;

/** Why a rule exists, where it comes from, and an example before and after. */
final class Explained {

  private Explained() {}

  /**
   * The page of a code as it was written on the command line.
   *
   * @throws InputRefused if there is no such code
   */
  static FindingPage page(String written) {
    String wanted = written.strip().toUpperCase(Locale.ROOT);
    return Stream.of(FindingCode.values())
        .filter(code -> code.id().equals(wanted))
        .findFirst()
        .map(FindingPage::of)
        .orElseThrow(
            () ->
                new InputRefused(
                    "no finding has the code "
                        + written
                        + "\nWrite a code as check tells it, such as PL348"));
  }

  /** The page as lines for a terminal. */
  static List<String> lines(FindingPage page) {
    List<String> lines = new ArrayList<>();
    lines.add(
        page.code().id() + " (" + CheckCommand.word(page.code().severity()) + "): " + page.title());
    for (String paragraph : page.meaning()) {
      lines.add("");
      lines.addAll(wrapped(plain(paragraph)));
    }
    page.source()
        .ifPresent(
            source -> {
              lines.add("");
              lines.addAll(wrapped("Source: " + plain(source)));
            });
    example("Wrong", page.wrong(), lines);
    example("Right", page.right(), lines);
    return lines;
  }

  private static void example(String heading, Optional<String> text, List<String> lines) {
    text.ifPresent(
        yaml -> {
          lines.add("");
          lines.add(heading + ":");
          yaml.lines().forEach(line -> lines.add("  " + line));
        });
  }

  /** The page as data. */
  static Map<String, Object> json(FindingPage page) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", page.code().id());
    json.put("severity", CheckCommand.word(page.code().severity()));
    json.put("title", page.title());
    json.put("meaning", page.meaning().stream().map(Explained::plain).toList());
    page.source().ifPresent(source -> json.put("source", plain(source)));
    page.wrong().ifPresent(wrong -> json.put("wrong", wrong));
    page.right().ifPresent(right -> json.put("right", right));
    return json;
  }

  /** CommonMark without its marks. */
  private static String plain(String text) {
    return text.replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1").replaceAll("[`*]", "");
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && line.length() + word.length() > 99) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
