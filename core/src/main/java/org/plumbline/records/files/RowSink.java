package org.plumbline.records.files;

import java.io.IOException;
import java.util.List;

/** Who takes the rows of a file. */
public interface RowSink {

  /**
   * The names of the columns; called once, before any row.
   *
   * @param names as they stand, trimmed; a name that stands {@code n} times is told {@code n} times
   * @throws RefusedFile if the file lacks a column or has it twice
   */
  void header(List<String> names) throws RefusedFile;

  /** The next row. */
  void row(CellRow row) throws IOException;
}
