package org.plumbline.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;

/**
 * A limit as clocks are asked about it, in microseconds or days (docs/meaning.md 8).
 *
 * @param within the most that may elapse
 * @param due what has elapsed when it runs out; one more than {@code within} for {@code under} in
 *     time, else the same
 */
record Threshold(long within, long due) {

  /**
   * The thresholds of a limit, one for each choice of amounts that is given; empty for a moment,
   * for months, for what varies by date, and for under no days at all, which runs out after a case
   * may have stopped.
   */
  static Optional<List<Threshold>> of(Level.Limit limit) {
    boolean under = limit instanceof Level.Limit.Under;
    List<Threshold> thresholds = new ArrayList<>();
    for (Optional<TimeAmount> amount : amounts(limit)) {
      if (amount.isEmpty() || !isKept(amount.get(), under)) {
        return Optional.empty();
      }
      thresholds.add(of(amount.get(), under));
    }
    return thresholds.isEmpty() ? Optional.empty() : Optional.of(thresholds);
  }

  private static List<Optional<TimeAmount>> amounts(Level.Limit limit) {
    Optional<Varying<TimeAmount>> varying = Counting.Limits.varying(limit);
    if (varying.isEmpty()) {
      return List.of();
    }
    return varying.get() instanceof Varying.ByCondition<TimeAmount> choices
        ? choices.choices().stream().map(choice -> choice.is().fixed()).toList()
        : List.of(varying.get().fixed());
  }

  private static boolean isKept(TimeAmount amount, boolean under) {
    return amount.kind() != TimeAmount.Kind.BY_DATE_MONTHS
        && (!under || amount.amount() > 0 || amount.kind() == TimeAmount.Kind.ELAPSED);
  }

  /** The threshold of an amount. */
  static Threshold of(TimeAmount amount, boolean under) {
    if (amount.kind() == TimeAmount.Kind.ELAPSED) {
      return new Threshold(amount.micros() - (under ? 1 : 0), amount.micros());
    }
    long days = amount.days() - (under ? 1 : 0);
    return new Threshold(days, days);
  }

  /** A case is decided within one of several limits, else when the last of them runs out. */
  static Threshold last(List<Threshold> all) {
    return new Threshold(
        all.stream().mapToLong(Threshold::within).max().orElseThrow(),
        all.stream().mapToLong(Threshold::due).max().orElseThrow());
  }
}
