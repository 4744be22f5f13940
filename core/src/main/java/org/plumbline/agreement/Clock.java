package org.plumbline.agreement;

import java.util.List;
import java.util.Optional;

/**
 * What is timed: from where to where, in which hours, whose time (language.md 5.1). A clock knows
 * no limit.
 *
 * @param starts where it starts; empty for a limit that is a moment, for volumes
 * @param stops where it stops
 * @param calendar the hours in which it runs, by id; empty: {@code always} for elapsed time, the
 *     agreement's for workdays
 * @param counting whose time counts
 */
public record Clock(
    Optional<MomentTerm> starts,
    MomentTerm stops,
    Optional<Varying<String>> calendar,
    Counting counting) {

  /** A clock without a start, which tells only when a case is done. */
  public static Clock stoppingAt(MomentTerm moment) {
    return new Clock(Optional.empty(), moment, Optional.empty(), new Counting.AllTime());
  }

  /** Whose time counts. */
  public sealed interface Counting {
    /** All time; the default. */
    record AllTime() implements Counting {}

    /**
     * Only these parties' turns ({@code counts}); unassigned time counts like the performing
     * party's.
     */
    record Counts(List<String> parties) implements Counting {
      /** Copies the list. */
      public Counts {
        parties = List.copyOf(parties);
      }
    }

    /** All but these holds and stages ({@code pauses}). */
    record Pauses(List<String> turns) implements Counting {
      /** Copies the list. */
      public Pauses {
        turns = List.copyOf(turns);
      }
    }
  }
}
