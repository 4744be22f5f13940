package org.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;

/** What is compared in speed gives the same answer, to the last ticket. */
class HandWrittenTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"one", "twenty", "held"})
  void plumblineAndTheStatementByHandCountTheSame(String agreement) {
    DatabaseSettings settings = new DatabaseSettings(2, 1L << 30, folder, List.of(folder));
    try (Database database = Database.open(settings)) {
      Tickets tickets = new Tickets(20_000, 1, folder);
      tickets.generate(database, true);
      tickets.install(database, true, agreement.equals("held"));
      HandWritten.prepare(database);
      Answer byHand = HandWritten.answer(database, agreement);
      assertThat(byHand.figures()).hasSizeGreaterThan(30);
      assertThat(Product.answer(database, agreement, tickets).differences(byHand)).isEmpty();
    }
  }
}
