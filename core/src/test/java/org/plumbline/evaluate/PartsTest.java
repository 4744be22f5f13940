package org.plumbline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases that a late reopening divides (docs/meaning.md 11), and limits that cannot be said (8). */
class PartsTest {

  private static final String AGREEMENT =
      """
      performance-period: {from: 2026-01-01, until: 2026-03-31}
      period: {every: quarter}
      records:
        tickets:
          case: [number]
          moments: {opened: instant, reopened: instant, due: date}
          fields: {urgent: flag}
          reopening: {at: reopened, then: new-case}
        orders:
          case: [number]
          moments: {opened: date, confirmed: date, reopened: date, closed: date}
          closed-by: closed
          reopening: {at: reopened, then: ignore}
      calendars:
        desk: {hours: {mon-fri: ["08:00-17:00"]}}
      """;

  private static final String BINDING = "number,opened,reopened,due,urgent\n";

  @TempDir Path folder = Path.of(".");

  private SmallRun run(String metric, String rows) {
    return SmallRun.of(
        folder,
        AGREEMENT + "metrics:\n  m:\n    name: M\n    performing: provider\n" + metric.indent(4),
        Map.of(
            "tickets.csv",
            metric.contains("tickets") ? BINDING + rows : BINDING,
            "orders.csv",
            "number,opened,confirmed,reopened,closed\n" + (metric.contains("orders") ? rows : "")),
        "2026-12-31T00:00:00Z");
  }

  @Test
  void aMomentThatStopsAndReopensEndsThePartBeforeAndNotTheOneThatItBegins() {
    SmallRun run =
        run(
            "records: tickets\nclock: {starts: opened, stops: reopened}\n"
                + "target: {within: 5 days, at-least: 90%}",
            "1,2026-01-05T09:00:00Z,2026-01-07T09:00:00Z,,\n");
    // Part 0 stops in time; part 1 begins there, never stops and runs out after five days.
    assertThat(run.figures("m")).containsExactly("2026-Q1 1/2 of 2");
  }

  @Test
  void whatANextIsAfterCountsThoughAReopeningTookItBack() {
    SmallRun run =
        run(
            "records: orders\nclock: {starts: opened, stops: {next: confirmed, after: closed}}\n"
                + "figure: {count: cases}\ntarget: none",
            "1,2026-01-05,2026-01-07,2026-01-08,2026-01-09\n");
    // The closing of the 9th is ignored, but the confirmation of the 7th is no later for that.
    assertThat(run.figures("m")).containsExactly("2026-Q1 none of 0");
  }

  @Test
  void aMinimumWhoseCalendarCannotBeSaidIsNoLimit() {
    SmallRun run =
        run(
            "records: tickets\n"
                + "clock: {starts: opened, stops: reopened, calendar: "
                + "[{when: {urgent: true}, is: desk}, {when: otherwise, is: desk}]}\n"
                + "target: {by: due, at-least: 90%}\n"
                + "minimum: {within: 5 days, at-least: 80%}",
            "1,2026-01-05T09:00:00Z,,2026-01-09,\n");
    assertThat(run.figures("m")).containsExactly("2026-Q1 0 of 1");
  }
}
