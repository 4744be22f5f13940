package org.plumbline.records.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import org.plumbline.records.FileFormat;
import org.plumbline.records.FileLayout;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadProgress;

/** Reads a file of rows once and leaves the wanted columns in a file of the plainest form. */
public final class TextFiles {

  private static final String SEPARATORS = ",;\t|";

  private TextFiles() {}

  /** Chooses columns by the names in a header. */
  @FunctionalInterface
  public interface ColumnChoice {
    /**
     * Positions of the wanted columns, in the order in which they are wanted.
     *
     * @throws RefusedFile if one is not there
     */
    int[] choose(List<String> header) throws RefusedFile;
  }

  /**
   * Reads a file.
   *
   * @param format not {@link FileFormat#PARQUET}, which the database reads itself
   * @param wanted which columns
   * @param stage where the rows go
   * @throws RefusedFile if the file is not what it should be
   */
  public static FileSummary stage(
      RecordFile file,
      FileFormat format,
      FileLayout layout,
      LoadOptions options,
      ColumnChoice wanted,
      Path stage,
      LoadProgress progress)
      throws RefusedFile {
    try (StageWriter writer = new StageWriter(stage, format == FileFormat.XLSX)) {
      return read(file, format, layout, options, new Sink(writer, wanted), progress);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Shows the rows of a file to a sink. */
  static FileSummary read(
      RecordFile file,
      FileFormat format,
      FileLayout layout,
      LoadOptions options,
      RowSink sink,
      LoadProgress progress)
      throws RefusedFile {
    try (SourceBytes source = SourceBytes.open(file, progress)) {
      long rows =
          switch (format) {
            case CSV -> csv(Unpacked.of(source, file.name(), options), layout, options, sink);
            case JSON_LINES -> jsonLines(source, file, layout, options, sink);
            case XLSX -> new WorkbookReader(file.path(), layout, options, sink).read();
            case PARQUET -> throw new IllegalArgumentException("the database reads Parquet itself");
          };
      return source.finish(rows);
    } catch (Unpacked.TooLarge e) {
      throw new RefusedFile(0, "the file " + e.getMessage(), "Unpack it, or raise the limit");
    } catch (EOFException e) {
      throw new RefusedFile(0, "the packed file ends too early", "Get a whole copy");
    } catch (ZipException e) {
      throw new RefusedFile(0, "the packed file is damaged", "Get a whole copy");
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  static RefusedFile unreadable(IOException e) {
    return new RefusedFile(
        0, "the file cannot be read: " + e.getMessage(), "Look after the file and the disk");
  }

  private static long csv(InputStream bytes, FileLayout layout, LoadOptions options, RowSink sink)
      throws IOException, RefusedFile {
    InputStream text = Utf8Stream.of(bytes, layout.encoding());
    boolean decoded = text instanceof Utf8Stream;
    PushbackInputStream start = new PushbackInputStream(text, 1 << 16);
    byte separator = separator(start, layout.separator());
    int header = layout.header().orElse(1);
    return new CsvReader(start, separator, options.largestRowBytes(), decoded, header, sink).read();
  }

  private static long jsonLines(
      SourceBytes source, RecordFile file, FileLayout layout, LoadOptions options, RowSink sink)
      throws IOException, RefusedFile {
    Set<String> names = new LinkedHashSet<>();
    try (SourceBytes first = SourceBytes.open(file, LoadProgress.SILENT)) {
      InputStream text = Utf8Stream.of(Unpacked.of(first, file.name(), options), layout.encoding());
      JsonLinesReader.names(text, options.largestRowBytes(), names);
    }
    InputStream text = Utf8Stream.of(Unpacked.of(source, file.name(), options), layout.encoding());
    return new JsonLinesReader(text, options.largestRowBytes(), names, sink).read();
  }

  /**
   * Copies a file that the database reads itself, so that what it reads is what was summed.
   *
   * @throws RefusedFile if it cannot be read
   */
  public static FileSummary copy(RecordFile file, Path target, LoadProgress progress)
      throws RefusedFile {
    try (SourceBytes source = SourceBytes.open(file, progress)) {
      Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
      return source.finish(0);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static byte separator(PushbackInputStream start, Optional<Character> given)
      throws IOException {
    if (given.isPresent()) {
      return (byte) given.get().charValue();
    }
    byte[] head = start.readNBytes(1 << 16);
    start.unread(head);
    long[] counts = new long[SEPARATORS.length()];
    boolean quoted = false;
    for (byte value : head) {
      quoted ^= value == '"';
      int index = SEPARATORS.indexOf(value);
      if (!quoted && index >= 0) {
        counts[index]++;
      } else if (!quoted && (value == '\n' || value == '\r') && Arrays.stream(counts).sum() > 0) {
        break;
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return (byte) SEPARATORS.charAt(best);
  }

  private static final class Sink implements RowSink {
    private final StageWriter writer;
    private final ColumnChoice wanted;

    Sink(StageWriter writer, ColumnChoice wanted) {
      this.writer = writer;
      this.wanted = wanted;
    }

    @Override
    public void header(List<String> names) throws RefusedFile {
      writer.want(wanted.choose(names));
    }

    @Override
    public void row(CellRow row) throws IOException {
      writer.write(row);
    }
  }
}
