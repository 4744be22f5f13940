package org.plumbline.agreement;

import java.util.List;
import java.util.Optional;

/**
 * What is signed and does not compute (language.md 9).
 *
 * @param text prose, CommonMark
 * @param satisfies practice ids such as {@code gao-16-325/10}
 * @param accepts drafting comments that the parties let stand, for the reason that the text says
 */
public record Clause(
    String id, String heading, String text, List<String> satisfies, List<Accepted> accepts) {
  /** Copies the lists. */
  public Clause {
    satisfies = List.copyOf(satisfies);
    accepts = List.copyOf(accepts);
  }

  /** A clause that accepts nothing. */
  public Clause(String id, String heading, String text, List<String> satisfies) {
    this(id, heading, text, satisfies, List.of());
  }

  /**
   * A finding that is let stand: a warning that weighs as a note from then on.
   *
   * @param finding its code, such as {@code PL348}
   * @param at the path below which it is accepted, such as {@code metrics/reviews-held}; empty:
   *     everywhere
   * @param by the role that accepts it
   */
  public record Accepted(String finding, Optional<String> at, String by) {}
}
