package org.plumbline.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a draft needs and no table of metrics says. What is not given is taken, and said to be.
 *
 * @param customer the customer's name
 * @param provider the provider's name
 * @param zone the zone in which dates are read
 * @param from the first day of performance
 * @param until the last one
 * @param today the day on which the draft is made
 */
public record DraftTerms(
    Optional<String> customer,
    Optional<String> provider,
    Optional<String> zone,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    LocalDate today) {

  /** The first day of performance; else that of the month after next. */
  LocalDate firstDay() {
    return from.orElseGet(() -> today.withDayOfMonth(1).plusMonths(2));
  }

  /** The last day; else a year later. */
  LocalDate lastDay() {
    return until.orElseGet(() -> firstDay().plusYears(1).minusDays(1));
  }

  /**
   * What was taken, in words.
   *
   * @param performance whether the draft has a performance period
   */
  public List<String> taken(boolean performance) {
    List<String> taken = new ArrayList<>();
    if (zone.isEmpty()) {
      taken.add("zone America/New_York (--zone)");
    }
    if (customer.isEmpty() || provider.isEmpty()) {
      taken.add("names of the parties (--customer, --provider)");
    }
    if (performance && (from.isEmpty() || until.isEmpty())) {
      taken.add("performance from " + firstDay() + " to " + lastDay() + " (--from, --until)");
    }
    return List.copyOf(taken);
  }
}
