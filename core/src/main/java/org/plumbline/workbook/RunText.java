package org.plumbline.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a paragraph of Word ({@code w}) or PowerPoint ({@code a}), which stands in several
 * runs of one look each.
 */
final class RunText {

  private final Pattern runs;

  private RunText(String prefix) {
    runs = Pattern.compile("<" + prefix + ":t(?:\\s[^>]*)?>([^<]*)</" + prefix + ":t>");
  }

  /** That of Word. */
  static final RunText WORD = new RunText("w");

  /** That of PowerPoint. */
  static final RunText SLIDE = new RunText("a");

  /** The text of all runs, one behind the other, as it stands in XML. */
  String joined(String xml) {
    StringBuilder words = new StringBuilder();
    Matcher matcher = runs.matcher(xml);
    while (matcher.find()) {
      words.append(matcher.group(1));
    }
    return words.toString();
  }

  /** The text as it is read. */
  String words(String xml) {
    return joined(xml)
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
        .replace('\u00a0', ' ')
        .strip();
  }

  /**
   * Replaces what matches, also where it runs through several runs; it takes the look of the first.
   *
   * @param wanted of the text as it stands in XML
   * @param by the text instead; nothing: it stays
   */
  String replace(String xml, Pattern wanted, Function<MatchResult, Optional<String>> by) {
    String whole = joined(xml);
    List<MatchResult> found = wanted.matcher(whole).results().toList();
    if (found.isEmpty()) {
      return xml;
    }
    List<MatchResult> changes = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (MatchResult match : found) {
      by.apply(match)
          .ifPresent(
              text -> {
                changes.add(match);
                texts.add(XmlText.of(text));
              });
    }
    StringBuilder written = new StringBuilder();
    Matcher matcher = runs.matcher(xml);
    int at = 0;
    int copied = 0;
    while (matcher.find()) {
      int end = at + matcher.group(1).length();
      written.append(xml, copied, matcher.start(1));
      written.append(part(whole, at, end, changes, texts));
      copied = matcher.end(1);
      at = end;
    }
    return written.append(xml, copied, xml.length()).toString();
  }

  /** A run's part of the text with the changes that begin in it. */
  private static String part(
      String whole, int from, int until, List<MatchResult> changes, List<String> texts) {
    StringBuilder part = new StringBuilder();
    int at = from;
    for (int i = 0; i < changes.size(); i++) {
      MatchResult change = changes.get(i);
      if (change.end() <= at || change.start() >= until) {
        continue;
      }
      part.append(whole, at, Math.max(at, change.start()));
      if (change.start() >= from) {
        part.append(texts.get(i));
      }
      at = Math.min(until, change.end());
    }
    return part.append(whole, at, until).toString();
  }
}
