package org.plumbline.reconcile;

import java.time.Instant;
import java.util.List;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.finding.Finding;
import org.plumbline.judge.Result;

/**
 * The provider's figures beside ours.
 *
 * @param agreement the agreement as reports show it
 * @param asked the days asked for
 * @param asOf up to when what had happened was counted
 * @param comparisons in the order of the agreement's metrics, then of periods
 * @param lists lists of cases that no reported figure goes with
 * @param unreported results of these periods of which the provider reports nothing
 * @param otherPeriods how many reported figures are of periods not asked for
 * @param reasons what was taken for what in the provider's files, and why
 * @param findings what was not understood
 */
public record Reconciliation(
    Agreement agreement,
    ReportingPeriod asked,
    Instant asOf,
    List<Comparison> comparisons,
    List<CaseComparison> lists,
    List<Result> unreported,
    int otherPeriods,
    List<String> reasons,
    List<Finding> findings) {

  /** Copies the lists. */
  public Reconciliation {
    comparisons = List.copyOf(comparisons);
    lists = List.copyOf(lists);
    unreported = List.copyOf(unreported);
    reasons = List.copyOf(reasons);
    findings = List.copyOf(findings);
  }
}
