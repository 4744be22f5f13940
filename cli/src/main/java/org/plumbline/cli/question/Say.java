package org.plumbline.cli.question;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.OpenTime;

/** Dates, times and lengths of time in words. */
final class Say {
  private static final DateTimeFormatter LONG_DAY =
      DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT_DAY =
      DateTimeFormatter.ofPattern("EEE, MMM d", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT_DAY_WITH_YEAR =
      DateTimeFormatter.ofPattern("EEE, MMM d, uuuu", Locale.ENGLISH);

  private Say() {}

  /** {@code Wednesday, November 25, 2026}. */
  static String day(LocalDate date) {
    return LONG_DAY.format(date);
  }

  /** {@code Wed, Nov 25}, with the year where it is not the one given. */
  static String shortDay(LocalDate date, int year) {
    return (date.getYear() == year ? SHORT_DAY : SHORT_DAY_WITH_YEAR).format(date);
  }

  /** The date, and the time of day where there is one. */
  static String moment(OpenTime time, Asked asked) {
    return asked instanceof Asked.At at ? instant(time, at.micros()) : day(asked.date());
  }

  /** {@code Wednesday, November 25, 2026, 15:00}. */
  static String instant(OpenTime time, long micros) {
    LocalDateTime local = time.days().localOf(micros);
    return day(local.toLocalDate()) + ", " + timeOfDay(local.toLocalTime());
  }

  /** {@code 15:00}, or finer where it must be. */
  static String timeOfDay(LocalTime time) {
    return time.toString();
  }

  /** {@code 2 hours 30 minutes}. */
  static String length(long micros) {
    long hours = micros / EpochMicros.HOUR;
    long minutes = micros % EpochMicros.HOUR / EpochMicros.MINUTE;
    long rest = micros % EpochMicros.MINUTE;
    List<String> parts = new ArrayList<>();
    if (hours > 0) {
      parts.add(count(hours, "hour"));
    }
    if (minutes > 0) {
      parts.add(count(minutes, "minute"));
    }
    if (rest > 0 || parts.isEmpty()) {
      parts.add(seconds(rest) + (rest == EpochMicros.SECOND ? " second" : " seconds"));
    }
    return String.join(" ", parts);
  }

  /** The exact number of seconds, with up to six places. */
  static String seconds(long micros) {
    return micros % EpochMicros.SECOND == 0
        ? Long.toString(micros / EpochMicros.SECOND)
        : BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
  }

  /** {@code 1 workday}, {@code 5 workdays}. */
  static String count(long number, String unit) {
    String digits =
        number < 1_000 ? Long.toString(number) : String.format(Locale.ENGLISH, "%,d", number);
    return digits + " " + unit + (number == 1 ? "" : "s");
  }
}
