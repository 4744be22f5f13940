package org.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A field that changes in a log of events, tried on three tickets. */
class ReadOnRecordsTest {

  private static final String AGREEMENT =
      """
      plumbline: 1
      agreement: tickets
      title: Tickets
      zone: America/New_York
      parties:
        customer: {name: Bureau}
        provider: {name: Center}
      performance-period: {from: 2026-10-01, until: 2027-09-30}
      period: {every: month}
      services:
        desk: {name: Service desk}
      records:
        tickets:
          case: [ticket]
          moments: {opened: instant, resolved: instant}
          fields: {priority: number, note: text}
          delivery: {supplied-by: provider, due: 5 workdays}
      calendar: work
      calendars: {work: {hours: {mon-fri: ["08:00-17:00"]}}}
      metrics:
        solved:
          name: Solved in time
          performing: provider
          service: desk
          records: tickets
          clock: {starts: opened, stops: resolved}
          target:
            within: [{when: {priority: 1}, is: 2 hours}, {when: otherwise, is: 8 hours}]
            at-least: 90%
      """;

  private static final String BINDING =
      """
      plumbline: 1
      binds: tickets
      sets:
        tickets:
          files: [log.csv]
          events: {at: updated, state: status}
          columns: {ticket: ticket, priority: priority, note: note}
          moments:
            opened: {state: [New]}
            resolved: {state: [Resolved]}
      """;

  /** T1 is urgent until its last hour: four hours, where urgent ones have two and others eight. */
  private static final String LOG =
      """
      ticket,updated,status,priority,note
      T1,2026-03-02T09:00:00Z,New,1,a
      T1,2026-03-02T12:00:00Z,Working,2,b
      T1,2026-03-02T13:00:00Z,Resolved,2,c
      T2,2026-03-03T09:00:00Z,New,2,a
      T2,2026-03-03T12:00:00Z,Resolved,2,a
      T3,2026-04-03T09:00:00Z,New,1,a
      T3,2026-04-03T10:00:00Z,Resolved,1,a
      """;

  @TempDir private Path folder;

  @Test
  void aFieldThatDecidesAndDoesNotSayWhenItIsReadIsToldWithTheResultsThatItTurns()
      throws IOException {
    assertThat(check(AGREEMENT).out())
        .contains("agreement.yaml:16:24 warning PL415", "1 of 2 results", "and 1 would mean")
        .doesNotContain("16:38");
  }

  @Test
  void whatSaysWhenItIsReadIsNotTold() throws IOException {
    assertThat(
            check(AGREEMENT.replace("priority: number", "priority: {type: number, read: at-stop}"))
                .out())
        .doesNotContain("PL415");
  }

  private Shell.Run check(String agreement) throws IOException {
    Path file = folder.resolve("agreement.yaml");
    Path records = Files.createDirectories(folder.resolve("records"));
    Files.writeString(file, agreement);
    Files.writeString(records.resolve("records.yaml"), BINDING);
    Files.writeString(records.resolve("log.csv"), LOG);
    return Shell.run("check", file.toString(), "--records", records.toString());
  }
}
