package org.plumbline.cli.batch;

import java.io.IOException;
import java.util.List;

/** Writes rows with their answers, in the order in which it is given them. */
interface RowWriter {
  /** What comes before the first row. */
  void begin() throws IOException;

  /**
   * Writes one row.
   *
   * @param cells the cells of the answer; all empty where it has none
   * @param error why it has none; empty where it has one
   */
  void write(Row row, List<String> cells, String error) throws IOException;
}
