package org.plumbline.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The formula of a measure, taken apart.
 *
 * @param text without the notes that follow it
 * @param above what is divided, or the whole formula where nothing is
 * @param below by what it is divided
 */
public record Formula(String text, String above, Optional<String> below) {

  private static final Pattern NOTE = Pattern.compile("(?i)\\bnotes? ?:");
  private static final Pattern DIVISION =
      Pattern.compile(
          "(?i)\\bdivided by\\b|(?<=[\\s)])/(?=[\\s(])|\\bover (?=total\\b)"
              + "|/(?= ?(total|count|number|sum|#))");
  private static final Pattern TIME =
      Pattern.compile("\\b(time|hours|days|minutes|seconds|length)\\b");

  /** Takes a formula apart. */
  static Formula of(String written) {
    String flat = written.replaceAll("\\s+", " ").strip();
    Matcher note = NOTE.matcher(flat);
    String text = note.find() && note.start() > 0 ? flat.substring(0, note.start()) : flat;
    Matcher division = DIVISION.matcher(text);
    if (!division.find()) {
      return new Formula(text.strip(), text.strip(), Optional.empty());
    }
    return new Formula(
        text.strip(),
        text.substring(0, division.start()).strip(),
        Optional.of(text.substring(division.end()).strip()));
  }

  /** Whether it divides a number of things, or money, by another. */
  public boolean isShareOfCounts() {
    String counted =
        "(?is)^\\(*(total )?(dollar|(count|number|#)(?! of (time|hours|days|minutes)\\b)).*";
    return below.isPresent() && above.matches(counted) && below.get().matches(counted);
  }

  /** What the formula gives; empty if the words do not tell. */
  public Optional<MeasureKind> computes() {
    String lower = above.toLowerCase(Locale.ROOT);
    if (below.isEmpty()) {
      return lower.startsWith("elapsed") || lower.startsWith("mean time")
          ? Optional.of(MeasureKind.TIME)
          : MeasureKind.ofSentence(above);
    }
    return Optional.of(
        isTime(lower) && !isTime(below.get().toLowerCase(Locale.ROOT))
            ? MeasureKind.TIME
            : MeasureKind.SHARE);
  }

  /** Whether it divides time by time. */
  public boolean isShareOfTime() {
    return below.isPresent()
        && isTime(above.toLowerCase(Locale.ROOT))
        && isTime(below.get().toLowerCase(Locale.ROOT));
  }

  private static boolean isTime(String part) {
    String counted = "(?s)^\\(*(total )?(count|number|#)(?! of (time|hours|days|minutes)\\b).*";
    String head = part.replaceFirst("(?s)^((?:\\S+\\s+){0,4}\\S+).*", "$1");
    return !part.matches(counted) && TIME.matcher(head).find();
  }
}
