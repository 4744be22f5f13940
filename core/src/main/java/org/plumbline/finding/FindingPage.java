package org.plumbline.finding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The page of a code ({@code docs/findings/CODE.md}), which is part of the program: what is meant,
 * why it matters, where that comes from, and an example before and after.
 *
 * @param title in a few words
 * @param meaning what the finding says, then why it matters, as paragraphs
 * @param source where the rule comes from; empty for what is merely the grammar
 * @param wrong an example that is wrong in just this way
 * @param right the same, put right
 */
public record FindingPage(
    FindingCode code,
    String title,
    List<String> meaning,
    Optional<String> source,
    Optional<String> wrong,
    Optional<String> right) {

  private static final String SOURCE = "Source: ";

  /** Copies the list. */
  public FindingPage {
    meaning = List.copyOf(meaning);
  }

  /** The page of a code. */
  public static FindingPage of(FindingCode code) {
    String name = code.id() + ".md";
    try (InputStream in = FindingPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no page for " + code.id());
      }
      return parse(code, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("reading the page of " + code.id(), e);
    }
  }

  /** A page in the shape that all of them have. */
  static FindingPage parse(FindingCode code, String text) {
    int end = text.indexOf('\n');
    String heading = text.substring(0, end);
    int sections = text.indexOf("\n## ");
    String body = text.substring(end, sections < 0 ? text.length() : sections);
    List<String> meaning = new ArrayList<>();
    Optional<String> source = Optional.empty();
    for (String paragraph : body.strip().split("\n\n", -1)) {
      if (paragraph.startsWith(SOURCE)) {
        source = Optional.of(paragraph.substring(SOURCE.length()).strip());
      } else {
        meaning.add(paragraph.replace('\n', ' ').strip());
      }
    }
    String title = heading.substring(heading.indexOf(':') + 1).strip();
    return new FindingPage(
        code, title, meaning, source, example(text, "Wrong"), example(text, "Right"));
  }

  private static Optional<String> example(String text, String heading) {
    int at = text.indexOf("\n## " + heading + "\n");
    int fence = at < 0 ? -1 : text.indexOf("```", at);
    int from = fence < 0 ? -1 : text.indexOf('\n', fence) + 1;
    int until = from < 0 ? -1 : text.indexOf("\n```", from);
    return until < 0 ? Optional.empty() : Optional.of(text.substring(from, until));
  }
}
