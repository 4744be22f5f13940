package org.plumbline.bench;

import java.util.List;

/**
 * Seconds that the runs of one side took, in the order they ran.
 *
 * @param seconds at least one
 */
record Timing(List<Double> seconds) {

  Timing {
    seconds = List.copyOf(seconds);
  }

  /** The middle one, or the mean of the two in the middle. */
  double median() {
    List<Double> sorted = seconds.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** The shortest. */
  double least() {
    return seconds.stream().min(Double::compare).orElseThrow();
  }
}
