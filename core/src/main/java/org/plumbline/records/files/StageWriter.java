package org.plumbline.records.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the wanted cells of rows to a file of the plainest form, which a database reads without
 * guessing: UTF-8, no header, comma, each row one line: row number, fault, cells. Cells are
 * trimmed; line breaks in them become spaces; an empty cell and one that is not there are the same.
 */
final class StageWriter implements AutoCloseable {

  /** Begins a cell of a workbook that was typed as a date or time; ISO 8601 follows. */
  static final byte TYPED = 1;

  /** Stands for a cell that is no single value. */
  static final byte NESTED = 2;

  private final OutputStream out;
  private final boolean typedCells;
  private int[] wanted = new int[0];

  /**
   * A writer.
   *
   * @param typedCells whether cells may begin with {@link #TYPED}
   */
  StageWriter(Path file, boolean typedCells) throws IOException {
    this.typedCells = typedCells;
    this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  /** Which cells of a row are written, in this order; -1: an empty cell. */
  void want(int[] columns) {
    wanted = columns.clone();
  }

  /** Writes a row. */
  void write(CellRow row) throws IOException {
    for (int column : wanted) {
      if (column >= 0 && column < row.cells()) {
        checkControl(row, row.from(column), row.until(column));
      }
    }
    out.write(Long.toString(row.number()).getBytes(StandardCharsets.US_ASCII));
    out.write(',');
    byte[] fault = row.fault().getBytes(StandardCharsets.UTF_8);
    quoted(fault, 0, fault.length);
    for (int column : wanted) {
      out.write(',');
      if (column >= 0 && column < row.cells()) {
        int from = row.from(column);
        int until = row.until(column);
        if (row.isUndecoded()) {
          byte[] mended = mended(row.bytes(), from, until);
          quoted(mended, 0, mended.length);
        } else {
          quoted(row.bytes(), from, until);
        }
      }
    }
    out.write('\n');
  }

  private void checkControl(CellRow row, int from, int until) {
    byte[] bytes = row.bytes();
    for (int i = from; i < until; i++) {
      byte value = bytes[i];
      boolean control = (value >= 0 && value < ' ') || value == 127;
      if (value == NESTED && until == from + 1) {
        row.fault("a cell holds a list or an object");
      } else if (control && value != '\t' && value != '\n' && value != '\r') {
        if (value != TYPED || i != from || !typedCells) {
          row.fault("a cell holds a control character");
        }
      }
    }
  }

  private void quoted(byte[] bytes, int from, int until) throws IOException {
    boolean plain = true;
    for (int i = from; plain && i < until; i++) {
      byte value = bytes[i];
      plain = value != '"' && value != ',' && (value >= ' ' || value < 0);
    }
    if (from >= until) {
      return;
    }
    if (plain) {
      out.write(bytes, from, until - from);
      return;
    }
    out.write('"');
    for (int i = from; i < until; i++) {
      byte value = bytes[i];
      if (value == '"') {
        out.write('"');
      }
      out.write(value == '\n' || value == '\r' ? ' ' : value == 0 ? 2 : value);
    }
    out.write('"');
  }

  private static byte[] mended(byte[] bytes, int from, int until) {
    if (from >= until) {
      return new byte[0];
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE)
          .decode(ByteBuffer.wrap(bytes, from, until - from))
          .toString()
          .getBytes(StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("a decoder that replaces refused", e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
