package org.plumbline.agreement;

import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.TimeAmount;

/** What is bought. */
public record Service(
    String name, List<String> systems, List<Fee> fees, Optional<Billing> billing) {

  /** Copies the lists. */
  public Service {
    systems = List.copyOf(systems);
    fees = List.copyOf(fees);
  }

  /**
   * A price.
   *
   * @param per a period, or a metric: unit price times its figure
   */
  public record Fee(Varying<Money> amount, String per) {}

  /** How it is billed. */
  public record Billing(Optional<String> every, Optional<TimeAmount> payWithin) {}
}
