package org.plumbline.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tables of a Word text: free rows filled, rows added like the last free one; tables added. */
final class FilledRows {

  private static final Pattern TABLE = pattern("tbl");
  private static final Pattern ROW = pattern("tr");
  private static final Pattern CELL = pattern("tc");
  private static final Pattern LAST_PARAGRAPH =
      Pattern.compile(
          "<w:p(?=[\\s/>])(?:(?!<w:p[\\s/>]).)*(?<=</w:p>|/>)(?=</w:tc>$)", Pattern.DOTALL);

  private static final String CLOSE = "<w:pPr><w:spacing w:before=\"20\" w:after=\"20\"/></w:pPr>";
  private static final int NARROWEST = 12;
  private static final int WIDEST = 60;

  private FilledRows() {}

  /** An element that holds none of its kind. */
  private static Pattern pattern(String name) {
    return Pattern.compile(
        "<w:"
            + name
            + "(?=[\\s>])(?:(?!<w:"
            + name
            + "[\\s>])(?!</w:"
            + name
            + ">).)*+</w:"
            + name
            + ">",
        Pattern.DOTALL);
  }

  /**
   * The text with tables filled.
   *
   * @param filled the headings of tables that were filled are added to it
   */
  static String fill(
      String text, Function<List<String>, List<List<String>>> known, List<String> filled) {
    return TABLE.matcher(text).replaceAll(table -> quoted(table(table.group(), known, filled)));
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }

  private static String table(
      String table, Function<List<String>, List<List<String>>> known, List<String> filled) {
    List<MatchResult> rows = ROW.matcher(table).results().toList();
    if (rows.size() < 2) {
      return table;
    }
    List<String> headings =
        words(rows.get(0).group()).stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    List<List<String>> answers = known.apply(headings);
    List<MatchResult> free =
        rows.subList(1, rows.size()).stream()
            .filter(row -> words(row.group()).stream().allMatch(FilledRows::asks))
            .toList();
    if (answers.isEmpty() || free.isEmpty()) {
      return table;
    }
    filled.add(String.join(", ", headings));
    List<String> looks = // The first free row says how an answer looks.
        CELL.matcher(free.get(0).group()).results().map(MatchResult::group).toList();
    StringBuilder written = new StringBuilder();
    int copied = 0;
    int next = 0;
    for (MatchResult row : free) {
      written.append(table, copied, row.start());
      boolean last = row == free.get(free.size() - 1);
      if (next >= answers.size()) {
        written.append(row.group());
      }
      while (next < answers.size()) {
        written.append(row(row.group(), looks, answers.get(next++)));
        if (!last) {
          break;
        }
      }
      copied = row.end();
    }
    return written.append(table, copied, table.length()).toString();
  }

  /**
   * The text with the rows of tables filled by the names that stand in them, and rows added below
   * the last one for names that are lacking.
   *
   * @param told what was filled is added to it, in sentences
   */
  static String named(String text, RowAnswers known, List<String> told) {
    return TABLE.matcher(text).replaceAll(table -> quoted(named(table, known, told)));
  }

  private static String named(MatchResult found, RowAnswers known, List<String> told) {
    String table = found.group();
    List<MatchResult> rows = ROW.matcher(table).results().toList();
    if (rows.size() < 2 || !known.knows(words(rows.get(0).group()))) {
      return table;
    }
    List<String> headings = words(rows.get(0).group());
    StringBuilder written = new StringBuilder();
    List<List<String>> there = new ArrayList<>();
    int copied = 0;
    int filled = 0;
    for (MatchResult row : rows.subList(1, rows.size())) {
      List<String> cells = words(row.group());
      there.add(cells);
      List<Optional<String>> answers = known.cells(headings, cells);
      int[] column = {0};
      String answered =
          CELL.matcher(row.group())
              .replaceAll(
                  cell -> {
                    int at = column[0]++;
                    boolean takes =
                        at < answers.size()
                            && answers.get(at).isPresent()
                            && asks(RunText.WORD.words(cell.group()));
                    return quoted(
                        takes
                            ? cell(cell.group(), cell.group(), answers.get(at).get())
                            : cell.group());
                  });
      filled += answered.equals(row.group()) ? 0 : 1;
      written.append(table, copied, row.start()).append(answered);
      copied = row.end();
    }
    String last = rows.get(rows.size() - 1).group().replaceAll("<w:vMerge[^>]*/>", "");
    List<String> looks = CELL.matcher(last).results().map(MatchResult::group).toList();
    List<List<String>> lacking = known.lacking(headings, there);
    lacking.forEach(row -> written.append(row(last, looks, row)));
    if (filled > 0) {
      told.add("filled in: " + filled + (filled == 1 ? " row" : " rows"));
    }
    if (!lacking.isEmpty()) {
      told.add("added: " + lacking.size() + (lacking.size() == 1 ? " row" : " rows"));
    }
    return written.append(table, copied, table.length()).toString();
  }

  private static boolean asks(String text) {
    return text.isEmpty() || text.matches("(?s)<.*>");
  }

  private static List<String> words(String row) {
    return CELL.matcher(row).results().map(cell -> RunText.WORD.words(cell.group())).toList();
  }

  private static String row(String row, List<String> looks, List<String> answers) {
    int[] column = {0};
    String plain = row.replaceAll(" w14:(paraId|textId)=\"[^\"]*\"", "");
    return CELL.matcher(plain)
        .replaceAll(
            cell -> {
              int at = column[0]++;
              return quoted(
                  at < answers.size()
                      ? cell(
                          cell.group(), looks.get(Math.min(at, looks.size() - 1)), answers.get(at))
                      : cell.group());
            });
  }

  private static String cell(String cell, String look, String text) {
    Matcher like = LAST_PARAGRAPH.matcher(look);
    return LAST_PARAGRAPH
        .matcher(cell)
        .replaceFirst(
            last ->
                quoted(
                    FilledText.like(
                        like.find() ? like.group() : last.group(), List.of(text.split("\n", -1)))));
  }

  // ---- what is added ----

  /** A heading, paragraphs and a table with a row of headings. */
  static String part(DocumentAnswers.Part part, String style) {
    StringBuilder written = new StringBuilder();
    String look = style.isEmpty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>";
    written.append(paragraph(look, "", part.heading()));
    part.paragraphs().forEach(line -> written.append(paragraph("", "", line)));
    if (!part.columns().isEmpty()) {
      written.append(
          "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>"
              + border("top")
              + border("left")
              + border("bottom")
              + border("right")
              + border("insideH")
              + border("insideV")
              + "</w:tblBorders></w:tblPr><w:tblGrid>"
              + "<w:gridCol/>".repeat(part.columns().size())
              + "</w:tblGrid>");
      List<Integer> widths = widths(part);
      written.append(
          line("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", "<w:b/>", widths, part.columns()));
      part.rows()
          .forEach(row -> written.append(line("<w:trPr><w:cantSplit/></w:trPr>", "", widths, row)));
      written.append("</w:tbl>").append("<w:p/>");
    }
    return written.toString();
  }

  private static String border(String side) {
    return "<w:" + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>";
  }

  /** Fiftieths of a percent, by the longest text of each column. */
  private static List<Integer> widths(DocumentAnswers.Part part) {
    List<Integer> lengths = new ArrayList<>();
    for (int column = 0; column < part.columns().size(); column++) {
      int at = column;
      int longest =
          part.rows().stream().mapToInt(row -> row.get(at).length()).max().orElse(NARROWEST);
      lengths.add(Math.min(WIDEST, Math.max(NARROWEST, longest)));
    }
    int all = lengths.stream().mapToInt(Integer::intValue).sum();
    return lengths.stream().map(length -> 5000 * length / all).toList();
  }

  private static String line(String look, String ink, List<Integer> widths, List<String> cells) {
    StringBuilder written = new StringBuilder("<w:tr>").append(look);
    for (int i = 0; i < cells.size(); i++) {
      written
          .append("<w:tc><w:tcPr><w:tcW w:w=\"" + widths.get(i) + "\" w:type=\"pct\"/></w:tcPr>")
          .append(paragraph(CLOSE, ink, cells.get(i)))
          .append("</w:tc>");
    }
    return written.append("</w:tr>").toString();
  }

  private static String paragraph(String look, String ink, String text) {
    return "<w:p>"
        + look
        + "<w:r>"
        + (ink.isEmpty() ? "" : "<w:rPr>" + ink + "</w:rPr>")
        + "<w:t xml:space=\"preserve\">"
        + XmlText.of(text)
        + "</w:t></w:r></w:p>";
  }
}
