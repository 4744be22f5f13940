package org.plumbline.reconcile;

import java.util.Optional;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.finding.Place;

/**
 * One case of the provider's list.
 *
 * @param metric the metric for which the outcome is told
 * @param key the case's key, as {@link org.plumbline.records.CaseKey} writes it
 * @param period the period in which the provider counts it; empty where the list does not say
 * @param outcome how the provider counts it
 * @param place where it stands
 */
public record ReportedCase(
    String metric, String key, Optional<ReportingPeriod> period, Outcome outcome, Place place) {

  /** How a provider counts a case. */
  public enum Outcome {
    /** Within its limit, or as promised. */
    MET("met"),
    /** Not as promised. */
    NOT_MET("not-met"),
    /** Not counted. */
    EXCLUDED("excluded"),
    /** Not decided yet. */
    OPEN("open");

    private final String key;

    Outcome(String key) {
      this.key = key;
    }

    /** The word of the mapping. */
    public String key() {
      return key;
    }

    /** Whether the case is among those that the provider's figure is of. */
    public boolean isCounted() {
      return this == MET || this == NOT_MET;
    }
  }
}
