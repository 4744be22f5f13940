package org.plumbline.compile;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.calendar.EpochMicros;

/**
 * The dates that a plan may meet, and where they begin and end in the agreement's zone.
 *
 * @param zone the agreement's
 * @param first first date, as days since 1970-01-01
 * @param last last date, included
 */
record Horizon(ZoneId zone, long first, long last) {

  /** Microseconds in 24 hours. */
  static final long DAY = 24 * EpochMicros.HOUR;

  /** A stretch of instants with one local date, from {@code start} on. */
  record Piece(long start, long date) {}

  /** All dates of this and another horizon of the same zone. */
  Horizon with(Horizon other) {
    return new Horizon(zone, Math.min(first, other.first), Math.max(last, other.last));
  }

  /** How many dates there are. */
  int days() {
    return (int) (last - first + 1);
  }

  /** The instant at which a date begins: the first at which the clock shows it or a later time. */
  long startOfDay(long date) {
    return startOfDay(zone, date);
  }

  /** The instant at which a date begins in a zone. */
  static long startOfDay(ZoneId zone, long date) {
    return EpochMicros.of(LocalDate.ofEpochDay(date).atStartOfDay(zone).toInstant());
  }

  /** The local date at an instant. */
  long dateOf(long micros) {
    return EpochMicros.toInstant(micros).atZone(zone).toLocalDate().toEpochDay();
  }

  /** All stretches of one date, in order; a change of the clocks may bring a date twice. */
  List<Piece> pieces() {
    ZoneRules rules = zone.getRules();
    List<Piece> pieces = new ArrayList<>();
    long end = startOfDay(last + 2);
    long at = startOfDay(first - 1);
    while (at < end) {
      long date = dateOf(at);
      if (pieces.isEmpty() || pieces.get(pieces.size() - 1).date() != date) {
        pieces.add(new Piece(at, date));
      }
      long offset =
          rules.getOffset(EpochMicros.toInstant(at)).getTotalSeconds() * EpochMicros.SECOND;
      long midnight = (date + 1) * DAY - offset;
      ZoneOffsetTransition change = rules.nextTransition(EpochMicros.toInstant(at));
      at = change == null ? midnight : Math.min(midnight, EpochMicros.of(change.getInstant()));
    }
    return pieces;
  }
}
