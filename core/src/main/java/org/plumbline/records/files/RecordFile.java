package org.plumbline.records.files;

import java.nio.file.Path;
import java.util.Optional;
import org.plumbline.records.store.KeptFile;

/**
 * A file in the records folder.
 *
 * @param name its name relative to the folder, with {@code /}
 * @param path where it is, links resolved; it lies in the folder. Of a file that was taken into the
 *     store of loads, where its bytes lie packed, if they are still kept
 * @param kept what the store knows of it; empty: the file lies in the folder as it came
 */
public record RecordFile(String name, Path path, Optional<KeptFile> kept) {

  /** A file as it came. */
  public RecordFile(String name, Path path) {
    this(name, path, Optional.empty());
  }
}
