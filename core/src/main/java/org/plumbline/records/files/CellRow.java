package org.plumbline.records.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One row of cells in UTF-8, filled anew for each row of a file. It is the only mutable thing that
 * a reader shows, since a file may have many millions of rows.
 */
public final class CellRow {

  private byte[] bytes = new byte[4096];
  private int[] ends = new int[64];
  private int size;
  private int cells;
  private long number;
  private String fault = "";
  private boolean undecoded;

  /** Begins a row with this number, without cells. */
  public void begin(long rowNumber) {
    number = rowNumber;
    size = 0;
    cells = 0;
    fault = "";
    undecoded = false;
  }

  /** Adds a byte to the cell that is open. */
  public void add(byte value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = value;
  }

  /** Adds bytes to the cell that is open. */
  public void add(byte[] from, int offset, int length) {
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + length, bytes.length * 2));
    }
    System.arraycopy(from, offset, bytes, size, length);
    size += length;
  }

  /** Closes the open cell. */
  public void endCell() {
    if (cells == ends.length) {
      ends = Arrays.copyOf(ends, cells * 2);
    }
    ends[cells++] = size;
  }

  /** Adds a whole cell. */
  public void cell(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    add(encoded, 0, encoded.length);
    endCell();
  }

  /** Says what is wrong with the row as a whole; the first word on it stands. */
  public void fault(String reason) {
    if (fault.isEmpty()) {
      fault = reason;
    }
  }

  /** Says that some of its bytes are not UTF-8. */
  void undecoded(String reason) {
    undecoded = true;
    fault(reason);
  }

  /** Whether some of its bytes are not UTF-8. */
  boolean isUndecoded() {
    return undecoded;
  }

  /** What is wrong with the row as a whole; empty if nothing. */
  public String fault() {
    return fault;
  }

  /** Line or row in the file, from 1. */
  public long number() {
    return number;
  }

  /** How many cells are closed. */
  public int cells() {
    return cells;
  }

  /** How many bytes it holds. */
  public int size() {
    return size;
  }

  /** The bytes of all cells; only up to {@link #size} they count. */
  byte[] bytes() {
    return bytes;
  }

  /** Where a cell begins in the bytes, white space before it left out. */
  int from(int cell) {
    int at = cell == 0 ? 0 : ends[cell - 1];
    while (at < ends[cell] && isBlank(bytes[at])) {
      at++;
    }
    return at;
  }

  /** Where a cell ends in the bytes, white space after it left out. */
  int until(int cell) {
    int start = cell == 0 ? 0 : ends[cell - 1];
    int at = ends[cell];
    while (at > start && isBlank(bytes[at - 1])) {
      at--;
    }
    return at;
  }

  /** The text of a cell, trimmed. */
  public String text(int cell) {
    int from = from(cell);
    return new String(bytes, from, Math.max(0, until(cell) - from), StandardCharsets.UTF_8);
  }

  /** Whether no cell holds anything. */
  boolean isBlank() {
    for (int at = 0; at < size; at++) {
      if (!isBlank(bytes[at])) {
        return false;
      }
    }
    return fault.isEmpty();
  }

  private static boolean isBlank(byte value) {
    return value == ' ' || value == '\t' || value == '\n' || value == '\r';
  }
}
