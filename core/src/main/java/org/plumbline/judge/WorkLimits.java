package org.plumbline.judge;

import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Exclusion;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;

/** Limits of work as they stand for a period (docs/meaning.md 18). */
public final class WorkLimits {

  private WorkLimits() {}

  /** A limit as it is on the last day of a period, by date and facts; empty if it is not known. */
  public static Optional<Exact> of(
      Agreement agreement, Exclusion.WorkloadLimit limit, ReportingPeriod period) {
    return new BoundLookup(agreement, period.until(), metric -> Optional.empty()).number(limit);
  }
}
