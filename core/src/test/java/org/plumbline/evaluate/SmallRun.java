package org.plumbline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.Folder;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.compile.Compiler;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.exclusion.DeclaredTimes;
import org.plumbline.judge.Judge;
import org.plumbline.judge.Result;
import org.plumbline.records.Binding;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadOutcome;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.records.duckdb.Loader;

/** An agreement and a few rows, loaded and measured by the engine. */
final class SmallRun {

  private static final String HEAD =
      """
      plumbline: 1
      agreement: small
      title: A small agreement
      zone: UTC
      parties:
        customer: {name: Department of Examples}
        provider: {name: Example Services}
      """;

  private final Agreement agreement;
  private final List<Measurement> measurements = new ArrayList<>();
  private final List<CaseTotals> totals = new ArrayList<>();
  private final List<Result> results;

  private SmallRun(Path folder, String text, Map<String, String> files, Instant asOf) {
    ReadAgreement read = AgreementYaml.read("agreement.yaml", HEAD + text, Folder.NONE);
    agreement =
        read.agreement().orElseThrow(() -> new IllegalStateException(read.findings().toString()));
    files.forEach((name, rows) -> write(folder.resolve(name), rows));
    try (Database database =
        Database.open(new DatabaseSettings(1, 1L << 28, folder, List.of(folder)))) {
      LoadOutcome outcome =
          Loader.load(
              database,
              agreement,
              Binding.byNames(),
              folder,
              LoadOptions.DEFAULT.keepingGood(),
              LoadProgress.SILENT);
      assertThat(outcome).as("%s", outcome.findings()).isInstanceOf(LoadOutcome.Loaded.class);
      Engine engine = new DuckDbEngine(database);
      Map<String, StoredSet> sets = ((LoadOutcome.Loaded) outcome).sets();
      DeclaredTimes declared = DeclaredTimes.of(agreement, engine.declarations(sets), asOf);
      for (StoredSet stored : sets.values()) {
        List<String> metrics =
            agreement.metrics().entrySet().stream()
                .filter(metric -> metric.getValue().records().equals(stored.set()))
                .map(Map.Entry::getKey)
                .toList();
        if (metrics.isEmpty()) {
          continue;
        }
        Measurements measured =
            engine.evaluate(
                agreement, Compiler.compile(agreement, stored, metrics, asOf, declared));
        measurements.addAll(measured.measurements());
        totals.addAll(measured.totals());
      }
    }
    results = Judge.judge(agreement, measurements, asOf).results();
  }

  /**
   * Runs an agreement.
   *
   * @param text the agreement after its parties
   * @param files rows by file name
   */
  static SmallRun of(Path folder, String text, Map<String, String> files, String asOf) {
    return new SmallRun(folder, text, files, Instant.parse(asOf));
  }

  private static void write(Path file, String rows) {
    try {
      Files.writeString(file, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each period of the metric's first line, as {@code period figure of cases}. */
  List<String> figures(String metric) {
    return measurements.stream()
        .filter(each -> each.metric().equals(metric) && each.line().equals(LineId.target()))
        .map(
            each ->
                each.period().name()
                    + each.each().map(value -> " [" + value + "]").orElse("")
                    + " "
                    + each.figure().map(Exact::toString).orElse("none")
                    + " of "
                    + each.cases()
                    + (each.indeterminate() > 0 ? " unknown " + each.indeterminate() : "")
                    + (each.open() > 0 ? " open " + each.open() : ""))
        .toList();
  }

  /** The low and high end of the figure of a metric and period. */
  List<String> ends(String metric, String period) {
    return measurements.stream()
        .filter(each -> each.metric().equals(metric) && each.period().name().equals(period))
        .flatMap(
            each ->
                List.of(each.low(), each.high()).stream()
                    .map(end -> end.map(Exact::toString).orElse("unbounded")))
        .toList();
  }

  /** The results of a metric, as {@code period status}. */
  List<String> results(String metric) {
    return results.stream()
        .filter(each -> each.metric().equals(metric))
        .map(each -> each.period().name() + " " + each.status().key())
        .toList();
  }

  /** How many cases are decided in any period. */
  long decided(String metric) {
    return totals.stream()
        .filter(each -> each.metric().equals(metric))
        .mapToLong(CaseTotals::counted)
        .sum();
  }
}
