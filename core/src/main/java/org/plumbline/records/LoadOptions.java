package org.plumbline.records;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a load may do.
 *
 * @param keepGood whether rows that cannot be used are carried as unusable cases; if not, one such
 *     row refuses the load
 * @param only record sets to load; empty: all that are supplied
 * @param badRowsShown how many bad rows the report lists one by one; all are counted
 * @param largestRowBytes the most bytes of one row of a text file
 * @param largestFileBytes the most bytes of one file after it is unpacked
 * @param largestExpansion by how much a packed file may grow when unpacked, above 10 MB
 * @param deliveries what was delivered when; empty: every file came at once
 * @param unseen names of files that are not read
 * @param knownUntil the last day that is known: what the register's own files say of a later one is
 *     not seen; empty: all is
 */
public record LoadOptions(
    boolean keepGood,
    Set<String> only,
    int badRowsShown,
    int largestRowBytes,
    long largestFileBytes,
    int largestExpansion,
    List<Delivered> deliveries,
    Set<String> unseen,
    Optional<LocalDate> knownUntil) {

  /** A load that one bad row refuses. */
  public static final LoadOptions DEFAULT =
      new LoadOptions(
          false, Set.of(), 1_000, 1 << 20, 64L << 30, 200, List.of(), Set.of(), Optional.empty());

  /** Copies sets and list. */
  public LoadOptions {
    only = Set.copyOf(only);
    deliveries = List.copyOf(deliveries);
    unseen = Set.copyOf(unseen);
  }

  /** The same of deliveries that came one after the other, without files that are not read. */
  public LoadOptions of(List<Delivered> delivered, Set<String> notRead) {
    return new LoadOptions(
        keepGood,
        only,
        badRowsShown,
        largestRowBytes,
        largestFileBytes,
        largestExpansion,
        delivered,
        notRead,
        knownUntil);
  }

  /** The same without what the register's own files say of later days. */
  public LoadOptions knownUntil(LocalDate day) {
    return new LoadOptions(
        keepGood,
        only,
        badRowsShown,
        largestRowBytes,
        largestFileBytes,
        largestExpansion,
        deliveries,
        unseen,
        Optional.of(day));
  }

  /** The same of some record sets. */
  public LoadOptions only(Set<String> sets) {
    return new LoadOptions(
        keepGood,
        sets,
        badRowsShown,
        largestRowBytes,
        largestFileBytes,
        largestExpansion,
        deliveries,
        unseen,
        knownUntil);
  }

  /** The same, carrying rows that cannot be used as unusable cases. */
  public LoadOptions keepingGood() {
    return new LoadOptions(
        true,
        only,
        badRowsShown,
        largestRowBytes,
        largestFileBytes,
        largestExpansion,
        deliveries,
        unseen,
        knownUntil);
  }
}
