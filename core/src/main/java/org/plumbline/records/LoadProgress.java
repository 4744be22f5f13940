package org.plumbline.records;

/** Who is told how far a load is; calls are frequent and must be cheap. */
@FunctionalInterface
public interface LoadProgress {

  /** Tells nobody. */
  LoadProgress SILENT = (step, done, total) -> {};

  /**
   * A load goes on.
   *
   * @param step what is done, such as {@code reading invoices.csv}
   * @param done how much of it, in bytes of the file, or 0
   * @param total of how much; 0 where that is not known
   */
  void at(String step, long done, long total);
}
