package org.plumbline.compile;

import java.util.List;
import org.plumbline.calendar.Segment;

/**
 * How the open segments of a calendar fall into slots of equal width, the rows of the table of
 * instants.
 */
final class SlotSegments {

  private final List<Segment> all;
  private final long firstSlot;
  private final long width;
  private final int[] first;
  private final long[] before;
  private final int most;

  /**
   * Lays segments over slots.
   *
   * @param all in order, disjoint
   * @param firstSlot the number of the first slot; slot n begins at n times the width
   * @param slots how many there are
   * @param width in microseconds
   */
  SlotSegments(List<Segment> all, long firstSlot, int slots, long width) {
    this.all = all;
    this.firstSlot = firstSlot;
    this.width = width;
    first = new int[slots];
    before = new long[slots];
    int segment = 0;
    int greatest = 0;
    long done = 0;
    for (int slot = 0; slot < slots; slot++) {
      long start = start(slot);
      while (segment < all.size() && all.get(segment).endMicros() <= start) {
        done += all.get(segment).micros();
        segment++;
      }
      first[slot] = segment;
      before[slot] =
          segment < all.size() && all.get(segment).startMicros() < start
              ? done + start - all.get(segment).startMicros()
              : done;
      int here = segment;
      while (here < all.size() && all.get(here).startMicros() < start + width) {
        here++;
      }
      greatest = Math.max(greatest, here - segment);
    }
    most = greatest;
  }

  private long start(int slot) {
    return (firstSlot + slot) * width;
  }

  /** The greatest number of segments that a slot meets. */
  int most() {
    return most;
  }

  /** The open time before a slot, in microseconds. */
  long before(int slot) {
    return before[slot];
  }

  /** Whether a slot begins in an open segment. */
  boolean isOpen(int slot) {
    return first[slot] < all.size() && all.get(first[slot]).startMicros() <= start(slot);
  }

  /** Of a slot that is open or closed throughout: its working time at {@code t}, less t if open. */
  long at(int slot) {
    return isOpen(slot) ? before[slot] - start(slot) : before[slot];
  }

  /**
   * What working time is in a segment of a slot: {@code t} less the first number, until it has
   * reached the second. A segment that the slot does not meet gives what holds at its beginning.
   *
   * @param number from 0
   */
  long[] offsetAndEnd(int slot, int number) {
    long start = start(slot);
    long end = start + width;
    long done = before[slot];
    for (int i = first[slot]; i < all.size() && all.get(i).startMicros() < end; i++) {
      long from = Math.max(start, all.get(i).startMicros());
      long until = Math.min(end, all.get(i).endMicros());
      if (i - first[slot] == number) {
        return new long[] {from - done, done + until - from};
      }
      done += until - from;
    }
    return new long[] {start, before[slot]};
  }

  /** When a segment opens, counted from the first that has not closed where the slot begins. */
  long opens(int slot, int number) {
    int at = first[slot] + number;
    return at < all.size() ? all.get(at).startMicros() : DataTable.NOTHING;
  }

  /** When it closes; the end of time beyond the last. */
  long closes(int slot, int number) {
    int at = first[slot] + number;
    return at < all.size() ? all.get(at).endMicros() : Long.MAX_VALUE;
  }
}
