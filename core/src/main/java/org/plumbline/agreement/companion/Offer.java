package org.plumbline.agreement.companion;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.RecordSet;

/**
 * What a provider offers to everybody: its standard metrics, which an agreement adopts, changes or
 * drops.
 *
 * @param provider the provider's name
 */
public record Offer(
    String id,
    String title,
    ZoneId zone,
    Optional<String> provider,
    Map<String, CalendarTerms> calendars,
    Map<String, RecordSet> records,
    Map<String, Metric> metrics,
    Map<String, Exclusion> exclusions) {

  /** Copies the maps, keeping their order. */
  public Offer {
    calendars = Conops.ordered(calendars);
    records = Conops.ordered(records);
    metrics = Conops.ordered(metrics);
    exclusions = Conops.ordered(exclusions);
  }

  /**
   * What is offered in the surroundings of an agreement: its parties, periods, services, and the
   * calendars and record sets that the offer itself does not have.
   */
  public Agreement within(Agreement agreement) {
    Map<String, CalendarTerms> working = new LinkedHashMap<>(agreement.calendars());
    working.putAll(calendars);
    Map<String, RecordSet> happened = new LinkedHashMap<>(agreement.records());
    happened.putAll(records);
    return new Agreement(
        agreement.language(),
        id,
        title,
        zone,
        agreement.marking(),
        agreement.parties(),
        agreement.roles(),
        List.of(),
        agreement.includes(),
        agreement.performancePeriod(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        agreement.definitions(),
        agreement.calendar(),
        agreement.period(),
        working,
        agreement.periods(),
        agreement.services(),
        happened,
        metrics,
        agreement.remedies(),
        agreement.pools(),
        agreement.settlement(),
        exclusions,
        Optional.empty(),
        agreement.reports(),
        Map.of(),
        agreement.clauses(),
        Map.of());
  }
}
