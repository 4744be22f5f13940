package org.plumbline.profile;

import java.util.List;

/**
 * A first agreement with its binding, and what to evaluate first.
 *
 * @param agreement the text of the agreement
 * @param binding the text of the binding
 * @param metric the id of the metric that the answers made
 * @param period the periods to evaluate first, as {@code --period} takes them
 * @param asOf up to when the file tells what happened, as {@code --as-of} takes it
 * @param taken what was taken without asking, a sentence each
 */
public record Proposal(
    String agreement,
    String binding,
    String metric,
    String period,
    String asOf,
    List<String> taken) {

  /** Copies the list. */
  public Proposal {
    taken = List.copyOf(taken);
  }
}
