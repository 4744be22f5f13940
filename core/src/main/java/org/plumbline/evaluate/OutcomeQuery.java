package org.plumbline.evaluate;

import java.util.Optional;
import java.util.Set;
import org.plumbline.calendar.ReportingPeriod;

/**
 * Which cases are asked for.
 *
 * @param periods only those that count in one of them; empty: all
 * @param which only those that stand so
 * @param order in which order
 * @param limit how many at most
 */
public record OutcomeQuery(
    Optional<Set<ReportingPeriod>> periods, Which which, Order order, long limit) {

  /** Copies the set. */
  public OutcomeQuery {
    periods = periods.map(Set::copyOf);
  }

  /** How the cases stand. */
  public enum Which {
    /** However they stand. */
    ALL,
    /** Not decided yet. */
    OPEN,
    /** Of which it cannot be said. */
    INDETERMINATE,
    /** Taken out by an exclusion. */
    TAKEN_OUT
  }

  /** In which order cases are told. */
  public enum Order {
    /** By key, then part. */
    KEY,
    /**
     * Not met first, then what cannot be said, then open; those furthest past their limit first.
     */
    WORST
  }

  /** All cases by key. */
  public static OutcomeQuery all() {
    return new OutcomeQuery(Optional.empty(), Which.ALL, Order.KEY, Long.MAX_VALUE);
  }

  /** Those that are not decided yet, by key. */
  public static OutcomeQuery open() {
    return new OutcomeQuery(Optional.empty(), Which.OPEN, Order.KEY, Long.MAX_VALUE);
  }

  /** Those of which it cannot be said, by key. */
  public static OutcomeQuery indeterminate(long limit) {
    return new OutcomeQuery(Optional.empty(), Which.INDETERMINATE, Order.KEY, limit);
  }

  /** Those that an exclusion took out, by key. */
  public static OutcomeQuery takenOut(long limit) {
    return new OutcomeQuery(Optional.empty(), Which.TAKEN_OUT, Order.KEY, limit);
  }

  /** The worst of all these periods together. */
  public static OutcomeQuery worst(Set<ReportingPeriod> periods, long limit) {
    return new OutcomeQuery(Optional.of(periods), Which.ALL, Order.WORST, limit);
  }
}
