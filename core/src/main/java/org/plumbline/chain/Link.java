package org.plumbline.chain;

import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.TimeAmount;

/**
 * One step of a chain and how long it may take.
 *
 * @param reference where the time is allotted: {@code process/step}, or a metric
 * @param parties who performs it
 * @param allotted how long it may take
 * @param calendar in which calendar that is counted, its own or that of its party; empty: the
 *     agreement's for workdays, every hour else
 * @param counted whether its time counts under the clock of the promise
 */
public record Link(
    String reference,
    String name,
    List<String> parties,
    TimeAmount allotted,
    Optional<String> calendar,
    boolean counted) {
  /** Copies the list. */
  public Link {
    parties = List.copyOf(parties);
  }

  /** The party whose step it is; of a shared one the first. */
  public String party() {
    return parties.isEmpty() ? "nobody" : parties.get(0);
  }

  /** An amount in the unit of what is allotted, in words. */
  public String words(long amount) {
    return Lengths.words(allotted, amount);
  }

  /** In which calendar it is counted, in words. */
  public String calendarWords() {
    return calendar.orElseGet(
        () ->
            switch (allotted.kind()) {
              case ELAPSED -> "every hour";
              case BY_DATE_WORKDAYS -> "the agreement's workdays";
              case BY_DATE_DAYS, BY_DATE_MONTHS -> "every day";
            });
  }
}
