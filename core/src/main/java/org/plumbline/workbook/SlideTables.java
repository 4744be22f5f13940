package org.plumbline.workbook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of a slide, whose free rows are filled. */
final class SlideTables {

  private static final Pattern TABLE = Pattern.compile("<a:tbl>.*?</a:tbl>", Pattern.DOTALL);
  private static final Pattern ROW = Pattern.compile("<a:tr .*?</a:tr>", Pattern.DOTALL);
  private static final Pattern CELL =
      Pattern.compile("<a:tc(?:>| [^>]*>).*?</a:tc>", Pattern.DOTALL);
  private static final Pattern TEXT =
      Pattern.compile("(<a:lstStyle(?:/>|>.*?</a:lstStyle>))(.*)(?=</a:txBody>)", Pattern.DOTALL);
  private static final Pattern INK =
      Pattern.compile("<a:(rPr|endParaRPr)(?: [^>]*)?(?:/>|>.*?</a:\\1>)", Pattern.DOTALL);
  private static final Pattern ASKS =
      Pattern.compile(
          "|<.*>|[BGYRP]|\\d{1,2}|(insert|list|name|select|provide|indicate)\\b.*",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private final String slide;
  private final List<String> told;

  private SlideTables(String slide, List<String> told) {
    this.slide = slide;
    this.told = told;
  }

  /**
   * The slide with its tables filled.
   *
   * @param told what was filled and what had no room is added to it
   */
  static String fill(
      String slide, Function<List<String>, Optional<SlideAnswers.Rows>> known, List<String> told) {
    SlideTables tables = new SlideTables(slide, told);
    return TABLE
        .matcher(slide)
        .replaceAll(table -> Matcher.quoteReplacement(tables.table(table.group(), known)));
  }

  /** The tables of a slide, row by row. */
  static List<List<List<String>>> rows(String slide) {
    return TABLE
        .matcher(slide)
        .results()
        .map(table -> ROW.matcher(table.group()).results().map(row -> words(row.group())).toList())
        .toList();
  }

  private String table(String table, Function<List<String>, Optional<SlideAnswers.Rows>> known) {
    List<MatchResult> rows = ROW.matcher(table).results().toList();
    for (int heading = 0; heading + 1 < rows.size(); heading++) {
      List<String> labels =
          words(rows.get(heading).group()).stream()
              .map(word -> word.toLowerCase(Locale.ROOT))
              .toList();
      Optional<SlideAnswers.Rows> answer = known.apply(labels);
      if (answer.isPresent()) {
        return below(table, rows.subList(heading + 1, rows.size()), answer.get());
      }
    }
    return table;
  }

  private String below(String table, List<MatchResult> rows, SlideAnswers.Rows answer) {
    List<MatchResult> free =
        rows.stream()
            .filter(row -> words(row.group()).stream().allMatch(t -> ASKS.matcher(t).matches()))
            .toList();
    StringBuilder written = new StringBuilder();
    int copied = 0;
    for (int i = 0; i < free.size(); i++) {
      MatchResult row = free.get(i);
      List<Optional<String>> cells =
          i < answer.rows().size() ? answer.rows().get(i) : answer.rest();
      written.append(table, copied, row.start()).append(row(row.group(), cells));
      copied = row.end();
    }
    int shown = Math.min(free.size(), answer.rows().size());
    told.add("filled in: " + answer.name() + ", " + shown + (shown == 1 ? " row" : " rows"));
    if (shown < answer.rows().size()) {
      told.add(
          "no room: "
              + answer.name()
              + ", "
              + (answer.rows().size() - shown)
              + " more; add rows to"
              + " the form, or see the calendar and the report");
    }
    return written.append(table, copied, table.length()).toString();
  }

  private static List<String> words(String row) {
    return CELL.matcher(row).results().map(cell -> RunText.SLIDE.words(cell.group())).toList();
  }

  private String row(String row, List<Optional<String>> answers) {
    int[] column = {0};
    return CELL.matcher(row)
        .replaceAll(
            cell -> {
              int at = column[0]++;
              return Matcher.quoteReplacement(
                  at < answers.size() && answers.get(at).isPresent()
                      ? cell(cell.group(), answers.get(at).get())
                      : cell.group());
            });
  }

  /** A cell with other words; a letter of the legend takes the cell that shows it. */
  private String cell(String cell, String text) {
    String like = text.matches("[BGYRP]") ? shown(text).orElse(cell) : cell;
    return TEXT.matcher(
            text.isEmpty() && RunText.SLIDE.words(cell).matches("[BGYRP]") ? bare(cell) : like)
        .replaceFirst(
            body -> Matcher.quoteReplacement(body.group(1) + paragraphs(body.group(2), text)));
  }

  private Optional<String> shown(String letter) {
    return CELL.matcher(slide)
        .results()
        .map(MatchResult::group)
        .filter(cell -> RunText.SLIDE.words(cell).equals(letter))
        .findFirst();
  }

  /** A cell without the color of a status. */
  private static String bare(String cell) {
    return cell.replaceFirst(
        "(?s)<a:solidFill>(?:(?!</a:solidFill>).)*</a:solidFill>(?=</a:tcPr>)", "<a:noFill/>");
  }

  private static String paragraphs(String old, String text) {
    Matcher first =
        Pattern.compile("<a:pPr(?: [^>]*)?(?:/>|>.*?</a:pPr>)", Pattern.DOTALL).matcher(old);
    String look = first.find() ? first.group() : "";
    Matcher inks = INK.matcher(old);
    String ink = inks.find() ? inks.group().replace("a:endParaRPr", "a:rPr") : "<a:rPr/>";
    if (text.matches("[BGYRP]")) {
      return "<a:p>" + look + run(ink, text) + "</a:p>";
    }
    String dark =
        ink.replace(
            "<a:solidFill><a:schemeClr val=\"accent3\"/></a:solidFill>",
            "<a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>");
    if (text.isEmpty()) {
      return "<a:p>" + look + dark.replace("a:rPr", "a:endParaRPr") + "</a:p>";
    }
    StringBuilder written = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      written.append("<a:p>").append(look).append(run(dark, line)).append("</a:p>");
    }
    return written.toString();
  }

  private static String run(String ink, String text) {
    return "<a:r>" + ink + "<a:t>" + XmlText.of(text) + "</a:t></a:r>";
  }
}
