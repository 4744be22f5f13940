package org.plumbline.report.office;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.report.Block;

/** A chart drawn in lines: what the charts of Word and PowerPoint show, for a PDF. */
record ChartDrawing(Block chart) {

  private static final double SIZE = 9;
  private static final int STEPS = 4;
  private static final int MOST_LABELS = 12;
  private static final Glyphs GLYPHS = new Glyphs();

  void draw(Graphics2D on, double width, double height) {
    if (chart instanceof Block.TrendChart trend) {
      trend(on, trend, width, height);
    } else if (chart instanceof Block.ShareBars bars) {
      bars(on, bars, width, height);
    }
  }

  private static void trend(Graphics2D on, Block.TrendChart chart, double width, double height) {
    List<BigDecimal> all = new ArrayList<>();
    chart.points().forEach(point -> point.value().ifPresent(all::add));
    chart.points().forEach(point -> point.bound().ifPresent(all::add));
    if (all.isEmpty()) {
      return;
    }
    Axis axis = Axis.of(all, chart.unit());
    double left = 8;
    for (double step : axis.steps()) {
      left = Math.max(left, GLYPHS.width(axis.label(step), SIZE) + 8);
    }
    double top = 8;
    double bottom = height - 34;
    for (double step : axis.steps()) {
      double y = axis.at(step, top, bottom);
      line(on, left, y, width, y, 0.5f, "D9DCDF", false);
      text(on, axis.label(step), left - 5, y + 3, 1);
    }
    int count = chart.points().size();
    double room = (width - left) / count;
    int every = Math.max(1, (count + MOST_LABELS - 1) / MOST_LABELS);
    for (int i = 0; i < count; i++) {
      if ((count - 1 - i) % every == 0) {
        text(on, chart.points().get(i).period(), left + room * (i + 0.5), bottom + 13, 0.5);
      }
    }
    course(on, chart, axis, new double[] {left, room, top, bottom}, true);
    course(on, chart, axis, new double[] {left, room, top, bottom}, false);
    legend(on, List.of("Figure", "Target"), List.of(Ink.BRAND, "B34D00"), left, height - 4);
  }

  private static void course(
      Graphics2D on, Block.TrendChart chart, Axis axis, double[] place, boolean bound) {
    Optional<double[]> before = Optional.empty();
    for (int i = 0; i < chart.points().size(); i++) {
      Block.TrendPoint point = chart.points().get(i);
      Optional<BigDecimal> value = bound ? point.bound() : point.value();
      if (value.isEmpty()) {
        before = Optional.empty();
        continue;
      }
      double x = place[0] + place[1] * (i + 0.5);
      double y = axis.at(value.get().doubleValue(), place[2], place[3]);
      if (bound) {
        line(on, x - place[1] / 2, y, x + place[1] / 2, y, 1.4f, "B34D00", true);
      } else {
        before.ifPresent(from -> line(on, from[0], from[1], x, y, 2f, Ink.BRAND, false));
        on.setColor(color(Ink.of(point.tone()).color()));
        on.fill(new Ellipse2D.Double(x - 3.2, y - 3.2, 6.4, 6.4));
      }
      before = Optional.of(new double[] {x, y});
    }
  }

  private static void bars(Graphics2D on, Block.ShareBars bars, double width, double height) {
    double left = 8;
    for (Block.BarRow row : bars.rows()) {
      left = Math.max(left, GLYPHS.width(row.label(), SIZE) + 8);
    }
    double room = (height - 22) / Math.max(1, bars.rows().size());
    double thick = Math.min(16, room * 0.75);
    for (int r = 0; r < bars.rows().size(); r++) {
      Block.BarRow row = bars.rows().get(r);
      double y = 4 + r * room;
      text(on, row.label(), left - 6, y + thick / 2 + 3, 1);
      double x = left;
      for (int p = 0; p < row.parts().size(); p++) {
        double part = row.parts().get(p).share().doubleValue() * (width - left);
        on.setColor(color(Ink.party(bars.names().get(p).color())));
        on.fill(new Rectangle2D.Double(x, y, part, thick));
        on.setColor(Color.WHITE);
        on.fill(new Rectangle2D.Double(x + part - 0.6, y, part > 1 ? 0.6 : 0, thick));
        x += part;
      }
    }
    List<String> names = new ArrayList<>();
    List<String> colors = new ArrayList<>();
    for (Block.PartyName name : bars.names()) {
      names.add(name.name());
      colors.add(Ink.party(name.color()));
    }
    legend(on, names, colors, left, height - 4);
  }

  private static void legend(
      Graphics2D on, List<String> names, List<String> colors, double left, double y) {
    double x = left;
    for (int i = 0; i < names.size(); i++) {
      on.setColor(color(colors.get(i)));
      on.fill(new Rectangle2D.Double(x, y - 7, 8, 8));
      text(on, names.get(i), x + 12, y, 0);
      x += GLYPHS.width(names.get(i), SIZE) + 28;
    }
  }

  private static void text(Graphics2D on, String text, double x, double y, double anchor) {
    on.setColor(color("1B1B1B"));
    GLYPHS.draw(on, text, x, y, SIZE, anchor);
  }

  private static void line(
      Graphics2D on,
      double x,
      double y,
      double toX,
      double toY,
      float thick,
      String color,
      boolean dash) {
    on.setColor(color(color));
    on.setStroke(
        dash
            ? new BasicStroke(
                thick, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 3}, 0)
            : new BasicStroke(thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    on.draw(new Line2D.Double(x, y, toX, toY));
  }

  private static Color color(String hexadecimal) {
    return new Color(Integer.parseInt(hexadecimal, 16));
  }

  /** The axis of values: round steps around what is drawn. */
  private record Axis(double low, double step, int count, String unit) {

    static Axis of(List<BigDecimal> values, String unit) {
      double low = values.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
      double high = values.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(1);
      double span = high - low > 0 ? high - low : Math.max(1, Math.abs(high) / 10);
      double rough = span / STEPS;
      double power = Math.pow(10, Math.floor(Math.log10(rough)));
      double step =
          power * (rough / power > 5 ? 10 : rough / power > 2 ? 5 : rough / power > 1 ? 2 : 1);
      double from = Math.floor(low / step) * step;
      int count = (int) Math.max(1, Math.ceil((high - from) / step - 1e-9));
      return new Axis(from, step, count, unit);
    }

    List<Double> steps() {
      List<Double> steps = new ArrayList<>();
      for (int i = 0; i <= count; i++) {
        steps.add(low + i * step);
      }
      return steps;
    }

    double at(double value, double top, double bottom) {
      return bottom - (value - low) / (count * step) * (bottom - top);
    }

    String label(double value) {
      BigDecimal shown =
          BigDecimal.valueOf(value)
              .setScale(step < 0.1 ? 2 : step < 1 ? 1 : 0, java.math.RoundingMode.HALF_UP);
      return shown.toPlainString() + (unit.equals("%") ? "%" : unit.isEmpty() ? "" : " " + unit);
    }
  }
}
