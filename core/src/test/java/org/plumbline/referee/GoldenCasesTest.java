package org.plumbline.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.SuppliedPart;
import org.plumbline.evaluate.CaseInterval;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadOutcome;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.records.duckdb.Loader;
import org.plumbline.rounds.Evaluated;
import org.plumbline.rounds.Rounds;

/**
 * Every folder under {@code cases} gives what was worked by hand; with {@code
 * -Dplumbline.golden=T01} those whose names begin so. What is awaited still fails, for the reason
 * given.
 */
class GoldenCasesTest {
  private static final String ONLY = System.getProperty("plumbline.golden", "");

  @TempDir Path temporary = Path.of(".");

  @TestFactory
  Stream<DynamicTest> eachFolderGivesWhatWasWorkedByHand() {
    List<GoldenCase> cases =
        GoldenCase.all().stream().filter(golden -> golden.name().startsWith(ONLY)).toList();
    List<Path> folders = new ArrayList<>(cases.stream().map(GoldenCase::recordsFolder).toList());
    folders.add(temporary);
    Database database = Database.open(new DatabaseSettings(1, 1L << 29, temporary, folders));
    Map<String, String> awaiting = GoldenCase.awaiting();
    return cases.stream()
        .map(
            golden ->
                DynamicTest.dynamicTest(
                    golden.name(),
                    () -> {
                      String reason = awaiting.get(golden.name());
                      if (reason == null) {
                        check(golden, database);
                      } else {
                        assertThatThrownBy(() -> check(golden, database))
                            .as("%s is awaited no more: take it out of the list", golden.name())
                            .hasMessageContaining(reason);
                      }
                    }))
        .onClose(database::close);
  }

  @Test
  void whatIsAwaitedIsThere() {
    assertThat(GoldenCase.all())
        .extracting(GoldenCase::name)
        .containsAll(GoldenCase.awaiting().keySet());
  }

  private void check(GoldenCase golden, Database database) {
    Agreement agreement = golden.agreement();
    Path folder = golden.records(agreement, temporary);
    LoadOptions options =
        golden.keepsGood() ? LoadOptions.DEFAULT.keepingGood() : LoadOptions.DEFAULT;
    try {
      LoadOutcome outcome =
          Loader.load(
              database, agreement, golden.binding(agreement), folder, options, LoadProgress.SILENT);
      assertThat(outcome).as("%s", outcome.findings()).isInstanceOf(LoadOutcome.Loaded.class);
      Map<String, RefereeRecords> records = new HashMap<>();
      for (StoredSet stored : ((LoadOutcome.Loaded) outcome).sets().values()) {
        records.put(
            stored.set(),
            StoredRecords.read(
                database, stored, SuppliedPart.of(agreement, stored.set()).orElseThrow()));
      }
      Answer answer =
          Interpreter.evaluate(agreement, records, Scenario.periods(agreement), golden.asOf());
      new GoldenExpectation(golden, "the interpreter")
          .check(
              agreement,
              golden.asOf(),
              answer,
              Interpreter.known(agreement, records, golden.asOf()));
      List<String> differences =
          Differences.between(
              EngineCases.comparable(agreement, answer),
              counted(database, agreement, (LoadOutcome.Loaded) outcome, golden));
      assertThat(differences).as("engine and referee").isEmpty();
    } finally {
      database
          .query("SELECT table_name FROM duckdb_tables()", row -> row.getString(1))
          .forEach(table -> database.execute("DROP TABLE \"" + table + "\""));
    }
  }

  private static Answer counted(
      Database database, Agreement agreement, LoadOutcome.Loaded loaded, GoldenCase golden) {
    Evaluated evaluated =
        Rounds.evaluate(
            new DuckDbEngine(database), agreement, loaded.sets(), golden.asOf(), set -> {});
    GoldenExpectation expectation = new GoldenExpectation(golden, "the engine");
    expectation.findings(evaluated.findings());
    expectation.results(evaluated.results());
    List<CaseOutcome> outcomes = new ArrayList<>();
    Map<String, List<CaseInterval>> intervals = new HashMap<>();
    evaluated
        .compiled()
        .forEach(
            (metric, all) ->
                EngineCases.add(database, agreement, metric, all, outcomes, intervals));
    return new Answer(evaluated.measurements(), evaluated.totals(), outcomes, intervals);
  }
}
