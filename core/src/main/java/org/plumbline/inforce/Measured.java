package org.plumbline.inforce;

import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.compile.CompiledSet;
import org.plumbline.register.Version;

/**
 * The cases of one version, counted for the periods of a version.
 *
 * @param metric the metric's name in results
 * @param cases the version under which the cases stand; of stocks, shares of available time and
 *     metrics over results that of the period
 * @param period the version under which the periods are
 * @param apart whether these cases have figures of their own in these periods
 * @param agreement the terms by which they were counted
 * @param id the metric's id in it
 * @param compiled the plan that counted them
 * @param counted the periods in which one of these cases counts, or might
 */
public record Measured(
    String metric,
    Version cases,
    Version period,
    boolean apart,
    Agreement agreement,
    String id,
    CompiledSet compiled,
    Set<ReportingPeriod> counted) {

  /** Copies the set. */
  public Measured {
    counted = Set.copyOf(counted);
  }
}
