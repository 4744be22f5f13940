package org.plumbline.report.terminal;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.report.Block;
import org.plumbline.report.PlainText;
import org.plumbline.report.Tone;

/**
 * A table in columns. Where there is little room, columns with the greatest weight are left out,
 * then texts are broken into lines.
 */
final class TerminalTable {

  private static final int GAP = 2;
  private static final int LEAST_TEXT = 12;

  private final TerminalStyle style;
  private final Paint paint;
  private final List<Block.Column> columns = new ArrayList<>();
  private final List<List<Cell>> rows = new ArrayList<>();
  private final List<Boolean> subs = new ArrayList<>();

  /** A cell as it will stand there. */
  private record Cell(String text, Tone tone) {}

  private TerminalTable(TerminalStyle style, Paint paint) {
    this.style = style;
    this.paint = paint;
  }

  /** The lines of the table. */
  static List<String> lines(Block.Table table, TerminalStyle style, Paint paint) {
    TerminalTable terminal = new TerminalTable(style, paint);
    terminal.take(table);
    terminal.dropWhatDoesNotFit();
    return terminal.draw();
  }

  private void take(Block.Table table) {
    columns.addAll(table.columns());
    for (Block.Row row : table.rows()) {
      List<Cell> cells = new ArrayList<>();
      for (int i = 0; i < row.cells().size(); i++) {
        cells.add(cell(row.cells().get(i), i == 0 && row.sub()));
      }
      rows.add(cells);
      subs.add(row.sub());
    }
  }

  private Cell cell(Block.Cell cell, boolean indented) {
    if (cell.spark().isPresent()) {
      return new Cell(Sparkline.of(cell.spark().get().values(), style.unicode()), Tone.PLAIN);
    }
    String text = paint.text(PlainText.clean(cell.text()));
    String mark = paint.mark(cell.tone());
    String marked = mark.isEmpty() || text.isEmpty() ? text : mark + " " + text;
    return new Cell(indented ? "  " + marked : marked, cell.tone());
  }

  private void dropWhatDoesNotFit() {
    for (int i = columns.size() - 1; i > 0; i--) {
      int column = i;
      boolean empty = rows.stream().allMatch(row -> row.get(column).text().isEmpty());
      if (empty && !rows.isEmpty()) {
        drop(i);
      }
    }
    while (sum(leastWidths()) > style.width()) {
      int heaviest = 0;
      for (int i = 1; i < columns.size(); i++) {
        if (columns.get(i).weight() >= columns.get(heaviest).weight()) {
          heaviest = i;
        }
      }
      if (columns.get(heaviest).weight() == 0) {
        return;
      }
      drop(heaviest);
    }
  }

  private void drop(int column) {
    columns.remove(column);
    rows.forEach(row -> row.remove(column));
  }

  private int[] leastWidths() {
    int[] widths = naturalWidths();
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      if (!columns.get(i).numeric()) {
        int words =
            rows.stream()
                .mapToInt(row -> TextWidth.longestWord(row.get(column).text().strip()))
                .max()
                .orElse(0);
        widths[i] = Math.min(widths[i], Math.max(Math.min(words, 24) + 2, LEAST_TEXT));
      }
    }
    return widths;
  }

  private int[] naturalWidths() {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] =
          Math.max(
              TextWidth.longestWord(columns.get(i).name()),
              rows.stream().mapToInt(row -> TextWidth.of(row.get(column).text())).max().orElse(0));
    }
    return widths;
  }

  private static int sum(int[] widths) {
    int sum = -GAP;
    for (int width : widths) {
      sum += width + GAP;
    }
    return sum;
  }

  private int[] widths() {
    int[] widths = naturalWidths();
    int[] least = leastWidths();
    while (sum(widths) > style.width()) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        widest = widestOf(widths);
        if (widths[widest] <= 4) {
          return widths;
        }
      }
      widths[widest]--;
    }
    return widths;
  }

  private static int widestOf(int[] widths) {
    int widest = 0;
    for (int i = 1; i < widths.length; i++) {
      widest = widths[i] > widths[widest] ? i : widest;
    }
    return widest;
  }

  private List<String> draw() {
    int[] widths = widths();
    List<String> lines = new ArrayList<>();
    List<Cell> header =
        columns.stream().map(column -> new Cell(column.name(), Tone.PLAIN)).toList();
    drawRow(header, widths, lines, true, false);
    lines.add(paint.rule(Math.min(style.width(), sum(widths))));
    for (int i = 0; i < rows.size(); i++) {
      drawRow(rows.get(i), widths, lines, false, subs.get(i));
    }
    return lines;
  }

  private void drawRow(
      List<Cell> cells, int[] widths, List<String> lines, boolean header, boolean sub) {
    List<List<String>> wrapped = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < cells.size(); i++) {
      boolean indent = sub && i == 0;
      List<String> cell =
          new ArrayList<>(TextWidth.wrap(cells.get(i).text(), widths[i] - (indent ? 2 : 0)));
      if (indent) {
        cell.replaceAll(line -> "  " + line);
      }
      wrapped.add(cell);
      height = Math.max(height, cell.size());
    }
    for (int line = 0; line < height; line++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < cells.size(); i++) {
        // A header stands on its last line, everything else on its first.
        int at = header ? line - (height - wrapped.get(i).size()) : line;
        String part = at >= 0 && at < wrapped.get(i).size() ? wrapped.get(i).get(at) : "";
        String shown = header ? paint.bold(part) : paint.tone(cells.get(i).tone(), part);
        text.append(
                TextWidth.padded(shown, TextWidth.of(part), widths[i], columns.get(i).numeric()))
            .append(" ".repeat(GAP));
      }
      lines.add(text.toString().stripTrailing());
    }
  }
}
