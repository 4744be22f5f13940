package org.plumbline.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a measure measures, as far as its words tell.
 *
 * @param kind what the figure is, by the description, else by formula and name
 * @param direction which way it is better
 * @param counted what is counted, such as {@code budget documents}
 * @param stop what has to have happened, such as {@code processed}; may be empty
 * @param limit within which time, if the description says it
 * @param start from what on, such as {@code receipt}; may be empty
 * @param formula the formula, if there is one
 */
public record MeasureSense(
    MeasureKind kind,
    Direction direction,
    String counted,
    String stop,
    Optional<Target.Value.Time> limit,
    String start,
    Optional<Formula> formula) {

  private static final Pattern OPENING =
      Pattern.compile(
          "(?i)^(measures? )?(the )?(percent(age)?( \\(%\\))?|%|proportion|ratio|rate|(average |total )?number"
              + "|(average )?(length|amount) of time|count)"
              + "( of)?( the| total| all)? "
              + "(it takes (in minutes )?(for an? )?)?((to|for) \\w+ (an? )?(?=\\w))?");
  private static final Pattern NOTE = Pattern.compile("(?i)\\bnotes? ?:");
  private static final Pattern DONE =
      Pattern.compile("(?i)^(.*\\s)?((?:\\w{2,}ed|sent|paid|met|made|held|set up|built)\\b.*)$");
  private static final Pattern LIMIT =
      Pattern.compile(
          "(?i)\\b(?:within|in) (?=\\d)|(?<=\\w) (?=\\d+ (?:\\w+ )?(?:days|minutes) prior\\b)");
  private static final Pattern START =
      Pattern.compile("(?i)^\\W*(?:or less )?(?:of|from|after|following)\\s+(.*)$");

  /** Reads the words of a measure. */
  static MeasureSense of(Map<Column, String> texts) {
    String description = oneLine(texts.getOrDefault(Column.DESCRIPTION, ""));
    String name = oneLine(texts.getOrDefault(Column.NAME, ""));
    Optional<Formula> formula =
        Optional.ofNullable(texts.get(Column.FORMULA)).map(Formula::of).filter(f -> has(f.text()));
    String sentence = sentence(description.isEmpty() ? name : description);
    MeasureKind kind =
        MeasureKind.ofSentence(sentence)
            .or(() -> formula.flatMap(Formula::computes))
            .orElse(MeasureKind.OTHER);
    Direction direction = Direction.of(sentence.split(" out of (?!balance)", 2)[0]);
    if (direction == Direction.UNTOLD) {
      direction = Direction.of(name);
    }
    return parts(kind, direction, OPENING.matcher(sentence).replaceFirst(""), formula);
  }

  private static MeasureSense parts(
      MeasureKind kind, Direction direction, String body, Optional<Formula> formula) {
    Matcher within = LIMIT.matcher(body);
    String before = body;
    String after = "";
    Optional<Target.Value.Time> limit = Optional.empty();
    if (within.find()) {
      String tail = body.substring(within.end());
      var values = TargetValue.all(tail);
      if (!values.isEmpty()
          && values.get(0).from() == 0
          && values.get(0).value() instanceof Target.Value.Time time) {
        limit = Optional.of(time);
        before = body.substring(0, within.start());
        after = tail.substring(values.get(0).until());
      }
    }
    Matcher start = START.matcher(after);
    Matcher done = DONE.matcher(before.strip());
    boolean split = done.matches() && done.group(1) != null;
    return new MeasureSense(
        kind,
        direction,
        split ? done.group(1).strip() : before.strip(),
        split ? done.group(2).strip() : "",
        limit,
        start.matches() ? start.group(1).strip() : "",
        formula);
  }

  private static String sentence(String text) {
    Matcher note = NOTE.matcher(text);
    return note.find() && note.start() > 0 ? text.substring(0, note.start()).strip() : text;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static boolean has(String text) {
    return !text.isBlank() && !text.matches("(?i)n/?a.*|tbd.*");
  }
}
