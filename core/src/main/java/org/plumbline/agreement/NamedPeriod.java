package org.plumbline.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.TimeAmount;

/**
 * A named period: anchored ({@code every}) or a week pattern ({@code weeks}), one of the two
 * (language.md 3.6).
 *
 * @param from the anchor
 * @param namedBy {@code start end}
 */
public record NamedPeriod(
    Optional<TimeAmount> every, List<Integer> weeks, LocalDate from, Optional<String> namedBy) {
  /** Copies the list. */
  public NamedPeriod {
    weeks = List.copyOf(weeks);
  }
}
