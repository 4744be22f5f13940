package org.plumbline.chain;

import java.time.Instant;
import java.util.List;

/**
 * How a chain goes from one start if each step takes all the time that it may.
 *
 * @param start when it starts
 * @param spans its steps, one after the other
 * @param due when the promise runs out
 * @param used how much of the promise the counted steps take: days by date, else microseconds
 * @param allowed how much the promise allows, in the same unit
 */
public record Course(Instant start, List<Span> spans, Instant due, long used, long allowed) {
  /** Copies the list. */
  public Course {
    spans = List.copyOf(spans);
  }

  /**
   * One step.
   *
   * @param used how much of the promise it takes
   */
  public record Span(Link link, Instant from, Instant until, long used) {}

  /** What is left of the promise; below zero if the steps take more. */
  public long slack() {
    return allowed - used;
  }

  /** When the last step ends. */
  public Instant end() {
    return spans.isEmpty() ? start : spans.get(spans.size() - 1).until();
  }

  /** The step that takes the most of the promise, so that shortening it helps most. */
  public Span critical() {
    return spans.stream()
        .max(java.util.Comparator.comparingLong(Span::used))
        .orElseThrow(() -> new IllegalStateException("a chain without steps"));
  }
}
