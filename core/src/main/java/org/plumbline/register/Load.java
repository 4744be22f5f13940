package org.plumbline.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A delivery of records: which files came when, and what they are complete for (design 4.8).
 *
 * @param set the record set
 * @param files names of files in the records folder
 * @param delivered the day on which they came
 * @param by the party that delivered them
 * @param completeFor the period of which they hold every case; empty: they are additions
 * @param reason why they came again or late
 */
public record Load(
    String set,
    List<String> files,
    LocalDate delivered,
    Optional<String> by,
    Optional<String> completeFor,
    Optional<String> reason) {

  /** Copies the list. */
  public Load {
    files = List.copyOf(files);
  }
}
