package org.plumbline.agreement;

import java.util.Optional;
import org.plumbline.calendar.TimeAmount;

/**
 * Whose time an interval of a case is (language.md 4.2). In the list, the first that covers an
 * instant owns it.
 */
public sealed interface Turn {

  /** The word for time that belongs to no party. */
  String NOBODY = "nobody";

  /** What the ids of holds begin with that no text has: times given to a party on request. */
  String RECONSIDERED = "reconsidered ";

  /** The name used in {@code pauses} and in conditions. */
  String id();

  /** A party, or {@link #NOBODY}. */
  String whose();

  /**
   * A recorded hold.
   *
   * @param placedBy who may place it
   * @param needs what must have happened for it to count
   * @param atMost how long it counts, per interval
   */
  record Hold(
      String id,
      String whose,
      Optional<String> placedBy,
      Optional<MomentTerm> needs,
      Optional<TimeAmount> atMost)
      implements Turn {}

  /**
   * A stage between two moments, half open.
   *
   * @param from where it begins, included
   * @param until where it ends, excluded; while that is missing the stage lasts
   */
  record Stage(String id, MomentTerm from, MomentTerm until, String whose) implements Turn {}
}
