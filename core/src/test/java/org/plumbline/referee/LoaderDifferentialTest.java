package org.plumbline.referee;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.agreement.Agreement;
import org.plumbline.records.LoadOptions;
import org.plumbline.records.LoadOutcome;
import org.plumbline.records.LoadProgress;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.records.duckdb.Loader;
import org.plumbline.records.yaml.BindingYaml;

/** Records written to files are loaded as what they were. */
class LoaderDifferentialTest {

  private static final int SCENARIOS =
      Math.max(20, Integer.getInteger("plumbline.generated", 5000) / 100);

  @TempDir Path temporary = Path.of(".");

  @Test
  void generatedRecordsComeBackFromTheirFiles() throws Exception {
    DatabaseSettings settings = new DatabaseSettings(1, 1L << 29, temporary, List.of(temporary));
    for (long seed = 1; seed <= SCENARIOS; seed++) {
      Scenario generated = Generators.plain(seed);
      Scenario scenario =
          generated.withCases(
              generated.records().cases().stream()
                  .filter(one -> one.unusable().isEmpty())
                  .toList());
      if (scenario.records().cases().isEmpty()) {
        continue;
      }
      Path folder = temporary.resolve("seed-" + seed);
      ScenarioFiles.write(scenario, folder);
      Agreement agreement = scenario.agreement();
      byte[] binding =
          Files.readString(folder.resolve("records/records.yaml")).getBytes(StandardCharsets.UTF_8);
      try (Database database = Database.open(settings)) {
        LoadOutcome outcome =
            Loader.load(
                database,
                agreement,
                BindingYaml.read("records.yaml", binding, agreement).binding().orElseThrow(),
                folder.resolve("records"),
                LoadOptions.DEFAULT,
                LoadProgress.SILENT);
        assertThat(outcome)
            .as("seed %d: %s", seed, outcome.findings())
            .isInstanceOf(LoadOutcome.Loaded.class);
        StoredSet stored =
            Objects.requireNonNull(((LoadOutcome.Loaded) outcome).sets().get("items"));
        RefereeRecords loaded =
            StoredRecords.read(
                database, stored, Objects.requireNonNull(agreement.records().get("items")));
        assertThat(text(loaded)).as("seed %d", seed).isEqualTo(text(scenario.records()));
      }
    }
  }

  private static String text(RefereeRecords records) {
    List<String> lines = new ArrayList<>();
    records.cases().stream()
        .sorted(Comparator.comparing(RefereeCase::key))
        .forEach(one -> lines.add(text(one, records.eventLog())));
    return String.join("\n", lines);
  }

  private static String text(RefereeCase one, boolean eventLog) {
    Map<String, Object> moments = new TreeMap<>();
    one.occurrences()
        .forEach(
            (id, list) ->
                moments.put(
                    id,
                    list.stream().map(RefereeCase.Occurrence::at).sorted().toList().toString()));
    List<String> changes = new ArrayList<>();
    for (RefereeCase.Change change : one.changes()) {
      Map<String, Object> values = new TreeMap<>();
      change
          .values()
          .forEach(
              (id, value) ->
                  values.put(
                      id,
                      value instanceof BigDecimal number
                          ? number.stripTrailingZeros().toPlainString()
                          : value));
      changes.add((eventLog ? change.at() : 0) + " " + values);
    }
    List<String> holds =
        one.holds().stream()
            .map(hold -> hold.id() + " " + hold.from() + ".." + hold.until())
            .sorted()
            .toList();
    return one.key() + "\n  " + moments + "\n  " + changes + "\n  " + holds;
  }
}
