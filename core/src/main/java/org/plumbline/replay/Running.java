package org.plumbline.replay;

import java.time.LocalDate;
import java.time.ZoneId;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.TimeAmount;

/**
 * How a clock ran: what of it had elapsed by the end of a slot, or before it was voided, in
 * microseconds or days (docs/meaning.md 5 and 7).
 */
record Running(TimeAmount.Kind unit, OpenTime open, ZoneId zone, Slots slots) {

  /** What had elapsed at the last microsecond, or day, of a slot that does not lie before it. */
  long until(long start, int slot) {
    if (slot >= slots.ending()) {
      return Long.MAX_VALUE;
    }
    return unit == TimeAmount.Kind.ELAPSED
        ? open.between(start, slots.end(slot) - 1)
        : days(date(start), slots.lastDay(slot));
  }

  /** What had elapsed just before an instant; −1 where that was before its start. */
  long before(long start, long instant) {
    if (unit == TimeAmount.Kind.ELAPSED) {
      return instant <= start ? -1 : open.between(start, instant - 1);
    }
    LocalDate last = date(instant).minusDays(1);
    return last.isBefore(date(start)) ? -1 : days(date(start), last);
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
