package org.plumbline.evaluate;

import java.util.List;

/**
 * The life of a case under a clock, from its start to its stop, else its closing, else the as-of
 * moment.
 *
 * @param key the case's key
 * @param part which part of it, from 0
 * @param intervals in order, each beginning where the one before ends; neighbors differ in turn
 */
public record CaseLife(String key, int part, List<CaseInterval> intervals) {
  /** Copies the list. */
  public CaseLife {
    intervals = List.copyOf(intervals);
  }
}
