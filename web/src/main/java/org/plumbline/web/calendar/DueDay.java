package org.plumbline.web.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that falls due, or takes place, on a day of an agreement.
 *
 * @param zone the agreement's, whose day it is
 * @param kind {@code Records Report Request Commitment Agreement Review Action Notice}
 * @param who sees to it; empty: both
 * @param by the term or the act that says so
 * @param done the day on which it was done
 * @param isLate whether its day has passed and it was not done, as far as the server can know
 * @param path where it is done or stands
 * @param id the same each time that it is asked for
 */
public record DueDay(
    UUID agreement,
    String title,
    LocalDate day,
    ZoneId zone,
    String kind,
    String what,
    Optional<String> who,
    String by,
    Optional<LocalDate> done,
    boolean isLate,
    String path,
    String id) {

  /** How it stands, in words; empty where there is nothing to say. */
  public String standing() {
    return done.map(on -> "done on " + on).orElse(isLate ? "past its last day" : "");
  }
}
