package org.plumbline.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * How the local dates and times of a zone lie on the line of instants.
 *
 * <p>A local time is read as <em>the first instant at which the local clock shows it or a later
 * time</em>. A time that occurs twice is its first occurrence; a time that is skipped is the
 * instant of the change. Read this way, windows that touch on the wall never overlap or leave a
 * gap, and a window inside the skipped hour is empty.
 */
final class ZoneTimes {

  private final ZoneRules rules;

  ZoneTimes(ZoneId zone) {
    rules = zone.getRules();
  }

  /** The first instant at which the local clock shows this date and time or a later one. */
  long micros(LocalDate date, LocalTime time) {
    LocalDateTime local = date.atTime(time);
    ZoneOffsetTransition change = rules.getTransition(local);
    if (change != null && change.isGap()) {
      return EpochMicros.of(change.getInstant());
    }
    return EpochMicros.of(local.toInstant(rules.getOffset(local)));
  }

  /** The first instant of the date. */
  long startOfDay(LocalDate date) {
    return micros(date, LocalTime.MIDNIGHT);
  }

  /** The local date at the instant. */
  LocalDate date(long micros) {
    return local(micros).toLocalDate();
  }

  /** The local date and time at the instant. */
  LocalDateTime local(long micros) {
    Instant instant = EpochMicros.toInstant(micros);
    ZoneOffset offset = rules.getOffset(instant);
    return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), offset);
  }
}
