package org.plumbline.web.records;

import java.util.List;
import java.util.Map;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Severity;
import org.plumbline.records.BadRow;
import org.plumbline.records.LoadOutcome;
import org.plumbline.register.yaml.ReadRegister;

/**
 * What was read of files of records.
 *
 * @param usable whether a period can be measured over them
 * @param cases how many cases, by record set
 * @param findings what is wrong or unusual, without single rows
 * @param badRows the first rows that cannot be used
 * @param badRowCount how many there are in all; each counts as an indeterminate case, so that no
 *     figure gets better by it
 */
public record Reading(
    boolean usable,
    Map<String, Long> cases,
    List<Finding> findings,
    List<BadRow> badRows,
    long badRowCount) {

  private static final int ROWS_TOLD = 200;

  /** Copies lists and map. */
  public Reading {
    cases = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(cases));
    findings = List.copyOf(findings);
    badRows = List.copyOf(badRows);
  }

  static Reading of(LoadOutcome outcome) {
    Map<String, Long> cases = new java.util.TreeMap<>();
    outcome.report().sets().forEach((set, report) -> cases.put(set, report.cases()));
    return new Reading(
        outcome instanceof LoadOutcome.Loaded,
        cases,
        outcome.findings().stream()
            .filter(finding -> finding.code() != org.plumbline.finding.FindingCode.BAD_ROW)
            .filter(finding -> finding.severity() != Severity.NOTE || cases.isEmpty())
            .toList(),
        outcome.report().badRows().stream().limit(ROWS_TOLD).toList(),
        outcome.report().badRowCount());
  }

  /** What was read of a register of what happened before the agreement came here. */
  static Reading of(ReadRegister read) {
    return new Reading(read.register().isPresent(), Map.of(), read.findings(), List.of(), 0);
  }
}
