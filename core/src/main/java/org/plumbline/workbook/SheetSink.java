package org.plumbline.workbook;

import java.io.IOException;
import java.util.List;

/** Who takes the rows of a sheet. */
@FunctionalInterface
public interface SheetSink {

  /**
   * The next row that has a value.
   *
   * @param number its number in the sheet, from 1
   * @param cells from the first column on; valid only during the call
   * @param fault what is wrong with the row as a whole; empty if nothing
   */
  void row(long number, List<Cell> cells, String fault) throws IOException;
}
