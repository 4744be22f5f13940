package org.plumbline.calendar;

/**
 * A stretch of open time, half open.
 *
 * @param startMicros first microsecond that is open
 * @param endMicros first microsecond after it that is not
 */
public record Segment(long startMicros, long endMicros) {

  /** How long it is, in microseconds. */
  public long micros() {
    return endMicros - startMicros;
  }
}
