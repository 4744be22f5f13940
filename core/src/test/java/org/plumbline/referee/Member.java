package org.plumbline.referee;

import java.util.Comparator;
import org.plumbline.calendar.ReportingPeriod;

/**
 * A case as it stands in a period of a metric.
 *
 * @param reading with the period at hand
 * @param kind decided, indeterminate or open
 * @param order by which the last case is told
 */
record Member(Reading reading, Standing.Kind kind, String each, long order) {

  static final Comparator<Member> BY_COUNTING =
      Comparator.comparingLong(Member::order)
          .thenComparing(Member::key)
          .thenComparingInt(member -> member.reading().part.number());

  static Member of(Population.Placed placed, ReportingPeriod atHand) {
    return of(placed.reading(), placed.kind(), atHand, placed.order());
  }

  static Member of(Reading reading, Standing.Kind kind, ReportingPeriod atHand, long order) {
    return new Member(reading.in(atHand), kind, reading.each(), order);
  }

  boolean unusable() {
    return reading.part.source().unusable().isPresent();
  }

  /** Whether it has neither stopped nor been closed. */
  boolean isOngoing() {
    return reading.stop.isEmpty() && reading.closing.isEmpty();
  }

  String key() {
    return reading.part.source().key();
  }
}
