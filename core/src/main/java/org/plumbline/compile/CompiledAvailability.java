package org.plumbline.compile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.plumbline.agreement.Quantity.ShareOfAvailableTime;
import org.plumbline.calendar.OpenTime;
import org.plumbline.compile.plan.Plan;
import org.plumbline.exclusion.DeclaredTime;

/**
 * What a share of available time is worked out from (docs/meaning.md 16).
 *
 * @param stretches one row for each stretch of time in which a case's clock runs: {@code o case},
 *     {@code o part}, {@code o each}; {@code o from} and {@code o until} of the case, {@code o f}
 *     and {@code o u} of the stretch; {@code o open} (1 if the case has not ended), {@code o
 *     weight}, and for each line {@code o line 0}, … whether it is down (2), possibly (1) or not
 *     (0)
 * @param weightScale by how many decimal places weights were moved to be whole
 * @param hours the hours in which availability is promised
 * @param excluded times that are taken out of both down time and base, disjoint and in order
 */
public record CompiledAvailability(
    Supplier<Plan> stretches,
    ShareOfAvailableTime share,
    int weightScale,
    Hours hours,
    List<DeclaredTime> excluded) {

  /** Copies the list. */
  public CompiledAvailability {
    excluded = List.copyOf(excluded);
  }

  /** The hours of a window. */
  @FunctionalInterface
  public interface Hours {
    /**
     * The open time over the performance period.
     *
     * @param day the first day of the window
     * @return empty if the calendar cannot be told without a case
     */
    Optional<OpenTime> on(LocalDate day);
  }
}
