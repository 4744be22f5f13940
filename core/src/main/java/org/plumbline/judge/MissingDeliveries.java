package org.plumbline.judge;

import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Delivery;
import org.plumbline.agreement.Delivery.IfMissing;
import org.plumbline.calendar.ReportingPeriod;

/** What a period is of which the records never came (docs/meaning.md 18). */
final class MissingDeliveries {

  private final Completeness completeness;
  private final Surroundings known;

  MissingDeliveries(Completeness completeness, Surroundings known) {
    this.completeness = completeness;
    this.known = known;
  }

  /** What follows if the delivery of a set is missing; empty where nothing is agreed. */
  Optional<IfMissing> agreed(String recordSet) {
    return completeness.delivered(recordSet).flatMap(set -> set.terms().ifMissing());
  }

  /**
   * What a complete period is, if its delivery is missing.
   *
   * @param hasCases whether any case of the metric is in it
   */
  Optional<Withheld> of(String recordSet, ReportingPeriod period, boolean hasCases) {
    Optional<IfMissing> agreed = agreed(recordSet);
    if (agreed.isEmpty()) {
      return Optional.empty();
    }
    String set = completeness.delivered(recordSet).orElseThrow().set();
    Optional<Set<Surroundings.Delivered>> deliveries = known.deliveries();
    boolean missing =
        deliveries.isPresent()
            ? !deliveries.get().contains(new Surroundings.Delivered(set, period.name()))
            : !hasCases;
    if (!missing) {
      return Optional.empty();
    }
    String came = "the records of " + set + " were not delivered";
    return Optional.of(
        agreed.get() == IfMissing.NOT_MET
            ? new Withheld(Status.NOT_MET, came + ", which the agreement takes as not met")
            : new Withheld(Status.NO_DATA, came));
  }

  /**
   * A set that is delivered.
   *
   * @param terms how it is delivered
   */
  record DeliveredSet(String set, Delivery terms) {}
}
