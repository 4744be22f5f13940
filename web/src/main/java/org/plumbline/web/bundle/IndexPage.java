package org.plumbline.web.bundle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** The page from which all of a bundle is found: tables in words, and the files beside them. */
final class IndexPage {

  /** Characters of a value that a table shows; the whole stands in the file of JSON. */
  private static final int SHOWN = 600;

  private final StringBuilder page = new StringBuilder();
  private final Map<String, String> names;
  private final Map<String, String> rows = new HashMap<>();

  private IndexPage(Map<String, String> names) {
    this.names = names;
  }

  /**
   * The page.
   *
   * @param head what is said above, a paragraph each
   * @param files their paths
   */
  static String of(
      String title,
      List<String> head,
      List<String> files,
      List<KeptTable> tables,
      Map<String, String> names) {
    return new IndexPage(names).page(title, head, files, tables);
  }

  private String page(String title, List<String> head, List<String> files, List<KeptTable> tables) {
    page.append("<!DOCTYPE html>\n<html lang=\"en-US\"><head><meta charset=\"utf-8\"><title>")
        .append(safe(title))
        .append(
            "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .append(
            """

            <style>body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem}
            table{border-collapse:collapse;font-size:.85rem}th,td{border:1px solid #71767a;padding:.25rem .5rem;text-align:left;vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere;min-width:5rem}
            .scroll{overflow-x:auto}</style></head><body><main>
            """)
        .append("<h1>")
        .append(safe(title))
        .append("</h1>\n");
    head.forEach(each -> page.append("<p>").append(safe(each)).append("</p>\n"));
    page.append("<h2 id=\"files\">Files</h2>\n<ul>\n");
    files.forEach(
        path ->
            page.append("<li><a href=\"")
                .append(safe(address(path)))
                .append("\">")
                .append(safe(path))
                .append("</a></li>\n"));
    page.append("</ul>\n<h2>What was kept</h2>\n<ul>\n");
    for (KeptTable table : tables) {
      page.append(
          "<li><a href=\"#t-%s\">%s</a>: %d</li>\n"
              .formatted(table.name(), words(table.name()), table.rows().size()));
      for (JsonNode row : table.rows()) {
        if (row.hasNonNull("id")) {
          rows.put(row.get("id").asString(), words(table.name()));
        }
      }
    }
    page.append("</ul>\n");
    tables.forEach(this::table);
    return page.append("</main></body></html>\n").toString();
  }

  private void table(KeptTable table) {
    page.append("<h3 id=\"t-%s\">%s</h3>\n".formatted(table.name(), words(table.name())));
    page.append("<p>").append(safe(table.meaning())).append("</p>\n");
    page.append(
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"t-%s\"><table><thead><tr>"
            .formatted(table.name()));
    table
        .columns()
        .forEach(each -> page.append("<th scope=\"col\">").append(words(each)).append("</th>"));
    page.append("</tr></thead><tbody>\n");
    for (JsonNode row : table.rows()) {
      page.append(
          row.hasNonNull("id")
              ? "<tr id=\"%s\">".formatted(safe(row.get("id").asString()))
              : "<tr>");
      for (String column : table.columns()) {
        page.append("<td>").append(cell(row.get(column))).append("</td>");
      }
      page.append("</tr>\n");
    }
    page.append("</tbody></table></div>\n");
  }

  private String cell(@org.jspecify.annotations.Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return "";
    }
    String text = value.isString() ? value.asString() : value.toString();
    if (names.containsKey(text)) {
      return safe(names.get(text));
    }
    if (rows.containsKey(text)) {
      return "<a href=\"#%s\">%s</a>".formatted(text, safe(rows.get(text)));
    }
    return safe(text.length() > SHOWN ? text.substring(0, SHOWN) + " …" : text);
  }

  private static String words(String name) {
    String words = name.replace('_', ' ');
    return safe(words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1));
  }

  private static String address(String path) {
    return new org.springframework.web.util.UriTemplate("{path}")
        .expand(path)
        .toString()
        .replace("%2F", "/");
  }

  private static String safe(@org.jspecify.annotations.Nullable String text) {
    return HtmlUtils.htmlEscape(text == null ? "" : text, "UTF-8");
  }
}
