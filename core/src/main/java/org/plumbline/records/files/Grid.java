package org.plumbline.records.files;

import java.util.List;

/**
 * All cells of a file or of one sheet of a workbook as text, as they stand there, without any row
 * taken as the header.
 *
 * @param sheet the name of the sheet; empty for a file of text
 * @param rows rows that hold something, in order
 */
public record Grid(String sheet, List<Row> rows) {

  /** Begins the text of a cell that was typed as a date or time; ISO 8601 follows. */
  public static final char TYPED = (char) StageWriter.TYPED;

  /** Copies the list. */
  public Grid {
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param number its line or row in the file, from 1
   * @param cells trimmed texts; an empty one holds nothing
   * @param fault what is wrong with the row as a whole; empty if nothing
   */
  public record Row(long number, List<String> cells, String fault) {

    /** Copies the list. */
    public Row {
      cells = List.copyOf(cells);
    }

    /** The text of a cell; empty beyond the last. */
    public String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }
}
