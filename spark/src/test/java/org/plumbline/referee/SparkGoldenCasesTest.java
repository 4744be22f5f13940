package org.plumbline.referee;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.agreement.Agreement;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadOutcome;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.records.duckdb.Loader;

/**
 * Spark gives what DuckDB gives for folders under {@code cases}, which {@code GoldenCasesTest}
 * holds to what was worked by hand: for every fourth of them and those that ask for what no other
 * does; with {@code -Dplumbline.golden=all} for all, with {@code =T01} for those whose names begin
 * so.
 */
class SparkGoldenCasesTest {
  private static final String ONLY = System.getProperty("plumbline.golden", "");
  private static final int EVERY = 4;

  /**
   * Operations that no case in the fourth of them asks for: keys of several parts, instants as
   * text; numbers without their point; percentiles.
   */
  private static final Set<String> BESIDE =
      Set.of("readings", "s32-composite-without-data", "statistics");

  /** Of every so many cases it is asked how single cases stand, too. */
  private static final int CASES = 12;

  @TempDir Path temporary = Path.of(".");

  @TestFactory
  Stream<DynamicTest> foldersGiveWhatDuckDbGives() {
    List<GoldenCase> all = GoldenCase.all();
    return IntStream.range(0, all.size())
        .filter(number -> isAsked(number, all.get(number).name()))
        .mapToObj(
            number ->
                DynamicTest.dynamicTest(
                    all.get(number).name(), () -> check(all.get(number), number % CASES == 0)));
  }

  private static boolean isAsked(int number, String name) {
    return switch (ONLY) {
      case "" -> number % EVERY == 0 || BESIDE.contains(name);
      case "all" -> true;
      default -> name.startsWith(ONLY);
    };
  }

  private void check(GoldenCase golden, boolean cases) {
    Agreement agreement = golden.agreement();
    Path folder = golden.records(agreement, temporary);
    LoadOptions options =
        golden.keepsGood() ? LoadOptions.DEFAULT.keepingGood() : LoadOptions.DEFAULT;
    try (Database database =
        Database.open(
            new DatabaseSettings(1, 1L << 29, temporary, List.of(folder.toAbsolutePath())))) {
      LoadOutcome outcome =
          Loader.load(
              database, agreement, golden.binding(agreement), folder, options, LoadProgress.SILENT);
      assertThat(outcome).as("%s", outcome.findings()).isInstanceOf(LoadOutcome.Loaded.class);
      Map<String, StoredSet> sets = ((LoadOutcome.Loaded) outcome).sets();
      List<String> expected = new ArrayList<>();
      List<String> found = new ArrayList<>();
      EngineText.of(new DuckDbEngine(database), agreement, sets, golden.asOf(), cases, expected);
      EngineText.of(LocalSpark.engine(database), agreement, sets, golden.asOf(), cases, found);
      assertThat(found).isEqualTo(expected);
    }
  }
}
