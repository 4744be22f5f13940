package org.plumbline.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weighed means, and statistics of the fastest cases (docs/meaning.md 16). */
class WeighedFiguresTest {

  private static final String AGREEMENT =
      """
      performance-period: {from: 2026-01-01, until: 2026-02-28}
      records:
        items:
          case: [number]
          moments: {opened: date, done: date}
          fields: {score: number, weight: number, kind: text}
      metrics:
        m:
          name: M
          performing: provider
          records: items
          clock: {starts: opened, stops: done}
          target: none
          figure: \
      """;

  private static final String ROWS =
      """
      number,opened,done,score,weight,kind
      1,2026-01-01,2026-01-02,4,1.5,a
      2,2026-01-01,2026-01-03,2,0.5,b
      3,2026-01-01,2026-01-04,1,,a
      4,2026-01-01,2026-01-05,,2,a
      5,2026-02-01,2026-02-04,3,1,a
      6,2026-02-01,2026-02-06,5,3,b
      7,2026-02-01,2026-02-06,7,0,b
      8,2026-02-01,2026-02-10,9,2,b
      """;

  @TempDir Path folder = Path.of(".");

  private SmallRun run(String figure) {
    return SmallRun.of(
        folder, AGREEMENT + figure + "\n", Map.of("items.csv", ROWS), "2026-12-31T00:00:00Z");
  }

  @Test
  void aWeighedMeanIsTheWeighedSumOverTheWeights() {
    SmallRun run = run("{mean: score, weight: weight}");
    assertThat(run.figures("m")).containsExactly("2026-01 7/2 of 2 unknown 2", "2026-02 6 of 4");
    assertThat(run.ends("m", "2026-01")).containsExactly("unbounded", "unbounded");
    assertThat(run.ends("m", "2026-02")).containsExactly("6", "6");
  }

  @Test
  void aWeightMayDependOnTheCase() {
    SmallRun run =
        run("{mean: score, weight: [{when: {kind: a}, is: 0.5}, {when: otherwise, is: 2}]}");
    assertThat(run.figures("m"))
        .containsExactly("2026-01 13/6 of 3 unknown 1", "2026-02 87/13 of 4");
  }

  @Test
  void theFastestShareIsRoundedUpAndTakesTiesAtItsEdge() {
    assertThat(run("{mean: elapsed, fastest: 30%}").figures("m"))
        .containsExactly("2026-01 3/2 of 4", "2026-02 13/3 of 4");
    assertThat(run("{median: elapsed, fastest: 50%}").figures("m"))
        .containsExactly("2026-01 3/2 of 4", "2026-02 5 of 4");
  }

  @Test
  void weightsComeAfterTheFastestAreChosen() {
    assertThat(run("{mean: elapsed, fastest: 75%, weight: weight}").figures("m"))
        .containsExactly("2026-01 21/8 of 3 unknown 1", "2026-02 9/2 of 4");
  }

  @Test
  void theLastOfTwoQuantitiesIsFoundForEach() {
    assertThat(
            run("{difference: [{last: score, where: {kind: b}}, {last: score, where: {kind: a}}]}")
                .figures("m"))
        .containsExactly("2026-01 1 of 3 unknown 1", "2026-02 6 of 4");
  }
}
