package org.plumbline.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plumbline.calendar.OpenTime;
import org.plumbline.exclusion.DeclaredTime;

/**
 * When something was down, and how much (docs/meaning.md 16).
 *
 * @param spans disjoint and in order, each with the weight that holds throughout
 */
record DownTime(List<Span> spans) {

  /** A stretch of time, its end not included, and how much it weighs: from 0 to 1. */
  record Span(long from, long until, Exact weight) {}

  /**
   * The union of what is down: short gaps are down too, short stretches are not.
   *
   * @param downs in any order, overlapping as they may
   * @param mergeGaps gaps of no more than these microseconds are down
   * @param ignoreUnder stretches shorter than these microseconds are not
   * @param weighed whether the greatest weight holds at each instant, and nothing in a merged gap
   */
  static DownTime of(List<Span> downs, long mergeGaps, long ignoreUnder, boolean weighed) {
    List<Span> ordered = downs.stream().sorted(Comparator.comparingLong(Span::from)).toList();
    List<Span> merged = new ArrayList<>();
    for (Span next : ordered) {
      int last = merged.size() - 1;
      if (last >= 0 && next.from() - merged.get(last).until() <= mergeGaps) {
        Span before = merged.get(last);
        merged.set(
            last, new Span(before.from(), Math.max(before.until(), next.until()), before.weight()));
      } else {
        merged.add(new Span(next.from(), next.until(), Exact.of(1)));
      }
    }
    merged.removeIf(span -> span.until() - span.from() < ignoreUnder);
    return new DownTime(weighed ? weighed(ordered, merged) : merged);
  }

  /** What is merged, with the greatest weight at each instant. */
  private static List<Span> weighed(List<Span> ordered, List<Span> merged) {
    List<Span> spans = new ArrayList<>();
    int next = 0;
    for (Span whole : merged) {
      TreeMap<Long, List<Span>> begins = new TreeMap<>();
      TreeMap<Long, List<Span>> ends = new TreeMap<>();
      while (next < ordered.size() && ordered.get(next).from() < whole.until()) {
        Span down = ordered.get(next++);
        if (down.from() >= whole.from()) {
          begins.computeIfAbsent(down.from(), key -> new ArrayList<>()).add(down);
          ends.computeIfAbsent(down.until(), key -> new ArrayList<>()).add(down);
        }
      }
      sweep(begins, ends, spans);
    }
    return spans;
  }

  private static void sweep(
      TreeMap<Long, List<Span>> begins, TreeMap<Long, List<Span>> ends, List<Span> spans) {
    TreeMap<Exact, Integer> running = new TreeMap<>();
    TreeMap<Long, Boolean> edges = new TreeMap<>();
    begins.keySet().forEach(edge -> edges.put(edge, true));
    ends.keySet().forEach(edge -> edges.put(edge, true));
    long before = Long.MIN_VALUE;
    for (Map.Entry<Long, Boolean> each : edges.entrySet()) {
      long edge = each.getKey();
      if (!running.isEmpty()) {
        spans.add(new Span(before, edge, running.lastKey()));
      }
      for (Span ended : ends.getOrDefault(edge, List.of())) {
        running.computeIfPresent(
            ended.weight(), (weight, number) -> number == 1 ? null : number - 1);
      }
      for (Span begun : begins.getOrDefault(edge, List.of())) {
        running.merge(begun.weight(), 1, Integer::sum);
      }
      before = edge;
    }
  }

  /** What is left when times, disjoint and in order, are taken out. */
  DownTime without(List<DeclaredTime> out) {
    List<Span> left = spans;
    for (DeclaredTime time : out) {
      List<Span> next = new ArrayList<>();
      for (Span span : left) {
        if (span.from() < Math.min(span.until(), time.from())) {
          next.add(new Span(span.from(), Math.min(span.until(), time.from()), span.weight()));
        }
        if (Math.max(span.from(), time.until()) < span.until()) {
          next.add(new Span(Math.max(span.from(), time.until()), span.until(), span.weight()));
        }
      }
      left = next;
    }
    return new DownTime(left);
  }

  /** The weighed open time down between two instants. */
  Exact within(OpenTime hours, long from, long until) {
    Exact sum = Exact.ZERO;
    for (int i = firstAfter(from); i < spans.size() && spans.get(i).from() < until; i++) {
      Span span = spans.get(i);
      long open = hours.between(Math.max(span.from(), from), Math.min(span.until(), until));
      sum = sum.plus(span.weight().times(Exact.of(open)));
    }
    return sum;
  }

  /** The first span that ends after an instant. */
  private int firstAfter(long instant) {
    int low = 0;
    int high = spans.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans.get(middle).until() <= instant) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
