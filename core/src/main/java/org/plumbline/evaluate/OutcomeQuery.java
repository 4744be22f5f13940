package org.plumbline.evaluate;

import java.util.Optional;
import org.plumbline.calendar.ReportingPeriod;

/**
 * Which cases are asked for.
 *
 * @param period only those that count in it; empty: all
 * @param order in which order
 * @param limit how many at most
 */
public record OutcomeQuery(Optional<ReportingPeriod> period, Order order, long limit) {

  /** In which order cases are told. */
  public enum Order {
    /** By key, then part. */
    KEY,
    /** Not met first, then what cannot be said, then open; the longest first. */
    WORST
  }

  /** All cases by key. */
  public static OutcomeQuery all() {
    return new OutcomeQuery(Optional.empty(), Order.KEY, Long.MAX_VALUE);
  }

  /** The worst of a period. */
  public static OutcomeQuery worst(ReportingPeriod period, long limit) {
    return new OutcomeQuery(Optional.of(period), Order.WORST, limit);
  }
}
