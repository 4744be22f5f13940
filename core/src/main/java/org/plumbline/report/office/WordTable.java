package org.plumbline.report.office;

import org.plumbline.report.Block;

/** A table in a Word document, with its caption; the header row is marked and repeats. */
final class WordTable {

  /** The height of a row that is filled in by hand, in twips. */
  private static final int TALL = 760;

  private static final int NO_ROOM = 0;

  private final Xml xml;
  private final PaperTable paper;
  private boolean keep;

  WordTable(Xml xml, PaperTable paper) {
    this.xml = xml;
    this.paper = paper;
  }

  void write() {
    table(NO_ROOM);
  }

  /** With room in each row to write in by hand. */
  void tall() {
    table(TALL);
  }

  private void table(int height) {
    Block.Table table = paper.table();
    xml.raw("<w:p><w:pPr><w:pStyle w:val=\"Caption\"/></w:pPr><w:r>")
        .element("w:t", table.caption())
        .raw("</w:r></w:p><w:tbl><w:tblPr><w:tblStyle w:val=\"Figures\"/><w:tblW w:w=\"")
        .raw(WordDocument.WIDTH + "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>")
        .raw("<w:tblLook w:val=\"00A0\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"1\"")
        .raw(" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\"")
        .text(table.caption())
        .raw("\"/></w:tblPr><w:tblGrid>");
    paper.widths().forEach(width -> xml.raw("<w:gridCol w:w=\"" + width + "\"/>"));
    xml.raw("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    keep = !table.rows().isEmpty();
    for (int n = 0; n < paper.columns().size(); n++) {
      Block.Column column = table.columns().get(paper.columns().get(n));
      cell(n, column.numeric(), "", column.name());
    }
    xml.raw("</w:tr>");
    for (int r = 0; r < table.rows().size(); r++) {
      Block.Row row = table.rows().get(r);
      keep = PaperTable.isSmall(table) && r < table.rows().size() - 1;
      xml.raw("<w:tr><w:trPr><w:cantSplit/>")
          .raw(height > 0 ? "<w:trHeight w:val=\"" + height + "\" w:hRule=\"atLeast\"/>" : "")
          .raw("</w:trPr>");
      for (int n = 0; n < paper.columns().size(); n++) {
        row(row, n);
      }
      xml.raw("</w:tr>");
    }
    xml.raw("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"After\"/></w:pPr></w:p>");
  }

  private void row(Block.Row row, int n) {
    int column = paper.columns().get(n);
    Block.Cell cell = row.cells().get(column);
    Ink ink = Ink.of(cell.tone());
    String properties = ink == Ink.PLAIN ? "" : "<w:b/><w:color w:val=\"" + ink.color() + "\"/>";
    if (row.sub() && n == 0) {
      properties = "<w:b w:val=\"0\"/>";
    }
    boolean numeric = paper.table().columns().get(column).numeric();
    String text = ink.marked(numeric ? cell.text().replace(' ', '\u00a0') : cell.text());
    cell(n, numeric, properties, row.sub() && n == 0 ? "– " + text : text);
  }

  private void cell(int n, boolean numeric, String properties, String text) {
    xml.raw("<w:tc><w:tcPr><w:tcW w:w=\"" + paper.widths().get(n) + "\" w:type=\"dxa\"/></w:tcPr>")
        .raw("<w:p><w:pPr><w:pStyle w:val=\"Cell\"/>" + (keep ? "<w:keepNext/>" : ""))
        .raw(numeric ? "<w:jc w:val=\"right\"/>" : "")
        .raw("</w:pPr>");
    if (!text.isEmpty()) {
      xml.raw("<w:r>" + (properties.isEmpty() ? "" : "<w:rPr>" + properties + "</w:rPr>"))
          .element("w:t xml:space=\"preserve\"", text)
          .raw("</w:r>");
    }
    xml.raw("</w:p></w:tc>");
  }
}
