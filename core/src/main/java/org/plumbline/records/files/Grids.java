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
    if (rows.cells > MOST_CELLS) {
      throw new RefusedFile(
          0,
          "the file has more than " + MOST_CELLS + " cells, too many to look at one by one",
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
    private boolean full;

    Collected(int mostRows) {
      this.mostRows = mostRows;
    }

    @Override
    public void header(List<String> names) {}

    @Override
    public void row(CellRow row) throws IOException {
      cells += row.cells();
      full = rows.size() >= mostRows || cells > MOST_CELLS;
      if (full) {
        throw new IOException("enough rows");
      }
      List<String> read = new ArrayList<>(row.cells());
      for (int i = 0; i < row.cells(); i++) {
        String text = row.text(i);
        String shown = text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT);
        String known = texts.size() < MOST_CELLS / 4 ? texts.putIfAbsent(shown, shown) : null;
        read.add(known == null ? shown : known);
      }
      rows.add(new Grid.Row(row.number(), read, row.fault()));
    }
  }
}
