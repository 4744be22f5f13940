package org.plumbline.workbook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The XML of a document's text in which cells and sections are filled in and nothing else. */
final class FilledText {

  private static final Pattern TAG =
      Pattern.compile("<(/?)w:(tbl|tr|tc|p|txbxContent)(?=[\\s/>])([^>]*)>");
  private static final Pattern PARAGRAPH =
      Pattern.compile("<w:p(?=[\\s>])(?:(?!<w:p[\\s>])(?!</w:p>).)*+</w:p>", Pattern.DOTALL);
  private static final Pattern BLANK =
      Pattern.compile("\\[[^\\[\\]]{1,80}]|&lt;&lt;(?:(?!&gt;&gt;).){1,80}&gt;&gt;");
  private static final Pattern STYLE = Pattern.compile("<w:pStyle w:val=\"([^\"]*)\"");

  private final WordStyles styles;
  private String text;

  FilledText(String text, WordStyles styles) {
    this.text = text;
    this.styles = styles;
  }

  String text() {
    return text;
  }

  /**
   * A paragraph of the body or a cell of a table.
   *
   * @param row the row that a cell stands in; -1 for a paragraph
   */
  private record Span(int from, int until, int row) {}

  /** A replacement. */
  private record Change(Span span, String by) {}

  /** Cells of tables that stand in no other table, or paragraphs outside of tables, in order. */
  private List<Span> spans(boolean ofCells) {
    List<Span> spans = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    Deque<Integer> starts = new ArrayDeque<>();
    Matcher tags = TAG.matcher(text);
    int row = 0;
    while (tags.find()) {
      String name = tags.group(2);
      if (tags.group(3).endsWith("/")) {
        continue;
      }
      if (tags.group(1).isEmpty()) {
        row += name.equals("tr") ? 1 : 0;
        open.push(name);
        starts.push(tags.start());
        continue;
      }
      if (open.isEmpty() || !open.peek().equals(name)) {
        return List.of(); // It is not as expected: nothing is filled in.
      }
      open.pop();
      int from = starts.pop();
      boolean wanted =
          ofCells
              ? name.equals("tc") && open.stream().filter("tbl"::equals).count() == 1
              : name.equals("p") && open.isEmpty();
      if (wanted) {
        spans.add(new Span(from, tags.end(), ofCells ? row : -1));
      }
    }
    return spans;
  }

  private String words(Span span) {
    return RunText.WORD.words(text.substring(span.from(), span.until()));
  }

  private static String plain(String label) {
    return label
        .replaceAll("\\([^)]*\\)|[*:]", " ")
        .replaceAll("^[\\d.]+\\s", "")
        .replaceAll("\\s+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** Fills the cell beside each label that is known, if it is empty or only asks. */
  List<String> cells(Function<String, Optional<String>> known) {
    List<String> filled = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    List<Span> cells = spans(true);
    for (int i = 0; i + 1 < cells.size(); i++) {
      Span beside = cells.get(i + 1);
      String label = plain(words(cells.get(i)));
      Optional<String> answer =
          beside.row() == cells.get(i).row() && asks(words(beside))
              ? known.apply(label).filter(text -> !text.isBlank())
              : Optional.empty();
      if (answer.isPresent()) {
        changes.add(new Change(beside, cell(beside, List.of(answer.get().split("\n", -1)))));
        filled.add(label);
      }
    }
    change(changes);
    return filled;
  }

  private static boolean asks(String text) {
    return text.isEmpty() || text.matches("(?s)<.*>");
  }

  private String cell(Span span, List<String> lines) {
    String old = text.substring(span.from(), span.until());
    int paragraph =
        Math.max(0, old.indexOf("<w:p ") >= 0 ? old.indexOf("<w:p ") : old.indexOf("<w:p>"));
    int from = span.from() + paragraph;
    int end = text.indexOf("</w:p>", from) + "</w:p>".length();
    String head = old.substring(0, paragraph);
    return head + like(text.substring(from, end), lines) + "</w:tc>";
  }

  /** Paragraphs in the look of one that is there. */
  static String like(String paragraph, List<String> lines) {
    String look = between(paragraph, "<w:pPr>", "</w:pPr>");
    int run =
        paragraph.indexOf("<w:r>") < 0 ? paragraph.indexOf("<w:r ") : paragraph.indexOf("<w:r>");
    String ink =
        run < 0
            ? ""
            : between(paragraph.substring(run), "<w:rPr>", "</w:rPr>")
                .replaceAll("<w:(i|iCs)/>|<w:color [^>]*/>", "");
    StringBuilder written = new StringBuilder();
    for (String line : lines) {
      written
          .append("<w:p>")
          .append(look)
          .append("<w:r>")
          .append(ink)
          .append("<w:t xml:space=\"preserve\">")
          .append(XmlText.of(line))
          .append("</w:t></w:r></w:p>");
    }
    return written.toString();
  }

  private static String between(String text, String from, String until) {
    int begin = text.indexOf(from);
    int end = text.indexOf(until, Math.max(0, begin));
    return begin < 0 || end < 0 ? "" : text.substring(begin, end + until.length());
  }

  /** Puts paragraphs in the place of what a template asks for below a heading that is known. */
  List<String> sections(Function<String, Optional<List<String>>> known) {
    List<String> filled = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    List<Span> paragraphs = spans(false);
    List<String> above = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      if (!isHeading(paragraphs.get(i))) {
        continue;
      }
      String heading = plain(words(paragraphs.get(i)));
      int level = level(paragraphs.get(i));
      while (above.size() >= level) {
        above.remove(above.size() - 1);
      }
      while (above.size() < level - 1) {
        above.add("");
      }
      above.add(heading);
      String path = "/" + String.join("/", above);
      int first = i + 1;
      while (first < paragraphs.size()
          && !isHeading(paragraphs.get(first))
          && !words(paragraphs.get(first)).contains("<<")) {
        first++;
      }
      int last = first;
      while (last < paragraphs.size()
          && !isHeading(paragraphs.get(last))
          && !words(paragraphs.get(last)).contains(">>")) {
        last++;
      }
      boolean found = last < paragraphs.size() && !isHeading(paragraphs.get(last));
      Optional<List<String>> answer =
          found ? known.apply(heading).or(() -> known.apply(path)) : Optional.empty();
      if (answer.isPresent() && !answer.get().isEmpty()) {
        Span start = paragraphs.get(first);
        Span whole = new Span(start.from(), paragraphs.get(last).until(), -1);
        String like = text.substring(start.from(), start.until());
        changes.add(new Change(whole, like(like, answer.get())));
        filled.add(heading);
      }
    }
    change(changes);
    return filled;
  }

  private boolean isHeading(Span span) {
    return level(span) > 0 && !words(span).isEmpty();
  }

  private int level(Span span) {
    return style(span).map(styles::level).orElse(0);
  }

  private Optional<String> style(Span span) {
    Matcher style = STYLE.matcher(text.substring(span.from(), span.until()));
    return style.find() ? Optional.of(style.group(1)) : Optional.empty();
  }

  /** Fills free rows of tables whose headings are known; where they are too few, rows are added. */
  List<String> rows(Function<List<String>, List<List<String>>> known) {
    List<String> filled = new ArrayList<>();
    text = FilledRows.fill(text, known, filled);
    return filled;
  }

  /** Replaces what stands in brackets within a line. */
  List<String> blanks(Function<String, Optional<String>> known) {
    List<String> filled = new ArrayList<>();
    Matcher paragraphs = PARAGRAPH.matcher(text);
    text =
        paragraphs.replaceAll(
            each ->
                Matcher.quoteReplacement(
                    RunText.WORD.replace(
                        each.group(), BLANK, blank -> said(blank, known, filled))));
    return filled;
  }

  private static Optional<String> said(
      MatchResult blank, Function<String, Optional<String>> known, List<String> filled) {
    String asked =
        blank.group().replaceAll("&lt;|&gt;|[\\[\\]]", "").strip().toLowerCase(Locale.ROOT);
    Optional<String> answer = known.apply(asked);
    if (answer.isPresent() && !filled.contains(asked)) {
      filled.add(asked);
    }
    return answer;
  }

  /** Adds parts behind the text, in the style of its last heading. */
  List<String> behind(List<DocumentAnswers.Part> parts) {
    int end = text.lastIndexOf("<w:sectPr");
    int at = end < 0 ? text.lastIndexOf("</w:body>") : end;
    if (parts.isEmpty() || at < 0) {
      return List.of();
    }
    String style =
        spans(false).stream()
            .filter(this::isHeading)
            .reduce((first, second) -> second)
            .flatMap(this::style)
            .orElse("");
    StringBuilder added = new StringBuilder();
    parts.forEach(part -> added.append(FilledRows.part(part, style)));
    text = text.substring(0, at) + added + text.substring(at);
    return parts.stream().map(part -> "added: " + part.heading()).toList();
  }

  private void change(List<Change> changes) {
    StringBuilder written = new StringBuilder(text);
    changes.stream()
        .sorted(Comparator.comparing((Change change) -> change.span().from()).reversed())
        .forEach(
            change -> written.replace(change.span().from(), change.span().until(), change.by()));
    text = written.toString();
  }
}
