package org.plumbline.judge;

import java.util.List;
import java.util.Optional;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;

/**
 * How one line of a target or minimum stands in one period.
 *
 * @param line which line
 * @param measurement what was counted for it; may be of the target's line where the minimum's is
 *     the same count
 * @param holds whether its bounds hold
 * @param bounds the bounds as they stood for the period
 * @param means by which rule it was decided
 * @param rounded the figure that was compared, where {@code compare: rounded-to} applies
 * @param turned whether the rounding turned the answer; such a line is flagged
 * @param interval the Wilson interval of a share with cases; information only
 * @param smallCount whether the line has fewer than {@value Judge#SMALL_COUNT} cases
 */
public record LineResult(
    LineId line,
    Measurement measurement,
    Holds holds,
    List<BoundValue> bounds,
    Means means,
    Optional<Exact> rounded,
    boolean turned,
    Optional<Interval> interval,
    boolean smallCount) {

  /** Copies the list. */
  public LineResult {
    bounds = List.copyOf(bounds);
  }

  /** Decided and indeterminate cases. */
  public long population() {
    return measurement.cases() + measurement.indeterminate();
  }

  /** By which rule a line was decided. */
  public enum Means {
    /** The bounds on the exact figure. */
    BOUNDS,
    /** The bounds on the figure rounded as the agreement says. */
    ROUNDED,
    /** So few cases that the agreed number of misses still meets. */
    LOW_VOLUME,
    /** Nothing was decided. */
    NONE
  }
}
