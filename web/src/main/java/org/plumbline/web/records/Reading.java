package org.plumbline.web.records;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.finding.Finding;
import org.plumbline.finding.Severity;
import org.plumbline.records.BadRow;
import org.plumbline.records.Binding;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadOutcome;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.records.duckdb.Loader;
import org.plumbline.records.yaml.BindingYaml;
import org.plumbline.records.yaml.ReadBinding;

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

  /** Work over records that are loaded. */
  public interface OverRecords<T> {
    /** Works; the database is closed afterwards. */
    T over(Database database, LoadOutcome outcome);
  }

  /**
   * Loads the files of a folder and works over them.
   *
   * @param binding the text that says which column is what; without it, columns have the names of
   *     the agreement
   */
  public static <T> T over(
      Agreement agreement, Optional<byte[]> binding, Path files, Path scratch, OverRecords<T> work)
      throws IOException {
    Optional<ReadBinding> read =
        binding.map(bytes -> BindingYaml.read(Loads.BINDING, bytes, agreement));
    try (Database database =
        Database.open(DatabaseSettings.ofThisMachine(scratch, List.of(files)))) {
      if (read.isPresent() && read.get().binding().isEmpty()) {
        return work.over(database, new LoadOutcome.Refused(none(), read.get().findings()));
      }
      Binding bound = read.flatMap(ReadBinding::binding).orElseGet(Binding::byNames);
      return work.over(
          database,
          Loader.load(
              database,
              agreement,
              bound,
              files,
              LoadOptions.DEFAULT.keepingGood(),
              LoadProgress.SILENT));
    }
  }

  private static org.plumbline.records.LoadReport none() {
    return new org.plumbline.records.LoadReport(List.of(), Map.of(), List.of(), 0, 0);
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
}
