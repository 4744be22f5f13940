package org.plumbline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.Folder;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.records.Binding;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadOutcome;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.records.duckdb.Loader;
import org.plumbline.rounds.Evaluated;
import org.plumbline.rounds.Rounds;

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

  private final Evaluated evaluated;

  private SmallRun(Path folder, String text, Map<String, String> files, Instant asOf) {
    ReadAgreement read = AgreementYaml.read("agreement.yaml", HEAD + text, Folder.NONE);
    Agreement agreement =
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
      evaluated =
          Rounds.evaluate(
              new DuckDbEngine(database),
              agreement,
              ((LoadOutcome.Loaded) outcome).sets(),
              asOf,
              set -> {});
    }
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
    return evaluated.measurements().stream()
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
    return evaluated.measurements().stream()
        .filter(each -> each.metric().equals(metric) && each.period().name().equals(period))
        .flatMap(
            each ->
                List.of(each.low(), each.high()).stream()
                    .map(end -> end.map(Exact::toString).orElse("unbounded")))
        .toList();
  }

  /** The results of a metric, as {@code period status}. */
  List<String> results(String metric) {
    return evaluated.results().of(metric).stream()
        .map(each -> each.period().name() + " " + each.status().key())
        .toList();
  }

  /** How many cases are decided in any period. */
  long decided(String metric) {
    return evaluated.totals().stream()
        .filter(each -> each.metric().equals(metric))
        .mapToLong(CaseTotals::counted)
        .sum();
  }
}
