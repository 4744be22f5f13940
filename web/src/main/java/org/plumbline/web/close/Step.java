package org.plumbline.web.close;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A step of the close of a period.
 *
 * @param id its name in the API
 * @param name its name on pages
 * @param who who acts
 * @param due the last day for it, as the agreement says; empty where it says none
 * @param done the day on which it was done
 * @param note what there is to say, in a sentence; may be empty
 */
public record Step(
    String id,
    String name,
    String who,
    Optional<LocalDate> due,
    Optional<LocalDate> done,
    State state,
    String note) {

  /** Where a step stands. */
  public enum State {
    /** Done. */
    DONE("done"),
    /** It is its turn. */
    NEXT("next"),
    /** It is its turn, and its last day has passed. */
    LATE("past its last day"),
    /** A step before it comes first. */
    TO_COME("to come");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** As people say it. */
    public String words() {
      return words;
    }
  }
}
