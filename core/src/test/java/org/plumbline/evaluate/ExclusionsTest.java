package org.plumbline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases and times that rules agreed in advance take out (docs/meaning.md 19). */
class ExclusionsTest {

  private static final String AGREEMENT =
      """
      performance-period: {from: 2026-01-05, until: 2026-01-18}
      period: {every: week}
      calendar: desk
      calendars:
        desk: {hours: {mon-fri: ["08:00-16:00"]}}
      records:
        tickets:
          case: [number]
          moments: {opened: instant, done: instant}
          fields: {cause: text}
      """;

  private static final String DECLARED =
      "id,exclusion,party,ground,decision,declared,from,until,decided\n";

  @TempDir Path folder = Path.of(".");

  private SmallRun run(
      String clock, String figure, String exclusion, String rows, String declared) {
    return SmallRun.of(
        folder,
        AGREEMENT
            + "metrics:\n  m:\n    name: M\n    performing: provider\n    records: tickets\n"
            + ("clock: " + clock + "\n" + figure).indent(4)
            + "exclusions:\n"
            + exclusion.indent(2),
        Map.of(
            "tickets.csv",
            "number,opened,done,cause\n" + rows,
            "register-declarations.csv",
            DECLARED + declared),
        "2026-12-31T00:00:00Z");
  }

  private static final String IN_FOUR_HOURS = "target: {within: 4 hours, at-least: 90%}";
  private static final String CLOCK = "{starts: opened, stops: done}";

  @Test
  void casesAreTakenOutByConditionAndUnknownOnesAreIndeterminate() {
    SmallRun run =
        run(
            CLOCK,
            IN_FOUR_HOURS,
            "storm: {cases: {cause: storm}, excludes: [m]}",
            """
            1,2026-01-05T08:00:00Z,2026-01-05T09:00:00Z,other
            2,2026-01-05T08:00:00Z,2026-01-06T09:00:00Z,storm
            3,2026-01-05T08:00:00Z,2026-01-06T09:00:00Z,
            """,
            "");
    assertThat(run.figures("m").get(0)).isEqualTo("2026-W02 1 of 1 unknown 1");
  }

  @Test
  void noClockRunsInDeclaredTimes() {
    SmallRun run =
        run(
            CLOCK,
            IN_FOUR_HOURS,
            "outage: {declared: {declared-by: provider}, excludes: [m]}",
            """
            1,2026-01-05T08:00:00Z,2026-01-05T14:00:00Z,
            2,2026-01-05T08:00:00Z,2026-01-05T14:30:00Z,
            3,2026-01-05T13:00:00Z,2026-01-05T16:30:00Z,
            """,
            """
            a,outage,provider,,,2026-01-05T07:00:00Z,2026-01-05T10:00:00Z,2026-01-05T12:00:00Z,
            b,outage,customer,,,2026-01-05T07:00:00Z,2026-01-05T12:00:00Z,2026-01-05T16:00:00Z,
            """);
    assertThat(run.figures("m").get(0)).isEqualTo("2026-W02 2/3 of 3");
  }

  @Test
  void anAllowanceIsUsedUpInOrderOfTimeAndTheRestCounts() {
    SmallRun run =
        run(
            CLOCK,
            "figure: {max: elapsed}\ntarget: {at-most: 9 hours}",
            "upkeep: {declared: {at-most: {of: 3 hours, per: week}}, excludes: [m]}",
            "1,2026-01-05T08:00:00Z,2026-01-05T18:00:00Z,\n",
            """
            a,upkeep,provider,,,2026-01-01T00:00:00Z,2026-01-05T09:00:00Z,2026-01-05T11:00:00Z,
            b,upkeep,provider,,,2026-01-01T00:00:00Z,2026-01-05T12:00:00Z,2026-01-05T14:00:00Z,
            """);
    assertThat(run.figures("m").get(0)).isEqualTo("2026-W02 25200000000 of 1");
  }

  @Test
  void aDeclarationWithoutNoticeOrAcceptanceDoesNotStand() {
    SmallRun run =
        run(
            CLOCK,
            "figure: {max: elapsed}\ntarget: {at-most: 9 hours}",
            "upkeep: {declared: {notice: 2 workdays, accepted-by: customer}, excludes: [m]}",
            "1,2026-01-14T08:00:00Z,2026-01-14T18:00:00Z,\n",
            """
            a,upkeep,provider,,accepted,2026-01-12T09:00:00Z,2026-01-14T09:00:00Z,2026-01-14T10:00:00Z,2026-01-13T00:00:00Z
            b,upkeep,provider,,accepted,2026-01-12T11:01:00Z,2026-01-14T11:00:00Z,2026-01-14T12:00:00Z,2026-01-13T00:00:00Z
            c,upkeep,provider,,rejected,2026-01-05T09:00:00Z,2026-01-14T13:00:00Z,2026-01-14T14:00:00Z,2026-01-13T00:00:00Z
            d,upkeep,provider,,,2026-01-05T09:00:00Z,2026-01-14T15:00:00Z,2026-01-14T16:00:00Z,
            """);
    assertThat(run.figures("m").get(1)).isEqualTo("2026-W03 32400000000 of 1");
  }

  @Test
  void declaredDaysAreClosedInTheCalendarsNamed() {
    SmallRun run =
        run(
            "{starts: opened, stops: done, calendar: desk}",
            "target: {within: 2 workdays, at-least: 90%}",
            "snow: {declared: {}, closes: [desk]}",
            """
            1,2026-01-12T08:00:00Z,2026-01-15T09:00:00Z,
            2,2026-01-12T08:00:00Z,2026-01-16T09:00:00Z,
            """,
            "a,snow,customer,,,2026-02-01T00:00:00Z,2026-01-13T05:00:00Z,2026-01-13T06:00:00Z,\n");
    assertThat(run.figures("m").get(1)).isEqualTo("2026-W03 1/2 of 2");
  }

  @Test
  void excludedTimeIsTakenOutOfAvailabilityAndAnOverrunCounts() {
    SmallRun run =
        run(
            CLOCK,
            "figure: {share: available-time}\ntarget: {at-least: 90%}",
            "upkeep: {declared: {}, excludes: [m]}",
            "1,2026-01-05T00:00:00Z,2026-01-05T20:00:00Z,\n",
            "a,upkeep,provider,,,2026-01-01T00:00:00Z,2026-01-05T00:00:00Z,2026-01-05T18:00:00Z,\n");
    // Down 2 of 150 hours.
    assertThat(run.figures("m").get(0)).isEqualTo("2026-W02 74/75 of 1");
  }
}
