package org.plumbline.agreement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * First and last day of performance, both included.
 *
 * @param runOut what happens to cases open after it; empty: judged
 */
public record PerformancePeriod(LocalDate from, LocalDate until, Optional<RunOut> runOut) {

  /** What happens to open cases at the end. */
  public enum RunOut {
    /** They are judged, in the last period. */
    JUDGED("judged"),
    /** They are dropped. */
    DROPPED("dropped");

    private final String key;

    RunOut(String key) {
      this.key = key;
    }

    /** The key of the language. */
    public String key() {
      return key;
    }
  }
}
