package org.plumbline.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.ReadAgreement;
import org.plumbline.agreement.yaml.RealAgreements;
import org.plumbline.check.Checker;
import org.plumbline.compile.Compiler;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.Measurement;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.judge.Judge;
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

/**
 * Each page of a figure has an agreement's part, rows, and figures worked by hand. The engine gives
 * the same figures; of a metric that is not evaluated yet the page is only checked.
 */
class FigurePagesTest {

  private static final Instant AS_OF = Instant.parse("2026-12-15T00:00:00Z");
  private static final Pattern BLOCK = Pattern.compile("```(yaml|csv)\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern ROW = Pattern.compile("\\| `([a-z-]+)` \\| (.*) \\|");

  private static final String BASE =
      """
      plumbline: 1
      agreement: worked-example
      title: A worked example
      zone: UTC
      parties: {customer: {name: Bureau of Examples}, provider: {name: Center}}
      performance-period: {from: 2026-10-01, until: 2027-09-30}
      period: {every: month}
      records: {}
      metrics: {}
      """;

  @TempDir private Path folder = Path.of(".");

  static List<String> pages() {
    return RealAgreements.filesEndingWith(Figures.FOLDER, ".md");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void thePageShowsWhatTheEngineGives(String page) throws IOException {
    String text = RealAgreements.text(page);
    assertThat(text).contains("**In words.**", "## A worked example");
    String part = "";
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      if (block.group(1).equals("yaml")) {
        part = block.group(2);
      } else {
        Files.writeString(folder.resolve("items.csv"), block.group(2), UTF_8);
      }
    }
    ReadAgreement read = RealAgreements.merged(BASE, part);
    assertThat(Checker.check(read)).isEmpty();
    Agreement agreement = read.agreement().orElseThrow();
    List<Measurement> measured = measured(agreement);
    Results results = Judge.judge(agreement, measured, AS_OF);
    int rows = 0;
    Matcher row = ROW.matcher(text);
    while (row.find()) {
      List<String> cells = new ArrayList<>(List.of(row.group(2).split(" \\| ", -1)));
      rows++;
      if (isOverResults(agreement, row.group(1))) {
        continue;
      }
      String line = cells.size() == 4 ? cells.remove(1) : "target/0";
      figure(measured, row.group(1), cells.get(0), line, cells.get(1));
      if (!line.contains("rest") && !row.group(0).contains("target/")) {
        result(results, row.group(1), cells.get(0), cells.get(2));
      }
    }
    assertThat(rows).isEqualTo(Math.max(agreement.metrics().size(), rows)).isPositive();
  }

  /** Composites are worked out after all others, by the flow and not by the engine alone. */
  private static boolean isOverResults(Agreement agreement, String metric) {
    return Optional.ofNullable(agreement.metrics().get(metric))
        .filter(one -> one.records().startsWith("register/"))
        .isPresent();
  }

  private static void figure(
      List<Measurement> measured, String metric, String period, String line, String figure) {
    List<Measurement> of =
        measured.stream()
            .filter(m -> m.metric().equals(metric))
            .filter(m -> m.period().from().toString().startsWith(period))
            .filter(m -> line(m).equals(line))
            .toList();
    assertThat(of).as("%s %s %s", metric, period, line).hasSize(1);
    assertThat(of.get(0).figure()).as("%s %s %s", metric, period, line).contains(exact(figure));
  }

  private static String line(Measurement measurement) {
    String line =
        measurement.line().level().name().toLowerCase(Locale.ROOT)
            + "/"
            + measurement.line().line();
    return measurement.line().rest() == 0 ? line : line + "/rest" + measurement.line().rest();
  }

  private static void result(Results results, String metric, String period, String result) {
    List<Result> of =
        results.of(metric).stream()
            .filter(one -> one.period().from().toString().startsWith(period))
            .toList();
    assertThat(of.stream().map(one -> one.status().key().replace('-', ' ')))
        .as("%s %s", metric, period)
        .containsExactly(result);
  }

  private List<Measurement> measured(Agreement agreement) {
    List<Measurement> measured = new ArrayList<>();
    try (Database database =
        Database.open(new DatabaseSettings(1, 1L << 29, folder, List.of(folder)))) {
      LoadOutcome outcome =
          Loader.load(
              database,
              agreement,
              Binding.byNames(),
              folder,
              LoadOptions.DEFAULT,
              LoadProgress.SILENT);
      assertThat(outcome).as("%s", outcome.findings()).isInstanceOf(LoadOutcome.Loaded.class);
      for (StoredSet stored : ((LoadOutcome.Loaded) outcome).sets().values()) {
        List<String> metrics =
            agreement.metrics().entrySet().stream()
                .filter(metric -> metric.getValue().records().equals(stored.set()))
                .map(Map.Entry::getKey)
                .toList();
        if (!metrics.isEmpty()) {
          measured.addAll(
              new DuckDbEngine(database)
                  .evaluate(agreement, Compiler.compile(agreement, stored, metrics, AS_OF))
                  .measurements());
        }
      }
    }
    return measured;
  }

  /** {@code 2/3}, a number, a time, or days. */
  private static Exact exact(String text) {
    if (text.startsWith("PT")) {
      return Exact.of(Duration.parse(text).toNanos() / 1_000);
    }
    String[] parts = text.replace(" days", "").split("/", -1);
    return new Exact(
        new BigInteger(parts[0]), parts.length > 1 ? new BigInteger(parts[1]) : BigInteger.ONE);
  }
}
