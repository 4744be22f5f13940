package org.plumbline.forms;

import java.util.List;
import org.plumbline.profile.Words;

/** Lines of CSV (RFC 4180); a text that a spreadsheet would take for a formula is kept text. */
final class Csv {

  private Csv() {}

  static String line(List<String> cells) {
    return String.join(",", cells.stream().map(Csv::cell).toList()) + "\r\n";
  }

  private static String cell(String text) {
    String line = Words.oneLine(text);
    boolean formula = !line.isEmpty() && "=+-@".indexOf(line.charAt(0)) >= 0;
    String safe = formula && !line.matches("[+-][0-9.,]+%?") ? "'" + line : line;
    return safe.matches("[^\",]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
