package org.plumbline.referee;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.SuppliedPart;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;

/**
 * Spark gives what DuckDB gives on agreements and records made at random, byte for byte.
 *
 * <p>{@code -Dplumbline.spark=N} sets how many, {@code -Dplumbline.seed=N} the first seed.
 */
class SparkDifferentialTest {
  private static final int SCENARIOS = Integer.getInteger("plumbline.spark", 20);
  private static final long FIRST = Long.getLong("plumbline.seed", 1);

  @TempDir Path temporary = Path.of(".");

  @TestFactory
  Stream<DynamicTest> sparkGivesWhatDuckDbGives() {
    System.out.printf("seed %d to %d: Spark against DuckDB%n", FIRST, FIRST + SCENARIOS - 1);
    return LongStream.range(FIRST, FIRST + SCENARIOS)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> compare(seed)));
  }

  private void compare(long seed) {
    Scenario scenario = Generators.scenario(seed);
    Agreement agreement = scenario.agreement();
    try (Database database =
        Database.open(new DatabaseSettings(1, 1L << 29, temporary, List.of()))) {
      Map<String, StoredSet> sets = new LinkedHashMap<>();
      scenario
          .files()
          .forEach(
              (id, records) ->
                  sets.put(
                      id,
                      DirectStore.write(
                          database, SuppliedPart.of(agreement, id).orElseThrow(), records)));
      assertThat(text(LocalSpark.engine(database), scenario, sets))
          .isEqualTo(text(new DuckDbEngine(database), scenario, sets));
    }
  }

  private static List<String> text(Engine engine, Scenario scenario, Map<String, StoredSet> sets) {
    List<String> text = new ArrayList<>();
    EngineText.of(engine, scenario.agreement(), sets, scenario.asOf(), false, text);
    return text;
  }
}
