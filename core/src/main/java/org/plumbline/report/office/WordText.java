package org.plumbline.report.office;

import org.plumbline.report.Block;

/** Running text of a Word document: paragraphs in styles, lists, words struck and inserted. */
final class WordText {

  private final Xml xml;
  private boolean onNewPage;

  WordText(Xml xml) {
    this.xml = xml;
  }

  /** A paragraph in a style. */
  void paragraph(String style, String text) {
    open(style);
    run("", text);
    close();
  }

  /** Running text; what stands on lines of its own stays on them. */
  void prose(String text) {
    for (String line : text.split("\n", -1)) {
      if (!line.isBlank()) {
        paragraph("Normal", line.strip());
      }
    }
  }

  void keyFigure(Block.KeyFigures.KeyFigure figure) {
    Ink ink = Ink.of(figure.tone());
    open("KeyFigure");
    run(
        "<w:b/><w:color w:val=\"" + ink.color() + "\"/><w:sz w:val=\"30\"/>",
        ink.marked(figure.value()));
    run("", "  " + figure.label());
    close();
  }

  void listing(Block.Listing listing) {
    String last = "";
    for (Block.Listing.Item item : listing.items()) {
      if (PaperTable.isBrief(item)) {
        open("ListBullet");
        run("<w:b/>", item.name());
        run("", ": " + item.text());
        close();
        continue;
      }
      if (!item.name().isEmpty() && !item.name().equals(last)) {
        Ink ink = Ink.of(item.tone());
        open("ItemName");
        run("<w:color w:val=\"" + ink.color() + "\"/>", ink.marked(item.name()));
        close();
      }
      last = item.name();
      if (!item.text().isEmpty()) {
        paragraph(item.name().isEmpty() ? "ListBullet" : "Normal", item.text());
      }
      item.details().forEach(detail -> paragraph("Detail", detail));
    }
  }

  void redline(Block.Redline redline) {
    if (redline.words().isEmpty()) {
      paragraph("Heading2", redline.name());
      return;
    }
    open("Normal");
    if (!redline.name().isEmpty()) {
      run("<w:b/>", redline.name() + " ");
    }
    for (Block.Redline.Words words : redline.words()) {
      switch (words.change()) {
        case SAME -> run("", words.text() + " ");
        case STRUCK -> run("<w:strike/><w:color w:val=\"A3160F\"/>", words.text() + " ");
        case INSERTED ->
            run("<w:b/><w:color w:val=\"14602B\"/><w:u w:val=\"single\"/>", words.text() + " ");
      }
    }
    close();
  }

  /** The next paragraph begins a page; a page that is full has no empty one behind it. */
  void newPage() {
    onNewPage = true;
  }

  private void open(String style) {
    xml.raw("<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/>")
        .raw(onNewPage ? "<w:pageBreakBefore/></w:pPr>" : "</w:pPr>");
    onNewPage = false;
  }

  private void close() {
    xml.raw("</w:p>");
  }

  private void run(String properties, String text) {
    xml.raw("<w:r>")
        .raw(properties.isEmpty() ? "" : "<w:rPr>" + properties + "</w:rPr>")
        .element("w:t xml:space=\"preserve\"", text)
        .raw("</w:r>");
  }
}
