package org.plumbline.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plumbline.judge.Status;

/** What a chart shows, as a table beside it: on pages, in Word and in PDF the same. */
public final class DataTables {

  private DataTables() {}

  /** The periods, each with figure, target and result. */
  public static Block.Table of(Block.TrendChart chart) {
    List<Block.Row> rows = new ArrayList<>();
    for (Block.TrendPoint point : chart.points()) {
      rows.add(
          new Block.Row(
              List.of(
                  Block.Cell.of(point.period()),
                  Block.Cell.of(point.shown()),
                  Block.Cell.of(point.boundShown()),
                  Block.Cell.of(point.status(), toneOf(point))),
              false));
    }
    return new Block.Table(
        chart.title() + ": numbers",
        List.of(
            new Block.Column("Period", false, 0),
            new Block.Column("Figure", true, 0),
            new Block.Column("Target", true, 0),
            new Block.Column("Result of the metric", false, 0)),
        rows);
  }

  /** The tone of the result of the metric, where the point has that of one of its lines. */
  private static Tone toneOf(Block.TrendPoint point) {
    return Arrays.stream(Status.values())
        .filter(status -> status.words().equals(point.status()))
        .map(Tone::of)
        .findFirst()
        .orElse(point.tone());
  }

  /** The periods, each with the share of each party. */
  public static Block.Table of(Block.ShareBars bars) {
    List<Block.Column> columns = new ArrayList<>();
    columns.add(new Block.Column("Period", false, 0));
    bars.names().forEach(name -> columns.add(new Block.Column(name.name(), true, 0)));
    List<Document.Fact> beside = bars.rows().isEmpty() ? List.of() : bars.rows().get(0).beside();
    beside.forEach(fact -> columns.add(new Block.Column(fact.name(), true, 1)));
    List<Block.Row> rows = new ArrayList<>();
    for (Block.BarRow row : bars.rows()) {
      List<Block.Cell> cells = new ArrayList<>();
      cells.add(Block.Cell.of(row.label()));
      row.parts().forEach(part -> cells.add(Block.Cell.of(part.shown())));
      row.beside().forEach(fact -> cells.add(Block.Cell.of(fact.value())));
      rows.add(new Block.Row(cells, false));
    }
    return new Block.Table(bars.title() + ": shares of open time", columns, rows);
  }

  /** The pieces of a life, in order. */
  public static Block.Table of(Block.Timeline line) {
    List<Block.Row> rows = new ArrayList<>();
    for (Block.Piece piece : line.pieces()) {
      rows.add(
          new Block.Row(
              List.of(
                  Block.Cell.of(piece.fromShown()),
                  Block.Cell.of(piece.untilShown()),
                  Block.Cell.of(piece.party().name()),
                  Block.Cell.of(piece.turn()),
                  Block.Cell.of(piece.lengthShown()),
                  Block.Cell.of(piece.openShown()),
                  Block.Cell.of(piece.counted() ? "counted" : "not counted")),
              false));
    }
    return new Block.Table(
        line.title() + (line.limitWords().isEmpty() ? "" : ": " + line.limitWords()),
        List.of(
            new Block.Column("From", false, 0),
            new Block.Column("Until", false, 0),
            new Block.Column("Whose turn", false, 0),
            new Block.Column("As", false, 2),
            new Block.Column("Length", true, 1),
            new Block.Column("Of it open", true, 0),
            new Block.Column("By this clock", false, 0)),
        rows);
  }
}
