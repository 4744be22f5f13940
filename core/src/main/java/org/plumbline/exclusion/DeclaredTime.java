package org.plumbline.exclusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of time that is taken out.
 *
 * @param exclusion id of the exclusion that takes it out
 * @param from its first instant, in microseconds since 1970 in UTC
 * @param until the first instant after it
 */
public record DeclaredTime(String exclusion, long from, long until) {

  /** The same time as disjoint stretches in order, touching ones joined. */
  static List<DeclaredTime> union(List<DeclaredTime> times) {
    List<DeclaredTime> ordered =
        times.stream()
            .filter(time -> time.from() < time.until())
            .sorted(Comparator.comparingLong(DeclaredTime::from))
            .toList();
    List<DeclaredTime> union = new ArrayList<>();
    for (DeclaredTime time : ordered) {
      int last = union.size() - 1;
      if (last >= 0 && union.get(last).until() >= time.from()) {
        DeclaredTime before = union.get(last);
        union.set(
            last,
            new DeclaredTime(
                before.exclusion(), before.from(), Math.max(before.until(), time.until())));
      } else {
        union.add(time);
      }
    }
    return union;
  }
}
