package org.plumbline.referee;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.RecordSet;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;

/** Records written straight into tables are the records that were written. */
class DirectStoreTest {

  @TempDir Path temporary = Path.of(".");

  @Test
  void recordsInTablesGiveTheSameAnswer() {
    try (Database database =
        Database.open(new DatabaseSettings(1, 1L << 29, temporary, List.of()))) {
      for (long seed = 1; seed <= 40; seed++) {
        Scenario scenario = Generators.plain(seed);
        Agreement agreement = scenario.agreement();
        RecordSet set = Objects.requireNonNull(agreement.records().get("items"));
        StoredSet stored = DirectStore.write(database, set, scenario.records());
        RefereeRecords read = StoredRecords.read(database, stored, set);
        Answer answer =
            Interpreter.evaluate(
                agreement, Map.of("items", read), Scenario.periods(agreement), scenario.asOf());
        assertThat(Differences.between(scenario.interpreted(), answer))
            .as("seed %d", seed)
            .isEmpty();
        DirectStore.drop(database, stored);
      }
    }
  }
}
