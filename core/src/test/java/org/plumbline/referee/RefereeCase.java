package org.plumbline.referee;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.plumbline.agreement.Origin;

/**
 * One case as it was recorded, with nothing worked out.
 *
 * @param occurrences of each recorded moment
 * @param changes in an event log one an event, else the one row
 * @param unusable why the row cannot be trusted
 * @param members of a group
 * @param gap of a stretch without readings: what it means
 */
record RefereeCase(
    String key,
    Map<String, List<Occurrence>> occurrences,
    List<Change> changes,
    List<Hold> holds,
    Optional<String> unusable,
    List<RefereeCase> members,
    Optional<Origin.Missing> gap) {

  RefereeCase(
      String key,
      Map<String, List<Occurrence>> occurrences,
      List<Change> changes,
      List<Hold> holds,
      Optional<String> unusable) {
    this(key, occurrences, changes, holds, unusable, List.of(), Optional.empty());
  }

  /** A case that was worked out: each moment and field has one value. */
  static RefereeCase workedOut(
      String key,
      Map<String, Long> moments,
      Map<String, Object> values,
      Optional<String> unusable) {
    Map<String, List<Occurrence>> occurrences = new HashMap<>();
    moments.forEach((id, at) -> occurrences.put(id, List.of(new Occurrence(at, 0))));
    return new RefereeCase(
        key, occurrences, List.of(new Change(0, 0, values)), List.of(), unusable);
  }

  RefereeCase withMembers(List<RefereeCase> cases) {
    return new RefereeCase(key, occurrences, changes, holds, unusable, cases, gap);
  }

  RefereeCase asGap(Origin.Missing means) {
    return new RefereeCase(key, occurrences, changes, holds, unusable, members, Optional.of(means));
  }

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
