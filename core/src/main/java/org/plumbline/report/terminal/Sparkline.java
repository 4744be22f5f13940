package org.plumbline.report.terminal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** The course of a figure in one row of characters. */
final class Sparkline {

  private static final String UNICODE = "▁▂▃▄▅▆▇█";
  private static final String ASCII = "_.-=*#";

  private Sparkline() {}

  /** From the least to the greatest value; a gap is a space. */
  static String of(List<Optional<BigDecimal>> values, boolean unicode) {
    String levels = unicode ? UNICODE : ASCII;
    Optional<BigDecimal> least =
        values.stream().flatMap(Optional::stream).min(BigDecimal::compareTo);
    Optional<BigDecimal> greatest =
        values.stream().flatMap(Optional::stream).max(BigDecimal::compareTo);
    if (least.isEmpty() || greatest.isEmpty()) {
      return "";
    }
    BigDecimal range = greatest.get().subtract(least.get());
    StringBuilder line = new StringBuilder();
    for (Optional<BigDecimal> value : values) {
      if (value.isEmpty()) {
        line.append(' ');
      } else if (range.signum() == 0) {
        line.append(levels.charAt(levels.length() / 2));
      } else {
        int level =
            value
                .get()
                .subtract(least.get())
                .multiply(BigDecimal.valueOf(levels.length() - 1))
                .divide(range, 0, RoundingMode.HALF_UP)
                .intValueExact();
        line.append(levels.charAt(level));
      }
    }
    return line.toString();
  }
}
