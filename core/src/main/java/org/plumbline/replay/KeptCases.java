package org.plumbline.replay;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * What the clocks of a line's cases say of one period, whatever the limit is.
 *
 * <p>A case that ended where it started counts in that period in any case. Any other misses a limit
 * in this period if the limit is above what had elapsed when the period began, at most what had
 * elapsed when it ended (or before the case was voided), and below what elapsed at all; so two
 * sorted lists of ends say how many do.
 */
final class KeptCases {

  private final Longs here;
  private final Longs stopped;
  private final Longs begins;
  private final Longs ends;
  private final Longs closed;
  private final Longs open;

  /** No cases yet. */
  KeptCases() {
    this(new Longs(), new Longs(), new Longs(), new Longs(), new Longs(), new Longs());
  }

  private KeptCases(Longs here, Longs stopped, Longs begins, Longs ends, Longs closed, Longs open) {
    this.here = here;
    this.stopped = stopped;
    this.begins = begins;
    this.ends = ends;
    this.closed = closed;
    this.open = open;
  }

  void write(DataOutputStream out) throws IOException {
    for (Longs each : List.of(here, stopped, begins, ends, closed, open)) {
      KeptPastFormat.numbers(each, out);
    }
  }

  static KeptCases read(DataInputStream in) throws IOException {
    return new KeptCases(
        KeptPastFormat.numbers(in),
        KeptPastFormat.numbers(in),
        KeptPastFormat.numbers(in),
        KeptPastFormat.numbers(in),
        KeptPastFormat.numbers(in),
        KeptPastFormat.numbers(in));
  }

  /** A case that stopped in the period in which it started. */
  void here(long elapsed) {
    here.add(elapsed);
  }

  /** A case that stopped in this period, and started elsewhere. */
  void stopped(long elapsed) {
    stopped.add(elapsed);
  }

  /** A case that was closed in this period without a stop. */
  void closed(long elapsed) {
    closed.add(elapsed);
  }

  /** A case that is open in this period until its limit runs out, in which it misses then. */
  void open(long elapsed) {
    open.add(elapsed);
    misses(-1, Long.MAX_VALUE, elapsed);
  }

  /**
   * A stretch of limits that a case misses in this period.
   *
   * @param above what had elapsed when the period began; −1 where the clock started in it
   * @param until what had elapsed when it ended, or before the case was voided
   * @param elapsed what elapsed at all
   */
  void misses(long above, long until, long elapsed) {
    boolean byPeriod = until < elapsed;
    long cap = byPeriod ? until : elapsed;
    if (cap > above) {
      begins.add(above);
      ends.add(byPeriod ? 2 * cap + 1 : 2 * cap);
    }
  }

  /** How many are within a limit. */
  long within(long most) {
    return here.atMost(most) + (long) stopped.atMost(most);
  }

  /** How many are decided: in time, or past the last limit. */
  long decided(Threshold last) {
    return here.size() + stopped.atMost(last.within()) + missed(last);
  }

  /** How many were closed before the last limit ran out. */
  long undecided(Threshold last) {
    return closed.atMost(last.within());
  }

  /** How many are open: their last limit has not run out. */
  long open(Threshold last) {
    return open.atMost(Math.floorDiv(reached(last), 2));
  }

  private long missed(Threshold last) {
    return begins.atMost(last.due() - 1) - (long) ends.atMost(reached(last));
  }

  /** An end by the case itself is excluded, unless the limit is one that must not be reached. */
  private static long reached(Threshold last) {
    return last.within() < last.due() ? 2 * last.due() - 1 : 2 * last.due();
  }
}
