package org.plumbline.reconcile;

import java.util.List;
import java.util.Optional;
import org.plumbline.calendar.ReportingPeriod;

/**
 * The provider's list of cases beside ours, for one metric.
 *
 * @param metric the metric
 * @param period the days that are compared; empty where the list names no period: all periods asked
 *     for together
 * @param alike cases that both count alike
 * @param ours what the agreement counts
 * @param theirs what the list counts
 * @param groups what leads from ours to theirs, one cause each; their effects add up
 */
public record CaseComparison(
    String metric,
    Optional<ReportingPeriod> period,
    long alike,
    Counts ours,
    Counts theirs,
    List<Group> groups) {

  /** Copies the list. */
  public CaseComparison {
    groups = List.copyOf(groups);
  }

  /** So many cases, of which so many kept the promise. */
  public record Counts(long held, long cases) {
    Counts plus(Counts other) {
      return new Counts(held + other.held, cases + other.cases);
    }
  }

  /**
   * Cases that differ for one cause.
   *
   * @param cause what it is called in data
   * @param words the cause, a clause: {@code not in the provider’s list}
   * @param agreed what is agreed instead, a clause; may be empty
   * @param effect what they add to ours, below zero what they take away
   * @param keys by key
   */
  public record Group(String cause, String words, String agreed, Counts effect, List<String> keys) {
    /** Copies the list. */
    public Group {
      keys = List.copyOf(keys);
    }
  }
}
