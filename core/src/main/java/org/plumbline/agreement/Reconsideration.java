package org.plumbline.agreement;

import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.TimeAmount;

/** How a party asks afterwards, and how it is decided (language.md 7). */
public record Reconsideration(
    TimeAmount requestWithin,
    TimeAmount decideWithin,
    Optional<String> silence,
    List<String> grounds,
    List<String> escalation,
    Optional<TimeAmount> eachWithin,
    Optional<String> clause) {
  /** Copies the lists. */
  public Reconsideration {
    grounds = List.copyOf(grounds);
    escalation = List.copyOf(escalation);
  }
}
