package org.plumbline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.DatabaseSettings;
import org.plumbline.report.terminal.TerminalReport;
import org.plumbline.report.terminal.TerminalStyle;

/** The whole flow, from a text and a file of records to a report. */
class AssessmentTest {

  private static final Instant AS_OF = Instant.parse("2026-03-01T00:00:00Z");

  @TempDir Path folder = Path.of(".");

  @BeforeEach
  void writeAnAgreementAndItsRecords() throws IOException {
    Files.writeString(
        folder.resolve("agreement.yaml"),
        """
        plumbline: 1
        agreement: tickets
        title: Tickets
        zone: UTC
        parties: {customer: {name: Bureau}, provider: {name: Center}}
        performance-period: {from: 2026-01-01, until: 2026-01-31}
        period: {every: month}
        records:
          tickets: {case: [number], moments: {opened: instant, resolved: instant}}
        metrics:
          in-time:
            name: Tickets resolved within a day
            performing: provider
            records: tickets
            clock: {starts: opened, stops: resolved}
            target: {within: 24 hours, at-least: 50%}
            remedies: [plan]
        remedies:
          plan: {when: {result: met}, action: Thank the team}
        """,
        UTF_8);
    Files.writeString(
        folder.resolve("tickets.csv"),
        """
        number,opened,resolved
        1,2026-01-05T09:00:00Z,2026-01-06T09:00:00Z
        2,2026-01-05T09:00:00Z,2026-01-06T09:00:01Z
        """,
        UTF_8);
  }

  @Test
  void anAgreementAndItsRecordsBecomeAReport() throws IOException {
    assertThat(report())
        .contains("Tickets resolved within a day", "1 of 2", "50%", "met", "Thank the team");
  }

  @Test
  void anAgreementThatCannotBeReadIsRefusedWithItsPlace() throws IOException {
    Path file = folder.resolve("agreement.yaml");
    Files.writeString(file, Files.readString(file, UTF_8).replace("50%", "0.5"), UTF_8);
    assertThatThrownBy(this::report)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("agreement.yaml:16:");
  }

  private String report() throws IOException {
    try (Database database =
        Database.open(new DatabaseSettings(1, 1L << 29, folder, List.of(folder)))) {
      return TerminalReport.render(
          Assessment.assess(folder.resolve("agreement.yaml"), folder, AS_OF, database),
          new TerminalStyle(100, false, true));
    }
  }
}
