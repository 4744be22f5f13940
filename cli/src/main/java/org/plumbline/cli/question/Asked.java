package org.plumbline.cli.question;

import java.time.LocalDate;

/** A moment that somebody asks about: a date, or an instant. */
public sealed interface Asked {

  /** Its date in the calendar's zone. */
  LocalDate date();

  /**
   * A date without a time of day.
   *
   * @param date the date
   */
  record Day(LocalDate date) implements Asked {}

  /**
   * An instant.
   *
   * @param date its date in the calendar's zone
   * @param micros microseconds since 1970-01-01T00:00Z
   * @param twice whether it was written as a local time that occurs twice on that date, of which
   *     this is the earlier
   */
  record At(LocalDate date, long micros, boolean twice) implements Asked {}
}
