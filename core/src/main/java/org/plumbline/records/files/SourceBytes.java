package org.plumbline.records.files;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.plumbline.records.LoadProgress;

/** The bytes of a file as they lie there, counted and summed while they are read. */
final class SourceBytes extends FilterInputStream {

  private final MessageDigest digest;
  private final LoadProgress progress;
  private final String step;
  private final long total;
  private long count;

  private SourceBytes(InputStream in, String name, long total, LoadProgress progress) {
    super(in);
    this.step = "reading " + name;
    this.total = total;
    this.progress = progress;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static SourceBytes open(RecordFile file, LoadProgress progress) throws IOException {
    Path path = file.path();
    return new SourceBytes(
        new BufferedInputStream(Files.newInputStream(path), 1 << 16),
        file.name(),
        Files.size(path),
        progress);
  }

  /** How many bytes have been read. */
  long count() {
    return count;
  }

  /** Reads what is left, so that the sum is that of the whole file. */
  FileSummary finish(long rows) throws IOException {
    byte[] rest = new byte[1 << 16];
    while (read(rest, 0, rest.length) >= 0) {
      continue;
    }
    return new FileSummary(count, HexFormat.of().formatHex(digest.digest()), rows);
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    if (value >= 0) {
      digest.update((byte) value);
      count++;
    }
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = in.read(target, offset, length);
    if (read > 0) {
      digest.update(target, offset, read);
      count += read;
      progress.at(step, count, total);
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
