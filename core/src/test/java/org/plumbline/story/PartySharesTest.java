package org.plumbline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.yaml.AgreementYaml;
import org.plumbline.compile.CompiledSet;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.PartyTime;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.records.Binding;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadOutcome;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.records.duckdb.Loader;
import org.plumbline.rounds.Rounds;

/** Whose time it was is the same however few cases are worked on at once. */
class PartySharesTest {

  private static final String AGREEMENT =
      """
      plumbline: 1
      agreement: shares
      title: Shares of cases
      zone: UTC
      parties:
        customer: {name: Department of Examples}
        provider: {name: Example Services}
      performance-period: {from: 2026-01-01, until: 2026-02-28}
      period: {every: month}
      records:
        items:
          case: [number]
          moments: {opened: instant, asked: instant, answered: instant, done: instant, reopened: instant}
          reopening: {at: reopened, then: new-case}
          turns:
            - {stage: asking, from: asked, until: answered, whose: customer}
      metrics:
        done:
          name: Items done
          performing: provider
          records: items
          clock: {starts: opened, stops: done, pauses: [asking]}
          target: {within: 10 hours, at-least: 90%}
        answered:
          name: Items answered
          performing: customer
          records: items
          clock: {starts: asked, stops: answered}
          target: {within: 4 hours, at-least: 90%}
      """;

  /** The first, third and fifth item are asked about for two, three and one hour. */
  private static final String ROWS =
      """
      number,opened,asked,answered,done,reopened
      1,2026-01-05T08:00:00Z,2026-01-05T09:00:00Z,2026-01-05T11:00:00Z,2026-01-05T12:00:00Z,
      2,2026-01-06T08:00:00Z,,,2026-01-06T09:00:00Z,2026-01-08T09:00:00Z
      3,2026-02-02T08:00:00Z,2026-02-02T08:00:00Z,2026-02-02T11:00:00Z,2026-02-02T13:00:00Z,
      4,2026-02-03T08:00:00Z,,,2026-02-03T10:00:00Z,
      5,2026-02-04T08:00:00Z,2026-02-04T08:00:00Z,2026-02-04T09:00:00Z,2026-02-04T09:00:00Z,
      """;

  @TempDir Path folder = Path.of(".");

  @Test
  void sharesOfCasesAddUpToTheTimesOfAll() throws IOException {
    Agreement agreement = AgreementYaml.read("agreement.yaml", AGREEMENT).agreement().orElseThrow();
    Files.writeString(folder.resolve("items.csv"), ROWS);
    try (Database database =
        Database.open(new DatabaseSettings(1, 1L << 28, folder, List.of(folder)))) {
      LoadOutcome outcome =
          Loader.load(
              database,
              agreement,
              Binding.byNames(),
              folder,
              LoadOptions.DEFAULT,
              LoadProgress.SILENT);
      assertThat(outcome).as("%s", outcome.findings()).isInstanceOf(LoadOutcome.Loaded.class);
      Engine engine = new DuckDbEngine(database);
      CompiledSet set =
          Objects.requireNonNull(
              Rounds.evaluate(
                      engine,
                      agreement,
                      ((LoadOutcome.Loaded) outcome).sets(),
                      Instant.parse("2026-06-30T00:00:00Z"),
                      each -> {})
                  .compiled()
                  .get("done"));
      Set<String> metrics = Set.of("done", "answered");
      List<PartyTime> all = new PartyShares(engine, 5).of(agreement, set, metrics);
      // February: the customer's are 3 hours of item 3 and 1 of item 5, no turn covers 2 of item 3,
      // 2 of 4.
      assertThat(all)
          .filteredOn(
              time -> time.metric().equals("done") && time.period().name().equals("2026-02"))
          .extracting(time -> time.party() + " " + time.cases() + " " + hours(time))
          .containsExactly("customer 2 4", "unassigned 2 4");
      for (long most = 1; most < 5; most++) {
        assertThat(new PartyShares(engine, most).of(agreement, set, metrics))
            .as("%d cases at once", most)
            .isEqualTo(all);
      }
      assertThat(new PartyShares(engine, 2).of(agreement, set, Set.of("answered")))
          .extracting(PartyTime::metric)
          .containsOnly("answered");
    }
  }

  private static long hours(PartyTime time) {
    return time.openMicros().longValueExact() / 3_600_000_000L;
  }
}
