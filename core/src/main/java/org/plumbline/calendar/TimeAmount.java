package org.plumbline.calendar;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number and one unit of time, as a limit is written: {@code 25 days}, {@code 1 workday}, {@code
 * 4 hours} (language section 3.1, duration).
 *
 * <p>Equal amounts have the same number and unit: 60 minutes and 1 hour are different texts, and 7
 * days and 1 week too.
 *
 * @param amount how many, from 0 to 999,999,999
 * @param unit of what
 */
public record TimeAmount(long amount, Unit unit) {

  private static final long MAXIMUM = 999_999_999L;
  private static final Pattern TEXT = Pattern.compile("(\\d{1,9})\\s+([a-z]+)");

  /** What an amount is counted in. */
  public enum Unit {
    /** Elapsed seconds. */
    SECONDS(Kind.ELAPSED, EpochMicros.SECOND),
    /** Elapsed minutes. */
    MINUTES(Kind.ELAPSED, EpochMicros.MINUTE),
    /** Elapsed hours of 60 minutes. */
    HOURS(Kind.ELAPSED, EpochMicros.HOUR),
    /** Calendar days by date. */
    DAYS(Kind.BY_DATE_DAYS, 0),
    /** Days open in the calendar, by date. */
    WORKDAYS(Kind.BY_DATE_WORKDAYS, 0),
    /** Seven calendar days by date. */
    WEEKS(Kind.BY_DATE_DAYS, 0),
    /** Months by date, clamped to the month's end. */
    MONTHS(Kind.BY_DATE_MONTHS, 0),
    /** Years by date, clamped to the month's end. */
    YEARS(Kind.BY_DATE_MONTHS, 0);

    private final Kind kind;
    private final long micros;

    Unit(Kind kind, long micros) {
      this.kind = kind;
      this.micros = micros;
    }

    /** The plural, as it is written: {@code workdays}. */
    public String plural() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The singular, as it is written: {@code workday}. */
    public String singular() {
      return plural().substring(0, name().length() - 1);
    }
  }

  /** How an amount is counted (design section 4.1). */
  public enum Kind {
    /** Elapsed time, inside open hours if the clock has a calendar. */
    ELAPSED,
    /** Calendar days by date. */
    BY_DATE_DAYS,
    /** Open days by date. */
    BY_DATE_WORKDAYS,
    /** Whole months by date, clamped to the month's end. */
    BY_DATE_MONTHS
  }

  /**
   * Checks the range.
   *
   * @throws RefusedInputException if the amount is negative or above 999,999,999
   */
  public TimeAmount {
    if (amount < 0 || amount > MAXIMUM) {
      throw new RefusedInputException(
          amount + " " + unit.plural() + " is out of range", "write a number from 0 to " + MAXIMUM);
    }
  }

  /** An amount. */
  public static TimeAmount of(long amount, Unit unit) {
    return new TimeAmount(amount, unit);
  }

  /**
   * Reads {@code 25 days}, {@code 1 workday}, {@code 4 hours}; singular and plural are the same.
   *
   * @throws RefusedInputException if the text is not a number and a unit
   */
  public static TimeAmount parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (matcher.matches()) {
      for (Unit unit : Unit.values()) {
        if (matcher.group(2).equals(unit.plural()) || matcher.group(2).equals(unit.singular())) {
          return new TimeAmount(Long.parseLong(matcher.group(1)), unit);
        }
      }
    }
    throw new RefusedInputException(
        RefusedInputException.quoted(text) + " is not a duration", whatWouldBeRight(text));
  }

  /** How it is counted. */
  public Kind kind() {
    return unit.kind;
  }

  /**
   * The elapsed time in microseconds.
   *
   * @throws IllegalStateException if the amount is counted by date
   */
  public long micros() {
    if (unit.kind != Kind.ELAPSED) {
      throw new IllegalStateException(
          this + " is counted by date and has no length in microseconds");
    }
    return amount * unit.micros;
  }

  /**
   * The number of calendar days or of workdays.
   *
   * @throws IllegalStateException if the amount is elapsed time or months
   */
  public long days() {
    return switch (unit) {
      case DAYS, WORKDAYS -> amount;
      case WEEKS -> 7 * amount;
      case SECONDS, MINUTES, HOURS, MONTHS, YEARS ->
          throw new IllegalStateException(this + " is not a number of days");
    };
  }

  /**
   * The number of months.
   *
   * @throws IllegalStateException if the amount is not months or years
   */
  public long months() {
    return switch (unit) {
      case MONTHS -> amount;
      case YEARS -> 12 * amount;
      case SECONDS, MINUTES, HOURS, DAYS, WORKDAYS, WEEKS ->
          throw new IllegalStateException(this + " is not a number of months");
    };
  }

  /** The normal form: singular for one, else plural. */
  @Override
  public String toString() {
    return amount + " " + (amount == 1 ? unit.singular() : unit.plural());
  }

  private static String whatWouldBeRight(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.matches(".*\\b(business|working|work) +days?\\b.*")) {
      return "write workdays, such as 3 workdays";
    }
    if (lower.matches("\\s*-.*")) {
      return "write a number without a sign";
    }
    if (lower.matches("\\s*\\d+[.,]\\d+\\s.*")) {
      return "write a whole number of a smaller unit, such as 90 minutes for one and a half hours";
    }
    return "write a whole number and one of seconds minutes hours days workdays weeks months years,"
        + " such as 25 days";
  }
}
