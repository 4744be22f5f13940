package org.plumbline.profile;

import java.util.List;
import java.util.Optional;

/**
 * What is promised of cases that have a trail of events.
 *
 * @param startColumn the column that says when a case began, the same on each of its rows
 * @param starts else the states whose first entering starts the clock
 * @param stops the states whose last entering stops it
 * @param waits states in which a case waits for the customer
 * @param voids states that say that a case is void
 * @param within the limit
 * @param share how many of 100 shall keep to it
 * @param spread how long the cases of the file took
 */
record LogTerms(
    Optional<ColumnProfile> startColumn,
    List<String> starts,
    List<String> stops,
    List<String> waits,
    List<String> voids,
    String within,
    String share,
    Spread spread) {

  LogTerms {
    starts = List.copyOf(starts);
    stops = List.copyOf(stops);
    waits = List.copyOf(waits);
    voids = List.copyOf(voids);
  }
}
