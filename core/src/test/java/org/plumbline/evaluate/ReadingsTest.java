package org.plumbline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.records.StoredSet;

/** Readings of meters (docs/meaning.md 14). */
class ReadingsTest {

  private static final String RECORDS =
      """
      records:
        temperatures:
          case: [sensor, measured]
          moments: {measured: instant}
          fields: {degrees: number}
          readings: {every: 5 minutes, missing: %s}
      metrics:
        hot:
          name: Readings above 75 degrees
          performing: provider
          records: temperatures
          clock: {starts: began, stops: ended}
          figure: {sum: elapsed, where: {degrees: {above: 75}}}
          target: none
      """;

  private static final String FILE =
      """
      sensor,measured,degrees
      A,2026-10-01T04:00:00Z,70
      A,2026-10-01T04:05:00Z,80
      A,2026-10-01T04:07:00Z,71
      B,2026-10-01T04:02:00Z,90
      A,2026-10-01T04:30:00Z,70
      A,2026-10-01T04:33:00Z,warm
      """;

  @TempDir Path folder = Path.of(".");

  @Test
  void aReadingStandsUntilTheNextOfItsMeter() throws IOException {
    try (SmallTables tables =
        SmallTables.load(folder, RECORDS.formatted("unknown"), Map.of("temperatures.csv", FILE))) {
      assertThat(tables.cases("temperatures", "2026-10-01T04:32:00Z"))
          .extracting(line -> line.replace("2026-10-01T", ""))
          .containsExactly(
              "A / 04:00:00Z | measured 04:00:00Z | began 04:00:00Z | ended 04:05:00Z"
                  + " | sensor A | degrees 70",
              "B / 04:02:00Z | measured 04:02:00Z | began 04:02:00Z | ended 04:07:00Z"
                  + " | sensor B | degrees 90",
              "A / 04:05:00Z | measured 04:05:00Z | began 04:05:00Z | ended 04:07:00Z"
                  + " | sensor A | degrees 80",
              "A / 04:07:00Z | measured 04:07:00Z | began 04:07:00Z | ended 04:12:00Z"
                  + " | sensor A | degrees 71",
              "A / 04:30:00Z | measured 04:30:00Z | began 04:30:00Z | ended 04:35:00Z"
                  + " | sensor A | degrees 70",
              // Its number cannot be read, so nobody knows that it is later than T.
              "A / 04:33:00Z | sensor A | unusable degrees is no number that can be held"
                  + " exactly");
      assertThat(tables.counted("hot", "2026-10-01T04:32:00Z").get(0))
          .startsWith("2026-10: 2 of 2, 420000000");
    }
  }

  @Test
  void whatNoReadingFillsIsAGap() throws IOException {
    try (SmallTables tables =
        SmallTables.load(folder, RECORDS.formatted("unknown"), Map.of("temperatures.csv", FILE))) {
      assertThat(gaps(tables, "2026-10-01T05:00:00Z"))
          .containsExactly(
              "B / 04:00:00Z 04:00 04:02 B",
              "B / 04:07:00Z 04:07 05:00 B",
              "A / 04:12:00Z 04:12 04:30 A",
              "A / 04:33:00Z 04:33 05:00 A");
    }
  }

  @Test
  void gapsThatAreUpAreNothing() throws IOException {
    try (SmallTables tables =
        SmallTables.load(folder, RECORDS.formatted("up"), Map.of("temperatures.csv", FILE))) {
      assertThat(gaps(tables, "2026-10-01T05:00:00Z")).isEmpty();
    }
  }

  @Test
  void withoutAnyReadingThereIsOneMeterWithoutAName() throws IOException {
    String nothing = FILE.lines().limit(1).toList().get(0) + "\n";
    try (SmallTables tables =
        SmallTables.load(folder, RECORDS.formatted("down"), Map.of("temperatures.csv", nothing))) {
      assertThat(gaps(tables, "2026-10-01T05:00:00Z"))
          .containsExactly(" / 04:00:00Z 04:00 05:00 null");
    }
  }

  private static List<String> gaps(SmallTables tables, String asOf) {
    StoredSet stored = Objects.requireNonNull(tables.sets(asOf).get("temperatures"));
    return tables
        .database()
        .query(
            "SELECT * FROM \"" + stored.gaps() + "\" ORDER BY case_no",
            row ->
                row.getString("case_key").replace("2026-10-01T", "")
                    + " "
                    + time(row.getLong("f"))
                    + " "
                    + time(row.getLong("u"))
                    + " "
                    + row.getString("f:sensor"));
  }

  private static String time(long micros) {
    return EpochMicros.toInstant(micros).toString().substring(11, 16);
  }
}
