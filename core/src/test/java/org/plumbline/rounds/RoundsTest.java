package org.plumbline.rounds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.agreement.yaml.Folder;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.records.Binding;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadOutcome;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.records.duckdb.Loader;

/** What rests on results is evaluated after them (docs/meaning.md 15). */
class RoundsTest {

  private static final String AGREEMENT =
      """
      plumbline: 1
      agreement: rounds
      title: Rounds
      zone: UTC
      parties: {customer: {name: Bureau}, provider: {name: Center}}
      performance-period: {from: 2026-10-01, until: 2026-12-31}
      period: {every: month}
      records:
        tickets: {case: [number], moments: {opened: date, closed: date}, fields: {team: text, cost: number}}
      metrics:
        targets-met:
          name: Targets met
          performing: provider
          records: register/results
          qualifies: {result: [met, below-expected, not-met], metric: [within-three, within-one]}
          figure: {share: {result: met}}
          target: {at-least: 50%}
        worst-third:
          name: The least figure of what was measured
          performing: provider
          records: register/results
          qualifies: {metric: [within-one, by-team]}
          figure: {min: figure}
          target: {at-least: 30%}
        of-composites:
          name: Composites that are met
          performing: provider
          records: register/results
          qualifies: {metric: [targets-met, worst-third]}
          figure: {count: cases, where: {result: met}}
          target: none
        within-three:
          name: Within three days
          performing: provider
          records: tickets
          clock: {starts: opened, stops: closed}
          target: {within: 3 days, at-least: 90%}
        within-one:
          name: Within a day
          performing: provider
          records: tickets
          clock: {starts: opened, stops: closed}
          target: {within: 1 day, at-least: 90%}
        by-team:
          name: Within a day, by team
          performing: provider
          records: tickets
          each: team
          clock: {starts: opened, stops: closed}
          target: {within: 1 day, at-least: 90%}
        costs:
          name: What it cost
          performing: provider
          records: tickets
          clock: {starts: opened, stops: closed}
          figure: {sum: cost}
          target: none
        mean-cost:
          name: What a month cost on the average
          performing: provider
          records: register/results
          qualifies: {metric: costs}
          figure: {mean: figure}
          period: {every: quarter}
          target: none
        reviews:
          name: Reviews held
          performing: provider
          records: register/reviews
          figure: {share: {held: {missing: false}}}
          target: {at-least: 100%}
        amendments:
          name: Amendments
          performing: provider
          records: register/amendments
          figure: {count: cases}
          target: none
      """;

  private static final String TICKETS =
      """
      number,opened,closed,team,cost
      1,2026-10-05,2026-10-06,a,1250.25
      2,2026-10-05,2026-10-07,a,98000000
      3,2026-10-05,2026-10-08,b,-20.50
      4,2026-11-05,2026-11-06,b,0.25
      """;

  private static final String REVIEWS =
      """
      id,planned,held,kind
      1,2026-10-20,2026-10-21,service
      2,2026-10-25,,service
      3,2027-03-01,,service
      """;

  @TempDir Path folder = Path.of(".");

  @Test
  void aCompositeCountsResultsAndNeverItsOwn() throws IOException {
    Evaluated evaluated = evaluate();
    assertThat(told(evaluated, "targets-met"))
        .containsExactly("2026-10 1/2 of 2 met", "2026-11 1 of 2 met", "2026-12 none of 0 no-data");
    assertThat(told(evaluated, "of-composites"))
        .containsExactly(
            "2026-10 1 of 1 not-judged", "2026-11 2 of 2 not-judged", "2026-12 0 of 0 not-judged");
  }

  @Test
  void resultsWithoutDataAreLeftOutOfStatisticsOfFigures() throws IOException {
    assertThat(told(evaluate(), "worst-third"))
        .containsExactly(
            "2026-10 0 of 3 not-met", "2026-11 1 of 2 met", "2026-12 none of 0 no-data");
  }

  @Test
  void figuresThatAreGreatNumbersAreAveragedExactly() throws IOException {
    assertThat(told(evaluate(), "costs"))
        .containsExactly(
            "2026-10 392004919/4 of 3 not-judged",
            "2026-11 1/4 of 1 not-judged",
            "2026-12 none of 0 not-judged");
    assertThat(told(evaluate(), "mean-cost")).containsExactly("2026-Q4 49000615 of 2 not-judged");
  }

  @Test
  void theRegistersSetsStopAtTheirFirstMomentAndMayBeEmpty() throws IOException {
    assertThat(told(evaluate(), "reviews"))
        .containsExactly(
            "2026-10 1/2 of 2 not-met", "2026-11 none of 0 no-data", "2026-12 none of 0 no-data");
    assertThat(told(evaluate(), "amendments"))
        .containsExactly(
            "2026-10 none of 0 not-judged",
            "2026-11 none of 0 not-judged",
            "2026-12 none of 0 not-judged");
  }

  private static List<String> told(Evaluated evaluated, String metric) {
    return evaluated.results().of(metric).stream()
        .map(
            result ->
                result.period().name()
                    + " "
                    + result
                        .targetLines()
                        .get(0)
                        .measurement()
                        .figure()
                        .map(Object::toString)
                        .orElse("none")
                    + " of "
                    + result.cases()
                    + " "
                    + result.status().key())
        .toList();
  }

  private Evaluated evaluate() throws IOException {
    Files.writeString(folder.resolve("tickets.csv"), TICKETS, UTF_8);
    Files.writeString(folder.resolve("register-reviews.csv"), REVIEWS, UTF_8);
    Agreement agreement =
        AgreementYaml.read("agreement.yaml", AGREEMENT, Folder.NONE).agreement().orElseThrow();
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
      return Rounds.evaluate(
          new DuckDbEngine(database),
          agreement,
          ((LoadOutcome.Loaded) outcome).sets(),
          Instant.parse("2027-02-01T00:00:00Z"),
          set -> {});
    }
  }
}
