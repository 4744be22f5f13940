package org.plumbline.cli.batch;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** One sentence a row, after its number. */
final class TextAnswers implements RowWriter {
  private final Writer out;

  TextAnswers(Writer out) {
    this.out = out;
  }

  @Override
  public void begin() {}

  @Override
  public void write(Row row, List<String> cells, String error) throws IOException {
    out.write(row.number() + ". ");
    out.write(error.isEmpty() ? cells.get(0) : "No answer: " + error + ".");
    out.write('\n');
  }
}
