package org.plumbline.replay;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.ReportingPeriod;

/**
 * The days before performance, its reporting periods, and the days after it, as a line of slots
 * (docs/meaning.md 10). Slot 0 is before performance, slot i is period i − 1, the last slot is
 * after performance and has no end.
 */
final class Slots {

  /** The place of what counts in no period. */
  static final int OUTSIDE = -1;

  private final LocalDate[] lastDays;
  private final long[] ends;
  private final boolean judgedLate;

  /**
   * The slots of plain periods.
   *
   * @param periods in order, without gap
   */
  Slots(List<ReportingPeriod> periods, PerformancePeriod performance, ZoneId zone) {
    lastDays = new LocalDate[periods.size() + 1];
    lastDays[0] = performance.from().minusDays(1);
    for (int i = 0; i < periods.size(); i++) {
      LocalDate until = periods.get(i).until();
      lastDays[i + 1] = until.isAfter(performance.until()) ? performance.until() : until;
    }
    ends = new long[lastDays.length];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = EpochMicros.of(lastDays[i].plusDays(1).atStartOfDay(zone).toInstant());
    }
    judgedLate =
        performance.runOut().orElse(PerformancePeriod.RunOut.JUDGED)
            == PerformancePeriod.RunOut.JUDGED;
  }

  /** The slot that holds an instant. */
  int of(long micros) {
    int found = java.util.Arrays.binarySearch(ends, micros);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The number of slots that end. */
  int ending() {
    return ends.length;
  }

  /** The instant at which a slot ends, excluded. */
  long end(int slot) {
    return ends[slot];
  }

  /** The last day of a slot. */
  LocalDate lastDay(int slot) {
    return lastDays[slot];
  }

  /**
   * The period in which what is decided in a slot counts, from 0; {@link #OUTSIDE} for none.
   *
   * @param started the slot in which the clock started
   */
  int place(int slot, int started) {
    int periods = ends.length - 1;
    if (slot <= periods) {
      return slot - 1;
    }
    return judgedLate && started <= periods ? periods - 1 : OUTSIDE;
  }
}
