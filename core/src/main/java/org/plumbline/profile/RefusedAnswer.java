package org.plumbline.profile;

/** An answer that cannot be used; its message says what was found and what would be right. */
public final class RefusedAnswer extends Exception {

  private static final long serialVersionUID = 1L;

  private final String option;

  /** A refusal of the answer to an option. */
  public RefusedAnswer(String option, String message) {
    super(message);
    this.option = option;
  }

  /** The option, without dashes. */
  public String option() {
    return option;
  }
}
