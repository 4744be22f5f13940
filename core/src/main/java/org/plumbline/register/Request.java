package org.plumbline.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A reconsideration request: what a party asks to have excluded or corrected after the fact
 * (language.md 7). The other party decides.
 *
 * @param metric id of the metric
 * @param period the reporting period whose result is contested, as people write it
 * @param by the party that asks
 * @param person who asks for it
 * @param asked the day
 * @param ground on which of the grounds agreed
 * @param reason why, in words
 * @param evidence what shows it
 * @param asks what is asked for; at least one
 * @param escalated to whom it was taken, in order
 * @param decisions what was decided, in order
 * @param withdrawn the day on which it was withdrawn
 */
public record Request(
    String metric,
    String period,
    String by,
    Optional<String> person,
    LocalDate asked,
    Optional<String> ground,
    Optional<String> reason,
    List<String> evidence,
    List<Ask> asks,
    List<Escalation> escalated,
    List<Decision> decisions,
    Optional<LocalDate> withdrawn) {

  /** Copies the lists. */
  public Request {
    evidence = List.copyOf(evidence);
    asks = List.copyOf(asks);
    escalated = List.copyOf(escalated);
    decisions = List.copyOf(decisions);
  }

  /** That a request was taken to a role of both sides. */
  public record Escalation(String to, LocalDate on) {}

  /**
   * What the other party, or a role on both sides, decided.
   *
   * @param by the party
   * @param role the role on both sides, after an escalation
   * @param grants what is granted of a request that is accepted in part
   */
  public record Decision(
      Optional<String> by,
      Optional<String> role,
      Optional<String> person,
      LocalDate on,
      Outcome outcome,
      List<Ask> grants,
      Optional<String> reason) {
    /** Copies the list. */
    public Decision {
      grants = List.copyOf(grants);
    }
  }

  /** How a decision came out. */
  public enum Outcome {
    /** All that was asked for. */
    ACCEPTED("accepted"),
    /** Some of it. */
    IN_PART("in-part"),
    /** None of it. */
    REJECTED("rejected");

    private final String key;

    Outcome(String key) {
      this.key = key;
    }

    /** The word of the file. */
    public String key() {
      return key;
    }
  }
}
