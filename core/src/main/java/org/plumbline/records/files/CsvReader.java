package org.plumbline.records.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads rows of comma separated values from UTF-8 (RFC 4180). A quote opens a cell only as its
 * first character; line ends are {@code \n}, {@code \r\n} and {@code \r}; blank lines are skipped;
 * the row number is the line on which the row begins.
 *
 * <p>One pass, byte by byte, with memory for one row: a row longer than the limit, a zero byte and
 * a quote that is never closed refuse the file; a row with too few or too many cells, with text
 * after a closing quote or with bytes that are not UTF-8 is shown with its fault.
 */
final class CsvReader {

  /** Stands for the row of a header that is not there. */
  static final int NO_HEADER = 0;

  private enum State {
    CELL_START,
    PLAIN,
    QUOTED,
    AFTER_QUOTE
  }

  private final InputStream in;
  private final byte separator;
  private final int largestRow;
  private final boolean replacedIsFault;
  private final long headerRow;
  private final RowSink sink;
  private final CellRow row = new CellRow();
  private State state = State.CELL_START;
  private long line = 1;
  private boolean beyondAscii;
  private boolean wasReturn;
  private int columns = -1;
  private long rows;

  /**
   * A reader of one file.
   *
   * @param replacedIsFault whether U+FFFD stands for bytes that a decoder could not read
   * @param headerRow no row above this line is read; {@link #NO_HEADER}: every row is shown as it
   *     is, and none is the header
   */
  CsvReader(
      InputStream in,
      byte separator,
      int largestRow,
      boolean replacedIsFault,
      int headerRow,
      RowSink sink) {
    this.in = in;
    this.separator = separator;
    this.largestRow = largestRow;
    this.replacedIsFault = replacedIsFault;
    this.headerRow = headerRow;
    this.sink = sink;
  }

  /** Shows all rows; answers how many there are, header not counted. */
  long read() throws IOException, RefusedFile {
    byte[] buffer = new byte[1 << 16];
    row.begin(1);
    int length = in.read(buffer);
    while (length >= 0) {
      consume(buffer, length);
      length = in.read(buffer);
    }
    if (state == State.QUOTED) {
      throw new RefusedFile(
          row.number(),
          "a quote that opens in this row is never closed",
          "Close it, or double the quotes inside a cell");
    }
    endRow();
    if (columns < 0 && headerRow > 1) {
      throw new RefusedFile(
          0, "the file has no row " + headerRow, "Say in `header` where the names stand");
    }
    if (columns < 0 && headerRow != NO_HEADER) {
      throw new RefusedFile(0, "the file is empty", "Give it a header row, even without cases");
    }
    return rows;
  }

  private void consume(byte[] buffer, int length) throws IOException, RefusedFile {
    byte between = separator;
    for (int i = 0; i < length; i++) {
      byte value = buffer[i];
      if (value < 0) {
        beyondAscii = true;
      }
      if (row.size() + row.cells() > largestRow) {
        throw new RefusedFile(
            row.number(),
            "the row that begins here is longer than " + largestRow + " bytes",
            "Look for a quote that is not closed, or raise the limit");
      }
      if (state == State.PLAIN && value > ',' && value != between) {
        row.add(value);
        continue;
      }
      if (value == '\n' && wasReturn) {
        wasReturn = false;
        if (state == State.QUOTED) {
          row.add(value);
        }
        continue;
      }
      wasReturn = value == '\r';
      if (value == 0) {
        throw new RefusedFile(
            line, "a zero byte", "Say `encoding: utf-16le` if it is UTF-16, else mend the file");
      }
      step(value, between);
    }
  }

  private void step(byte value, byte between) throws IOException, RefusedFile {
    boolean lineEnd = value == '\n' || value == '\r';
    if (state == State.QUOTED) {
      if (value == '"') {
        state = State.AFTER_QUOTE;
      } else {
        row.add(value);
        line += lineEnd ? 1 : 0;
      }
    } else if (lineEnd) {
      endRow();
      line++;
      row.begin(line);
    } else if (value == between) {
      row.endCell();
      state = State.CELL_START;
    } else if (state == State.AFTER_QUOTE) {
      if (value == '"') {
        row.add(value);
        state = State.QUOTED;
      } else if (value != ' ' && value != '\t') {
        row.fault("text stands after a closing quote");
        row.add(value);
        state = State.PLAIN;
      }
    } else if (value == '"' && state == State.CELL_START) {
      state = State.QUOTED;
    } else {
      row.add(value);
      state = State.PLAIN;
    }
  }

  private void endRow() throws IOException, RefusedFile {
    boolean blank = row.cells() == 0 && row.size() == 0 && state != State.AFTER_QUOTE;
    state = State.CELL_START;
    if (blank) {
      beyondAscii = false;
      return;
    }
    row.endCell();
    if (row.number() < headerRow || row.isBlank()) {
      beyondAscii = false;
      return;
    }
    checkCharacters();
    if (headerRow == NO_HEADER) {
      rows++;
      sink.row(row);
      return;
    }
    if (columns < 0) {
      header();
      return;
    }
    checkWidth();
    rows++;
    sink.row(row);
  }

  private void header() throws RefusedFile {
    if (!row.fault().isEmpty()) {
      throw new RefusedFile(row.number(), "the header: " + row.fault(), "Mend the header row");
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < row.cells(); i++) {
      names.add(row.text(i));
    }
    columns = names.size();
    sink.header(names);
  }

  private void checkWidth() {
    int cells = row.cells();
    for (int i = columns; i < cells; i++) {
      if (row.from(i) < row.until(i)) {
        row.fault("has " + cells + " cells where the header has " + columns);
        return;
      }
    }
    if (cells < columns) {
      row.fault("has " + cells + " cells where the header has " + columns);
    }
  }

  private void checkCharacters() {
    if (!beyondAscii) {
      return;
    }
    beyondAscii = false;
    try {
      CharSequence text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(row.bytes(), 0, row.size()));
      if (replacedIsFault && text.toString().indexOf('\uFFFD') >= 0) {
        row.fault("bytes that are not of the encoding");
      }
    } catch (CharacterCodingException e) {
      row.undecoded("bytes that are not UTF-8");
    }
  }
}
