package org.plumbline.forecast;

import java.util.List;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;
import org.plumbline.judge.Status;

/**
 * The chance of meeting, from how past periods went on after the same point (docs/meaning.md,
 * forecast). It is information and decides nothing.
 *
 * @param past the past periods, in order, with what this period would be if it went on like them
 * @param seed with which cases were drawn
 * @param draws how many times
 * @param met in so many of them the target is met
 * @param minimum in so many the minimum is kept, the target met or not
 */
public record Chance(List<Past> past, long seed, int draws, int met, int minimum) {

  /** So many past periods are needed to say anything. */
  public static final int FEWEST = 6;

  /** No more than the last so many are asked. */
  public static final int MOST = 12;

  /** So many times it is drawn. */
  public static final int DRAWS = 2_000;

  /** Copies the list. */
  public Chance {
    past = List.copyOf(past);
  }

  /**
   * A past period.
   *
   * @param period which
   * @param cases how many cases came in its rest, over all lines of the target
   * @param misses of a share, how many of them missed; else 0
   * @param down of a share of available time, how long it was down, in microseconds; else 0
   * @param result what the open period would be if it had the same rest
   */
  public record Past(ReportingPeriod period, long cases, long misses, Exact down, Status result) {}

  /** The share of draws in which the target is met. */
  public Exact ofTarget() {
    return Exact.ratio(met, draws);
  }

  /** The share of draws in which the minimum is kept. */
  public Exact ofMinimum() {
    return Exact.ratio(minimum, draws);
  }

  /** Of the past periods, those whose rest would meet the target as it was. */
  public long asItWas() {
    return past.stream().filter(each -> each.result() == Status.MET).count();
  }
}
