package org.plumbline.judge;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.agreement.Agreement;

/**
 * What is known beside what was measured, and decides what a figure is worth (docs/meaning.md 18).
 *
 * @param calendars the agreement with the days closed that were declared closed
 * @param suspended by metric the dates that are wholly suspended
 * @param deliveries what was delivered, if the register says so at all
 */
public record Surroundings(
    Agreement calendars,
    Map<String, Set<LocalDate>> suspended,
    Optional<Set<Delivered>> deliveries) {

  /**
   * A delivery that came.
   *
   * @param set id of the record set
   * @param period name of the period
   */
  public record Delivered(String set, String period) {}

  /** Copies maps and sets. */
  public Surroundings {
    suspended =
        suspended.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    deliveries = deliveries.map(Set::copyOf);
  }

  /** Nothing was declared, and nothing is known of deliveries. */
  public static Surroundings none(Agreement agreement) {
    return new Surroundings(agreement, new LinkedHashMap<>(), Optional.empty());
  }

  /** The dates on which a metric was wholly suspended. */
  Set<LocalDate> suspended(String metric) {
    return suspended.getOrDefault(metric, Set.of());
  }
}
