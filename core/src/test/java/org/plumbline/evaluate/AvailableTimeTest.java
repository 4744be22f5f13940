package org.plumbline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shares of available time (docs/meaning.md 16). */
class AvailableTimeTest {

  private static final String AGREEMENT =
      """
      performance-period: {from: 2026-01-05, until: 2026-01-18}
      period: {every: week}
      calendars:
        desk: {hours: {mon-fri: ["08:00-18:00"]}}
      records:
        outages:
          case: [number]
          moments: {began: instant, ended: instant}
          fields: {degraded: number, planned: flag, site: text}
          turns:
            - {hold: change, whose: customer}
      metrics:
        m:
          name: M
          performing: provider
          records: outages
          target: {at-least: 99%}
      """;

  @TempDir Path folder = Path.of(".");

  private SmallRun run(String metric, String rows) {
    return SmallRun.of(
        folder,
        AGREEMENT + metric.indent(4),
        Map.of("outages.csv", "number,began,ended,degraded,planned,site\n" + rows),
        "2026-12-31T00:00:00Z");
  }

  private static final String CLOCK = "clock: {starts: began, stops: ended}\n";

  @Test
  void overlappingOutagesCountOnceAndAWeekWithoutAnyIsWhollyAvailable() {
    SmallRun run =
        run(
            CLOCK + "figure: {share: available-time}",
            """
            1,2026-01-05T00:00:00Z,2026-01-05T10:00:00Z,,,
            2,2026-01-05T06:00:00Z,2026-01-05T16:48:00Z,,,
            """);
    assertThat(run.figures("m")).containsExactly("2026-W02 9/10 of 2", "2026-W03 1 of 0");
    assertThat(run.results("m")).containsExactly("2026-W02 not-met", "2026-W03 met");
  }

  @Test
  void onlyOpenHoursCountAndAnOutageOverTheWeekendEndsInBothWeeks() {
    SmallRun run =
        run(
            "clock: {starts: began, stops: ended, calendar: desk}\nfigure: {share: available-time}",
            "1,2026-01-09T17:00:00Z,2026-01-12T10:00:00Z,,,\n");
    assertThat(run.figures("m")).containsExactly("2026-W02 49/50 of 1", "2026-W03 24/25 of 1");
  }

  @Test
  void shortGapsAreDownAndShortStretchesAreNot() {
    SmallRun run =
        run(
            CLOCK + "figure: {share: available-time, merge-gaps: 5 minutes, ignore-under: 1 hour}",
            """
            1,2026-01-05T00:00:00Z,2026-01-05T00:30:00Z,,,
            2,2026-01-05T00:35:00Z,2026-01-05T01:24:00Z,,,
            3,2026-01-07T00:00:00Z,2026-01-07T00:59:00Z,,,
            """);
    assertThat(run.figures("m")).containsExactly("2026-W02 119/120 of 3", "2026-W03 1 of 0");
  }

  @Test
  void theGreatestWeightHoldsAtEachInstant() {
    SmallRun run =
        run(
            CLOCK + "figure: {share: available-time, weight: degraded}",
            """
            1,2026-01-05T00:00:00Z,2026-01-05T16:00:00Z,0.5,,
            2,2026-01-05T08:00:00Z,2026-01-05T12:00:00Z,2,,
            3,2026-01-05T10:00:00Z,2026-01-06T00:00:00Z,0.2,,
            """);
    // 8 h at 0.5, 4 h at 1, 4 h at 0.5, 8 h at 0.2: 11.6 of 168 hours.
    assertThat(run.figures("m").get(0)).isEqualTo("2026-W02 391/420 of 3");
  }

  @Test
  void whatIsNotKnownToBeDownIsPossiblyDown() {
    SmallRun run =
        run(
            CLOCK + "figure: {share: available-time, down: {planned: false}}",
            """
            1,2026-01-05T00:00:00Z,2026-01-05T16:48:00Z,,true,
            2,2026-01-06T00:00:00Z,2026-01-06T16:48:00Z,,false,
            3,2026-01-07T00:00:00Z,2026-01-07T16:48:00Z,,,
            """);
    assertThat(run.figures("m").get(0)).isEqualTo("2026-W02 9/10 of 1 unknown 1");
    assertThat(run.ends("m", "2026-W02")).containsExactly("4/5", "9/10");
  }

  @Test
  void aSiteWhoseOutageTookNoTimeIsToldAsWhollyAvailable() {
    SmallRun run =
        run(
            CLOCK + "figure: {share: available-time}\neach: site",
            """
            1,2026-01-05T00:00:00Z,2026-01-05T16:48:00Z,,,east
            2,2026-01-12T00:00:00Z,2026-01-12T00:00:00Z,,,west
            """);
    assertThat(run.figures("m"))
        .containsExactlyInAnyOrder(
            "2026-W02 [east] 9/10 of 1",
            "2026-W03 [east] 1 of 0",
            "2026-W02 [west] 1 of 0",
            "2026-W03 [west] 1 of 0");
  }

  @Test
  void anOutageOfWhichNothingCountsIsACaseNevertheless() {
    SmallRun run =
        run(
            "clock: {starts: began, stops: ended, counts: [customer]}\n"
                + "figure: {share: available-time}",
            "1,2026-01-05T10:00:00Z,2026-01-05T12:00:00Z,,,\n");
    assertThat(run.figures("m").get(0)).isEqualTo("2026-W02 1 of 1");
  }

  @Test
  void anOutageThatHasNotEndedIsDownUntilNow() {
    SmallRun run =
        SmallRun.of(
            folder,
            AGREEMENT + (CLOCK + "figure: {share: available-time}").indent(4),
            Map.of(
                "outages.csv",
                "number,began,ended,degraded,planned,site\n1,2026-01-13T00:00:00Z,,,,\n"),
            "2026-01-14T00:00:00Z");
    assertThat(run.figures("m")).containsExactly("2026-W02 1 of 0", "2026-W03 1/2 of 1 open 1");
  }

  @Test
  void eachSiteHasItsOwnAvailability() {
    SmallRun run =
        run(
            CLOCK + "figure: {share: available-time}\neach: site",
            """
            1,2026-01-05T00:00:00Z,2026-01-05T16:48:00Z,,,east
            2,2026-01-12T00:00:00Z,2026-01-12T16:48:00Z,,,west
            """);
    assertThat(run.figures("m"))
        .containsExactly(
            "2026-W02 [east] 9/10 of 1",
            "2026-W02 [west] 1 of 0",
            "2026-W03 [east] 1 of 0",
            "2026-W03 [west] 9/10 of 1");
  }
}
