package org.plumbline.rounds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.agreement.Agreement;
import org.plumbline.evaluate.SetDelivery;
import org.plumbline.exclusion.DeclaredTimes;
import org.plumbline.judge.Surroundings;

/** What the register says beside the records, as the judge asks for it. */
public final class KnownBeside {

  private KnownBeside() {}

  /**
   * What is known.
   *
   * @param deliveries what the register says of deliveries; empty: nothing at all
   */
  public static Surroundings of(
      Agreement agreement,
      DeclaredTimes declared,
      Optional<List<SetDelivery>> deliveries,
      Instant asOf) {
    LocalDate today = asOf.atZone(agreement.zone()).toLocalDate();
    Map<String, Set<LocalDate>> suspended = new HashMap<>();
    for (String metric : agreement.metrics().keySet()) {
      Set<LocalDate> dates = declared.suspendedDates(agreement, metric);
      if (!dates.isEmpty()) {
        suspended.put(metric, dates);
      }
    }
    return new Surroundings(
        declared.closing(agreement),
        suspended,
        deliveries.map(
            rows ->
                rows.stream()
                    .filter(row -> row.delivered().filter(day -> !day.isAfter(today)).isPresent())
                    .map(row -> new Surroundings.Delivered(row.set(), row.period()))
                    .collect(Collectors.toUnmodifiableSet())));
  }
}
