package org.plumbline.referee;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.plumbline.evaluate.Exact;

/**
 * A figure with its bounds (meaning 12).
 *
 * @param holding how many cases are within the limit, or hold the condition of a share
 * @param down the time down of a share of available time, if it is known
 */
record Counted(
    Optional<Exact> figure,
    Optional<Exact> low,
    Optional<Exact> high,
    Set<Member> cases,
    long holding,
    Set<Member> indeterminate,
    Optional<Exact> down) {

  Counted(
      Optional<Exact> figure,
      Optional<Exact> low,
      Optional<Exact> high,
      Set<Member> cases,
      long holding,
      Set<Member> indeterminate) {
    this(figure, low, high, cases, holding, indeterminate, Optional.empty());
  }

  /** The figure if it is the same whatever the indeterminate cases are. */
  Optional<Exact> certain() {
    return low.isPresent() && low.equals(high) ? low : Optional.empty();
  }

  /** The same of a target that is to be agreed. */
  Counted withoutFigure() {
    return new Counted(
        Optional.empty(), Optional.empty(), Optional.empty(), cases, 0, indeterminate);
  }

  Set<Member> indeterminateAlso(Counted other) {
    Set<Member> all = new HashSet<>(indeterminate);
    all.addAll(other.indeterminate);
    return all;
  }
}
