package org.plumbline.profile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.records.files.Grid;

/**
 * A text that is a date, a month or a time, and how it is written. Where day and month are both
 * numbers, either may stand first; which it is, only the other cells can tell.
 *
 * @param monthFirst the pattern of its date if the month stands first; empty for a typed cell
 * @param dayFirst the pattern if the day stands first; the same where there is no doubt
 * @param tail the pattern of what follows the date: its time of day; empty for a date
 * @param first the number that stands first of day and month
 * @param second the other one
 * @param year the year
 * @param clock the time of day; midnight for a date
 * @param zoned whether it says an offset from UTC
 */
public record WrittenTime(
    String monthFirst,
    String dayFirst,
    String tail,
    int first,
    int second,
    int year,
    LocalTime clock,
    boolean zoned) {

  private static final Pattern TAIL =
      Pattern.compile(
          "(.{6,20}?)(T|, | )(\\d{1,2}):(\\d{2})(?::(\\d{2})([.,]\\d{1,9})?)?( ?[AaPp][Mm])?"
              + "( ?(?:Z|[+-]\\d{2}(?::?\\d{2})?))?");
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([/.-])(\\d{1,2})\\2(\\d{1,2})");
  private static final Pattern DAY_WORD =
      Pattern.compile("(\\d{1,2})([ -])([A-Za-z]{3,9})\\2(\\d{4}|\\d{2})");
  private static final Pattern WORD_DAY = Pattern.compile("([A-Za-z]{3,9}) (\\d{1,2}), (\\d{4})");
  private static final Pattern WORD_YEAR = Pattern.compile("([A-Za-z]{3,9})([ -])(\\d{4}|\\d{2})");
  private static final Pattern YEAR_MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
  private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})/(\\d{4})");
  private static final String ISO = "yyyy-MM-dd";

  /** Reads a text, if it is a date, a month or a time of some form. */
  public static Optional<WrittenTime> of(String cell) {
    if (cell.length() < 5 || cell.length() > 40) {
      return Optional.empty();
    }
    boolean typed = cell.charAt(0) == Grid.TYPED;
    String text = Cells.bare(cell);
    Matcher tail = TAIL.matcher(text);
    Optional<WrittenTime> read =
        tail.matches() ? date(tail.group(1)).flatMap(date -> date.at(tail)) : date(text);
    if (typed) {
      return read.map(time -> time.with("", "", time.tail));
    }
    return read.filter(
        time -> time.isReal(time.first, time.second) || time.isReal(time.second, time.first));
  }

  /** Whether day and month may be confounded. */
  public boolean isDoubtful() {
    return !monthFirst.equals(dayFirst);
  }

  /** Whether the pattern that begins with the month gives a date. */
  boolean fitsMonthFirst() {
    return isReal(first, second);
  }

  /** Whether the pattern that begins with the day gives a date. */
  boolean fitsDayFirst() {
    return isReal(second, first);
  }

  /** Whether it is a month without a day. */
  public boolean isMonth() {
    return !monthFirst.isEmpty() && !monthFirst.contains("d");
  }

  /** Whether it says a time of day. */
  public boolean hasClock() {
    return !tail.isEmpty();
  }

  /** Whether it is a cell that the workbook itself calls a date. */
  public boolean isTyped() {
    return monthFirst.isEmpty();
  }

  /** Whether a binding reads it without any pattern. */
  boolean isIso() {
    boolean plain = tail.isEmpty() || tail.matches("['T ]+HH:mm(:ss(\\.S+)?)?( ?X+)?");
    return monthFirst.equals(ISO) && plain;
  }

  /** Its pattern. */
  String pattern(boolean dayStandsFirst) {
    return (dayStandsFirst ? dayFirst : monthFirst) + tail;
  }

  /** The local time that it says, if there is one. */
  public Optional<LocalDateTime> value(boolean dayStandsFirst) {
    boolean turned = isDoubtful() && dayStandsFirst;
    try {
      LocalDate date = LocalDate.of(year, turned ? second : first, turned ? first : second);
      return Optional.of(date.atTime(clock));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private boolean isReal(int month, int day) {
    try {
      return LocalDate.of(year, month, day).getYear() >= 1970 && year < 2200;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static Optional<WrittenTime> date(String text) {
    Matcher numbers = NUMBERS.matcher(text);
    if (numbers.matches()) {
      String mark = numbers.group(2);
      String years = "y".repeat(numbers.group(4).length());
      return made(
          "M" + mark + "d" + mark + years,
          "d" + mark + "M" + mark + years,
          number(numbers, 1),
          number(numbers, 3),
          year(numbers.group(4)));
    }
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      String mark = yearFirst.group(2);
      boolean iso = mark.equals("-") && text.length() == 10;
      String pattern = iso ? ISO : "yyyy" + mark + "M" + mark + "d";
      return sure(pattern, number(yearFirst, 3), number(yearFirst, 4), number(yearFirst, 1));
    }
    return withWords(text);
  }

  private static Optional<WrittenTime> withWords(String text) {
    Matcher dayWord = DAY_WORD.matcher(text);
    if (dayWord.matches()) {
      String mark = dayWord.group(2);
      String years = mark + "y".repeat(dayWord.group(4).length());
      return word(dayWord.group(3), "d" + mark, years, number(dayWord, 1), year(dayWord.group(4)));
    }
    Matcher wordDay = WORD_DAY.matcher(text);
    if (wordDay.matches()) {
      return word(wordDay.group(1), "", " d, yyyy", number(wordDay, 2), number(wordDay, 3));
    }
    Matcher wordYear = WORD_YEAR.matcher(text);
    if (wordYear.matches()) {
      String years = wordYear.group(2) + "y".repeat(wordYear.group(3).length());
      return word(wordYear.group(1), "", years, 1, year(wordYear.group(3)));
    }
    Matcher yearMonth = YEAR_MONTH.matcher(text);
    if (yearMonth.matches()) {
      return sure("yyyy-MM", number(yearMonth, 2), 1, number(yearMonth, 1));
    }
    Matcher monthYear = MONTH_YEAR.matcher(text);
    return monthYear.matches()
        ? sure("M/yyyy", number(monthYear, 1), 1, number(monthYear, 2))
        : Optional.empty();
  }

  private static Optional<WrittenTime> word(
      String word, String before, String after, int day, int year) {
    for (Month month : Month.values()) {
      String full = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      if (word.equalsIgnoreCase(full.substring(0, 3))) {
        return sure(before + "MMM" + after, month.getValue(), day, year);
      }
      if (word.equalsIgnoreCase(full)) {
        return sure(before + "MMMM" + after, month.getValue(), day, year);
      }
    }
    return Optional.empty();
  }

  private Optional<WrittenTime> at(Matcher tail) {
    if (isMonth()) {
      return Optional.empty();
    }
    boolean halves = tail.group(7) != null;
    int hour = number(tail, 3);
    boolean seconds = tail.group(5) != null;
    String letters =
        halves ? "h" : monthFirst.equals(ISO) && tail.group(3).length() == 2 ? "HH" : "H";
    StringBuilder pattern = new StringBuilder(tail.group(2).replace("T", "'T'"));
    pattern.append(letters).append(":mm").append(seconds ? ":ss" : "");
    if (tail.group(6) != null) {
      pattern.append('.').append("S".repeat(Math.min(6, tail.group(6).length() - 1)));
    }
    if (halves) {
      pattern.append(tail.group(7).startsWith(" ") ? " a" : "a");
    }
    boolean offset = tail.group(8) != null;
    if (offset) {
      pattern.append(tail.group(8).startsWith(" ") ? " XXX" : "XXX");
    }
    try {
      boolean afternoon = halves && tail.group(7).strip().toLowerCase(Locale.ROOT).equals("pm");
      int hours = halves ? hour % 12 + (afternoon ? 12 : 0) : hour;
      LocalTime clock = LocalTime.of(hours, number(tail, 4), seconds ? number(tail, 5) : 0);
      return Optional.of(
          new WrittenTime(
              monthFirst, dayFirst, pattern.toString(), first, second, year, clock, offset));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private WrittenTime with(String month, String day, String newTail) {
    return new WrittenTime(month, day, newTail, first, second, year, clock, zoned);
  }

  private static Optional<WrittenTime> sure(String pattern, int month, int day, int year) {
    return made(pattern, pattern, month, day, year);
  }

  private static Optional<WrittenTime> made(
      String monthFirst, String dayFirst, int first, int second, int year) {
    return Optional.of(
        new WrittenTime(monthFirst, dayFirst, "", first, second, year, LocalTime.MIDNIGHT, false));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() == 4 ? year : year <= 68 ? 2000 + year : 0;
  }
}
