package org.plumbline.report.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.plumbline.report.Block;

/** The course of a figure as a line of the height of a text. */
final class SparkSvg {

  private static final int HEIGHT = 22;
  private static final int STEP = 16;
  private static final int MARGIN = 4;

  private SparkSvg() {}

  static void write(Html html, Block.Spark spark) {
    List<Optional<BigDecimal>> values = spark.values();
    int width = MARGIN * 2 + STEP * Math.max(1, values.size() - 1);
    Scale scale =
        Scale.of(values.stream().flatMap(Optional::stream).toList(), HEIGHT - MARGIN, MARGIN);
    html.raw("<svg class=\"spark\" role=\"img\" width=\"" + width + "\" height=\"" + HEIGHT + "\"")
        .raw(" viewBox=\"0 0 " + width + " " + HEIGHT + "\" aria-label=\"")
        .text("Course: " + spark.words())
        .raw("\">");
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).isPresent()) {
        path.append(pen ? "L" : "M")
            .append(MARGIN + i * STEP)
            .append(' ')
            .append(scale.at(values.get(i).get()));
      }
      pen = values.get(i).isPresent();
    }
    html.raw("<path d=\"" + path + "\"/>");
    int last = values.size() - 1;
    if (last >= 0 && values.get(last).isPresent()) {
      html.raw(
          "<circle cx=\""
              + (MARGIN + last * STEP)
              + "\" cy=\""
              + scale.at(values.get(last).get())
              + "\" r=\"2.5\"/>");
    }
    html.raw("</svg>");
  }

  /** From values to positions; the least value stands at {@code bottom}. */
  record Scale(BigDecimal least, BigDecimal range, int bottom, int top) {

    static Scale of(List<BigDecimal> values, int bottom, int top) {
      BigDecimal least = values.stream().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
      BigDecimal greatest = values.stream().max(BigDecimal::compareTo).orElse(BigDecimal.ONE);
      return new Scale(least, greatest.subtract(least), bottom, top);
    }

    /** The position of a value, with one decimal. */
    BigDecimal at(BigDecimal value) {
      if (range.signum() == 0) {
        return BigDecimal.valueOf((bottom + top) / 2);
      }
      return BigDecimal.valueOf(bottom)
          .subtract(
              value
                  .subtract(least)
                  .multiply(BigDecimal.valueOf(bottom - top))
                  .divide(range, 1, RoundingMode.HALF_UP));
    }
  }
}
