package org.plumbline.report.terminal;

/**
 * How a terminal shows a report. The caller knows the terminal; nothing is read from the machine.
 *
 * @param width columns, 40 to 400
 * @param color whether colors may be used: a terminal, and no {@code NO_COLOR}
 * @param unicode whether marks, bars and sparklines may go beyond ASCII
 */
public record TerminalStyle(int width, boolean color, boolean unicode) {

  /** Keeps the width in its range. */
  public TerminalStyle {
    width = Math.max(40, Math.min(400, width));
  }

  /** 100 columns, no color, Unicode. */
  public static TerminalStyle plain() {
    return new TerminalStyle(100, false, true);
  }
}
