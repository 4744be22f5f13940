package org.plumbline.records.duckdb;

import java.nio.file.Path;
import java.util.List;

/**
 * What a database in this process may use.
 *
 * @param threads how many threads, at least 1
 * @param memoryBytes how much memory before it spills to the temporary folder
 * @param temporaryFolder an existing folder for spilled data and unpacked files; a folder of the
 *     database's own is made in it and removed on close
 * @param folders the only other folders whose files it may open
 */
public record DatabaseSettings(
    int threads, long memoryBytes, Path temporaryFolder, List<Path> folders) {

  /** Checks the numbers and copies the list. */
  public DatabaseSettings {
    if (threads < 1 || memoryBytes < 1) {
      throw new IllegalArgumentException("threads and memory must be positive");
    }
    folders = List.copyOf(folders);
  }

  /**
   * All processors and half of the machine's memory, at most 16 GB, at least 1 GB. The system
   * property {@code plumbline.memory-gb} says of how many gigabytes it is to take half.
   *
   * @param temporaryFolder see {@link #temporaryFolder}
   * @param folders see {@link #folders}
   */
  public static DatabaseSettings ofThisMachine(Path temporaryFolder, List<Path> folders) {
    long total = 4L << 30;
    if (java.lang.management.ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      total = system.getTotalMemorySize();
    }
    total = Long.getLong("plumbline.memory-gb", total >> 30) << 30;
    long memory = Math.max(1L << 30, Math.min(16L << 30, total / 2));
    return new DatabaseSettings(
        Runtime.getRuntime().availableProcessors(), memory, temporaryFolder, folders);
  }
}
