package org.plumbline.profile;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what somebody replied to a question. */
final class Reply {

  private static final Pattern DURATION =
      Pattern.compile(
          "(?:within )?(\\d{1,6}) ?(minutes?|hours?|days?|workdays?|weeks?|months?|)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SHARE =
      Pattern.compile("(?:at least )?(\\d{1,3}(?:\\.\\d{1,6})?) ?%?");
  private static final BigDecimal ONE_HUNDRED = BigDecimal.valueOf(100);

  private Reply() {}

  /** Names that stand in a reply, parted by commas; the whole reply may be one name. */
  static List<String> names(String option, String reply, List<String> known) throws RefusedAnswer {
    Optional<String> whole = known(reply, known);
    if (whole.isPresent()) {
      return List.of(whole.get());
    }
    List<String> names = new ArrayList<>();
    for (String part : reply.split("[,+]")) {
      names.add(
          known(part, known)
              .orElseThrow(
                  () ->
                      new RefusedAnswer(
                          option,
                          Words.shown(part)
                              + " is none of "
                              + Words.oneLine(String.join(", ", known)))));
    }
    return names;
  }

  /** One name, or its number in the list. */
  static String name(String option, String reply, List<String> known) throws RefusedAnswer {
    List<String> names = names(option, reply, known);
    if (names.size() != 1) {
      throw new RefusedAnswer(option, "one is wanted, not " + names.size());
    }
    return names.get(0);
  }

  private static Optional<String> known(String text, List<String> known) {
    String line = Words.oneLine(text);
    Optional<String> named =
        known.stream().filter(each -> Words.oneLine(each).equalsIgnoreCase(line)).findFirst();
    if (named.isPresent() || !line.matches("\\d{1,3}")) {
      return named;
    }
    int number = Integer.parseInt(line);
    return number >= 1 && number <= known.size() ? Optional.of(known.get(number - 1)) : named;
  }

  /** A duration of the language, such as {@code 25 days}; a bare number has the usual unit. */
  static String duration(String option, String reply, String usualUnit) throws RefusedAnswer {
    Matcher matcher = DURATION.matcher(Words.oneLine(reply));
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
      throw new RefusedAnswer(
          option,
          Words.shown(reply)
              + " is no time; write a whole number and minutes, hours, days, workdays, weeks or"
              + " months");
    }
    String unit = matcher.group(2).toLowerCase(Locale.ROOT);
    int number = Integer.parseInt(matcher.group(1));
    String plural = unit.isEmpty() ? usualUnit : unit.endsWith("s") ? unit : unit + "s";
    return number + " " + (number == 1 ? plural.substring(0, plural.length() - 1) : plural);
  }

  /** A share, such as {@code 95%}. */
  static String share(String option, String reply) throws RefusedAnswer {
    Matcher matcher = SHARE.matcher(Words.oneLine(reply).toLowerCase(Locale.ROOT));
    if (!matcher.matches() || new BigDecimal(matcher.group(1)).compareTo(ONE_HUNDRED) > 0) {
      throw new RefusedAnswer(
          option, Words.shown(reply) + " is no share; write a percentage such as 95%");
    }
    return matcher.group(1) + "%";
  }

  /** A zone, such as {@code America/New_York}. */
  static String zone(String option, String reply) throws RefusedAnswer {
    String text = Words.oneLine(reply);
    try {
      if (text.matches("[A-Za-z][A-Za-z0-9_+/-]*")) {
        return ZoneId.of(text).getId();
      }
    } catch (DateTimeException e) {
      // Told below.
    }
    throw new RefusedAnswer(
        option, Words.shown(text) + " is no time zone; write one such as America/New_York");
  }

  /** A party. */
  static String party(String option, String reply) throws RefusedAnswer {
    String text = Words.oneLine(reply).toLowerCase(Locale.ROOT);
    if (!text.equals("customer") && !text.equals("provider")) {
      throw new RefusedAnswer(
          option, Words.shown(reply) + " is no party; write provider or customer");
    }
    return text;
  }
}
