package org.plumbline.cli.question;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.RefusedInputException;

/**
 * Reads moments as people and systems write them: {@code 2026-10-01}, {@code 2026-10-01T16:30}
 * (local, in the calendar's zone), {@code 2026-10-01 16:30:05.25}, {@code 2026-10-01T16:30-04:00},
 * {@code 2026-10-01T20:30Z}.
 *
 * <p>A local time that occurs twice is its first occurrence; one that never occurs is refused.
 * Written by hand because a batch reads millions of them.
 */
public final class AskedText {
  private static final String RIGHT =
      "write a date such as 2026-10-01, or a date and time such as 2026-10-01T16:30 or"
          + " 2026-10-01T16:30-04:00";

  private final String text;
  private int at;

  private AskedText(String text) {
    this.text = text;
  }

  /**
   * Reads one moment.
   *
   * @param zone where local times and dates are read
   * @throws RefusedInputException if the text is not such a moment
   */
  public static Asked parse(String text, ZoneId zone) {
    return new AskedText(text.strip()).read(zone.getRules(), zone);
  }

  private Asked read(ZoneRules rules, ZoneId zone) {
    try {
      LocalDate date = date();
      if (at == text.length()) {
        return new Asked.Day(date);
      }
      expect(text.charAt(at) == ' ' ? ' ' : 'T');
      LocalDateTime local = date.atTime(time());
      return at == text.length() ? local(local, rules, zone) : exact(local, rules);
    } catch (DateTimeException | StringIndexOutOfBoundsException e) {
      throw new RefusedInputException(quoted(text) + " is not a date or a time", RIGHT);
    }
  }

  private LocalDate date() {
    int year = digits(4);
    expect('-');
    int month = digits(2);
    expect('-');
    return LocalDate.of(year, month, digits(2));
  }

  private LocalTime time() {
    int hour = digits(2);
    expect(':');
    int minute = digits(2);
    int second = 0;
    int nanos = 0;
    if (at < text.length() && text.charAt(at) == ':') {
      at++;
      second = digits(2);
      if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
        at++;
        nanos = fraction();
      }
    }
    return LocalTime.of(hour, minute, second, nanos);
  }

  /** Up to nine digits; what is finer than a microsecond is cut off. */
  private int fraction() {
    int nanos = 0;
    int scale = 100_000_000;
    int first = at;
    while (at < text.length() && isDigit(text.charAt(at)) && at - first < 9) {
      nanos += (text.charAt(at++) - '0') * scale;
      scale /= 10;
    }
    if (at == first) {
      throw new DateTimeException("no digits");
    }
    return nanos / 1_000 * 1_000;
  }

  private Asked local(LocalDateTime local, ZoneRules rules, ZoneId zone) {
    ZoneOffset offset = rules.getOffset(local);
    ZoneOffsetTransition change = mayChange(rules) ? rules.getTransition(local) : null;
    if (change != null && change.isGap()) {
      throw new RefusedInputException(
          quoted(text) + " never occurs in " + zone + ": the clocks skip it",
          "write a time before or after the change, or give its offset such as -04:00");
    }
    return new Asked.At(
        local.toLocalDate(), EpochMicros.of(local.toInstant(offset)), change != null);
  }

  private Asked exact(LocalDateTime local, ZoneRules rules) {
    Instant instant = local.toInstant(offset());
    if (at != text.length()) {
      throw new DateTimeException("more text");
    }
    LocalDate date =
        LocalDateTime.ofEpochSecond(
                instant.getEpochSecond(), instant.getNano(), rules.getOffset(instant))
            .toLocalDate();
    return new Asked.At(date, EpochMicros.of(instant), false);
  }

  private ZoneOffset offset() {
    char sign = text.charAt(at);
    if (sign == 'Z' || sign == 'z') {
      at++;
      return ZoneOffset.UTC;
    }
    if (sign != '+' && sign != '-') {
      throw new DateTimeException("no offset");
    }
    at++;
    int hours = digits(2);
    int minutes = 0;
    if (at < text.length()) {
      at += text.charAt(at) == ':' ? 1 : 0;
      minutes = digits(2);
    }
    int total = hours * 60 + minutes;
    return ZoneOffset.ofTotalSeconds((sign == '-' ? -total : total) * 60);
  }

  private int digits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      char digit = text.charAt(at++);
      if (!isDigit(digit)) {
        throw new DateTimeException("no digit");
      }
      value = value * 10 + digit - '0';
    }
    return value;
  }

  private void expect(char character) {
    if (text.charAt(at++) != character) {
      throw new DateTimeException("no " + character);
    }
  }

  private static boolean mayChange(ZoneRules rules) {
    return !rules.isFixedOffset();
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  /** The text in quotes, at most 60 characters of it and without control characters. */
  public static String quoted(String text) {
    String printable = text.replaceAll("\\p{Cc}", " ");
    return '"' + (printable.length() <= 60 ? printable : printable.substring(0, 57) + "...") + '"';
  }
}
