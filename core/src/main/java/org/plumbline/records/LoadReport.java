package org.plumbline.records;

import java.util.List;
import java.util.Map;

/**
 * What a load read and what it noticed.
 *
 * @param files every file read, in order
 * @param sets every set loaded, by id
 * @param badRows the first bad rows, in order of file, row and column
 * @param badRowCount how many there are in all
 * @param rowsWithoutKey how many rows could not be carried as a case, since their key could not be
 *     read
 * @param superseded values that a later delivery changed, the first ones of each set
 */
public record LoadReport(
    List<FileReport> files,
    Map<String, SetReport> sets,
    List<BadRow> badRows,
    long badRowCount,
    long rowsWithoutKey,
    List<Superseded> superseded) {

  /** A report of records that came at once. */
  public LoadReport(
      List<FileReport> files,
      Map<String, SetReport> sets,
      List<BadRow> badRows,
      long badRowCount,
      long rowsWithoutKey) {
    this(files, sets, badRows, badRowCount, rowsWithoutKey, List.of());
  }

  /** Copies lists and maps. */
  public LoadReport {
    files = List.copyOf(files);
    sets =
        java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<String, SetReport>(sets));
    badRows = List.copyOf(badRows);
    superseded = List.copyOf(superseded);
  }

  /**
   * A file.
   *
   * @param set the record set it was read for
   * @param number its number in the stored set, from 0
   * @param name its name, relative to the records folder
   * @param bytes its size as it lies there
   * @param sha256 the checksum of these bytes, 64 hex digits
   * @param rows how many rows it has, header not counted
   */
  public record FileReport(
      String set, int number, String name, long bytes, String sha256, long rows) {}

  /**
   * A record set.
   *
   * @param cases how many cases
   * @param events how many events; 0 if it is no event log
   * @param holds how many intervals under holds
   * @param unusable how many cases are carried as unusable
   * @param timesTwice cells with a local time that occurs twice
   * @param timesNever cells with a local time that never occurs
   * @param unknownCells by column, cells that hold one of the texts for no value, or nothing
   * @param skewMicros the skew that the binding states
   * @param changing by field, cases in which it has more than one value
   * @param repeated by moment, cases in which it occurs more than once
   * @param currencies by field of money, the currency that its cells name
   * @param warnings sentences about what is unusual, not wrong
   */
  public record SetReport(
      long cases,
      long events,
      long holds,
      long unusable,
      long timesTwice,
      long timesNever,
      Map<String, Long> unknownCells,
      long skewMicros,
      Map<String, Long> changing,
      Map<String, Long> repeated,
      Map<String, String> currencies,
      List<String> warnings) {

    /** Copies lists and maps. */
    public SetReport {
      unknownCells = ordered(unknownCells);
      changing = ordered(changing);
      repeated = ordered(repeated);
      currencies = ordered(currencies);
      warnings = List.copyOf(warnings);
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
      return java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(map));
    }
  }
}
