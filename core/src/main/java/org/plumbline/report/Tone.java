package org.plumbline.report;

import org.plumbline.judge.Holds;
import org.plumbline.judge.Status;

/**
 * How a cell is to be taken; shown by a mark and, where possible, by color, never by color alone.
 */
public enum Tone {
  /** Met. */
  GOOD("✓", "+"),
  /** Below expected. */
  FAIR("▼", "v"),
  /** Not met. */
  BAD("✗", "x"),
  /** Not settled yet. */
  OPEN("○", "o"),
  /** Cannot be said. */
  UNKNOWN("?", "?"),
  /** Nothing to judge. */
  QUIET("·", "."),
  /** No meaning of this kind: a text or a number. */
  PLAIN("", "");

  private final String mark;
  private final String asciiMark;

  Tone(String mark, String asciiMark) {
    this.mark = mark;
    this.asciiMark = asciiMark;
  }

  /** The mark that stands beside the text; empty for {@link #PLAIN}. */
  public String mark() {
    return mark;
  }

  /** The mark in plain ASCII. */
  public String asciiMark() {
    return asciiMark;
  }

  /** The tone of a status. */
  public static Tone of(Status status) {
    return switch (status) {
      case MET -> GOOD;
      case BELOW_EXPECTED -> FAIR;
      case NOT_MET -> BAD;
      case NOT_DUE, PROVISIONAL, CONTESTED -> OPEN;
      case INDETERMINATE -> UNKNOWN;
      case NO_DATA, NOT_JUDGED -> QUIET;
    };
  }

  /** The tone of a line. */
  public static Tone of(Holds holds) {
    return switch (holds) {
      case YES -> GOOD;
      case NO -> BAD;
      case UNKNOWN -> UNKNOWN;
      case NO_CASES, NOT_JUDGED -> QUIET;
    };
  }
}
