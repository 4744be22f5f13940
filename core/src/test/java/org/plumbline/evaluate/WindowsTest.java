package org.plumbline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures over windows that are not the reporting periods (docs/meaning.md 17). */
class WindowsTest {

  private static final String AGREEMENT =
      """
      performance-period: {from: 2026-01-01, until: 2026-06-30}
      period: {every: month}
      periods:
        half-year: {every: 6 months, from: 2026-01-01}
      records:
        items:
          case: [number]
          moments: {opened: date, done: date}
          fields: {size: number, kind: text}
      """;

  private static final String ROWS =
      """
      number,opened,done,size,kind
      1,2026-01-02,2026-01-05,10,a
      2,2026-01-02,2026-01-31,20,b
      3,2026-02-02,2026-02-10,40,a
      4,2026-03-02,2026-03-10,80,b
      5,2026-03-02,2026-04-01,160,a
      6,2026-06-02,2026-07-09,320,a
      7,2026-06-02,,640,a
      """;

  @TempDir Path folder = Path.of(".");

  private SmallRun run(String metric) {
    return SmallRun.of(
        folder,
        AGREEMENT
            + "metrics:\n  m:\n    name: M\n    performing: provider\n    records: items\n"
            + metric,
        Map.of("items.csv", ROWS),
        "2026-12-31T00:00:00Z");
  }

  @Test
  void aRollingWindowCoversTheMonthsBeforeAndIsProvisionalUntilItIsFull() {
    SmallRun run =
        run(
            """
                clock: {stops: done}
                figure: {median: size}
                period: {every: month, rolling: 3 months}
                target: {at-most: 50}
            """);
    assertThat(run.figures("m"))
        .containsExactly(
            "2026-01 15 of 2",
            "2026-02 20 of 3",
            "2026-03 30 of 4",
            "2026-04 80 of 3",
            "2026-05 120 of 2",
            "2026-06 160 of 1");
    assertThat(run.results("m"))
        .containsExactly(
            "2026-01 provisional",
            "2026-02 provisional",
            "2026-03 met",
            "2026-04 not-met",
            "2026-05 not-met",
            "2026-06 not-met");
    assertThat(run.decided("m")).isEqualTo(5);
  }

  @Test
  void aWindowToDateGrowsUntilItsPeriodEnds() {
    SmallRun run =
        run(
            """
                clock: {starts: opened, stops: done}
                period: {every: month, to-date: quarter}
                target: {within: 14 days, at-least: 50%}
            """);
    assertThat(run.figures("m"))
        .containsExactly(
            "2026-01 1/2 of 2",
            "2026-02 2/3 of 3",
            "2026-03 3/5 of 5",
            "2026-04 none of 0",
            "2026-05 none of 0",
            "2026-06 0 of 2");
    assertThat(run.decided("m")).isEqualTo(7);
  }

  @Test
  void theMeanOfMonthsWeighsEveryMonthAlike() {
    SmallRun run =
        run(
            """
                clock: {stops: done}
                figure: {mean: size}
                period: {every: quarter, mean-of: month}
                target: none
            """);
    assertThat(run.figures("m")).containsExactly("2026-Q1 45 of 4", "2026-Q2 160 of 1");
  }

  @Test
  void eachValueHasItsOwnWindows() {
    SmallRun run =
        run(
            """
                clock: {stops: done}
                figure: {sum: size}
                each: kind
                period: {every: quarter, to-date: half-year}
                target: none
            """);
    assertThat(run.figures("m"))
        .containsExactly(
            "2026-Q1 [a] 50 of 2",
            "2026-Q1 [b] 100 of 2",
            "2026-Q2 [a] 210 of 3",
            "2026-Q2 [b] 100 of 2");
  }

  @Test
  void theLastOfAWindowIsTheLastCountedInIt() {
    SmallRun run =
        run(
            """
                clock: {stops: done}
                figure: {last: size}
                period: {every: month, rolling: 2 months}
                target: none
            """);
    assertThat(run.figures("m"))
        .containsExactly(
            "2026-01 20 of 2",
            "2026-02 40 of 3",
            "2026-03 80 of 2",
            "2026-04 160 of 2",
            "2026-05 160 of 1",
            "2026-06 none of 0");
  }

  @Test
  void aStockIsCountedAtTheEndOfItsShorterPeriods() {
    SmallRun run =
        run(
            """
                clock: {starts: opened, stops: done}
                figure: {count: cases}
                counted-when: open-at-end
                period: {every: quarter, mean-of: month}
                target: none
            """);
    assertThat(run.figures("m")).containsExactly("2026-Q1 1 of 1", "2026-Q2 2 of 2");
  }

  @Test
  void whatIsOpenDuringAWindowIsCountedInEachThatItTouches() {
    SmallRun run =
        run(
            """
                clock: {starts: opened, stops: done}
                figure: {count: cases}
                counted-when: open-during
                period: {every: month, rolling: 2 months}
                target: none
            """);
    assertThat(run.figures("m"))
        .containsExactly(
            "2026-01 2 of 2",
            "2026-02 3 of 3",
            "2026-03 3 of 3",
            "2026-04 2 of 2",
            "2026-05 1 of 1",
            "2026-06 2 of 2");
  }

  @Test
  void metricsOfTheSameSetWithOtherPeriodsBetweenTheSameEndsDoNotMix() {
    SmallRun run =
        SmallRun.of(
            folder,
            """
            performance-period: {from: 2024-12-01, until: 2025-02-16}
            periods:
              sprint: {every: 3 weeks, from: 2023-10-08}
            records:
              items: {case: [number], moments: {done: date}}
            metrics:
              by-sprint:
                name: By sprint
                performing: provider
                records: items
                clock: {stops: done}
                figure: {count: cases}
                period: {every: sprint}
                target: none
              by-month:
                name: By month, the sprint to date
                performing: provider
                records: items
                clock: {stops: done}
                figure: {count: cases}
                period: {every: month, to-date: sprint, partial: join-next}
                target: none
            """,
            Map.of("items.csv", "number,done\n1,2025-01-01\n2,2024-12-31\n3,2025-02-03\n"),
            "2025-12-31T00:00:00Z");
    // December's sprint to date begins on the 22nd, the last one on 2 February.
    assertThat(run.figures("by-month").stream().map(each -> each.replaceFirst("[^ ]* ", "")))
        .containsExactly("1 of 1", "1 of 1");
    assertThat(run.figures("by-sprint").stream().map(each -> each.replaceFirst("[^ ]* ", "")))
        .containsExactly("none of 0", "2 of 2", "none of 0", "1 of 1");
  }
}
