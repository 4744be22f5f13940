package org.plumbline.referee;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A case, or the part of it between two late reopenings, as it was seen at the as-of instant
 * (meaning 1 and 11).
 *
 * @param seen occurrences of the recorded moments, in order
 * @param standing the same without those that a reopening withdrew or made void, for the stops that
 *     a reopening touches and for the closing
 * @param changes events seen, those of earlier parts included, in order
 * @param begins the reopening that began this part
 * @param ends the reopening that ended it
 * @param nobodys the time before honored reopenings
 */
record CasePart(
    RefereeCase source,
    int number,
    Map<String, List<Occurred>> seen,
    Map<String, List<Occurred>> standing,
    List<RefereeCase.Change> changes,
    Optional<Point> begins,
    Optional<Point> ends,
    List<Hours.Stretch> nobodys) {

  /** An occurrence seen. */
  record Occurred(Point point, long seq) {

    /** In order of time at the coarser precision, then of the trail. */
    static int order(Occurred one, Occurred other) {
      int byTime = one.point.compare(other.point);
      return byTime != 0 ? byTime : Long.compare(one.seq, other.seq);
    }
  }
}
