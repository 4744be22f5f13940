package org.plumbline.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.Folder;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.records.Binding;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadOutcome;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.records.duckdb.Loader;
import org.plumbline.rounds.Rounds;

/** An agreement over files of records, forecast and evaluated; close it. */
final class SmallForecast implements AutoCloseable {

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

  private final Database database;
  private final Engine engine;
  private final Map<String, StoredSet> sets;
  private final Agreement agreement;

  SmallForecast(Agreement agreement, Path folder) {
    this.agreement = agreement;
    database = Database.open(new DatabaseSettings(1, 1L << 28, folder, List.of(folder)));
    LoadOutcome outcome =
        Loader.load(
            database,
            agreement,
            Binding.byNames(),
            folder,
            LoadOptions.DEFAULT,
            LoadProgress.SILENT);
    assertThat(outcome).as("%s", outcome.findings()).isInstanceOf(LoadOutcome.Loaded.class);
    sets = ((LoadOutcome.Loaded) outcome).sets();
    engine = new DuckDbEngine(database);
  }

  /** An agreement from what stands after its parties, over files. */
  static SmallForecast of(Path folder, String text, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    return new SmallForecast(small(text), folder);
  }

  /** An agreement from what stands after its parties. */
  static Agreement small(String text) {
    return read(HEAD + text);
  }

  static Agreement read(String text) {
    ReadAgreement read = AgreementYaml.read("agreement.yaml", text, Folder.NONE);
    return read.agreement()
        .orElseThrow(() -> new IllegalStateException(read.findings().toString()));
  }

  /** The end of a day. */
  static Instant endOf(String day) {
    return LocalDate.parse(day)
        .plusDays(1)
        .atStartOfDay(java.time.ZoneOffset.UTC)
        .toInstant()
        .minusNanos(1000);
  }

  /** The forecasts of the periods of a name. */
  List<Forecast> forecast(Instant asOf, String period, long seed) {
    return Forecasting.of(
        engine, agreement, sets, asOf, List.of(), seed, series -> named(series, period), set -> {});
  }

  Forecast forecast(Instant asOf, String period, String metric) {
    return forecast(asOf, period, 1).stream()
        .filter(each -> each.metric().equals(metric))
        .findFirst()
        .orElseThrow();
  }

  private static Set<ReportingPeriod> named(List<Result> series, String period) {
    return series.stream()
        .map(Result::period)
        .filter(each -> each.name().equals(period))
        .collect(Collectors.toSet());
  }

  /** What evaluate gives. */
  Results results(Instant asOf) {
    return Rounds.evaluate(engine, agreement, sets, asOf, set -> {}).results();
  }

  @Override
  public void close() {
    database.close();
  }
}
