package org.plumbline.report.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.report.Block;
import org.plumbline.report.DataTables;

/** Shares by party as stacked bars, and one case as a line in lanes, each with its data. */
final class BarsSvg {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal LEAST_LABELLED = new BigDecimal("0.14");
  private static final int LANE = 46;

  private final Html html;

  BarsSvg(Html html) {
    this.html = html;
  }

  void shares(Block.ShareBars bars) {
    html.raw("<figure>").element("h3 id=\"" + bars.id() + "\"", bars.title());
    legend(bars.names());
    for (Block.BarRow row : bars.rows()) {
      bar(bars, row);
    }
    new TableHtml(html).write(DataTables.of(bars));
    html.raw("</figure>\n");
  }

  private void legend(List<Block.PartyName> names) {
    html.raw("<ul class=\"legend\">");
    for (Block.PartyName name : names) {
      html.raw("<li><svg width=\"14\" height=\"14\" aria-hidden=\"true\"><rect class=\"f-")
          .raw(name.color() + "\" width=\"14\" height=\"14\"/></svg> ")
          .text(name.name())
          .raw("</li>");
    }
    html.raw("</ul>");
  }

  private void bar(Block.ShareBars bars, Block.BarRow row) {
    html.element("p class=\"label\"", row.label());
    html.raw("<svg class=\"bar\" role=\"img\" width=\"100%\" height=\"28\" aria-label=\"");
    List<String> words = new ArrayList<>();
    for (int i = 0; i < bars.names().size(); i++) {
      words.add(bars.names().get(i).name() + " " + row.parts().get(i).shown());
    }
    html.text(row.label() + ": " + String.join("; ", words)).raw("\">");
    BigDecimal from = BigDecimal.ZERO;
    for (int i = 0; i < row.parts().size(); i++) {
      Block.BarPart part = row.parts().get(i);
      if (part.share().signum() > 0) {
        rect("f-" + bars.names().get(i).color(), from, part.share(), 0, 28);
        if (part.share().compareTo(LEAST_LABELLED) >= 0) {
          BigDecimal middle = from.add(part.share().divide(BigDecimal.valueOf(2)));
          html.raw(
                  "<text class=\"on o-"
                      + bars.names().get(i).color()
                      + "\" x=\""
                      + percent(middle)
                      + "\" y=\"19\" text-anchor=\"middle\">")
              .text(part.shown().replaceAll(" \\(.*", ""))
              .raw("</text>");
        }
      }
      from = from.add(part.share());
    }
    html.raw("</svg>");
  }

  void timeline(Block.Timeline line) {
    List<Block.PartyName> lanes = new ArrayList<>();
    for (Block.Piece piece : line.pieces()) {
      if (!lanes.contains(piece.party())) {
        lanes.add(piece.party());
      }
    }
    lanes.sort(java.util.Comparator.comparingInt(Block.PartyName::color));
    // The words of the limit stand above the lanes.
    int top = line.limitAt().isPresent() ? 18 : 0;
    int height = lanes.size() * LANE + 34 + top;
    html.raw("<figure>").element("h3 id=\"" + line.id() + "\"", line.title());
    html.raw(
            "<svg class=\"line\" role=\"img\" width=\"100%\" height=\""
                + height
                + "\" aria-label=\"")
        .text(line.title() + ". Each piece is a row of the table below.")
        .raw("\">");
    for (int i = 0; i < lanes.size(); i++) {
      html.raw("<text class=\"lane\" x=\"0\" y=\"" + (top + i * LANE + 14) + "\">")
          .text(lanes.get(i).name())
          .raw("</text>")
          .raw(
              "<line class=\"axis\" x1=\"0\" x2=\"100%\" y1=\""
                  + (top + i * LANE + 32)
                  + "\" y2=\""
                  + (top + i * LANE + 32)
                  + "\"/>");
    }
    pieces(line, lanes, top);
    ends(line, height);
    html.raw("</svg>");
    new TableHtml(html).write(DataTables.of(line));
    html.raw("</figure>\n");
  }

  private void pieces(Block.Timeline line, List<Block.PartyName> lanes, int top) {
    int before = -1;
    for (Block.Piece piece : line.pieces()) {
      int lane = lanes.indexOf(piece.party());
      if (before >= 0 && before != lane) {
        html.raw(
            "<line class=\"step\" x1=\""
                + percent(piece.from())
                + "\" x2=\""
                + percent(piece.from())
                + "\" y1=\""
                + (top + before * LANE + 32)
                + "\" y2=\""
                + (top + lane * LANE + 32)
                + "\"/>");
      }
      before = lane;
    }
    for (Block.Piece piece : line.pieces()) {
      int lane = lanes.indexOf(piece.party());
      rect(
          "f-" + piece.party().color() + (piece.counted() ? "" : " uncounted"),
          piece.from(),
          piece.until().subtract(piece.from()),
          top + lane * LANE + 22,
          20);
    }
  }

  private void ends(Block.Timeline line, int height) {
    String start = line.pieces().get(0).fromShown();
    String end = line.pieces().get(line.pieces().size() - 1).untilShown();
    if (line.limitAt().isPresent()) {
      BigDecimal at = line.limitAt().get();
      String x = percent(at);
      html.raw(
          "<line class=\"limit\" x1=\""
              + x
              + "\" x2=\""
              + x
              + "\" y1=\"0\" y2=\""
              + (height - 30)
              + "\"/>");
      boolean right = at.compareTo(new BigDecimal("0.5")) > 0;
      html.raw(
              "<text class=\"small\" x=\""
                  + x
                  + "\" dx=\""
                  + (right ? -6 : 6)
                  + "\" y=\"12\" text-anchor=\""
                  + (right ? "end" : "start")
                  + "\">")
          .text(line.limitWords())
          .raw("</text>");
    }
    html.raw("<text class=\"small\" x=\"0\" y=\"" + (height - 8) + "\">")
        .text(start)
        .raw("</text>");
    html.raw("<text class=\"small\" x=\"100%\" y=\"" + (height - 8) + "\" text-anchor=\"end\">")
        .text(end)
        .raw("</text>");
  }

  private void rect(String type, BigDecimal from, BigDecimal width, int y, int height) {
    html.raw(
        "<rect class=\""
            + type
            + "\" x=\""
            + percent(from)
            + "\" y=\""
            + y
            + "\" width=\""
            + percent(width)
            + "\" height=\""
            + height
            + "\"/>");
  }

  private static String percent(BigDecimal share) {
    return share.multiply(HUNDRED).setScale(3, RoundingMode.HALF_UP).toPlainString() + "%";
  }
}
