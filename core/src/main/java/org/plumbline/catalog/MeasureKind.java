package org.plumbline.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the figure of a measure is. */
public enum MeasureKind {
  /** A share of a whole. */
  SHARE("a percentage", "^(% |%|percent|proportion|ratio of|rate of|share of)"),
  /** An amount of time. */
  TIME(
      "an amount of time",
      "^(number of |count of |average number of |mean (number|count) of |variance in )"
          + "(calendar |government |business )?"
          + "(time|work ?days|days|hours|minutes|seconds|weeks|months)"
          + "|^(average|mean|median|total|maximum|median)? ?"
          + "(amount of time|length of time|elapsed time|time (to|from|it takes))"
          + "|^(average|mean|median) .{0,40}\\b(time|length|hours|days|duration|minutes)\\b"),
  /** An amount of money. */
  MONEY(
      "an amount of money",
      "^(total )?dollar|^variance in dollars|^(total |average )?(cost|amount \\(value\\))"
          + "|^total amount \\(value\\)|^total dollars"),
  /** A number of things. */
  COUNT(
      "a number of things",
      "^(average |maximum |total |mean )?(number|count|volume|no\\.) of|^total (number|count)"),
  /** Yes or no. */
  YES_NO("yes or no", "^(yes|whether)|^(a )?yes/no"),
  /** The words do not tell. */
  OTHER("not said", "(?!)");

  private final String words;
  private final Pattern opening;

  MeasureKind(String words, String opening) {
    this.words = words;
    this.opening = Pattern.compile(opening);
  }

  /** In words: {@code a percentage}. */
  public String words() {
    return words;
  }

  /** What a description says of its kind; empty if it does not. */
  public static Optional<MeasureKind> described(String description) {
    return ofSentence(description);
  }

  /** What a sentence is about that opens as the schema asks: with the thing that is valued. */
  static Optional<MeasureKind> ofSentence(String sentence) {
    String text =
        sentence
            .strip()
            .replaceAll("\\s+", " ")
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^(measures? )?(the )?", "")
            .replaceFirst("^percentage? \\(%\\)", "percent")
            .replaceFirst("^overall ", "");
    for (MeasureKind kind : values()) {
      if (kind.opening.matcher(text).find()) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
