package org.plumbline.records;

import java.util.List;

/** How a moment is taken from the events of a log (language.md 4.3, {@code moments}). */
public sealed interface MomentSource {

  /**
   * Occurs at each event that enters one of these states from outside of them. An event that says
   * no state leaves the state as it was.
   */
  record Entered(List<String> states) implements MomentSource {
    /** Copies the list. */
    public Entered {
      states = List.copyOf(states);
    }
  }

  /**
   * Occurs at each event at which the number in the column is greater than the last one known
   * before it. The first number of a case is no rise.
   */
  record Rises(String column) implements MomentSource {}
}
