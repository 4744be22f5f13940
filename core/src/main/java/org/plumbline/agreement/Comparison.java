package org.plumbline.agreement;

/**
 * How a value is set against another (language.md 3.2); {@code between} is {@link #AT_LEAST} and
 * {@link #AT_MOST}.
 */
public enum Comparison {
  /** {@code at-least}: not less than the value. */
  AT_LEAST("at-least"),
  /** {@code at-most}: not more than the value. */
  AT_MOST("at-most"),
  /** {@code above}: more than the value, the value excluded. */
  ABOVE("above"),
  /** {@code below}: less than the value, the value excluded. */
  BELOW("below");

  private final String key;

  Comparison(String key) {
    this.key = key;
  }

  /** The key of the language. */
  public String key() {
    return key;
  }

  /** Whether a comparison result (as of {@code compareTo} with the value on the right) holds. */
  public boolean holds(int comparedToValue) {
    return switch (this) {
      case AT_LEAST -> comparedToValue >= 0;
      case AT_MOST -> comparedToValue <= 0;
      case ABOVE -> comparedToValue > 0;
      case BELOW -> comparedToValue < 0;
    };
  }
}
