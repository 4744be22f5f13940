package org.plumbline.records.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import org.plumbline.records.LoadOptions;

/**
 * The bytes of a file after {@code gzip}, if it is packed, within limits: no file may grow without
 * end.
 */
final class Unpacked extends FilterInputStream {

  private static final long FREE_BYTES = 10L << 20;

  private final SourceBytes source;
  private final LoadOptions options;
  private long count;

  private Unpacked(InputStream in, SourceBytes source, LoadOptions options) {
    super(in);
    this.source = source;
    this.options = options;
  }

  /** Unpacks a file if its first bytes say that it is packed. */
  static InputStream of(SourceBytes source, String name, LoadOptions options)
      throws IOException, RefusedFile {
    PushbackInputStream start = new PushbackInputStream(source, 2);
    byte[] magic = start.readNBytes(2);
    start.unread(magic);
    boolean packed = magic.length == 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b;
    if (!packed && name.toLowerCase(java.util.Locale.ROOT).endsWith(".gz")) {
      throw new RefusedFile(
          0, "the file is named .gz and is not packed with gzip", "Pack it, or rename it");
    }
    return new Unpacked(packed ? new GZIPInputStream(start, 1 << 16) : start, source, options);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = in.read(target, offset, length);
    if (read > 0) {
      count += read;
      if (count > options.largestFileBytes()) {
        throw new TooLarge("unpacks to more than " + options.largestFileBytes() + " bytes");
      }
      if (count > FREE_BYTES && count / options.largestExpansion() > source.count()) {
        throw new TooLarge(
            "unpacks to more than " + options.largestExpansion() + " times its size");
      }
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** A file grew beyond the limits. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(String message) {
      super(message);
    }
  }
}
