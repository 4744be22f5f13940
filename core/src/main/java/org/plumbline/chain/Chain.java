package org.plumbline.chain;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plumbline.calendar.TimeAmount;

/**
 * A promise and the steps that have to be done for it.
 *
 * @param metric the id of the metric that promises
 * @param path where the limit stands
 * @param promised the limit on a case
 * @param links the steps in order
 * @param by the steps by which this way is known from others through the same process; empty if it
 *     is the only one
 * @param starts from how many starts it was gone through
 * @param bySlack how many starts leave how much of the promise
 * @param worst the course that leaves the least, the first of equals
 * @param others of the customer's own steps alone, if the provider promises and they alone are
 *     longer than the promise at worst
 * @param untold what was not gone through beside it
 */
public record Chain(
    String metric,
    String name,
    String performing,
    String path,
    TimeAmount promised,
    List<Link> links,
    List<String> by,
    long starts,
    SortedMap<Long, Long> bySlack,
    Course worst,
    Optional<Course> others,
    Untold untold) {

  /** What was not gone through, since there is too much of it (meaning 33). */
  public enum Untold {
    /** Everything was. */
    NOTHING,
    /** There are more ways of the promise than were gone through. */
    WAYS,
    /** There are promises after the last chain that were not gone through. */
    PROMISES
  }

  /** Copies the list and the map. */
  public Chain {
    links = List.copyOf(links);
    by = List.copyOf(by);
    bySlack = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(bySlack));
  }

  /** The promise, with the way where there are several: {@code paid-in-time by invoice/board}. */
  public String label() {
    return by.isEmpty() ? metric : metric + " by " + String.join(", ", by);
  }

  /** This promise over other steps; what was found of its own stays. */
  public Chain withLinks(List<Link> steps) {
    return new Chain(
        metric,
        name,
        performing,
        path,
        promised,
        steps,
        List.of(),
        starts,
        bySlack,
        worst,
        others,
        untold);
  }

  /** The last that was gone through of more. */
  Chain last() {
    return new Chain(
        metric,
        name,
        performing,
        path,
        promised,
        links,
        by,
        starts,
        bySlack,
        worst,
        others,
        Untold.PROMISES);
  }

  /** From how many starts the steps take longer than promised. */
  public long late() {
    return bySlack.headMap(0L).values().stream().mapToLong(Long::longValue).sum();
  }

  /** An amount in the unit of the promise, in words: {@code 3 days}, {@code 1 hour 30 minutes}. */
  public String words(long amount) {
    return Lengths.words(promised, amount);
  }
}
