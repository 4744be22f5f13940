package org.plumbline.cli.question;

import java.time.LocalDate;
import java.util.List;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.Segment;
import org.plumbline.calendar.TimeAmount;

/**
 * How an answer came about: what was counted, and what was passed over.
 *
 * @param windows the open windows that were counted, in order; empty where days were counted
 * @param days the days that were counted, in order; empty where time was counted
 * @param skipped the days between that are not open, in order
 */
public record Explanation(List<Segment> windows, List<LocalDate> days, List<SkippedDay> skipped) {

  /** Copies. */
  public Explanation {
    windows = List.copyOf(windows);
    days = List.copyOf(days);
    skipped = List.copyOf(skipped);
  }

  /** Of the time between two moments. */
  public static Explanation of(BetweenAnswer answer) {
    OpenTime time = answer.time();
    if (answer.from() instanceof Asked.At from && answer.to() instanceof Asked.At to) {
      return ofTime(time, from.micros(), to.micros());
    }
    return ofDays(time, answer.from().date().plusDays(1), answer.to().date(), true);
  }

  /** Of when something is due. */
  public static Explanation of(DueAnswer answer) {
    OpenTime time = answer.time();
    if (answer.limit().kind() == TimeAmount.Kind.ELAPSED
        && answer.from() instanceof Asked.At from) {
      long other = answer.instant().orElseThrow();
      return ofTime(time, Math.min(from.micros(), other), Math.max(from.micros(), other));
    }
    boolean workdays = answer.limit().kind() == TimeAmount.Kind.BY_DATE_WORKDAYS;
    return answer.backward()
        ? ofDays(time, answer.day(), answer.from().date().minusDays(1), workdays)
        : ofDays(time, answer.from().date().plusDays(1), answer.day(), workdays);
  }

  private static Explanation ofTime(OpenTime time, long from, long until) {
    LocalDate last = time.days().dateOf(until == from ? until : until - 1);
    return new Explanation(
        time.segments(from, until),
        List.of(),
        SkippedDay.between(time, time.days().dateOf(from), last));
  }

  private static Explanation ofDays(
      OpenTime time, LocalDate from, LocalDate until, boolean workdays) {
    if (from.isAfter(until)) {
      return new Explanation(List.of(), List.of(), List.of());
    }
    List<LocalDate> days =
        from.datesUntil(until.plusDays(1))
            .filter(date -> !workdays || time.days().isOpen(date))
            .toList();
    return new Explanation(
        List.of(), days, workdays ? SkippedDay.between(time, from, until) : List.of());
  }
}
