package org.plumbline.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The pattern in which times or dates are written, in Java's letters (language.md 4.3, {@code
 * times}, {@code dates}). The letters are a closed set: {@code yyyy} (or {@code uuuu}), {@code yy}
 * (2000 to 2068), {@code M MM MMM MMMM} (English), {@code d dd}, {@code H HH}, {@code h hh} with
 * {@code a}, {@code m mm}, {@code s ss}, {@code S} to {@code SSSSSS}, {@code X XX XXX}; text in
 * single quotes, marks as they stand. One digit is read where two are written. A pattern of dates
 * may leave the day out: {@code MMM yyyy} is the first of the month. The word {@code excel-days}
 * stands for days as Excel counts them: 45658 is 2025-01-01, and what stands after the point is the
 * part of the day.
 *
 * @param text as written
 * @param elements its parts in order
 */
public record TimePattern(String text, List<Element> elements) {

  /** Days as Excel counts them from 1900 on, written as a number. */
  public static final TimePattern EXCEL_DAYS =
      new TimePattern("excel-days", List.of(new Element(false, "excel-days")));

  private static final Set<String> LETTERS =
      Set.of(
          "yyyy", "uuuu", "yy", "M", "MM", "MMM", "MMMM", "d", "dd", "H", "HH", "h", "hh", "a", "m",
          "mm", "s", "ss", "S", "SS", "SSS", "SSSS", "SSSSS", "SSSSSS", "X", "XX", "XXX");

  /** Copies the list. */
  public TimePattern {
    elements = List.copyOf(elements);
  }

  /**
   * A part of a pattern.
   *
   * @param literal whether it stands for itself
   * @param text the letters, or the literal text
   */
  public record Element(boolean literal, String text) {}

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException with a sentence for the author, if it is none of ours
   */
  public static TimePattern parse(String text) {
    if (text.equals(EXCEL_DAYS.text())) {
      return EXCEL_DAYS;
    }
    List<Element> elements = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char letter = text.charAt(at);
      int end = at + 1;
      if (letter == '\'') {
        end = text.indexOf('\'', at + 1) + 1;
        if (end == 0) {
          throw new IllegalArgumentException("a quote is not closed in the pattern " + text);
        }
        elements.add(new Element(true, end == at + 2 ? "'" : text.substring(at + 1, end - 1)));
      } else if (isLetter(letter)) {
        while (end < text.length() && text.charAt(end) == letter) {
          end++;
        }
        String letters = text.substring(at, end);
        if (!LETTERS.contains(letters)) {
          throw new IllegalArgumentException(
              "\"" + letters + "\" in the pattern \"" + text + "\" is none that is read");
        }
        elements.add(new Element(false, letters));
      } else {
        elements.add(new Element(true, String.valueOf(letter)));
      }
      at = end;
    }
    TimePattern pattern = new TimePattern(text, elements);
    pattern.check();
    return pattern;
  }

  /** Whether it is {@link #EXCEL_DAYS}, which may stand for dates and for times. */
  public boolean isExcelDays() {
    return equals(EXCEL_DAYS);
  }

  /** Whether it says an hour. */
  public boolean hasTime() {
    return has('H') || has('h');
  }

  /** Whether it says an offset from UTC, so that no zone is needed. */
  public boolean hasOffset() {
    return has('X');
  }

  private void check() {
    if (!((has('y') || has('u')) && has('M') && (has('d') || !hasTime()))) {
      throw new IllegalArgumentException(
          "the pattern \"" + text + "\" says no year, month and day");
    }
    if (has('h') != has('a') || (has('h') && has('H'))) {
      throw new IllegalArgumentException("the pattern \"" + text + "\" needs h with a, or H alone");
    }
    if ((has('m') && !hasTime()) || (has('s') && !has('m')) || (has('S') && !has('s'))) {
      throw new IllegalArgumentException("the pattern \"" + text + "\" leaves out a larger unit");
    }
    Set<Character> seen = new java.util.HashSet<>();
    for (Element element : elements) {
      char kind = element.text().charAt(0) == 'u' ? 'y' : element.text().charAt(0);
      if (!element.literal() && !seen.add(kind)) {
        throw new IllegalArgumentException("the pattern \"" + text + "\" says " + kind + " twice");
      }
    }
  }

  private boolean has(char letter) {
    return elements.stream().anyMatch(e -> !e.literal() && e.text().charAt(0) == letter);
  }

  private static boolean isLetter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  }
}
