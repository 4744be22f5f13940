package org.plumbline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was due, whether or not a record exists (docs/meaning.md 14). */
class ExpectedTest {

  private static final String END = "2027-02-01T00:00:00Z";

  @TempDir Path folder = Path.of(".");

  @Test
  void aMonthWithoutARecordIsACase() throws IOException {
    String records =
        """
        records:
          gtas:
            case: [month]
            moments:
              month: date
              submitted: date
              due: {at: {day: last, of: month, at: month}, plus: 6 workdays}
            fields: {note: text}
            expected: {every: month, for: month, match: for}
        metrics:
          on-time:
            name: Months on time
            performing: provider
            records: gtas
            clock: {stops: submitted}
            target: {by: due, at-least: 100%}
        """;
    String file =
        """
        month,submitted,note
        2026-10-15,2026-11-09,second
        2026-10-01,2026-11-05,first
        2026-12-31,2027-01-20,late
        2027-01-01,2027-01-20,surplus
        """;
    try (SmallTables tables = SmallTables.load(folder, records, Map.of("gtas.csv", file))) {
      assertThat(tables.cases("gtas", END))
          .containsExactly(
              "2026-10-01 | month 2026-10-01 | submitted 2026-11-05 | note first",
              "2026-11-01 | month 2026-11-01",
              "2026-12-01 | month 2026-12-01 | submitted 2027-01-20 | note late");
      assertThat(tables.cases("gtas", "2026-11-07T12:00:00Z"))
          .containsExactly(
              "2026-10-01 | month 2026-10-01 | submitted 2026-11-05 | note first",
              "2026-11-01 | month 2026-11-01");
      assertThat(tables.counted("on-time", END))
          .containsExactly("2026-10: 0 of 0", "2026-11: 1 of 1, 1", "2026-12: 0 of 2, 0");
    }
  }

  @Test
  void aRecordIsReadOnceSomethingOfItHasHappened() throws IOException {
    String records =
        """
        records:
          reports:
            case: [month]
            moments: {month: date, sent: instant}
            fields: {good: flag}
            expected: {every: month, for: month}
          signed:
            case: [month]
            moments: {month: date}
            fields: {good: flag}
            expected: {every: month, for: month}
        metrics: {}
        """;
    String reports =
        """
        month,sent,good
        2026-10-01,2026-12-05T09:00:00Z,true
        2026-11-01,,true
        """;
    String signed = "month,good\n2026-10-01,true\n";
    try (SmallTables tables =
        SmallTables.load(folder, records, Map.of("reports.csv", reports, "signed.csv", signed))) {
      assertThat(tables.cases("reports", "2026-12-04T00:00:00Z"))
          .containsExactly(
              "2026-10-01 | month 2026-10-01",
              "2026-11-01 | month 2026-11-01",
              "2026-12-01 | month 2026-12-01");
      assertThat(tables.cases("reports", END).get(0))
          .isEqualTo("2026-10-01 | month 2026-10-01 | sent 2026-12-05T09:00:00Z | good true");
      assertThat(tables.cases("signed", END).get(0))
          .isEqualTo("2026-10-01 | month 2026-10-01 | good true");
    }
  }

  private static final String TRIPS =
      """
      records:
        trips:
          case: [trip]
          moments: {begins: date, ends: date, planned: {at: begins, plus: 20 days}}
          fields: {region: text}
        vouchers:
          case: [trip]
          moments: {mark: date, submitted: date, planned: date}
          fields: {region: text, amount: number}
          expected: {every: %s, of: trips, while: [begins, ends], for: mark, match: %s}
      metrics:
        vouchers-in-time:
          name: Vouchers in time
          performing: customer
          records: vouchers
          clock: {stops: submitted}
          target: {by: mark, at-least: 100%%}
      """;

  private static final String TRIP_FILE =
      """
      trip,begins,ends,region
      A,2026-10-01,2026-12-05,east
      B,2026-10-31,,west
      C,2026-11-01,2026-11-20,
      D,,2026-11-20,north
      """;

  private static final String VOUCHER_FILE =
      """
      trip,submitted,amount
      A,2026-11-02,2
      A,2026-10-30,1
      B,2026-12-20,4
      B,2026-11-20,3
      X,2026-11-20,9
      """;

  @Test
  void theNthRecordCompletesTheNthOccurrence() throws IOException {
    try (SmallTables tables =
        SmallTables.load(
            folder,
            TRIPS.formatted("30 days", "in-order"),
            Map.of("trips.csv", TRIP_FILE, "vouchers.csv", VOUCHER_FILE))) {
      assertThat(tables.cases("vouchers", "2026-12-31T12:00:00Z"))
          .containsExactlyInAnyOrder(
              "A / 2026-10-31 | mark 2026-10-31 | submitted 2026-10-30 | planned 2026-10-21"
                  + " | trip A | region east | amount 1",
              "A / 2026-11-30 | mark 2026-11-30 | submitted 2026-11-02 | planned 2026-10-21"
                  + " | trip A | region east | amount 2",
              "B / 2026-11-30 | mark 2026-11-30 | submitted 2026-11-20 | planned 2026-11-20"
                  + " | trip B | region west | amount 3",
              "B / 2026-12-30 | mark 2026-12-30 | submitted 2026-12-20 | planned 2026-11-20"
                  + " | trip B | region west | amount 4");
      assertThat(tables.counted("vouchers-in-time", END))
          .containsExactly("2026-10: 1 of 1, 1", "2026-11: 2 of 2, 1", "2026-12: 1 of 1, 1");
    }
  }

  @Test
  void monthsAreCountedFromTheBeginningEachTime() throws IOException {
    try (SmallTables tables =
        SmallTables.load(
            folder,
            TRIPS.formatted("1 month", "in-order"),
            Map.of("trips.csv", TRIP_FILE, "vouchers.csv", VOUCHER_FILE))) {
      assertThat(tables.cases("vouchers", "2027-02-01T00:00:00Z"))
          .extracting(line -> line.substring(0, line.indexOf(" |")))
          .containsExactlyInAnyOrder(
              "A / 2026-11-01",
              "A / 2026-12-01",
              "B / 2026-11-30",
              "B / 2026-12-31",
              "B / 2027-01-31");
    }
  }

  @Test
  void workdaysAreThoseOfTheAgreementsCalendar() throws IOException {
    try (SmallTables tables =
        SmallTables.load(
            folder,
            TRIPS.formatted("15 workdays", "in-order"),
            Map.of("trips.csv", TRIP_FILE, "vouchers.csv", VOUCHER_FILE))) {
      assertThat(tables.cases("vouchers", "2026-12-01T00:00:00Z"))
          .extracting(line -> line.substring(0, line.indexOf(" |")))
          .containsExactlyInAnyOrder(
              "A / 2026-10-22", "A / 2026-11-12", "B / 2026-11-20", "C / 2026-11-20");
    }
  }

  @Test
  void hoursRunFromInstantToInstant() throws IOException {
    String records =
        """
        records:
          outages:
            case: [outage]
            moments: {began: instant, restored: instant}
          notices:
            case: [outage, due]
            moments: {due: minute, sent: instant}
            expected: {every: 90 minutes, of: outages, while: [began, restored], for: due, match: for}
        metrics: {}
        """;
    try (SmallTables tables =
        SmallTables.load(
            folder,
            records,
            Map.of(
                "outages.csv",
                """
                outage,began,restored
                1,2026-10-05T09:00:20Z,2026-10-05T12:00:20Z
                2,2026-10-06T09:00:00Z,
                """,
                "notices.csv",
                """
                outage,due,sent
                1,2026-10-05T12:00:00Z,2026-10-05T12:01:00Z
                2,2026-10-06T12:00:00Z,2026-10-06T12:01:00Z
                """))) {
      assertThat(tables.cases("notices", "2026-10-06T12:30:00Z"))
          .containsExactly(
              "1 / 2026-10-05T10:30:00Z | due 2026-10-05T10:30:00Z | outage 1",
              "1 / 2026-10-05T12:00:00Z | due 2026-10-05T12:00:00Z | sent 2026-10-05T12:01:00Z"
                  + " | outage 1",
              "2 / 2026-10-06T10:30:00Z | due 2026-10-06T10:30:00Z | outage 2",
              "2 / 2026-10-06T12:00:00Z | due 2026-10-06T12:00:00Z | sent 2026-10-06T12:01:00Z"
                  + " | outage 2");
    }
  }

  @Test
  void listedDatesAreDueWithinTheStretch() throws IOException {
    String records =
        """
        records:
          reports:
            case: [day]
            moments: {day: date, sent: date}
            expected: {dates: [2026-09-30, 2026-10-15, 2026-12-31, 2027-01-01], for: day}
        metrics: {}
        """;
    try (SmallTables tables =
        SmallTables.load(
            folder,
            records,
            Map.of("reports.csv", "day,sent\n2026-12-31,2026-12-30\n,2026-12-29\n"))) {
      assertThat(tables.cases("reports", END))
          .containsExactly(
              "2026-10-15 | day 2026-10-15", "2026-12-31 | day 2026-12-31 | sent 2026-12-30");
    }
  }

  @Test
  void anUnusableRecordMakesItsOccurrenceUnusable() throws IOException {
    String bad = VOUCHER_FILE.replace("A,2026-11-02,2", "A,2026-11-02,two");
    try (SmallTables tables =
        SmallTables.load(
            folder,
            TRIPS.formatted("30 days", "in-order"),
            Map.of("trips.csv", TRIP_FILE, "vouchers.csv", bad))) {
      assertThat(tables.cases("vouchers", END))
          .filteredOn(line -> line.contains("unusable"))
          .singleElement()
          .asString()
          .startsWith("A / 2026-11-30");
    }
  }
}
