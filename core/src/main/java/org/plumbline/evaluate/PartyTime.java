package org.plumbline.evaluate;

import org.plumbline.calendar.ReportingPeriod;

/**
 * The time that one party held the cases counted in a period of a metric with a clock that starts;
 * the rows of one metric and period add up to the wall time of its cases.
 *
 * @param party a party, {@code nobody} (a turn that is nobody's), or {@code unassigned}
 * @param openMicros microseconds inside the clock's open hours
 * @param closedMicros microseconds outside, which are nobody's, shown by whose turn it was
 */
public record PartyTime(
    String metric,
    ReportingPeriod period,
    String party,
    long cases,
    java.math.BigInteger openMicros,
    java.math.BigInteger closedMicros) {

  /** The word for time under no hold and no stage. */
  public static final String UNASSIGNED = "unassigned";
}
