package org.plumbline.agreement;

import java.util.Optional;
import org.plumbline.calendar.TimeAmount;

/**
 * What a reopened case means (language.md 4.1).
 *
 * @param at the moment at which it is reopened; may occur more than once
 * @param within how long after the decision a reopening withdraws it; empty: always
 * @param then what follows; empty: {@link Then#CONTINUE}
 */
public record Reopening(MomentTerm at, Optional<TimeAmount> within, Optional<Then> then) {

  /** What follows. */
  public Then thenOrDefault() {
    return then.orElse(Then.CONTINUE);
  }

  /** What a reopening does. */
  public enum Then {
    /** The earlier decision is withdrawn, the time between is nobody's, the clock goes on. */
    CONTINUE("continue"),
    /** The reopened part is a case of its own. */
    NEW_CASE("new-case"),
    /** The first decision stands. */
    IGNORE("ignore");

    private final String key;

    Then(String key) {
      this.key = key;
    }

    /** The key of the language. */
    public String key() {
      return key;
    }
  }
}
