package org.plumbline.report.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.report.Block;
import org.plumbline.report.DataTables;
import org.plumbline.report.Document;

/** A document as XHTML for paper, which is laid out as PDF; charts are drawn where they stand. */
final class PrintHtml {

  private static final int CHARACTERS = 104;
  private static final int THOUSANDTHS = 1000;

  private final Xml html = new Xml();
  private final List<Block> charts = new ArrayList<>();
  private boolean explained;

  private PrintHtml() {}

  static PrintHtml of(Document document) {
    PrintHtml print = new PrintHtml();
    print.document(document);
    return print;
  }

  String text() {
    return html.toString();
  }

  /** The charts, in the order of the numbers by which the text names them. */
  List<Block> charts() {
    return charts;
  }

  private void document(Document document) {
    html.raw("<html lang=\"en-US\"><head>")
        .element("title", document.title() + ": " + document.subtitle())
        .element(
            "meta name=\"description\" content=\"" + Xml.escaped(document.subtitle()) + "\"", "")
        .raw("<style>")
        .raw(WordPackage.resource("print.css"))
        .raw(margins(document))
        .raw("</style><bookmarks>");
    for (Document.Section section : document.sections()) {
      html.raw("<bookmark name=\"")
          .text(section.title())
          .raw("\" href=\"#" + section.id() + "\"/>");
    }
    html.raw("<bookmark name=\"About this document\" href=\"#about\"/>")
        .raw("</bookmarks></head><body>")
        .element("h1 class=\"title\"", document.title())
        .element("p class=\"subtitle\"", document.subtitle());
    for (Document.Section section : document.sections()) {
      html.element("h2 id=\"" + section.id() + "\"", section.title());
      if (!section.lead().isEmpty()) {
        html.element("p class=\"lead\"", section.lead());
      }
      section.blocks().forEach(this::block);
    }
    html.element("h2 id=\"about\"", "About this document");
    table(WordDocument.facts(document.facts()), "");
    html.raw("</body></html>");
  }

  /** What stands in the margins of each page. */
  private static String margins(Document document) {
    Optional<String> marking = document.marking().map(PrintHtml::quoted);
    String bold = "font-weight: bold; font-size: 9pt; color: #1b1b1b;";
    String small = "font-size: 7.5pt;";
    String page = "\"Page \" counter(page) \" of \" counter(pages)";
    return "@page { "
        + margin("top-left", quoted(document.title()), 130, "left", small)
        + marking.map(text -> margin("top-right", text, 45, "right", bold)).orElse("")
        + margin("bottom-left", quoted(Stamp.of(document)), 105, "left", "font-size: 6.5pt;")
        + marking
            .map(text -> margin("bottom-right", text + " \"   \" " + page, 70, "right", bold))
            .orElseGet(() -> margin("bottom-right", page, 70, "right", small))
        + "}";
  }

  private static String margin(String box, String content, int width, String to, String look) {
    return "@"
        + box
        + " { font-family: \"Liberation Sans\"; color: #4a5058; content: "
        + content
        + "; width: "
        + width
        + "mm; text-align: "
        + to
        + "; "
        + look
        + " } ";
  }

  private static String quoted(String text) {
    String clean = org.plumbline.report.PlainText.clean(text);
    return "\""
        + clean
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("<", "\\3c ")
            .replace("&", "\\26 ")
        + "\"";
  }

  private void block(Block block) {
    if (block instanceof Block.Paragraph paragraph) {
      prose(paragraph.text());
    } else if (block instanceof Block.Heading heading) {
      html.element("h3", heading.text());
    } else if (block instanceof Block.PageBreak) {
      html.raw("<div class=\"break\"></div>");
    } else if (block instanceof Block.KeyFigures figures) {
      figures.figures().forEach(this::keyFigure);
    } else if (block instanceof Block.Listing listing) {
      listing(listing);
    } else if (block instanceof Block.Table table) {
      table(table, "");
    } else if (block instanceof Block.Signatures signatures) {
      table(PaperTable.toSign(signatures, THOUSANDTHS), " class=\"tall\"");
    } else if (block instanceof Block.TrendChart chart) {
      chart(chart, chart.title(), ChartXml.of(chart).words(), 38, DataTables.of(chart));
    } else if (block instanceof Block.ShareBars bars) {
      int height = 16 + 6 * bars.rows().size();
      chart(bars, bars.title(), ChartXml.of(bars).words(), height, DataTables.of(bars));
    } else if (block instanceof Block.Timeline line) {
      table(DataTables.of(line), "");
    } else if (block instanceof Block.Redline redline) {
      redline(redline);
    } else if (block instanceof Block.Folded folded) {
      html.element("h3", folded.title());
      folded.blocks().forEach(this::block);
    }
  }

  private void prose(String text) {
    for (String line : text.split("\n", -1)) {
      if (!line.isBlank()) {
        html.element("p", line.strip());
      }
    }
  }

  private void keyFigure(Block.KeyFigures.KeyFigure figure) {
    html.raw("<p class=\"key\">")
        .element(
            "strong class=\"" + style(figure.tone()) + "\"",
            Ink.of(figure.tone()).marked(figure.value()))
        .text("  " + figure.label())
        .raw("</p>");
  }

  private static String style(org.plumbline.report.Tone tone) {
    return "t-" + tone.name().toLowerCase(Locale.ROOT);
  }

  private void listing(Block.Listing listing) {
    String last = "";
    boolean open = false;
    for (Block.Listing.Item item : listing.items()) {
      boolean named = !item.name().isEmpty() && !PaperTable.isBrief(item);
      if (named == open) {
        html.raw(open ? "</ul>" : "<ul>");
        open = !open;
      }
      if (named && !item.name().equals(last)) {
        html.element(
            "p class=\"name " + style(item.tone()) + "\"", Ink.of(item.tone()).marked(item.name()));
      }
      last = item.name();
      if (PaperTable.isBrief(item)) {
        html.raw("<li>").element("strong", item.name()).text(": " + item.text()).raw("</li>");
      } else if (!item.text().isEmpty()) {
        html.element(named ? "p" : "li", item.text());
      }
      if (!item.details().isEmpty() && named) {
        html.raw("<ul class=\"details\">");
        item.details().forEach(detail -> html.element("li", detail));
        html.raw("</ul>");
      } else {
        item.details().forEach(detail -> html.element("li class=\"detail\"", detail));
      }
    }
    html.raw(open ? "</ul>" : "");
  }

  private void redline(Block.Redline redline) {
    if (redline.words().isEmpty()) {
      html.element("h3", redline.name());
      return;
    }
    html.raw("<p>");
    if (!redline.name().isEmpty()) {
      html.element("strong", redline.name()).raw(" ");
    }
    for (Block.Redline.Words words : redline.words()) {
      switch (words.change()) {
        case SAME -> html.text(words.text());
        case STRUCK -> html.element("span class=\"struck\"", words.text());
        case INSERTED -> html.element("span class=\"inserted\"", words.text());
      }
      html.raw(" ");
    }
    html.raw("</p>");
  }

  private void chart(
      Block chart, String title, String words, int millimeters, Block.Table numbers) {
    html.raw(PaperTable.isSmall(numbers) ? "<div class=\"keep\">" : "<div>")
        .element("h3 class=\"chart\"", title)
        .raw("<object type=\"plumbline/chart\" data=\"" + charts.size() + "\" title=\"")
        .text(words)
        .raw("\" alt=\"")
        .text(words)
        .raw("\" style=\"width: 175mm; height: " + Math.min(150, millimeters) + "mm\"></object>");
    charts.add(chart);
    table(numbers, "");
    html.raw("</div>");
  }

  private void table(Block.Table table, String attributes) {
    table(PaperTable.of(table, CHARACTERS, THOUSANDTHS), attributes);
  }

  private void table(PaperTable paper, String attributes) {
    Block.Table table = paper.table();
    if (!explained && WordDocument.isMarked(table)) {
      html.element("p class=\"lead\"", Ink.legend());
      explained = true;
    }
    html.raw(PaperTable.isSmall(table) ? "<div class=\"keep\">" : "<div>")
        .element("p class=\"caption\"", table.caption())
        .raw("<table" + attributes + "><thead><tr>");
    for (int n = 0; n < paper.columns().size(); n++) {
      Block.Column column = table.columns().get(paper.columns().get(n));
      html.element(
          "th scope=\"col\""
              + (column.numeric() ? " class=\"n\"" : "")
              + " style=\"width: "
              + paper.widths().get(n) / 10
              + "."
              + paper.widths().get(n) % 10
              + "%\"",
          column.name());
    }
    html.raw("</tr></thead><tbody>");
    for (Block.Row row : table.rows()) {
      html.raw(row.sub() ? "<tr class=\"sub\">" : "<tr>");
      paper.columns().forEach(column -> cell(table, row, column));
      html.raw("</tr>");
    }
    html.raw("</tbody></table></div>");
  }

  private void cell(Block.Table table, Block.Row row, int column) {
    Block.Cell cell = row.cells().get(column);
    boolean numeric = table.columns().get(column).numeric();
    String text =
        Ink.of(cell.tone()).marked(numeric ? cell.text().replace(' ', '\u00a0') : cell.text());
    String classes = (numeric ? "n " : "") + (cell.text().isEmpty() ? "" : style(cell.tone()));
    html.element((column == 0 ? "th scope=\"row\"" : "td") + " class=\"" + classes + "\"", text);
  }
}
