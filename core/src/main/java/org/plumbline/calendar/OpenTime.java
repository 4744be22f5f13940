package org.plumbline.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The open time of a calendar over a range of dates, to the microsecond: how much of it lies
 * between two instants, and when a given amount of it has passed.
 *
 * <p>A window opens at the first instant at which the local clock shows its start or a later time,
 * and closes at the first instant at which it shows its end or a later time. So an end inside a
 * skipped hour lies at the change of the clocks, and an end that occurs twice lies at its first
 * occurrence; a window around the change has its real length (design section 4.1).
 *
 * <p>Whatever lies outside the range is refused with {@link OutsideCalendarException}, never
 * guessed. Immutable; safe for use by many threads.
 */
public final class OpenTime {

  // Open segments, disjoint and in order, with the open time before each: one look-up and one
  // clipped subtraction answer
  // "how much open time up to t". The segment is found through an index of fixed buckets of about
  // nine and a half hours:
  // it names the first segment that ends after the bucket starts, from where a step or two lead to
  // the right one.
  private static final int BUCKET_BITS = 35;

  private final WorkCalendar calendar;
  private final OpenDays days;
  private final long rangeStart;
  private final long rangeEnd;
  private final int count;
  private final long[] starts;
  private final long[] ends;
  private final long[] before;
  private final int[] firstOfBucket;

  OpenTime(WorkCalendar calendar, OpenDays days, List<Segment> segments) {
    this.calendar = calendar;
    this.days = days;
    rangeStart = days.startOfDay(days.from());
    rangeEnd = days.endOfDay(days.until());
    count = segments.size();
    starts = segments.stream().mapToLong(Segment::startMicros).toArray();
    ends = segments.stream().mapToLong(Segment::endMicros).toArray();
    before = new long[count + 1];
    for (int i = 0; i < count; i++) {
      before[i + 1] = before[i] + ends[i] - starts[i];
    }
    firstOfBucket = buckets(ends, rangeStart, rangeEnd);
  }

  /**
   * Resolves a calendar over a range of dates.
   *
   * @param from first date that may be asked about
   * @param until last date that may be asked about, included; at most {@value
   *     CalendarResolution#MAXIMUM_DAYS} days
   * @throws OutsideCalendarException if the range is too long, or a holiday rule does not cover it
   */
  public static OpenTime of(WorkCalendar calendar, LocalDate from, LocalDate until) {
    return CalendarResolution.resolve(calendar, from, until);
  }

  /** The calendar that was resolved. */
  public WorkCalendar calendar() {
    return calendar;
  }

  /** The same calendar counted by date. */
  public OpenDays days() {
    return days;
  }

  /** The first instant that may be asked about. */
  public long rangeStart() {
    return rangeStart;
  }

  /** The last instant that may be asked about: the midnight that ends the last date. */
  public long rangeEnd() {
    return rangeEnd;
  }

  /**
   * The open time in microseconds from the start of the range to the instant.
   *
   * @throws OutsideCalendarException if the instant is outside the range
   */
  public long working(long micros) {
    int segment = segmentEndingAfter(micros);
    return segment == count
        ? before[count]
        : before[segment] + Math.max(0, micros - starts[segment]);
  }

  /** The open time in microseconds from the start of the range to the instant. */
  public long working(Instant instant) {
    return working(EpochMicros.of(instant));
  }

  /**
   * The open time in microseconds within {@code [from, until)}; negative if {@code until} is before
   * {@code from}.
   *
   * @throws OutsideCalendarException if an instant is outside the range
   */
  public long between(long from, long until) {
    return working(until) - working(from);
  }

  /**
   * The open time in microseconds within {@code [from, until)}; negative if {@code until} is before
   * {@code from}.
   */
  public long between(Instant from, Instant until) {
    return between(EpochMicros.of(from), EpochMicros.of(until));
  }

  /**
   * The earliest instant at which this much open time has passed since {@code from}; {@code from}
   * itself for none.
   *
   * <p>A stop is within the limit until {@link #lateFrom}, which is later where the limit runs out
   * at a closing.
   *
   * @param workingMicros open time, not negative
   * @throws OutsideCalendarException if the range ends before
   */
  public long due(long from, long workingMicros) {
    requireNotNegative(workingMicros);
    return workingMicros == 0
        ? requireInRange(from)
        : earliest(Math.addExact(working(from), workingMicros));
  }

  /**
   * The instant from which more than this much open time has passed since {@code from}: a stop at
   * it is still within the limit, any later one is not. Where the limit runs out at a closing, this
   * is the next opening.
   *
   * @param workingMicros open time, not negative
   * @throws OutsideCalendarException if the range ends before
   */
  public long lateFrom(long from, long workingMicros) {
    requireNotNegative(workingMicros);
    return Math.max(from, latest(Math.addExact(working(from), workingMicros)));
  }

  /**
   * Backwards: the latest instant from which this much open time still fits before {@code until};
   * {@code until} itself for none.
   *
   * @param workingMicros open time, not negative
   * @throws OutsideCalendarException if the range starts after
   */
  public long startBy(long until, long workingMicros) {
    requireNotNegative(workingMicros);
    return workingMicros == 0 ? requireInRange(until) : latest(working(until) - workingMicros);
  }

  /**
   * Backwards: the earliest instant from which not more than this much open time passes before
   * {@code until}.
   *
   * @param workingMicros open time, not negative
   * @throws OutsideCalendarException if the range starts after
   */
  public long startFrom(long until, long workingMicros) {
    requireNotNegative(workingMicros);
    return Math.min(until, earliest(working(until) - workingMicros));
  }

  /** Whether the instant is open. */
  public boolean isOpen(long micros) {
    int segment = segmentEndingAfter(micros);
    return segment < count && micros >= starts[segment];
  }

  /**
   * The instant itself if it is open, else the next opening: the rule {@code after-hours:
   * next-workday} (language section 3.4). A closing instant is not open.
   *
   * <p>Before the first opening of an open day, and in a gap between its windows, the next opening
   * is on the same day; it is not put off to the day after.
   *
   * @throws OutsideCalendarException if nothing opens before the range ends
   */
  public long nextOpen(long micros) {
    int segment = segmentEndingAfter(micros);
    if (segment == count) {
      throw outside("nothing opens after " + EpochMicros.toInstant(micros));
    }
    return Math.max(micros, starts[segment]);
  }

  /** All open segments of the range, disjoint, not touching, in order. */
  public List<Segment> segments() {
    return segments(rangeStart, rangeEnd);
  }

  /**
   * The open segments within {@code [from, until)}, cut at both ends, in order.
   *
   * @throws OutsideCalendarException if an instant is outside the range
   */
  public List<Segment> segments(long from, long until) {
    List<Segment> within = new ArrayList<>();
    int last = segmentEndingAfter(until);
    for (int i = segmentEndingAfter(from); i <= last && i < count && starts[i] < until; i++) {
      within.add(new Segment(Math.max(from, starts[i]), Math.min(until, ends[i])));
    }
    return within;
  }

  private int segmentEndingAfter(long micros) {
    int segment = firstOfBucket[(int) ((requireInRange(micros) - rangeStart) >> BUCKET_BITS)];
    while (segment < count && ends[segment] <= micros) {
      segment++;
    }
    return segment;
  }

  /** The earliest instant with this much open time before it. */
  private long earliest(long working) {
    if (working <= 0 || working > before[count]) {
      throw outside("not enough open time");
    }
    int found = Arrays.binarySearch(before, working);
    int segment = found >= 0 ? found - 1 : -found - 2;
    return starts[segment] + working - before[segment];
  }

  /** The latest instant with this much open time before it. */
  private long latest(long working) {
    if (working < 0 || working >= before[count]) {
      throw outside("not enough open time");
    }
    int found = Arrays.binarySearch(before, working);
    int segment = found >= 0 ? found : -found - 2;
    return starts[segment] + working - before[segment];
  }

  private long requireInRange(long micros) {
    if (micros < rangeStart || micros > rangeEnd) {
      throw outside(EpochMicros.toInstant(micros) + " is outside");
    }
    return micros;
  }

  private OutsideCalendarException outside(String what) {
    return new OutsideCalendarException(
        String.format(
            "%s: calendar %s was asked about %s to %s",
            what, calendar.id(), days.from(), days.until()));
  }

  private static void requireNotNegative(long workingMicros) {
    if (workingMicros < 0) {
      throw new IllegalArgumentException("open time is negative: " + workingMicros);
    }
  }

  private static int[] buckets(long[] ends, long rangeStart, long rangeEnd) {
    int[] first = new int[(int) ((rangeEnd - rangeStart) >> BUCKET_BITS) + 1];
    int segment = 0;
    for (int bucket = 0; bucket < first.length; bucket++) {
      long start = rangeStart + ((long) bucket << BUCKET_BITS);
      while (segment < ends.length && ends[segment] <= start) {
        segment++;
      }
      first[bucket] = segment;
    }
    return first;
  }
}
