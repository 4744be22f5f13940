package org.plumbline.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A part of a section. */
public sealed interface Block {

  /** A paragraph of running text. */
  record Paragraph(String text) implements Block {}

  /** A heading inside a section. */
  record Heading(String text) implements Block {}

  /** What follows begins on a new page, where there are pages. */
  record PageBreak() implements Block {}

  /**
   * Lines to sign on.
   *
   * @param caption what is signed
   */
  record Signatures(String caption, List<Signer> signers) implements Block {
    /** Copies the list. */
    public Signatures {
      signers = List.copyOf(signers);
    }

    /** Who signs; what is not known yet is empty and is filled in by hand. */
    public record Signer(String role, String name, String signature, String date) {}

    /** The lines as a table. */
    public Table table() {
      return new Table(
          caption,
          List.of(
              new Column("Role", false, 0),
              new Column("Name", false, 0),
              new Column("Signature", false, 0),
              new Column("Date", false, 0)),
          signers.stream()
              .map(
                  signer ->
                      new Row(
                          List.of(
                              Cell.of(signer.role()),
                              Cell.of(signer.name()),
                              Cell.of(signer.signature()),
                              Cell.of(signer.date())),
                          false))
              .toList());
    }
  }

  /** Blocks for those who want to know more; left out where there is little room. */
  record Folded(String title, List<Block> blocks) implements Block {
    /** Copies the list. */
    public Folded {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * A list of sentences; each with a name (which may be empty), a tone and finer points.
   *
   * @param folded whether the finer points are only for those who want to know more
   */
  record Listing(List<Item> items, boolean folded) implements Block {
    /** Copies the list. */
    public Listing {
      items = List.copyOf(items);
    }

    /** One entry. */
    public record Item(String name, String text, Tone tone, List<String> details) {
      /** Copies the list. */
      public Item {
        details = List.copyOf(details);
      }
    }
  }

  /** A few numbers that say the most. */
  record KeyFigures(List<KeyFigure> figures) implements Block {
    /** Copies the list. */
    public KeyFigures {
      figures = List.copyOf(figures);
    }

    /** A number with what it means. */
    public record KeyFigure(String value, String label, Tone tone) {}
  }

  /**
   * A table; its first column names the row.
   *
   * @param caption what it shows
   */
  record Table(String caption, List<Column> columns, List<Row> rows) implements Block {
    /** Copies the lists. */
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A column.
   *
   * @param numeric whether its cells stand to the right
   * @param weight 0 if it must be shown; the greatest is dropped first where there is little room
   */
  record Column(String name, boolean numeric, int weight) {}

  /**
   * A row.
   *
   * @param sub whether it belongs to the row above
   */
  record Row(List<Cell> cells, boolean sub) {
    /** Copies the list. */
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell.
   *
   * @param spark the course of a figure, which stands in place of the text
   */
  record Cell(String text, Tone tone, Optional<Spark> spark) {
    /** A cell of plain text. */
    public static Cell of(String text) {
      return new Cell(text, Tone.PLAIN, Optional.empty());
    }

    /** A cell with a meaning. */
    public static Cell of(String text, Tone tone) {
      return new Cell(text, tone, Optional.empty());
    }

    /** A cell that shows a course. */
    public static Cell of(Spark spark) {
      return new Cell("", Tone.PLAIN, Optional.of(spark));
    }
  }

  /** The course of a figure; a period without one is a gap. */
  record Spark(List<Optional<BigDecimal>> values, String words) {
    /** Copies the list. */
    public Spark {
      values = List.copyOf(values);
    }
  }

  /**
   * A figure over the periods, against its bound.
   *
   * @param id unique in the document
   * @param unit of the values: {@code %}, {@code hours}; may be empty
   */
  record TrendChart(String id, String title, String unit, List<TrendPoint> points)
      implements Block {
    /** Copies the list. */
    public TrendChart {
      points = List.copyOf(points);
    }
  }

  /**
   * One period of a trend.
   *
   * @param value in the unit of the chart
   * @param bound the bound in the unit of the chart
   */
  record TrendPoint(
      String period,
      Optional<BigDecimal> value,
      String shown,
      Optional<BigDecimal> bound,
      String boundShown,
      Tone tone,
      String status) {}

  /**
   * Shares of a whole, a bar for each row.
   *
   * @param names whose the parts are, in order
   */
  record ShareBars(String id, String title, List<PartyName> names, List<BarRow> rows)
      implements Block {
    /** Copies the lists. */
    public ShareBars {
      names = List.copyOf(names);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A party in a chart.
   *
   * @param color 0 the customer, 1 the provider, from 2 on third parties, {@value #NOBODY} nobody,
   *     {@value #UNASSIGNED} unassigned
   */
  record PartyName(String name, int color) {
    /** The color of time that is nobody's. */
    public static final int NOBODY = 8;

    /** The color of time under no hold and no stage. */
    public static final int UNASSIGNED = 9;
  }

  /**
   * One bar.
   *
   * @param parts one for each name, shares of 1
   * @param beside what stands beside the bar, by heading
   */
  record BarRow(String label, List<BarPart> parts, List<Document.Fact> beside) {
    /** Copies the lists. */
    public BarRow {
      parts = List.copyOf(parts);
      beside = List.copyOf(beside);
    }
  }

  /** A part of a bar. */
  record BarPart(BigDecimal share, String shown) {}

  /**
   * One case as a line of whose turn it was when.
   *
   * @param pieces in order of time, without gaps
   * @param limitAt where on the line the limit ran out, from 0 to 1, if it did
   */
  record Timeline(
      String id, String title, List<Piece> pieces, Optional<BigDecimal> limitAt, String limitWords)
      implements Block {
    /** Copies the list. */
    public Timeline {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * A piece of a timeline.
   *
   * @param from where on the line it begins, 0 to 1
   * @param until where it ends, 0 to 1
   */
  record Piece(
      BigDecimal from,
      BigDecimal until,
      PartyName party,
      String turn,
      String fromShown,
      String untilShown,
      String lengthShown,
      String openShown,
      boolean counted) {}

  /**
   * Prose as it was and as it is.
   *
   * @param name what it is; may be empty
   * @param words none: the name is a heading of what follows
   */
  record Redline(String name, List<Words> words) implements Block {
    /** Copies the list. */
    public Redline {
      words = List.copyOf(words);
    }

    /** Words that stay, that are struck or that are inserted. */
    public record Words(Change change, String text) {}

    /** What happened to words. */
    public enum Change {
      /** They stand in both. */
      SAME,
      /** They stand in the earlier text alone. */
      STRUCK,
      /** They stand in the later text alone. */
      INSERTED
    }
  }
}
