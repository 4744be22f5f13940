package org.plumbline.calendar;

/**
 * Text, a file or a value that cannot be read as what it should be.
 *
 * <p>The author's mistake, not ours: whoever knows the place turns it into a finding. The message
 * is the two parts joined.
 */
public class RefusedInputException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String found;
  private final String wouldBeRight;

  /**
   * Makes the refusal.
   *
   * @param found what was found, for example {@code "25 dayz" is not a duration}
   * @param wouldBeRight what to write instead, for example {@code write a number and a unit, such
   *     as 25 days}
   */
  public RefusedInputException(String found, String wouldBeRight) {
    super(found + ": " + wouldBeRight);
    this.found = found;
    this.wouldBeRight = wouldBeRight;
  }

  /**
   * Nothing: it tells a person what is wrong with a text, and texts may hold very many mistakes.
   */
  @Override
  public Throwable fillInStackTrace() {
    return this;
  }

  /** What was found. */
  public String found() {
    return found;
  }

  /** What would be right. */
  public String wouldBeRight() {
    return wouldBeRight;
  }

  /** The text within quotes, shortened to at most 60 characters and without control characters. */
  static String quoted(String text) {
    String printable = text.replaceAll("\\p{Cc}", " ");
    return '"' + (printable.length() <= 60 ? printable : printable.substring(0, 57) + "...") + '"';
  }
}
