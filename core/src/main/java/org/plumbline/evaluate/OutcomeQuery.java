package org.plumbline.evaluate;

import java.util.Optional;
import org.plumbline.calendar.ReportingPeriod;

/**
 * Which cases are asked for.
 *
 * @param period only those that count in it; empty: all
 * @param onlyOpen only those that are not decided yet
 * @param order in which order
 * @param limit how many at most
 */
public record OutcomeQuery(
    Optional<ReportingPeriod> period, boolean onlyOpen, Order order, long limit) {

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
    return new OutcomeQuery(Optional.empty(), false, Order.KEY, Long.MAX_VALUE);
  }

  /** Those that are not decided yet, by key. */
  public static OutcomeQuery open() {
    return new OutcomeQuery(Optional.empty(), true, Order.KEY, Long.MAX_VALUE);
  }

  /** The worst of a period. */
  public static OutcomeQuery worst(ReportingPeriod period, long limit) {
    return new OutcomeQuery(Optional.of(period), false, Order.WORST, limit);
  }
}
