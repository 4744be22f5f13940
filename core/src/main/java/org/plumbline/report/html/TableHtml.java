package org.plumbline.report.html;

import java.util.List;
import java.util.Locale;
import org.plumbline.report.Block;
import org.plumbline.report.Tone;

/** A table with caption and scoped headers, in a region that scrolls where it is too wide. */
final class TableHtml {

  private static final char NO_BREAK = '\u00a0';

  private final Html html;

  TableHtml(Html html) {
    this.html = html;
  }

  void write(Block.Table table) {
    html.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
        .text(table.caption())
        .raw("\"><table><caption>")
        .text(table.caption())
        .raw("</caption><thead><tr>");
    for (Block.Column column : table.columns()) {
      html.element("th scope=\"col\"" + (column.numeric() ? " class=\"n\"" : ""), column.name());
    }
    html.raw("</tr></thead><tbody>\n");
    for (Block.Row row : table.rows()) {
      html.raw(row.sub() ? "<tr class=\"sub\">" : "<tr>");
      for (int i = 0; i < row.cells().size(); i++) {
        cell(table.columns(), row.cells().get(i), i);
      }
      html.raw("</tr>\n");
    }
    html.raw("</tbody></table></div>\n");
  }

  private void cell(List<Block.Column> columns, Block.Cell cell, int column) {
    if (column == 0) {
      html.element("th scope=\"row\"", cell.text());
      return;
    }
    boolean numeric = columns.get(column).numeric();
    html.raw(numeric ? "<td class=\"n\">" : "<td>");
    if (cell.spark().isPresent()) {
      SparkSvg.write(html, cell.spark().get());
    } else {
      toned(html, cell.tone(), numeric ? together(cell.text()) : cell.text());
    }
    html.raw("</td>");
  }

  /** A number and its unit on one line; what stands behind it in brackets may go to the next. */
  private static String together(String number) {
    return number.replace(' ', NO_BREAK).replace(NO_BREAK + "(", " (");
  }

  /** Text with the mark of its tone, which says in words what color and mark say. */
  static void toned(Html html, Tone tone, String text) {
    if (tone == Tone.PLAIN || text.isEmpty()) {
      html.text(text);
      return;
    }
    html.raw("<span class=\"tone t-" + tone.name().toLowerCase(Locale.ROOT) + "\">")
        .raw("<span class=\"mark\" aria-hidden=\"true\">")
        .text(tone.mark())
        .raw("</span><span class=\"hidden\">")
        .text(words(tone))
        .raw(" </span>")
        .text(text)
        .raw("</span>");
  }

  private static String words(Tone tone) {
    return switch (tone) {
      case GOOD -> "met:";
      case FAIR -> "below expected:";
      case BAD -> "not met:";
      case OPEN -> "not settled:";
      case UNKNOWN -> "cannot be said:";
      case QUIET -> "not judged:";
      case PLAIN -> "";
    };
  }
}
