package org.plumbline.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What became of a reconsideration request, as far as it is known.
 *
 * @param id of the request
 * @param granted what it grants; empty unless it was accepted
 * @param decideBy the last day on which it is to be decided, while it is pending
 * @param words why it stands so, without a full stop
 */
public record Standing(
    String id,
    Request request,
    State state,
    List<Ask> granted,
    Optional<LocalDate> decideBy,
    String words) {

  /** Copies the list. */
  public Standing {
    granted = List.copyOf(granted);
  }

  /** How it stands. */
  public enum State {
    /** Nobody has decided yet, and there is time left. */
    PENDING("pending"),
    /** All that was asked for is granted. */
    ACCEPTED("accepted"),
    /** Some of it. */
    IN_PART("in-part"),
    /** Nothing. */
    REJECTED("rejected"),
    /** The party that asked has taken it back. */
    WITHDRAWN("withdrawn"),
    /** It was asked too late, or not as agreed. */
    DOES_NOT_STAND("does-not-stand");

    private final String key;

    State(String key) {
      this.key = key;
    }

    /** The word of formats: {@code in-part}. */
    public String key() {
      return key;
    }

    /** The word for people: {@code accepted in part}. */
    public String words() {
      return this == IN_PART ? "accepted in part" : key.replace('-', ' ');
    }
  }

  /** What would be granted if it were accepted as it was asked. */
  public List<Ask> atMost() {
    return state == State.PENDING ? request.asks() : granted;
  }

  /** The same without what was decided, escalated or withdrawn after a day. */
  Standing knownOn(LocalDate day) {
    return with(
        request.asks(),
        request.escalated().stream().filter(each -> !each.on().isAfter(day)).toList(),
        request.decisions().stream().filter(each -> !each.on().isAfter(day)).toList(),
        request.withdrawn().filter(on -> !on.isAfter(day)),
        granted);
  }

  /**
   * The same as of a reader who may not see all.
   *
   * @param name what stands in place of the name of a case
   * @param value what stands in place of the value of a field or moment; empty: the value itself
   */
  public Standing shown(
      UnaryOperator<Ask.CaseName> name, Function<String, Optional<String>> value) {
    UnaryOperator<Ask> ask = each -> each.shown(name, value);
    return with(
        request.asks().stream().map(ask).toList(),
        request.escalated(),
        request.decisions(),
        request.withdrawn(),
        granted.stream().map(ask).toList());
  }

  private Standing with(
      List<Ask> asks,
      List<Request.Escalation> escalated,
      List<Request.Decision> decisions,
      Optional<LocalDate> withdrawn,
      List<Ask> granted) {
    return new Standing(
        id,
        new Request(
            request.metric(),
            request.period(),
            request.by(),
            request.person(),
            request.asked(),
            request.ground(),
            request.reason(),
            request.evidence(),
            asks,
            escalated,
            decisions,
            withdrawn),
        state,
        granted,
        decideBy,
        words);
  }
}
