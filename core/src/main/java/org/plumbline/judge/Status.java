package org.plumbline.judge;

/** What a period's figures mean against what was promised (design 4.7, language.md 5.3). */
public enum Status {
  /** Every line of the target holds. */
  MET("met", "met"),
  /** The minimum holds, the target does not. */
  BELOW_EXPECTED("below-expected", "below expected"),
  /** The minimum does not hold. */
  NOT_MET("not-met", "not met"),
  /** No cases: neither met nor not met. */
  NO_DATA("no-data", "no data"),
  /** The period had not ended at the as-of moment. */
  NOT_DUE("not-due", "not due"),
  /** The period has ended, but its records are not complete yet. */
  PROVISIONAL("provisional", "provisional"),
  /** A pending reconsideration request could change it. */
  CONTESTED("contested", "contested"),
  /** Cases of which it cannot be said decide it. */
  INDETERMINATE("indeterminate", "indeterminate"),
  /** Reported only; the reason says why. */
  NOT_JUDGED("not-judged", "not judged");

  private final String key;
  private final String words;

  Status(String key, String words) {
    this.key = key;
    this.words = words;
  }

  /** The word of the language: {@code below-expected}. */
  public String key() {
    return key;
  }

  /** The word for people: {@code below expected}. */
  public String words() {
    return words;
  }
}
