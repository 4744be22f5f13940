package org.plumbline.report;

import java.util.List;
import java.util.Optional;
import org.plumbline.evaluate.CaseInterval;
import org.plumbline.evaluate.CaseOutcome;

/**
 * A case with its life.
 *
 * @param intervals in order of time; may be empty where they were not asked for
 * @param terms the version that it stands under, in words; empty where there is one text only
 */
public record CaseStory(CaseOutcome outcome, List<CaseInterval> intervals, Optional<String> terms) {
  /** Copies the list. */
  public CaseStory {
    intervals = List.copyOf(intervals);
  }

  /** A case of an agreement of one text. */
  public CaseStory(CaseOutcome outcome, List<CaseInterval> intervals) {
    this(outcome, intervals, Optional.empty());
  }
}
