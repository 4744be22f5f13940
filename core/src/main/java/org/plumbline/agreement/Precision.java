package org.plumbline.agreement;

/**
 * How finely a moment is recorded; two moments compare at the coarser precision of the two (design
 * 4.1).
 */
public enum Precision {
  /** To the microsecond, in UTC. */
  INSTANT("instant"),
  /** To the minute; finer parts are cut off. */
  MINUTE("minute"),
  /** To the day, in the agreement's zone. */
  DATE("date");

  private final String key;

  Precision(String key) {
    this.key = key;
  }

  /** The key of the language. */
  public String key() {
    return key;
  }

  /** The coarser of two. */
  public Precision coarser(Precision other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
