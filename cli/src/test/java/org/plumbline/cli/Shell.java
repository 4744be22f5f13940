package org.plumbline.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;

/** Runs commands in process, as a shell would. */
final class Shell {
  /**
   * What a command did.
   *
   * @param code its exit code
   * @param out what it answered
   * @param err what it complained about
   */
  record Run(int code, String out, String err) {
    /** Everything it printed. */
    String all() {
      return out + err;
    }
  }

  /** When all commands of the tests run. */
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  static Run run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Plumbline.run(new PrintWriter(out, true), new PrintWriter(err, true), NOW, args);
    return new Run(code, out.toString(), err.toString());
  }

  private Shell() {}
}
