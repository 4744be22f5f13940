package org.plumbline.agreement;

import java.util.Optional;

/**
 * A field of a record set: what a case is, beside when (language.md 4.1).
 *
 * @param type its type
 * @param read which value counts if it changes; empty: {@link Read#AT_STOP}
 * @param setBy the party whose opinion the value is
 * @param sensitive whether it is masked outside the two parties' own pages
 */
public record Field(Type type, Optional<Read> read, Optional<String> setBy, boolean sensitive) {

  /** Which value counts. */
  public Read readOrDefault() {
    return read.orElse(Read.AT_STOP);
  }

  /** The type of a field. */
  public enum Type {
    /** Words. */
    TEXT("text"),
    /** A decimal number. */
    NUMBER("number"),
    /** A share, held as a ratio. */
    SHARE("share"),
    /** An amount of money. */
    MONEY("money"),
    /** An amount of elapsed time, in microseconds. */
    DURATION("duration"),
    /** Yes or no. */
    FLAG("flag");

    private final String key;

    Type(String key) {
      this.key = key;
    }

    /** The key of the language. */
    public String key() {
      return key;
    }
  }

  /** Which value of a changing field counts. */
  public enum Read {
    /** The value at the clock's start. */
    AT_START("at-start"),
    /** The value at the clock's stop; without a stop the last known one. */
    AT_STOP("at-stop"),
    /** The first value ever. */
    FIRST("first"),
    /** The highest value ever, up to the as-of moment. */
    HIGHEST("highest"),
    /** Each value for its own time; with {@code each} only. */
    AT_EACH_MOMENT("at-each-moment");

    private final String key;

    Read(String key) {
      this.key = key;
    }

    /** The key of the language. */
    public String key() {
      return key;
    }
  }
}
