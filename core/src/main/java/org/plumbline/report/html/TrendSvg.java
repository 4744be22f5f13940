package org.plumbline.report.html;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.plumbline.report.Block;
import org.plumbline.report.DataTables;
import org.plumbline.report.Tone;

/** A figure over the periods against its bound, with its data as a table. */
final class TrendSvg {

  private static final int WIDTH = 360;
  private static final int HEIGHT = 196;
  private static final int LEFT = 14;
  private static final int RIGHT = 346;
  private static final int TOP = 48;
  private static final int BOTTOM = 142;

  /** More targets than these in one chart are not written beside each other. */
  private static final int MOST_BOUNDS = 3;

  private static final int MOST_LABELS = 6;

  /** A chart of so many points and more has fewer labels, as the points say more than they. */
  private static final int MANY_POINTS = 13;

  private static final int FEWER_LABELS = 4;

  private final Html html;

  TrendSvg(Html html) {
    this.html = html;
  }

  void write(Block.TrendChart chart) {
    html.raw("<figure class=\"card\">").element("h3 id=\"" + chart.id() + "\"", chart.title());
    html.raw(
        "<svg class=\"trend\" role=\"img\" viewBox=\"0 0 "
            + WIDTH
            + " "
            + HEIGHT
            + "\" aria-label=\"");
    html.text(chart.title() + ": " + words(chart)).raw("\">");
    draw(chart.points());
    html.raw("</svg>");
    data(chart);
    html.raw("</figure>\n");
  }

  private static String words(Block.TrendChart chart) {
    List<String> words = new ArrayList<>();
    for (Block.TrendPoint point : chart.points()) {
      words.add(point.period() + " " + point.shown() + ", " + point.status());
    }
    return String.join("; ", words) + ". Data in the table below.";
  }

  private void draw(List<Block.TrendPoint> points) {
    List<BigDecimal> values = new ArrayList<>();
    points.forEach(
        point -> {
          point.value().ifPresent(values::add);
          point.bound().ifPresent(values::add);
        });
    SparkSvg.Scale scale = SparkSvg.Scale.of(values, BOTTOM, TOP);
    html.raw(
        "<line class=\"axis\" x1=\"0\" x2=\""
            + WIDTH
            + "\" y1=\""
            + (BOTTOM + 26)
            + "\" y2=\""
            + (BOTTOM + 26)
            + "\"/>");
    bound(points, scale);
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i).value().isPresent()) {
        path.append(pen ? "L" : "M")
            .append(x(i, points.size()))
            .append(' ')
            .append(scale.at(points.get(i).value().get()));
      }
      pen = points.get(i).value().isPresent();
    }
    html.raw("<path class=\"course\" d=\"" + path + "\"/>");
    int most = points.size() < MANY_POINTS ? MOST_LABELS : FEWER_LABELS;
    int every = Math.max(1, (points.size() + most - 1) / most);
    for (int i = 0; i < points.size(); i++) {
      boolean labelled = (points.size() - 1 - i) % every == 0;
      int x = x(i, points.size());
      point(points.get(i), x, scale, labelled, anchor(i, points.size()), isBelow(points, i));
    }
  }

  /** Whether a label stands below its point, out of the way of a line that ends or begins there. */
  private static boolean isBelow(List<Block.TrendPoint> points, int index) {
    int other = index == 0 ? 1 : index - 1;
    boolean end = index == 0 || index == points.size() - 1;
    if (!end || other >= points.size()) {
      return false;
    }
    return points.get(index).value().isPresent()
        && points.get(other).value().isPresent()
        && points.get(other).value().get().compareTo(points.get(index).value().get()) > 0;
  }

  private static int x(int index, int count) {
    return count == 1 ? (LEFT + RIGHT) / 2 : LEFT + (RIGHT - LEFT) * index / (count - 1);
  }

  private static String anchor(int index, int count) {
    return index == 0 ? "start" : index == count - 1 ? "end" : "middle";
  }

  /**
   * The target, in steps: it changes between two periods, and not on the way from one to the next.
   */
  private void bound(List<Block.TrendPoint> points, SparkSvg.Scale scale) {
    StringBuilder path = new StringBuilder();
    Set<String> shown = new LinkedHashSet<>();
    int before = -1;
    for (int i = 0; i < points.size(); i++) {
      Block.TrendPoint point = points.get(i);
      if (point.bound().isPresent()) {
        int x = x(i, points.size());
        BigDecimal y = scale.at(point.bound().get());
        if (before < 0) {
          path.append('M').append(x).append(' ').append(y);
        } else {
          path.append('H').append((x(before, points.size()) + x) / 2).append('V').append(y);
          path.append('H').append(x);
        }
        before = i;
        shown.remove(point.boundShown());
        shown.add(point.boundShown());
      }
    }
    if (path.length() > 0) {
      html.raw("<path class=\"bound\" d=\"" + path + "\"/>");
      html.raw("<text class=\"small\" x=\"" + LEFT + "\" y=\"14\">")
          .text("- - target: " + said(List.copyOf(shown)))
          .raw("</text>");
    }
  }

  private static String said(List<String> bounds) {
    return bounds.size() > MOST_BOUNDS
        ? "at last " + bounds.get(bounds.size() - 1)
        : String.join(", then ", bounds);
  }

  private void point(
      Block.TrendPoint point,
      int x,
      SparkSvg.Scale scale,
      boolean labelled,
      String anchor,
      boolean below) {
    if (point.value().isPresent()) {
      BigDecimal y = scale.at(point.value().get());
      String tone = "p-" + point.tone().name().toLowerCase(Locale.ROOT);
      if (point.tone() == Tone.BAD || point.tone() == Tone.FAIR) {
        html.raw(
            "<rect class=\"point "
                + tone
                + "\" x=\""
                + (x - 5)
                + "\" y=\""
                + y.subtract(BigDecimal.valueOf(5))
                + "\" width=\"10\" height=\"10\"/>");
      } else {
        html.raw(
            "<circle class=\"point " + tone + "\" cx=\"" + x + "\" cy=\"" + y + "\" r=\"5\"/>");
      }
      if (labelled) {
        label(x, y.add(BigDecimal.valueOf(below ? 20 : -9)).toString(), anchor, value(point));
      }
    }
    if (labelled) {
      label(x, Integer.toString(HEIGHT - 10), anchor, point.period());
    }
  }

  private static String value(Block.TrendPoint point) {
    return (point.tone().mark() + " " + point.shown()).strip();
  }

  private void label(int x, String y, String anchor, String text) {
    html.raw("<text x=\"" + x + "\" y=\"" + y + "\" text-anchor=\"" + anchor + "\">")
        .text(text)
        .raw("</text>");
  }

  private void data(Block.TrendChart chart) {
    html.raw("<details><summary>Data<span class=\"hidden\"> of ")
        .text(chart.title())
        .raw("</span></summary>");
    new TableHtml(html).write(DataTables.of(chart));
    html.raw("</details>");
  }
}
