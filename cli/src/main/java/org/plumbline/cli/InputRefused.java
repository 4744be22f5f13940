package org.plumbline.cli;

/**
 * An input that a command will not work with: a file that is missing, unreadable or wrong as a
 * whole. Its message is printed as it is and the exit code is {@link ExitCode#REFUSED}.
 */
final class InputRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes a refusal.
   *
   * @param message one or more plain lines: what was found, where, and what would be right
   */
  InputRefused(String message) {
    super(message);
  }

  /** Makes a refusal that keeps what led to it, for {@code --debug}. */
  InputRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
