package org.plumbline.profile;

import java.util.List;
import org.plumbline.records.files.Grid;

/**
 * The table in a sheet: its names and its rows, without what stands above, between and below.
 *
 * @param sheet the name of the sheet; empty for a file of text
 * @param headerRow the row of the names, from 1
 * @param headerFirst whether nothing stands above it
 * @param names the names of the columns, as a binding asks for them; empty where a column has none
 * @param rows the records
 * @param leftOut rows between and below that are no records
 * @param notes sentences about what was found around the table
 */
public record Table(
    String sheet,
    long headerRow,
    boolean headerFirst,
    List<String> names,
    List<Grid.Row> rows,
    List<LeftOut> leftOut,
    List<String> notes) {

  /** Copies the lists. */
  public Table {
    names = List.copyOf(names);
    rows = List.copyOf(rows);
    leftOut = List.copyOf(leftOut);
    notes = List.copyOf(notes);
  }

  /**
   * A row that is no record, such as a line of totals.
   *
   * @param row its number
   * @param column the name of the column that says so
   * @param text what stands there
   * @param beginning whether only the beginning of the text says so
   */
  public record LeftOut(long row, String column, String text, boolean beginning) {}

  /** The cells of a column, in the order of the rows. */
  List<String> cells(int column) {
    return rows.stream().map(row -> row.cell(column)).toList();
  }
}
