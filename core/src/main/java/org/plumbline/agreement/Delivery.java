package org.plumbline.agreement;

import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.TimeAmount;

/**
 * How the records of a set come, and when they are complete (language.md 4.1, design 4.8).
 *
 * @param suppliedBy parties or roles; the first is authoritative
 * @param source the system they come from
 * @param method FIBF's collection method
 * @param evidenceRequired whether each record needs evidence
 * @param due how long after the period's end the delivery is due; results before are provisional
 * @param finalAfter how long after the period's end nothing but reconsideration changes a result
 *     ({@code final})
 * @param unusable what a row with impossible moments is; empty: indeterminate
 * @param ifMissing what a missing delivery means; empty: no data
 */
public record Delivery(
    List<String> suppliedBy,
    Optional<String> source,
    Optional<String> method,
    boolean evidenceRequired,
    Optional<TimeAmount> due,
    Optional<TimeAmount> finalAfter,
    Optional<Unusable> unusable,
    Optional<IfMissing> ifMissing) {

  /** Copies the list. */
  public Delivery {
    suppliedBy = List.copyOf(suppliedBy);
  }

  /** What an unusable row is. */
  public enum Unusable {
    /** It stays in the population as indeterminate. */
    INDETERMINATE("indeterminate"),
    /** It is not met. */
    NOT_MET("not-met");

    private final String key;

    Unusable(String key) {
      this.key = key;
    }

    /** The key of the language. */
    public String key() {
      return key;
    }
  }

  /** What a missing delivery means. */
  public enum IfMissing {
    /** No data. */
    NO_DATA("no-data"),
    /** Not met. */
    NOT_MET("not-met");

    private final String key;

    IfMissing(String key) {
      this.key = key;
    }

    /** The key of the language. */
    public String key() {
      return key;
    }
  }
}
