package org.plumbline.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.plumbline.report.Block;
import org.plumbline.report.Document;

/**
 * A document as one HTML file: no script, no request to anywhere, readable on a phone, on paper and
 * with a screen reader (WCAG 2.2 AA).
 */
public final class HtmlReport {

  private static final String STYLE = "report.css";
  private static final String FOOTER =
      "Every figure can be recomputed from the records and the version named above, and"
          + " followed down to one record.";

  private final Html html = new Html();
  private final String footer;

  private HtmlReport(String footer) {
    this.footer = footer;
  }

  /** The HTML text of a document of figures. */
  public static String render(Document document) {
    return render(document, FOOTER);
  }

  /**
   * The HTML text.
   *
   * @param footer what stands below the last section
   */
  public static String render(Document document, String footer) {
    HtmlReport report = new HtmlReport(footer);
    report.document(document);
    return report.html.toString();
  }

  /**
   * The sections alone, for a page that has its own head, style and first heading; the style is
   * that of {@code report.css}.
   */
  public static String content(Document document) {
    HtmlReport report = new HtmlReport("");
    report.facts(document);
    report.contents(document.sections());
    document.sections().forEach(report::section);
    return report.html.toString();
  }

  private void document(Document document) {
    html.raw("<!DOCTYPE html>\n<html lang=\"en-US\">\n<head>\n<meta charset=\"utf-8\">\n")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
        .raw(" style-src 'unsafe-inline'\">\n")
        .raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
        .element("title", document.title() + ": " + document.subtitle())
        .raw("\n<style>\n")
        .raw(style())
        .raw("</style>\n</head>\n<body>\n")
        .raw("<a class=\"skip\" href=\"#main\">Skip to the results</a>\n")
        .raw("<header>\n");
    document.marking().ifPresent(marking -> html.element("p class=\"marking\"", marking));
    html.element("h1", document.title()).element("p class=\"subtitle\"", document.subtitle());
    facts(document);
    html.raw("</header>\n");
    contents(document.sections());
    html.raw("<main id=\"main\" tabindex=\"-1\">\n");
    document.sections().forEach(this::section);
    html.raw("</main>\n<footer>\n").element("p", footer);
    document.marking().ifPresent(marking -> html.element("p class=\"marking end\"", marking));
    html.raw("</footer>\n</body>\n</html>\n");
  }

  private void facts(Document document) {
    html.raw("\n<dl class=\"facts\">\n");
    for (Document.Fact fact : document.facts()) {
      html.raw("<div>").element("dt", fact.name()).element("dd", fact.value()).raw("</div>\n");
    }
    html.raw("</dl>\n");
  }

  private void contents(List<Document.Section> sections) {
    html.raw("<nav aria-label=\"Contents\"><ul>\n");
    for (Document.Section section : sections) {
      html.raw("<li>").element("a href=\"#" + section.id() + "\"", section.title()).raw("</li>\n");
    }
    html.raw("</ul></nav>\n");
  }

  private void section(Document.Section section) {
    html.raw("<section id=\"" + section.id() + "\" aria-labelledby=\"h-" + section.id() + "\">\n")
        .element("h2 id=\"h-" + section.id() + "\"", section.title());
    if (!section.lead().isEmpty()) {
      html.element("p class=\"lead\"", section.lead());
    }
    boolean cards = false;
    for (Block block : section.blocks()) {
      boolean card = block instanceof Block.TrendChart;
      html.raw(card == cards ? "" : card ? "<div class=\"cards\">\n" : "</div>\n");
      block(block);
      cards = card;
    }
    html.raw(cards ? "</div>\n" : "").raw("</section>\n");
  }

  private void block(Block block) {
    if (block instanceof Block.Paragraph paragraph) {
      html.element("p", paragraph.text()).raw("\n");
    } else if (block instanceof Block.Heading heading) {
      html.element("h3", heading.text()).raw("\n");
    } else if (block instanceof Block.Signatures signatures) {
      new TableHtml(html).write(signatures.table());
    } else if (block instanceof Block.KeyFigures figures) {
      keyFigures(figures);
    } else if (block instanceof Block.Listing listing) {
      listing(listing);
    } else if (block instanceof Block.Table table) {
      new TableHtml(html).write(table);
    } else if (block instanceof Block.TrendChart chart) {
      new TrendSvg(html).write(chart);
    } else if (block instanceof Block.ShareBars bars) {
      new BarsSvg(html).shares(bars);
    } else if (block instanceof Block.Timeline line) {
      new BarsSvg(html).timeline(line);
    } else if (block instanceof Block.Redline redline) {
      redline(redline);
    } else if (block instanceof Block.Folded folded) {
      html.raw("<details>").element("summary", folded.title());
      folded.blocks().forEach(this::block);
      html.raw("</details>\n");
    }
  }

  /**
   * Struck and inserted words, told apart by elements, by line and by words for those who listen.
   */
  private void redline(Block.Redline redline) {
    if (redline.words().isEmpty()) {
      html.element("h3", redline.name()).raw("\n");
      return;
    }
    html.raw("<p class=\"redline\">");
    if (!redline.name().isEmpty()) {
      html.element("strong", redline.name()).raw(" ");
    }
    for (Block.Redline.Words words : redline.words()) {
      switch (words.change()) {
        case SAME -> html.text(words.text());
        case STRUCK -> marked("del", "struck", words.text());
        case INSERTED -> marked("ins", "inserted", words.text());
      }
      html.raw(" ");
    }
    html.raw("</p>\n");
  }

  private void marked(String element, String said, String text) {
    html.raw("<" + element + "><span class=\"hidden\">" + said + ": </span>")
        .text(text)
        .raw("<span class=\"hidden\"> (end of " + said + ")</span></" + element + ">");
  }

  private void keyFigures(Block.KeyFigures figures) {
    if (figures.figures().isEmpty()) {
      return;
    }
    html.raw("<ul class=\"key\">\n");
    for (Block.KeyFigures.KeyFigure figure : figures.figures()) {
      html.raw("<li><strong class=\"t-")
          .raw(figure.tone().name().toLowerCase(java.util.Locale.ROOT))
          .raw("\"><span aria-hidden=\"true\">")
          .text(figure.tone().mark())
          .raw("</span> ")
          .text(figure.value())
          .raw("</strong> ")
          .element("span", figure.label())
          .raw("</li>\n");
    }
    html.raw("</ul>\n");
  }

  private void listing(Block.Listing listing) {
    html.raw("<ul class=\"list\">\n");
    String last = "";
    for (Block.Listing.Item item : listing.items()) {
      html.raw("<li>");
      boolean named = !item.name().isEmpty() && !item.name().equals(last);
      last = item.name();
      if (named) {
        html.raw("<p class=\"name\">");
        TableHtml.toned(html, item.tone(), item.name());
        html.raw("</p>");
      }
      html.element("p", item.text());
      if (!item.details().isEmpty()) {
        details(listing.folded(), item);
      }
      html.raw("</li>\n");
    }
    html.raw("</ul>\n");
  }

  private void details(boolean folded, Block.Listing.Item item) {
    html.raw(
        folded
            ? "<details><summary>What was promised, defaults said aloud<span class=\"hidden\">: "
                + Html.escaped(item.name())
                + "</span></summary>"
            : "");
    html.raw("<ul>");
    item.details().forEach(detail -> html.element("li", detail));
    html.raw("</ul>").raw(folded ? "</details>" : "");
  }

  private static String style() {
    try (InputStream stream =
        Objects.requireNonNull(HtmlReport.class.getResourceAsStream(STYLE), STYLE)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the style of the report", e);
    }
  }
}
