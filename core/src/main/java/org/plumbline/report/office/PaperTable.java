package org.plumbline.report.office;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plumbline.report.Block;
import org.plumbline.report.Tone;

/**
 * A table as it fits on paper: which columns are left, and how wide each is.
 *
 * @param table the whole table
 * @param columns the columns that are shown, by number
 * @param widths of these columns, in the measure of the page; they add up to its width
 */
record PaperTable(Block.Table table, List<Integer> columns, List<Integer> widths) {

  /** The longest word that is kept whole; longer ones, like hashes, are broken. */
  private static final int LONGEST_WORD = 13;

  private static final int WIDEST = 90;
  private static final int PADDING = 2;
  private static final int BRIEF = 90;
  private static final int SMALL = 8;

  /** Copies the lists. */
  PaperTable {
    columns = List.copyOf(columns);
    widths = List.copyOf(widths);
  }

  /**
   * Fits a table on a page. Columns of courses are left out: charts show them.
   *
   * @param characters how many characters stand on a line
   * @param width of the page
   */
  static PaperTable of(Block.Table table, int characters, int width) {
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      if (!isCourse(table, i)) {
        columns.add(i);
      }
    }
    while (sum(columns, i -> least(table, i)) > characters) {
      Integer least =
          columns.stream()
              .max(Comparator.comparingInt(i -> table.columns().get(i).weight()))
              .orElseThrow();
      if (table.columns().get(least).weight() == 0) {
        break;
      }
      columns.remove(least);
    }
    return new PaperTable(table, columns, widths(table, columns, characters, width));
  }

  /** Lines to sign on: the signature has the most room. */
  static PaperTable toSign(Block.Signatures signatures, int width) {
    List<Integer> widths = List.of(width * 28 / 100, width * 25 / 100, width * 31 / 100);
    List<Integer> all = new ArrayList<>(widths);
    all.add(width - widths.stream().mapToInt(Integer::intValue).sum());
    return new PaperTable(signatures.table(), List.of(0, 1, 2, 3), all);
  }

  /** Whether a table is kept on one page. */
  static boolean isSmall(Block.Table table) {
    return table.rows().size() <= SMALL;
  }

  /** Whether an entry of a list is a name and a few words, which stand on one line. */
  static boolean isBrief(Block.Listing.Item item) {
    return !item.name().isEmpty()
        && item.details().isEmpty()
        && item.tone() == Tone.PLAIN
        && item.name().length() + item.text().length() <= BRIEF;
  }

  private static List<Integer> widths(
      Block.Table table, List<Integer> columns, int characters, int width) {
    int least = sum(columns, i -> least(table, i));
    int room = Math.max(0, characters - least);
    int wanted = Math.max(1, sum(columns, i -> most(table, i) - least(table, i)));
    List<Integer> widths = new ArrayList<>();
    int left = width;
    long whole = (long) least + Math.min(room, wanted);
    for (int n = 0; n < columns.size(); n++) {
      int i = columns.get(n);
      long own =
          least(table, i)
              + (long) Math.min(room, wanted) * (most(table, i) - least(table, i)) / wanted;
      int share = n == columns.size() - 1 ? left : (int) (own * width / whole);
      widths.add(share);
      left -= share;
    }
    return widths;
  }

  private static boolean isCourse(Block.Table table, int column) {
    boolean any = false;
    for (Block.Row row : table.rows()) {
      Block.Cell cell = row.cells().get(column);
      if (!cell.text().isEmpty()) {
        return false;
      }
      any |= cell.spark().isPresent();
    }
    return any;
  }

  private static int least(Block.Table table, int column) {
    int least = longestWord(table.columns().get(column).name());
    boolean whole = table.columns().get(column).numeric();
    for (Block.Row row : table.rows()) {
      String text = Ink.of(row.cells().get(column).tone()).marked(row.cells().get(column).text());
      least = Math.max(least, whole ? Math.min(text.length(), LONGEST_WORD) : longestWord(text));
    }
    return Math.min(least, LONGEST_WORD) + PADDING;
  }

  private static int most(Block.Table table, int column) {
    int most = least(table, column);
    if (table.rows().stream().allMatch(row -> row.cells().get(column).text().isEmpty())) {
      return WIDEST; // to be filled in by hand
    }
    for (Block.Row row : table.rows()) {
      most = Math.max(most, row.cells().get(column).text().length() + PADDING);
    }
    return Math.min(most, WIDEST);
  }

  private static int longestWord(String text) {
    int longest = 0;
    for (String word : text.split("\\s", -1)) {
      longest = Math.max(longest, word.length());
    }
    return longest;
  }

  private static int sum(List<Integer> columns, java.util.function.IntUnaryOperator of) {
    return columns.stream().mapToInt(of::applyAsInt).sum();
  }
}
