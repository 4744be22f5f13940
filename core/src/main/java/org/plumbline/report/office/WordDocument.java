package org.plumbline.report.office;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.report.Block;
import org.plumbline.report.DataTables;
import org.plumbline.report.Document;

/**
 * A document for Word: headings as styles, header rows that repeat, charts that can be edited, each
 * with its numbers as a table and in words.
 */
public final class WordDocument {

  /** Twips between the margins of a page. */
  static final int WIDTH = 9936;

  /** Characters of a table's line. */
  static final int CHARACTERS = 104;

  private final Xml body = new Xml();
  private final List<ChartXml> charts = new ArrayList<>();
  private final WordText text = new WordText(body);
  private boolean explained;

  private WordDocument() {}

  /**
   * The file.
   *
   * @param made when it was made; the file says so
   */
  public static byte[] write(Document document, Instant made) {
    WordDocument word = new WordDocument();
    word.document(document);
    return WordPackage.of(document, made, word.body.toString(), word.charts);
  }

  private void document(Document document) {
    text.paragraph("Title", document.title());
    text.paragraph("Subtitle", document.subtitle());
    for (Document.Section section : document.sections()) {
      text.paragraph("Heading1", section.title());
      if (!section.lead().isEmpty()) {
        text.paragraph("Lead", section.lead());
      }
      section.blocks().forEach(this::block);
    }
    text.paragraph("Heading1", "About this document");
    table(facts(document.facts()), CHARACTERS);
  }

  /** Facts as a table of names and values. */
  static Block.Table facts(List<Document.Fact> facts) {
    return new Block.Table(
        "What this document is, and how to verify it",
        List.of(new Block.Column("What", false, 0), new Block.Column("This document", false, 0)),
        facts.stream()
            .map(
                fact ->
                    new Block.Row(
                        List.of(Block.Cell.of(fact.name()), Block.Cell.of(fact.value())), false))
            .toList());
  }

  private void block(Block block) {
    if (block instanceof Block.Paragraph paragraph) {
      text.prose(paragraph.text());
    } else if (block instanceof Block.Heading heading) {
      text.paragraph("Heading2", heading.text());
    } else if (block instanceof Block.PageBreak) {
      text.newPage();
    } else if (block instanceof Block.KeyFigures figures) {
      figures.figures().forEach(text::keyFigure);
    } else if (block instanceof Block.Listing listing) {
      text.listing(listing);
    } else if (block instanceof Block.Table table) {
      table(table, CHARACTERS);
    } else if (block instanceof Block.Signatures signatures) {
      new WordTable(body, PaperTable.toSign(signatures, WIDTH)).tall();
    } else if (block instanceof Block.TrendChart chart) {
      chart(chart.title(), ChartXml.of(chart), 5);
      table(DataTables.of(chart), CHARACTERS);
    } else if (block instanceof Block.ShareBars bars) {
      chart(bars.title(), ChartXml.of(bars), 3 + bars.rows().size() / 2);
      table(DataTables.of(bars), CHARACTERS);
    } else if (block instanceof Block.Timeline line) {
      table(DataTables.of(line), CHARACTERS);
    } else if (block instanceof Block.Redline redline) {
      text.redline(redline);
    } else if (block instanceof Block.Folded folded) {
      text.paragraph("Heading2", folded.title());
      folded.blocks().forEach(this::block);
    }
  }

  private void table(Block.Table table, int characters) {
    if (!explained && isMarked(table)) {
      text.paragraph("Lead", Ink.legend());
      explained = true;
    }
    new WordTable(body, PaperTable.of(table, characters, WIDTH)).write();
  }

  static boolean isMarked(Block.Table table) {
    return table.rows().stream()
        .flatMap(row -> row.cells().stream())
        .anyMatch(cell -> Ink.of(cell.tone()) != Ink.PLAIN && !cell.text().isEmpty());
  }

  /** A chart with its title above it. */
  private void chart(String title, ChartXml chart, int centimeters) {
    charts.add(chart);
    int number = charts.size();
    text.paragraph("ChartTitle", title);
    body.raw("<w:p><w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\"")
        .raw(" distL=\"0\" distR=\"0\"><wp:extent cx=\"" + WIDTH * 635 + "\" cy=\"")
        .raw(Math.min(16, centimeters) * 360_000 + "\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\"")
        .raw(" b=\"0\"/><wp:docPr id=\"" + number + "\" name=\"Chart " + number + "\" descr=\"")
        .text(chart.words())
        .raw("\"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData")
        .raw(" uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart r:id=\"")
        .raw("chart" + number + "\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>")
        .raw("</w:p>");
  }
}
