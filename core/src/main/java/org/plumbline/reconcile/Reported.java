package org.plumbline.reconcile;

import java.util.List;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Severity;

/**
 * What was read from one of the provider's files.
 *
 * @param file the file as it was named
 * @param items figures or cases, in the order of the file
 * @param reasons what was taken for what, and why, in sentences
 * @param findings what was not understood; with an error among them nothing of the file is used
 * @param <T> a {@link ReportedFigure} or a {@link ReportedCase}
 */
public record Reported<T>(
    String file, List<T> items, List<String> reasons, List<Finding> findings) {

  /** Copies the lists. */
  public Reported {
    items = List.copyOf(items);
    reasons = List.copyOf(reasons);
    findings = List.copyOf(findings);
  }

  /** Whether nothing of the file can be used. */
  public boolean isRefused() {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
