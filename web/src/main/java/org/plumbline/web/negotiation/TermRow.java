package org.plumbline.web.negotiation;

import java.util.Optional;
import java.util.UUID;

/**
 * A term as the two parties last said it.
 *
 * @param term such as {@code metrics/paid-in-time}
 * @param heading as pages call it
 * @param customer what the customer's last position says; empty where it says nothing of it
 * @param provider what the provider's says
 * @param takes the other party's text whose wording the viewer could take as it is
 */
public record TermRow(
    String term,
    String heading,
    State state,
    Optional<String> customer,
    Optional<String> provider,
    Optional<UUID> takes) {

  /** How far the parties are. */
  public enum State {
    /** Both say the same, and nothing in it is left to be agreed. */
    AGREED("Agreed"),
    /** Both say the same, and a value in it is marked “to be agreed”. */
    TO_BE_AGREED("A value is to be agreed"),
    /** They say different things. */
    OPEN("Open"),
    /** One party has sent nothing yet. */
    UNANSWERED("Not answered yet");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }
}
