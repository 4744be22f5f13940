package org.plumbline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementFile;
import org.plumbline.agreement.yaml.AgreementHash;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.check.Checker;
import org.plumbline.check.NotEvaluated;
import org.plumbline.compile.CompiledSet;
import org.plumbline.compile.Compiler;
import org.plumbline.evaluate.CaseTotals;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.Measurement;
import org.plumbline.evaluate.Measurements;
import org.plumbline.evaluate.RecordSets;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.finding.Finding;
import org.plumbline.judge.Judge;
import org.plumbline.judge.Results;
import org.plumbline.records.Binding;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadOutcome;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.Loader;
import org.plumbline.report.Document;
import org.plumbline.report.Evaluation;
import org.plumbline.report.ReportBuilder;

/**
 * The whole flow on one page, a line or two a package: from the text of an agreement and the
 * records of what happened to a report. This is where to start reading; the command line does the
 * same with options, progress and words for whoever made a mistake.
 */
public final class Assessment {

  private Assessment() {}

  /**
   * Assesses an agreement over records whose columns have the names of the agreement.
   *
   * @param file the agreement
   * @param folder where the records are
   * @param asOf what happened later is not seen
   * @param database where the records are loaded; it may open the folder
   * @throws IllegalArgumentException if the agreement or the records are refused, with all findings
   */
  public static Document assess(Path file, Path folder, Instant asOf, Database database)
      throws IOException {
    ReadAgreement read = AgreementFile.read(file);
    List<Finding> findings = Checker.check(read);
    Agreement agreement = read.agreement().orElseThrow(() -> refused(findings));

    LoadOutcome outcome =
        Loader.load(
            database,
            agreement,
            Binding.byNames(),
            folder,
            LoadOptions.DEFAULT,
            LoadProgress.SILENT);
    if (!(outcome instanceof LoadOutcome.Loaded loaded)) {
      throw refused(outcome.findings());
    }

    List<Measurement> measurements = new ArrayList<>();
    List<CaseTotals> totals = new ArrayList<>();
    Engine engine = new DuckDbEngine(database);
    for (StoredSet records : RecordSets.of(engine, agreement, loaded.sets(), asOf).values()) {
      List<String> metrics = metricsOver(agreement, records.set());
      if (metrics.isEmpty()) {
        continue;
      }
      CompiledSet plan = Compiler.compile(agreement, records, metrics, asOf);
      Measurements counted = engine.evaluate(agreement, plan);
      measurements.addAll(counted.measurements());
      totals.addAll(counted.totals());
    }

    Results results = Judge.judge(agreement, measurements, asOf);
    return ReportBuilder.build(
        new Evaluation(
            agreement,
            AgreementHash.inFolder(agreement, AgreementFile.folderOf(file)),
            "DuckDB",
            asOf,
            results,
            totals,
            List.of(),
            List.of(),
            Optional.of(loaded.report()),
            findings,
            Set.of()));
  }

  private static List<String> metricsOver(Agreement agreement, String set) {
    return agreement.metrics().entrySet().stream()
        .filter(metric -> metric.getValue().records().equals(set))
        .filter(metric -> !NotEvaluated.metrics(agreement).containsKey(metric.getKey()))
        .map(metric -> metric.getKey())
        .toList();
  }

  private static IllegalArgumentException refused(List<Finding> findings) {
    return new IllegalArgumentException(
        String.join("\n", findings.stream().map(Finding::toLine).toList()));
  }
}
