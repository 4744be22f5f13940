package org.plumbline.records.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Text of another encoding as UTF-8. Bytes that are not of the encoding become U+FFFD, which
 * readers report.
 */
public final class Utf8Stream extends InputStream {

  private static final Map<String, Charset> ENCODINGS =
      Map.ofEntries(
          Map.entry("utf-8", StandardCharsets.UTF_8),
          Map.entry("us-ascii", StandardCharsets.US_ASCII),
          Map.entry("utf-16", StandardCharsets.UTF_16),
          Map.entry("utf-16le", StandardCharsets.UTF_16LE),
          Map.entry("utf-16be", StandardCharsets.UTF_16BE),
          Map.entry("iso-8859-1", StandardCharsets.ISO_8859_1),
          Map.entry("iso-8859-15", Charset.forName("ISO-8859-15")),
          Map.entry("windows-1250", Charset.forName("windows-1250")),
          Map.entry("windows-1252", Charset.forName("windows-1252")));

  private final Reader reader;
  private final char[] chars = new char[8192];
  private byte[] bytes = new byte[0];
  private int at;

  private Utf8Stream(InputStream in, Charset charset) {
    this.reader =
        new InputStreamReader(
            in,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
  }

  /** The names of the encodings that are read, sorted. */
  public static java.util.List<String> names() {
    return ENCODINGS.keySet().stream().sorted().toList();
  }

  /**
   * The stream as UTF-8 without byte order mark.
   *
   * @param encoding one of {@link #names}; empty: UTF-8, unless a byte order mark says UTF-16
   */
  static InputStream of(InputStream in, Optional<String> encoding) throws IOException {
    PushbackInputStream start = new PushbackInputStream(in, 3);
    byte[] mark = start.readNBytes(3);
    int skip = 0;
    Charset charset = ENCODINGS.getOrDefault(encoding.orElse("utf-8"), StandardCharsets.UTF_8);
    boolean open = encoding.isEmpty() || charset.equals(StandardCharsets.UTF_16);
    if (mark.length == 3 && mark[0] == (byte) 0xef && mark[1] == (byte) 0xbb) {
      skip = mark[2] == (byte) 0xbf ? 3 : 0;
    } else if (mark.length >= 2 && mark[0] == (byte) 0xff && mark[1] == (byte) 0xfe) {
      charset = open ? StandardCharsets.UTF_16LE : charset;
      skip = charset.equals(StandardCharsets.UTF_16LE) ? 2 : 0;
    } else if (mark.length >= 2 && mark[0] == (byte) 0xfe && mark[1] == (byte) 0xff) {
      charset = open ? StandardCharsets.UTF_16BE : charset;
      skip = charset.equals(StandardCharsets.UTF_16BE) ? 2 : 0;
    }
    start.unread(mark, skip, mark.length - skip);
    return charset.equals(StandardCharsets.UTF_8) ? start : new Utf8Stream(start, charset);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == bytes.length && !fill()) {
      return -1;
    }
    int copied = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, target, offset, copied);
    at += copied;
    return copied;
  }

  private boolean fill() throws IOException {
    int read = reader.read(chars, 0, chars.length - 1);
    if (read < 0) {
      return false;
    }
    if (Character.isHighSurrogate(chars[read - 1])) {
      int next = reader.read();
      if (next >= 0) {
        chars[read++] = (char) next;
      }
    }
    bytes = new String(chars, 0, read).getBytes(StandardCharsets.UTF_8);
    at = 0;
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
