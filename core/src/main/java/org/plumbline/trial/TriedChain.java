package org.plumbline.trial;

import java.util.List;
import org.plumbline.chain.Chain;

/**
 * How a promise and its steps went in the past.
 *
 * @param cases how many cases were decided
 * @param broken of these, in how many the promise was not kept
 * @param looked into how many of these was looked, the worst ones; fewer where there are very many
 * @param inTime of those looked into, in how many no step that is seen took longer than it may
 * @param steps the steps, in order
 */
public record TriedChain(
    Chain chain, long cases, long broken, long looked, long inTime, List<TriedStep> steps) {
  /** Copies the list. */
  public TriedChain {
    steps = List.copyOf(steps);
  }
}
