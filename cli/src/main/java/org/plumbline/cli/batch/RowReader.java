package org.plumbline.cli.batch;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Rows in their order, one at a time. */
interface RowReader extends Closeable {
  /** The cells of the header as they stand; none for JSON lines. */
  List<String> header();

  /** The next row; empty after the last. */
  Optional<Row> next() throws IOException;
}
