package org.plumbline.agreement;

/** In which period a case counts (language.md 5, design 4.3). */
public enum CountedWhen {
  /** At its stop if within the limit, else when the limit ran out; the default. */
  DECIDED("decided"),
  /** At its stop. */
  STOPPED("stopped"),
  /** At its start. */
  STARTED("started"),
  /** When its limit runs out, met or not. */
  DUE("due"),
  /** Open at the period's end: a stock. */
  OPEN_AT_END("open-at-end"),
  /** Open at any time during the period: a stock. */
  OPEN_DURING("open-during");

  private final String key;

  CountedWhen(String key) {
    this.key = key;
  }

  /** The key of the language. */
  public String key() {
    return key;
  }

  /** Whether a stock is counted: the same case in several periods. */
  public boolean isStock() {
    return this == OPEN_AT_END || this == OPEN_DURING;
  }
}
