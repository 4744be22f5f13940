package org.plumbline.evaluate;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    BigInteger openMicros,
    BigInteger closedMicros) {

  /** The word for time under no hold and no stage. */
  public static final String UNASSIGNED = "unassigned";

  /** Times of which those of one metric, period and party are added up; by period and party. */
  public static List<PartyTime> summed(List<PartyTime> times) {
    Map<List<Object>, PartyTime> byParty = new LinkedHashMap<>();
    for (PartyTime time : times) {
      byParty.merge(List.of(time.metric(), time.period(), time.party()), time, PartyTime::plus);
    }
    return byParty.values().stream()
        .sorted(
            Comparator.comparing((PartyTime time) -> time.period().from())
                .thenComparing(PartyTime::party))
        .toList();
  }

  private PartyTime plus(PartyTime other) {
    return new PartyTime(
        metric,
        period,
        party,
        cases + other.cases,
        openMicros.add(other.openMicros),
        closedMicros.add(other.closedMicros));
  }
}
