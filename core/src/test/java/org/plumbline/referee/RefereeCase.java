package org.plumbline.referee;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One case as it was recorded, with nothing worked out.
 *
 * @param occurrences of each recorded moment
 * @param changes in an event log one an event, else the one row
 * @param unusable why the row cannot be trusted
 */
record RefereeCase(
    String key,
    Map<String, List<Occurrence>> occurrences,
    List<Change> changes,
    List<Hold> holds,
    Optional<String> unusable) {

  /**
   * When a moment occurred.
   *
   * @param at microseconds, or for a date the epoch day
   * @param seq place in the trail of the case
   */
  record Occurrence(long at, long seq) {}

  /**
   * The fields as they stood from an event on.
   *
   * @param values text as String, numbers, money and shares as BigDecimal, durations as Long, flags
   *     as Boolean; a field without a value is absent
   */
  record Change(long at, long seq, Map<String, Object> values) {}

  /** An interval of a hold, half open; without an end it is still held. */
  record Hold(String id, long from, OptionalLong until) {}
}
