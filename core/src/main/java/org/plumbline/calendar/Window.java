package org.plumbline.calendar;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of local time within a day, half open: {@code 08:00-17:00}.
 *
 * <p>When {@code until} is not after {@code from}, the window runs over midnight and belongs to the
 * day it starts: {@code 22:00-06:00}. An {@code until} of 00:00 is the midnight that ends the day,
 * written {@code 24:00}; so 00:00 to 00:00 is the whole day. No other window may start and end at
 * the same time.
 *
 * @param from local time at which it opens, included; whole microseconds
 * @param until local time at which it closes, excluded; whole microseconds
 */
public record Window(LocalTime from, LocalTime until) {

  /** Every hour of a day. */
  public static final Window WHOLE_DAY = new Window(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  private static final Pattern TEXT =
      Pattern.compile("(\\d{2}:\\d{2}(?::\\d{2})?)\\s*-\\s*(\\d{2}:\\d{2}(?::\\d{2})?)");

  /**
   * Checks the window.
   *
   * @throws RefusedInputException if it is empty, or finer than a microsecond
   */
  public Window {
    if (from.equals(until) && !from.equals(LocalTime.MIDNIGHT)) {
      throw new RefusedInputException(
          "hours " + from + "-" + until + " start and end at the same time",
          "write \"00:00-24:00\" for a whole day, or two different times");
    }
    if (from.getNano() % 1_000 != 0 || until.getNano() % 1_000 != 0) {
      throw new RefusedInputException(
          "hours " + from + "-" + until + " are finer than a microsecond", "round them");
    }
  }

  /**
   * Reads {@code 08:00-17:00}, {@code 22:00-06:00}, {@code 00:00-24:00}.
   *
   * @throws RefusedInputException if the text is not such a window
   */
  public static Window parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw notHours(text);
    }
    String until = matcher.group(2);
    try {
      return new Window(
          LocalTime.parse(matcher.group(1)),
          until.matches("24:00(:00)?") ? LocalTime.MIDNIGHT : LocalTime.parse(until));
    } catch (DateTimeParseException e) {
      throw notHours(text);
    }
  }

  /**
   * Whether the window ends on the day after the one it starts, later than the midnight between.
   */
  public boolean crossesMidnight() {
    return !until.isAfter(from) && !until.equals(LocalTime.MIDNIGHT);
  }

  /** Whether the end lies on the next date: over midnight, or at the midnight that ends the day. */
  boolean endsOnNextDate() {
    return !until.isAfter(from);
  }

  /** The form that {@link #parse} reads. */
  @Override
  public String toString() {
    return from + "-" + (until.equals(LocalTime.MIDNIGHT) ? "24:00" : until.toString());
  }

  private static RefusedInputException notHours(String text) {
    return new RefusedInputException(
        RefusedInputException.quoted(text) + " is not a window of hours",
        "write two times of day between 00:00 and 24:00, such as \"08:00-17:00\"");
  }
}
