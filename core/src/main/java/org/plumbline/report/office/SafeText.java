package org.plumbline.report.office;

import org.plumbline.report.PlainText;

/** Text fit for a cell: what a spreadsheet would take for a formula is kept text by a quote. */
final class SafeText {

  private static final int LONGEST = 32_000;

  private SafeText() {}

  /** The text, without control characters, never read as a formula when it is copied or saved. */
  static String of(String text) {
    String clean = PlainText.clean(text);
    String cut = clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    boolean formula = !cut.isEmpty() && "=+-@".indexOf(cut.charAt(0)) >= 0 && !isNumber(cut);
    return formula ? "'" + cut : cut;
  }

  /** A signed number such as {@code -0.3 points} or {@code +12} begins no formula. */
  private static boolean isNumber(String text) {
    return text.matches("[+-][0-9][0-9.,]*( ?[%a-zA-Z]+)?");
  }
}
