package org.plumbline.cli.batch;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.plumbline.cli.question.Cells;

/** The rows of a CSV file with the answer's columns after their own. */
final class CsvAnswers implements RowWriter {
  private final Writer out;
  private final char separator;
  private final List<String> header;
  private final List<Cells.Column> columns;
  private final boolean[] kept;

  CsvAnswers(Writer out, char separator, List<String> header, List<Cells.Column> columns) {
    this.out = out;
    this.separator = separator;
    this.header = header;
    this.columns = columns;
    kept = new boolean[header.size()];
    List<String> titles = columns.stream().map(Cells.Column::title).toList();
    for (int i = 0; i < kept.length; i++) {
      // A column of an earlier answer gives way to the new one.
      kept[i] =
          !titles.contains(header.get(i)) && !header.get(i).equals(Cells.Column.ERROR.title());
    }
  }

  @Override
  public void begin() throws IOException {
    boolean first = own(header);
    for (Cells.Column column : columns) {
      first = cell(column.title(), first);
    }
    cell(Cells.Column.ERROR.title(), first);
    out.write('\n');
  }

  @Override
  public void write(Row row, List<String> cells, String error) throws IOException {
    boolean first = own(row.original());
    for (String cell : cells) {
      first = cell(cell, first);
    }
    cell(error, first);
    out.write('\n');
  }

  private boolean own(List<String> cells) throws IOException {
    boolean first = true;
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        first = cell(i < cells.size() ? cells.get(i) : "", first);
      }
    }
    return first;
  }

  private boolean cell(String text, boolean first) throws IOException {
    if (!first) {
      out.write(separator);
    }
    if (needsQuotes(text)) {
      out.write('"');
      out.write(text.replace("\"", "\"\""));
      out.write('"');
    } else {
      out.write(text);
    }
    return false;
  }

  private boolean needsQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == separator
          || character == '"'
          || character == '\n'
          || character == '\r'
          || (character == ' ' && (i == 0 || i == text.length() - 1))) {
        return true;
      }
    }
    return false;
  }
}
