package org.plumbline.report.terminal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.report.Block;
import org.plumbline.report.PlainText;

/** Shares and the line of a case as bars of characters, with the numbers below. */
final class TerminalBars {

  private final TerminalStyle style;
  private final Paint paint;

  TerminalBars(TerminalStyle style, Paint paint) {
    this.style = style;
    this.paint = paint;
  }

  List<String> shares(Block.ShareBars bars) {
    List<String> lines = new ArrayList<>();
    int label = bars.rows().stream().mapToInt(row -> TextWidth.of(row.label())).max().orElse(0);
    int width = Math.min(60, style.width() - label - 2);
    for (Block.BarRow row : bars.rows()) {
      lines.add(
          TextWidth.padded(row.label(), TextWidth.of(row.label()), label + 2, false)
              + bar(bars.names(), row.parts(), width));
    }
    lines.add("");
    List<Block.Column> columns = new ArrayList<>();
    columns.add(new Block.Column("", false, 0));
    for (int i = 0; i < bars.names().size(); i++) {
      columns.add(
          new Block.Column(
              paint.partyGlyph(bars.names().get(i).color())
                  + " "
                  + name(bars.names().get(i).name()),
              true,
              0));
    }
    if (!bars.rows().isEmpty()) {
      bars.rows()
          .get(0)
          .beside()
          .forEach(fact -> columns.add(new Block.Column(fact.name(), true, 1)));
    }
    List<Block.Row> rows = new ArrayList<>();
    for (Block.BarRow row : bars.rows()) {
      List<Block.Cell> cells = new ArrayList<>();
      cells.add(Block.Cell.of(row.label()));
      row.parts().forEach(part -> cells.add(Block.Cell.of(part.shown().replaceAll(" \\(.*", ""))));
      row.beside().forEach(fact -> cells.add(Block.Cell.of(fact.value())));
      rows.add(new Block.Row(cells, false));
    }
    lines.addAll(TerminalTable.lines(new Block.Table("", columns, rows), style, paint));
    return lines;
  }

  private String name(String name) {
    return paint.text(PlainText.clean(name));
  }

  private String bar(List<Block.PartyName> names, List<Block.BarPart> parts, int width) {
    StringBuilder bar = new StringBuilder();
    BigDecimal before = BigDecimal.ZERO;
    for (int i = 0; i < parts.size(); i++) {
      BigDecimal after = before.add(parts.get(i).share());
      bar.append(
          paint.party(names.get(i).color(), position(after, width) - position(before, width)));
      before = after;
    }
    return bar.toString();
  }

  private static int position(BigDecimal share, int width) {
    return share
        .multiply(BigDecimal.valueOf(width))
        .setScale(0, RoundingMode.HALF_UP)
        .min(BigDecimal.valueOf(width))
        .max(BigDecimal.ZERO)
        .intValueExact();
  }

  List<String> timeline(Block.Timeline timeline) {
    int width = Math.min(90, style.width());
    List<String> lines = new ArrayList<>();
    StringBuilder bar = new StringBuilder();
    for (Block.Piece piece : timeline.pieces()) {
      bar.append(
          paint.party(
              piece.party().color(),
              position(piece.until(), width) - position(piece.from(), width)));
    }
    lines.add(bar.toString());
    timeline
        .limitAt()
        .ifPresent(
            at -> {
              String flag = (style.unicode() ? "▲ " : "^ ") + timeline.limitWords();
              int from = Math.min(position(at, width), style.width() - TextWidth.of(flag));
              lines.add(" ".repeat(Math.max(0, from)) + flag);
            });
    lines.add("");
    List<Block.Row> rows = new ArrayList<>();
    for (Block.Piece piece : timeline.pieces()) {
      rows.add(
          new Block.Row(
              List.of(
                  Block.Cell.of(piece.fromShown()),
                  Block.Cell.of(
                      paint.partyGlyph(piece.party().color()) + " " + name(piece.party().name())),
                  Block.Cell.of(piece.turn()),
                  Block.Cell.of(piece.lengthShown()),
                  Block.Cell.of(piece.openShown()),
                  Block.Cell.of(piece.counted() ? "counted" : "not counted")),
              false));
    }
    lines.addAll(
        TerminalTable.lines(
            new Block.Table(
                "",
                List.of(
                    new Block.Column("From", false, 0),
                    new Block.Column("Whose turn", false, 0),
                    new Block.Column("As", false, 1),
                    new Block.Column("Length", true, 2),
                    new Block.Column("Of it open", true, 0),
                    new Block.Column("By this clock", false, 0)),
                rows),
            style,
            paint));
    return lines;
  }
}
