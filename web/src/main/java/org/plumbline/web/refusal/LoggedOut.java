package org.plumbline.web.refusal;

/** Nobody is logged in any more: the person left. */
public final class LoggedOut extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Without a word: the page to log in follows. */
  public LoggedOut() {
    super("Log in.");
  }
}
