package org.plumbline.cli.question;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.TimeAmount;

/**
 * When something is due; or, asked backwards, by when it has to start.
 *
 * @param time the calendar
 * @param from the moment that was asked about
 * @param limit how long
 * @param backward whether the time was counted back from the moment
 * @param day the last day of the limit; backwards the day to start on
 * @param instant the earliest instant at which the limit has run out, in microseconds; backwards
 *     the latest to start; empty where the question and so the answer is a date
 * @param lateFrom from when it is late; empty backwards
 */
public record DueAnswer(
    OpenTime time,
    Asked from,
    TimeAmount limit,
    boolean backward,
    LocalDate day,
    OptionalLong instant,
    Optional<LateFrom> lateFrom) {

  /**
   * From when something is late.
   *
   * @param day its date in the calendar's zone
   * @param instant in microseconds; empty for the whole day
   * @param inclusive whether it is late at this very instant, or only after it
   */
  public record LateFrom(LocalDate day, OptionalLong instant, boolean inclusive) {}
}
