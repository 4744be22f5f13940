package org.plumbline.records;

/**
 * What a local time means that occurs twice or never in its zone (design 4.1; language.md 4.3,
 * {@code twice} and {@code never}).
 */
public enum LocalTimeRule {
  /**
   * The earlier of the two instants: of a time that occurs twice the first; of one that never
   * occurs the instant by the larger of the two offsets around the change.
   */
  EARLIER("earlier"),
  /** The later of the two instants. */
  LATER("later"),
  /** The cell is bad. */
  REFUSE("refuse");

  private final String key;

  LocalTimeRule(String key) {
    this.key = key;
  }

  /** The word of the binding. */
  public String key() {
    return key;
  }
}
