package org.plumbline.agreement.companion;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
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
}
