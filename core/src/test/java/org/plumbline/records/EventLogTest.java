package org.plumbline.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.records.LoadOutcome.Loaded;

/** A small log worked by hand. */
class EventLogTest {

  private static final String TICKETS =
      """
      tickets:
        case: [number]
        moments:
          opened: minute
          resolution: minute
          reopened: minute
          promised: date
        fields:
          priority: {type: number, read: at-stop}
          group: text
        turns:
          - {hold: awaiting-user, whose: customer}
          - {hold: awaiting-vendor, whose: provider}
      """;

  private static final String BINDING =
      """
      tickets:
        files: [log.csv]
        times: d/M/yyyy HH:mm:ss
        zone: UTC
        unknown: ["?"]
        events: {at: when, order: step, state: state}
        columns: {number: id, opened: opened at, promised: promise, priority: prio}
        dates: d.M.yyyy
        moments:
          resolution: {state: [Resolved, Closed]}
          reopened: {rises: again}
        holds:
          awaiting-user: {state: [Awaiting User]}
          awaiting-vendor: {state: [Awaiting Vendor]}
      """;

  private static final long DAY = 86_400_000_000L;
  private static final long JAN_5 = 20_458 * DAY; // 2026-01-05 is day 20,458
  private static final long HOUR = 3_600_000_000L;
  private static final long MINUTE = 60_000_000L;

  @TempDir Path temporary;

  private RecordsFolder log() {
    return RecordsFolder.of(temporary, "America/New_York", TICKETS)
        .bound(BINDING)
        .file(
            "log.csv",
            "id,when,step,state,again,opened at,prio,group,promise",
            // B begins before A, so it is case 0, though it stands later in the file.
            "A,5/1/2026 10:00:00,0,New,0,5/1/2026 09:59:30,3,x,7.1.2026",
            "A,5/1/2026 11:00:00,1,Awaiting User,0,5/1/2026 09:59:30,3,?,7.1.2026",
            // One instant, out of order in the file: the order column decides.
            "A,5/1/2026 13:00:00,3,Resolved,0,5/1/2026 09:59:30,2,y,8.1.2026",
            "A,5/1/2026 13:00:00,2,Active,0,5/1/2026 09:59:30,3,x,7.1.2026",
            "A,5/1/2026 14:00:00,4,?,0,5/1/2026 09:59:30,2,y,?",
            "A,5/1/2026 15:00:00,5,Closed,0,5/1/2026 09:59:30,2,y,8.1.2026",
            "A,5/1/2026 16:00:00,6,Active,1,5/1/2026 09:59:30,2,?,8.1.2026",
            "B,5/1/2026 9:00:00,0,New,,5/1/2026 09:00:00,1,x,",
            "B,5/1/2026 12:00:00,1,Awaiting Vendor,1,5/1/2026 09:00:00,1,x,",
            "B,5/1/2026 12:30:00,2,Awaiting User,2,5/1/2026 09:00:00,1,x,");
  }

  @Test
  void casesAreNumberedByTheirFirstInstantAndHoldFirstMomentsAndLastValues() {
    try (RecordsFolder log = log()) {
      Loaded loaded = log.loaded();
      assertThat(loaded.findings()).isEmpty();
      assertThat(
              log.rows(
                  "tickets.cases",
                  "case_no, case_key, \"m:opened\", \"m:resolution\", \"m:reopened\", \"m:promised\","
                      + " \"f:priority\", \"f:group\", unusable, row_no"))
          .containsExactly(
              "0|B|" + at(9, 0) + "|null|" + at(12, 30) + "|null|1|x|null|9",
              "1|A|" + at(9, 59) + "|" + at(13, 0) + "|" + at(16, 0) + "|20460|2|null|null|2");
    }
  }

  @Test
  void momentsOccurWhereStatesAreEnteredCountersRiseAndColumnsChange() {
    try (RecordsFolder log = log()) {
      log.loaded();
      assertThat(log.rows("tickets.occurrences", "case_no, moment_no, \"at\", seq, row_no"))
          .containsExactly(
              "0|0|" + at(9, 0) + "|1|9",
              // again is unknown, then 1, which is no rise since nothing is known before it, then
              // 2.
              "0|2|" + at(12, 30) + "|3|11",
              "1|0|" + at(9, 59) + "|1|2",
              "1|3|20460|1|2",
              // Resolved at 13:00; Closed is in the same list, so it is not entered anew.
              "1|1|" + at(13, 0) + "|4|4",
              "1|3|20461|4|4",
              "1|2|" + at(16, 0) + "|7|8");
    }
  }

  @Test
  void changesKeepTheOrderOfEventsAndTheValuesAsTheyStood() {
    try (RecordsFolder log = log()) {
      log.loaded();
      assertThat(log.rows("tickets.changes", "case_no, seq, \"f:priority\", \"f:group\", row_no"))
          .containsExactly(
              "0|1|1|x|9",
              "0|2|1|x|10",
              "0|3|1|x|11",
              "1|1|3|x|2",
              "1|2|3|null|3",
              "1|3|3|x|5",
              "1|4|2|y|4",
              "1|5|2|y|6",
              "1|6|2|y|7",
              "1|7|2|null|8");
    }
  }

  @Test
  void holdsLastFromTheEventThatEntersAStateToTheNextThatLeavesIt() {
    try (RecordsFolder log = log()) {
      log.loaded();
      assertThat(log.rows("tickets.holds", "case_no, hold_no, f, u, row_no"))
          .containsExactly(
              "0|1|" + at(12, 0) + "|" + at(12, 30) + "|10",
              "0|0|" + at(12, 30) + "|null|11",
              "1|0|" + at(11, 0) + "|" + at(13, 0) + "|3");
      assertThat(log.rows("tickets.atoms", "*"))
          .containsExactly(
              "0|" + at(12, 0) + "|" + at(12, 30) + "|2",
              "0|" + at(12, 30) + "|null|1",
              "1|" + at(11, 0) + "|" + at(13, 0) + "|1");
    }
  }

  @Test
  void theReportCountsWhatIsUnusual() {
    try (RecordsFolder log = log()) {
      Loaded loaded = log.loaded();
      LoadReport.SetReport report = RecordsFolder.report(loaded, "tickets");
      assertThat(report.changing()).containsEntry("priority", 1L).containsEntry("group", 1L);
      assertThat(report.repeated()).containsEntry("promised", 1L).containsEntry("opened", 0L);
      assertThat(report.unknownCells()).containsEntry("group", 2L).containsEntry("promise", 4L);
      assertThat(loaded.report().files().get(0).rows()).isEqualTo(10);
    }
  }

  private static long at(int hour, int minute) {
    return JAN_5 + hour * HOUR + minute * MINUTE;
  }
}
