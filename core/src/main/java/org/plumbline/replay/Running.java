package org.plumbline.replay;

import java.time.LocalDate;
import java.time.ZoneId;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.TimeAmount;

/**
 * How a clock ran: what of it had elapsed by the end of a slot, or before it was voided, in
 * microseconds or days (docs/meaning.md 5 to 7). Times that do not count are pairs of from,
 * included, and until, excluded, in order.
 */
record Running(TimeAmount.Kind unit, OpenTime open, ZoneId zone, Slots slots) {

  /** What had elapsed at the last microsecond, or day, of a slot that does not lie before it. */
  long until(long start, int slot, long[] uncounted) {
    if (slot >= slots.ending()) {
      return Long.MAX_VALUE;
    }
    return unit == TimeAmount.Kind.ELAPSED
        ? elapsed(start, slots.end(slot) - 1, uncounted)
        : days(start, slots.lastDay(slot), uncounted);
  }

  /** What had elapsed just before an instant; −1 where that was before its start. */
  long before(long start, long instant, long[] uncounted) {
    if (unit == TimeAmount.Kind.ELAPSED) {
      return instant <= start ? -1 : elapsed(start, instant - 1, uncounted);
    }
    LocalDate last = date(instant).minusDays(1);
    return last.isBefore(date(start)) ? -1 : days(start, last, uncounted);
  }

  /** Whether times in hours come to what elapsed; a case without a stop is not asked. */
  boolean says(long start, long stop, long elapsed, long[] uncounted) {
    return unit != TimeAmount.Kind.ELAPSED
        || stop < start
        || elapsed(start, stop, uncounted) == elapsed;
  }

  /** What counts from a start to an instant. */
  private long elapsed(long start, long until, long[] uncounted) {
    long all = open.between(start, until);
    for (int i = 0; i < uncounted.length; i += 2) {
      long from = Math.max(start, uncounted[i]);
      long to = Math.min(until, uncounted[i + 1]);
      all -= from < to ? open.between(from, to) : 0;
    }
    return all;
  }

  /** The days up to and with a last one that count: each belongs to what was at its end. */
  private long days(long start, LocalDate last, long[] uncounted) {
    LocalDate first = date(start);
    long all = days(first, last);
    for (int i = 0; i < uncounted.length; i += 2) {
      LocalDate from = later(date(uncounted[i]).minusDays(1), first);
      LocalDate to = date(uncounted[i + 1]).minusDays(1);
      LocalDate until = to.isBefore(last) ? to : last;
      all -= until.isAfter(from) ? days(from, until) : 0;
    }
    return all;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private long days(LocalDate from, LocalDate to) {
    return unit == TimeAmount.Kind.BY_DATE_WORKDAYS
        ? open.days().openDayOrdinal(to) - open.days().openDayOrdinal(from)
        : to.toEpochDay() - from.toEpochDay();
  }

  private LocalDate date(long micros) {
    return EpochMicros.toInstant(micros).atZone(zone).toLocalDate();
  }
}
