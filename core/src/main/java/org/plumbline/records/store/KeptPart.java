package org.plumbline.records.store;

import java.util.List;

/**
 * A Parquet file of the store: rows of some files of one record set whose earliest moments lie in
 * some months, sorted by it. Its columns are {@code file} (name), {@code row} (number in it),
 * {@code at} (microseconds of the earliest moment known, null if none is) and {@code c0}, {@code
 * c1} … as the header names them, each cell a text.
 *
 * @param path below the store, with slashes
 * @param set the record set
 * @param months the first and the last month, {@code 2026-01..2026-03}; {@code undated} where no
 *     row has a moment
 * @param files names of the files whose rows it holds
 * @param header names of the columns in order
 * @param rows how many rows
 * @param bytes its size
 * @param sha256 its checksum, 64 hex digits
 */
public record KeptPart(
    String path,
    String set,
    String months,
    List<String> files,
    List<String> header,
    long rows,
    long bytes,
    String sha256) {

  /** What the months of a part are called of whose rows nobody knows when they were. */
  public static final String UNDATED = "undated";

  /** Copies the lists. */
  public KeptPart {
    files = List.copyOf(files);
    header = List.copyOf(header);
  }
}
