package org.plumbline.evaluate;

import java.time.LocalDate;
import java.time.ZoneId;
import org.plumbline.calendar.EpochMicros;

/**
 * Which cases stay under the terms they stand under (docs/meaning.md 21): those of which something
 * happened before a day, by these very terms.
 *
 * @param what what had to happen
 * @param day the first day of other terms
 * @param zone the agreement's, in which the day begins
 */
public record Staying(What what, LocalDate day, ZoneId zone) {

  /** What happened of a case. */
  public enum What {
    /** It had started; without a start it had stopped. */
    STARTED,
    /** It had stopped. */
    STOPPED,
    /** It had been decided. */
    DECIDED
  }

  /** The first instant of the day, in microseconds since 1970. */
  public long micros() {
    return EpochMicros.of(day.atStartOfDay(zone).toInstant());
  }
}
