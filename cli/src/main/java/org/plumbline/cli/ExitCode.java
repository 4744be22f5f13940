package org.plumbline.cli;

/**
 * What the command tells the shell. A result that is not met is an answer, so it is {@link #DONE}.
 */
final class ExitCode {
  /** The answer was given. */
  static final int DONE = 0;

  /** A check has findings that are errors, or {@code --fail-on} asked for it. */
  static final int FINDINGS = 1;

  /** The command line itself is wrong. */
  static final int USAGE = 2;

  /** An input cannot be read or was refused; what is wrong with it was said. */
  static final int REFUSED = 3;

  /** Our fault: an error in Plumbline. */
  static final int FAULT = 4;

  private ExitCode() {}
}
