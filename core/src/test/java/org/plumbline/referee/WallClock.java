package org.plumbline.referee;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** What the clock on the wall of a zone shows, and when; instants are microseconds since 1970. */
record WallClock(ZoneId zone) {

  static final long MINUTE = 60_000_000L;

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  LocalDateTime show(long micros) {
    return LocalDateTime.ofInstant(instant(micros), zone);
  }

  LocalDate date(long micros) {
    return show(micros).toLocalDate();
  }

  /** The first instant of the date. */
  long startOf(LocalDate date) {
    return micros(date.atStartOfDay(zone).toInstant());
  }

  /** The first instant after the date. */
  long endOf(LocalDate date) {
    return startOf(date.plusDays(1));
  }

  /**
   * A local time that does not exist moves forward by the gap; one that occurs twice is the
   * earlier.
   */
  long at(LocalDate date, LocalTime time) {
    return micros(date.atTime(time).atZone(zone).withEarlierOffsetAtOverlap().toInstant());
  }

  /** The first instant at which the clock shows this date and time or a later one. */
  long firstShowing(LocalDate date, LocalTime time) {
    LocalDateTime wanted = date.atTime(time);
    var gap = zone.getRules().getTransition(wanted);
    return gap != null && gap.isGap() ? micros(gap.getInstant()) : at(date, time);
  }
}
