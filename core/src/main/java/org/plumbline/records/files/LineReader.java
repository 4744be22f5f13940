package org.plumbline.records.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads lines of bytes within a limit; lines of white space only are passed over. */
final class LineReader {

  private final InputStream in;
  private final int largest;
  private final byte[] buffer = new byte[1 << 16];
  private byte[] line = new byte[4096];
  private int length;
  private int at;
  private int filled;
  private long number;

  LineReader(InputStream in, int largest) {
    this.in = in;
    this.largest = largest;
  }

  /** Goes to the next line that says something; false at the end. */
  boolean next() throws IOException, RefusedFile {
    while (readLine()) {
      if (!isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** The line, from 1. */
  long number() {
    return number;
  }

  /** The bytes, of which {@link #length} count. */
  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  private boolean readLine() throws IOException, RefusedFile {
    length = 0;
    number++;
    boolean any = false;
    while (at < filled || fill()) {
      any = true;
      byte value = buffer[at++];
      if (value == '\n') {
        return true;
      }
      if (value == 0) {
        throw new RefusedFile(
            number, "a zero byte", "Say `encoding: utf-16le` if it is UTF-16, else mend the file");
      }
      if (length == largest) {
        throw new RefusedFile(
            number,
            "the line is longer than " + largest + " bytes",
            "Raise the limit, or split it");
      }
      if (length == line.length) {
        line = Arrays.copyOf(line, length * 2);
      }
      line[length++] = value;
    }
    return any;
  }

  private boolean fill() throws IOException {
    filled = in.read(buffer);
    at = 0;
    return filled > 0;
  }

  private boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
