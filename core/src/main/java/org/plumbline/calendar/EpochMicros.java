package org.plumbline.calendar;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Instants as microseconds since 1970-01-01T00:00Z, the unit of every computed instant (design
 * section 4.1).
 */
public final class EpochMicros {

  /** Microseconds in one second. */
  public static final long SECOND = 1_000_000L;

  /** Microseconds in one minute. */
  public static final long MINUTE = 60 * SECOND;

  /** Microseconds in one hour. */
  public static final long HOUR = 60 * MINUTE;

  private EpochMicros() {}

  /**
   * The microsecond that contains the instant (rounded down).
   *
   * @throws ArithmeticException if the instant is beyond about 290,000 years from 1970
   */
  public static long of(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano() / 1_000);
  }

  /** The instant at the start of the microsecond. */
  public static Instant toInstant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
