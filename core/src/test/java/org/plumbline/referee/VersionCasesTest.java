package org.plumbline.referee;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.OutcomeQuery;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.inforce.InForce;
import org.plumbline.inforce.InForceFollows;
import org.plumbline.inforce.Measured;
import org.plumbline.inforce.UnderVersions;
import org.plumbline.judge.Result;
import org.plumbline.records.Binding;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadOutcome;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.records.duckdb.Loader;
import org.plumbline.register.VersionFolder;
import org.plumbline.register.Versions;
import org.plumbline.remedy.Circumstances;

/** Every folder under {@code cases} with several versions gives what was worked by hand. */
class VersionCasesTest {

  @TempDir Path temporary = Path.of(".");

  @TestFactory
  Stream<DynamicTest> eachFolderOfVersionsGivesWhatWasWorkedByHand() {
    List<GoldenCase> cases = GoldenCase.ofVersions();
    List<Path> folders = cases.stream().map(GoldenCase::recordsFolder).toList();
    Database database = Database.open(new DatabaseSettings(1, 1L << 29, temporary, folders));
    return cases.stream()
        .map(golden -> DynamicTest.dynamicTest(golden.name(), () -> check(golden, database)))
        .onClose(database::close);
  }

  private static void check(GoldenCase golden, Database database) throws Exception {
    VersionFolder.Read read = VersionFolder.read(golden.folder().resolve(VersionFolder.NAME));
    assertThat(read.versions()).as("%s", read.findings()).isPresent();
    Versions versions = read.versions().orElseThrow();
    try {
      LoadOutcome outcome =
          Loader.load(
              database,
              InForce.loading(versions),
              Binding.byNames(),
              golden.recordsFolder(),
              LoadOptions.DEFAULT,
              LoadProgress.SILENT);
      assertThat(outcome).as("%s", outcome.findings()).isInstanceOf(LoadOutcome.Loaded.class);
      DuckDbEngine engine = new DuckDbEngine(database);
      UnderVersions found =
          InForce.evaluate(
              engine, versions, ((LoadOutcome.Loaded) outcome).sets(), golden.asOf(), set -> {});
      results(golden, found);
      List<CaseOutcome> outcomes = outcomes(engine, found);
      GoldenExpectation expectation = new GoldenExpectation(golden, "the engine");
      expectation.totals(found.totals());
      expectation.outcomes(outcomes);
      new GoldenPostings(golden).check(InForceFollows.of(found, Circumstances.NONE));
    } finally {
      database
          .query("SELECT table_name FROM duckdb_tables()", row -> row.getString(1))
          .forEach(table -> database.execute("DROP TABLE \"" + table + "\""));
    }
  }

  /** Where each case went under its version; a case is told by the version it stands under. */
  private static List<CaseOutcome> outcomes(DuckDbEngine engine, UnderVersions found) {
    List<CaseOutcome> outcomes = new ArrayList<>();
    for (Measured each : found.measured()) {
      outcomes.addAll(
          engine.outcomes(each.agreement(), each.compiled(), each.id(), OutcomeQuery.all()));
    }
    return outcomes;
  }

  /** All results, each as metric, period, value, status, version, holding, cases and figure. */
  private static void results(GoldenCase golden, UnderVersions found) {
    List<String> actual =
        found.results().results().stream().map(result -> line(found, result)).toList();
    List<String> expected =
        golden.expected("results.csv").stream().map(VersionCasesTest::line).toList();
    assertThat(actual).containsExactlyElementsOf(expected);
  }

  private static String line(UnderVersions found, Result result) {
    var first = result.lines().get(0).measurement();
    return String.join(
        " ",
        result.metric(),
        result.period().name(),
        result.each().orElse("-"),
        result.status().key(),
        found.version(result).orElseThrow().id(),
        first.holding() + "/" + first.cases(),
        first.figure().map(Object::toString).orElse("-"));
  }

  private static String line(Map<String, String> row) {
    return String.join(" ", row.values());
  }
}
