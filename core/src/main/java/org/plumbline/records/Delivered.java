package org.plumbline.records;

import java.util.Optional;
import java.util.Set;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.finding.Place;

/**
 * A delivery of records, as it was registered. Of a case that several deliveries have, the latest
 * stands.
 *
 * @param id what it is called
 * @param set the record set
 * @param files names of its files in the records folder
 * @param rank 1 for the first delivery of the set, one more for each later one; files that no
 *     delivery names came before all of them
 * @param completeFor the period of which it has every case; empty: additions
 * @param reason why it came again or late
 * @param place where it is registered
 */
public record Delivered(
    String id,
    String set,
    Set<String> files,
    int rank,
    Optional<ReportingPeriod> completeFor,
    Optional<String> reason,
    Place place) {

  /** Copies the set. */
  public Delivered {
    files = Set.copyOf(files);
  }
}
