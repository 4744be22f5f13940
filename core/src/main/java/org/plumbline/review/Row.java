package org.plumbline.review;

/**
 * One thing that is asked for, and what the draft says to it.
 *
 * @param source who asks for it, such as {@code GAO-16-325, 4}
 * @param asked what is asked for
 * @param standing whether the draft has it
 * @param by the clause or key that satisfies it; where it is missing, what to write
 */
public record Row(String source, String asked, Standing standing, String by) {

  /** Whether the draft has what is asked for. */
  public enum Standing {
    /** It has. */
    SATISFIED,
    /** A clause reads as if it had, and does not say so. */
    LIKELY,
    /** It has not. */
    MISSING;

    /** In one word. */
    public String word() {
      return switch (this) {
        case SATISFIED -> "satisfied";
        case LIKELY -> "likely";
        case MISSING -> "missing";
      };
    }
  }

  static Row of(String source, String asked, boolean has, String by, String mend) {
    return new Row(source, asked, has ? Standing.SATISFIED : Standing.MISSING, has ? by : mend);
  }
}
