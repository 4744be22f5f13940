package org.plumbline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Seconds over a number that grows, both in powers of ten, as a picture that stands by itself (SVG
 * 1.1): a line that rises from corner to corner grows as the number does, a flat one not at all.
 *
 * @param title what it shows
 * @param across what grows
 * @param lines at most as many as there are colors, each with at least one point
 */
record GrowthChart(String title, String across, List<Line> lines) {

  private static final List<String> COLORS = List.of("#005ea2", "#8b0a03", "#4d8055", "#6c4da3");
  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;
  private static final int LEFT = 70;
  private static final int RIGHT = 500;
  private static final int TOP = 50;
  private static final int BOTTOM = 340;

  /** Checks that it can be drawn. */
  GrowthChart {
    lines = List.copyOf(lines);
    if (lines.isEmpty() || lines.size() > COLORS.size()) {
      throw new IllegalArgumentException(lines.size() + " lines, not 1 to " + COLORS.size());
    }
  }

  /** A line with its name; points in order. */
  record Line(String name, List<Point> points) {
    /** Copies the points. */
    Line {
      points = List.copyOf(points);
    }
  }

  /** So much at this number; both above zero. */
  record Point(double at, double seconds) {}

  /** From numbers to places, by their logarithms. */
  private record Axis(int least, int most, int from, int to) {
    private double place(double number) {
      return from + (Math.log10(number) - least) * (to - from) / (most - least);
    }
  }

  private Axis axis(ToDoubleFunction<Point> of, int from, int to) {
    double[] all =
        lines.stream().flatMap(line -> line.points().stream()).mapToDouble(of).sorted().toArray();
    int least = (int) Math.floor(Math.log10(all[0]) + 1e-9);
    int most = (int) Math.ceil(Math.log10(all[all.length - 1]) - 1e-9);
    return new Axis(least, Math.max(most, least + 1), from, to);
  }

  /** The picture. */
  String svg() {
    Axis x = axis(Point::at, LEFT, RIGHT);
    Axis y = axis(Point::seconds, BOTTOM, TOP);
    List<String> parts = new ArrayList<>();
    parts.add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">"
            .formatted(WIDTH, HEIGHT));
    parts.add("<title>" + text(title) + "</title>");
    parts.add("<desc>" + text(words()) + "</desc>");
    parts.add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>".formatted(WIDTH, HEIGHT));
    parts.add(
        "<text x=\"%d\" y=\"24\" font-size=\"15\" font-weight=\"bold\">%s</text>"
            .formatted(LEFT, text(title)));
    for (int power = x.least(); power <= x.most(); power++) {
      double at = x.place(Math.pow(10, power));
      parts.add(rule(at, TOP, at, BOTTOM));
      parts.add(label(at, BOTTOM + 20, "middle", number(power)));
    }
    for (int power = y.least(); power <= y.most(); power++) {
      double at = y.place(Math.pow(10, power));
      parts.add(rule(LEFT, at, RIGHT, at));
      parts.add(label(LEFT - 8, at + 4, "end", number(power) + " s"));
    }
    parts.add(label((LEFT + RIGHT) / 2.0, HEIGHT - 14, "middle", across));
    for (int i = 0; i < lines.size(); i++) {
      draw(lines.get(i), COLORS.get(i), x, y, parts);
    }
    parts.add("</svg>");
    return String.join("\n", parts) + "\n";
  }

  private static void draw(Line line, String color, Axis x, Axis y, List<String> parts) {
    StringBuilder course = new StringBuilder();
    for (Point point : line.points()) {
      String place = at("%.1f %.1f", x.place(point.at()), y.place(point.seconds()));
      course.append(course.length() == 0 ? "M" : "L").append(place);
      parts.add(
          at(
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"" + color + "\"/>",
              x.place(point.at()),
              y.place(point.seconds())));
    }
    parts.add(
        "<path d=\"" + course + "\" fill=\"none\" stroke=\"" + color + "\" stroke-width=\"2\"/>");
    Point last = line.points().get(line.points().size() - 1);
    parts.add(
        at("<text x=\"%.1f\" y=\"%.1f\"", x.place(last.at()) + 9, y.place(last.seconds()) + 4)
            + " fill=\""
            + color
            + "\">"
            + text(line.name())
            + "</text>");
  }

  private static String rule(double x1, double y1, double x2, double y2) {
    return at("<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#c6cace\"/>", x1, y1, x2, y2);
  }

  private static String label(double x, double y, String anchor, String text) {
    return at("<text x=\"%.1f\" y=\"%.1f\" fill=\"#1b1b1b\"", x, y)
        + " text-anchor=\""
        + anchor
        + "\">"
        + text(text)
        + "</text>";
  }

  private static String at(String format, Object... places) {
    return String.format(Locale.ROOT, format, places);
  }

  private static String number(int power) {
    return power < 0
        ? "0." + "0".repeat(-power - 1) + "1"
        : String.format(Locale.ROOT, "%,d", (long) Math.pow(10, power));
  }

  /** What it shows, for those who do not see it. */
  private String words() {
    List<String> said = new ArrayList<>();
    for (Line line : lines) {
      List<String> each = new ArrayList<>();
      for (Point point : line.points()) {
        each.add(at("%,.0f: %.3f s", point.at(), point.seconds()));
      }
      said.add(line.name() + " (" + across + ") " + String.join("; ", each));
    }
    return String.join(". ", said);
  }

  private static String text(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
