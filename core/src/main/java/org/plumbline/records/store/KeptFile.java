package org.plumbline.records.store;

import java.util.List;
import org.plumbline.records.FileFormat;

/**
 * A file of records that was taken into the store, as it came.
 *
 * @param name its name in the records folder, under which register and binding know it
 * @param set the record set that it was compacted for
 * @param format how it was written
 * @param bytes its size as it came
 * @param sha256 the checksum of these bytes, 64 hex digits
 * @param rows how many rows, header not counted
 * @param header names of its columns in order
 * @param layout how its binding laid it out; under another layout its bytes are read again
 * @param inParts whether its rows stand in parts; if not (a row was faulty), its bytes are read
 */
public record KeptFile(
    String name,
    String set,
    FileFormat format,
    long bytes,
    String sha256,
    long rows,
    List<String> header,
    String layout,
    boolean inParts) {

  /** Copies the list. */
  public KeptFile {
    header = List.copyOf(header);
  }
}
