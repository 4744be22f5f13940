package org.plumbline.report;

import java.util.List;
import org.plumbline.evaluate.CaseInterval;
import org.plumbline.evaluate.CaseOutcome;

/**
 * A case with its life.
 *
 * @param intervals in order of time; may be empty where they were not asked for
 */
public record CaseStory(CaseOutcome outcome, List<CaseInterval> intervals) {
  /** Copies the list. */
  public CaseStory {
    intervals = List.copyOf(intervals);
  }
}
