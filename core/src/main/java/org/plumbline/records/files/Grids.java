package org.plumbline.records.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.records.FileFormat;
import org.plumbline.records.FileLayout;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadProgress;

/**
 * Reads a whole file of text, or the sheets of a workbook, into memory, so that it can be looked
 * at.
 */
public final class Grids {

  /** The most cells that are held; a larger file is for a binding written by hand. */
  public static final int MOST_CELLS = 4_000_000;

  private static final int MOST_TEXT = 1_000;
  private static final long MOST_LETTERS = 200_000_000;
  private static final int MOST_SHEETS = 30;
  private static final int ROWS_TRIED = 200;

  private Grids() {}

  /**
   * The names of the sheets of a workbook, in its order.
   *
   * @throws RefusedFile if the file is no workbook that can be read
   */
  public static List<String> sheets(RecordFile file, LoadOptions options) throws RefusedFile {
    try {
      return WorkbookReader.sheets(file.path(), options);
    } catch (Unpacked.TooLarge e) {
      throw new RefusedFile(0, "the file " + e.getMessage(), "Export the sheet as csv");
    } catch (IOException e) {
      throw TextFiles.unreadable(e);
    }
  }

  /**
   * A grid and how it was found in its file.
   *
   * @param layout sheet, separator and encoding, where a binding has to say them
   */
  public record Found(FileLayout layout, Grid grid) {}

  /**
   * All grids of a file of which nobody has said how it is laid out: one of a file of text, one for
   * each sheet of a workbook.
   *
   * @throws RefusedFile if the file is not what it should be, or too large
   */
  public static List<Found> find(RecordFile file, FileFormat format, LoadOptions options)
      throws RefusedFile {
    if (format != FileFormat.XLSX) {
      return List.of(text(file, format, options));
    }
    List<Found> found = new ArrayList<>();
    for (String sheet : sheets(file, options)) {
      if (found.size() < MOST_SHEETS) {
        FileLayout layout = layout(Optional.of(sheet), Optional.empty(), Optional.empty());
        found.add(new Found(layout, read(file, format, layout, options, Integer.MAX_VALUE)));
      }
    }
    return found;
  }

  private static Found text(RecordFile file, FileFormat format, LoadOptions options)
      throws RefusedFile {
    Optional<String> encoding = Optional.empty();
    Optional<Character> separator = separator(file, format, options);
    FileLayout layout = layout(Optional.empty(), separator, encoding);
    Grid grid = read(file, format, layout, options, Integer.MAX_VALUE);
    if (grid.rows().stream().anyMatch(row -> row.fault().contains("UTF-8"))) {
      layout = layout(Optional.empty(), separator, Optional.of("windows-1252"));
      grid = read(file, format, layout, options, Integer.MAX_VALUE);
    }
    return new Found(layout, grid);
  }

  /** The mark by which most rows fall into the same number of cells; a comma needs no saying. */
  private static Optional<Character> separator(
      RecordFile file, FileFormat format, LoadOptions options) throws RefusedFile {
    char best = ',';
    long most = 0;
    for (char mark : new char[] {',', ';', '\t', '|'}) {
      FileLayout layout = layout(Optional.empty(), Optional.of(mark), Optional.empty());
      Map<Integer, Long> widths = new HashMap<>();
      read(file, format, layout, options, ROWS_TRIED)
          .rows()
          .forEach(row -> widths.merge(row.cells().size(), 1L, Long::sum));
      long alike =
          widths.entrySet().stream()
              .filter(width -> width.getKey() > 1)
              .mapToLong(width -> width.getValue() * 100 + width.getKey())
              .max()
              .orElse(0);
      if (alike > most) {
        most = alike;
        best = mark;
      }
    }
    return best == ',' ? Optional.empty() : Optional.of(best);
  }

  private static FileLayout layout(
      Optional<String> sheet, Optional<Character> separator, Optional<String> encoding) {
    return new FileLayout(Optional.empty(), sheet, separator, encoding, Optional.empty());
  }

  /**
   * All rows of a file.
   *
   * @param format text with separators, or a workbook
   * @param layout sheet, separator and encoding; its header is not looked at
   * @param mostRows how many rows are wanted; later ones are left out
   * @throws RefusedFile if the file is not what it should be, or too large
   */
  public static Grid read(
      RecordFile file, FileFormat format, FileLayout layout, LoadOptions options, int mostRows)
      throws RefusedFile {
    FileLayout whole =
        new FileLayout(
            layout.format(),
            layout.sheet(),
            layout.separator(),
            layout.encoding(),
            Optional.of(CsvReader.NO_HEADER));
    Collected rows = new Collected(mostRows);
    try {
      TextFiles.read(file, format, whole, options, rows, LoadProgress.SILENT);
    } catch (RefusedFile e) {
      if (!rows.full) {
        throw e;
      }
    }
    if (rows.cells > MOST_CELLS || rows.letters > MOST_LETTERS) {
      throw new RefusedFile(
          0,
          "the file is too large to be looked at cell by cell (" + MOST_CELLS + " are possible)",
          "Try it with a part of the rows, or write the binding by hand");
    }
    return new Grid(layout.sheet().orElse(""), rows.rows);
  }

  /** Collects rows, each distinct text once. */
  private static final class Collected implements RowSink {
    private final List<Grid.Row> rows = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();
    private final int mostRows;
    private long cells;
    private long letters;
    private boolean full;

    Collected(int mostRows) {
      this.mostRows = mostRows;
    }

    @Override
    public void header(List<String> names) {}

    @Override
    public void row(CellRow row) throws IOException {
      cells += row.cells();
      full = rows.size() >= mostRows || cells > MOST_CELLS || letters > MOST_LETTERS;
      if (full) {
        throw new IOException("enough rows");
      }
      List<String> read = new ArrayList<>(row.cells());
      for (int i = 0; i < row.cells(); i++) {
        String text = row.text(i);
        String shown = text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT);
        letters += shown.length();
        String known = texts.size() < MOST_CELLS / 4 ? texts.putIfAbsent(shown, shown) : null;
        read.add(known == null ? shown : known);
      }
      rows.add(new Grid.Row(row.number(), read, row.fault()));
    }
  }
}
