package org.plumbline.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.wording.ForecastWording;

/** Figures to which nothing adds move as they moved in past periods (docs/meaning.md 29). */
class ForecastMovesTest {

  private static final String TEXT =
      """
      performance-period: {from: 2026-01-01, until: 2026-12-31}
      period: {every: month}
      records:
        tickets:
          case: [number]
          moments: {opened: date, done: date}
        jobs:
          case: [number]
          moments: {done: date}
          fields: {hours: number}
      metrics:
        backlog:
          name: Tickets open at the end of the month
          performing: provider
          records: tickets
          clock: {starts: opened, stops: done}
          figure: {count: cases}
          counted-when: open-at-end
          target: {at-most: 3}
        middle:
          name: The job in the middle
          performing: provider
          records: jobs
          clock: {stops: done}
          figure: {median: hours}
          target: {at-most: 5}
        both:
          name: Both are met
          performing: provider
          records: register/results
          qualifies: {metric: [backlog, middle], result: [met, below-expected, not-met]}
          figure: {share: {result: met}}
          target: {at-least: 100%}
      """;

  /** Opened on the 20th of each month, beside one that was opened on the 5th. */
  private static final int[] LATER = {1, 1, 2, 3, 1, 0};

  /** The hours of two jobs of the 20th, beside one of four hours of the 10th. */
  private static final int[] HOURS = {4, 5, 6, 4, 3, 7};

  /**
   * On 15 July two tickets are open, and the one job took four hours. In the six months before,
   * tickets then went up by 1, 1, 2, 3, 1 and 0: 3, 3, 4, 5, 3 and 2 of at most 3. The middle went
   * by 0, 1, 2, 0, −1 and 3: 4, 5, 6, 4, 3 and 7 of at most 5. Both were met in January, February
   * and May; of July no result is known yet, so that it ends as those months ended.
   */
  @Test
  void stocksMediansAndCompositesHaveAChance(@TempDir Path folder) throws IOException {
    StringBuilder tickets = new StringBuilder("number,opened,done\n");
    StringBuilder jobs = new StringBuilder("number,done,hours\n");
    for (int month = 1; month <= 6; month++) {
      for (int ticket = 0; ticket <= LATER[month - 1]; ticket++) {
        tickets.append(
            "%d%d,2026-%02d-%s,2026-%02d-03\n"
                .formatted(month, ticket, month, ticket == 0 ? "05" : "20", month + 1));
      }
      for (int job = 0; job < 3; job++) {
        jobs.append(
            "%d%d,2026-%02d-%s,%d\n"
                .formatted(
                    month, job, month, job == 0 ? "10" : "20", job == 0 ? 4 : HOURS[month - 1]));
      }
    }
    tickets.append("71,2026-07-05,\n72,2026-07-06,\n");
    jobs.append("71,2026-07-10,4\n");
    try (SmallForecast small =
        SmallForecast.of(
            folder, TEXT, Map.of("tickets.csv", tickets.toString(), "jobs.csv", jobs.toString()))) {
      assertThat(chance(small, "backlog").asItWas()).isEqualTo(4);
      assertThat(chance(small, "backlog").met()).isBetween(1_200, 1_460);
      assertThat(chance(small, "middle").asItWas()).isEqualTo(4);
      assertThat(chance(small, "both").asItWas()).isEqualTo(3);
    }
  }

  @Test
  void aStockIsSetBesideThatOfNowAndOtherFiguresSayWhyNothingIs(@TempDir Path folder)
      throws IOException {
    Map<String, String> records =
        Map.of(
            "tickets.csv",
            "number,opened,done\n1,2026-07-01,\n2,2026-07-02,\n3,2026-07-03,2026-07-04\n",
            "jobs.csv",
            "number,done,hours\n1,2026-07-10,4\n");
    try (SmallForecast small =
        SmallForecast.of(Files.createDirectory(folder.resolve("a")), TEXT, records)) {
      assertThat(said(small, "backlog"))
          .contains("Target (3 or less): 2 now; 1 more may be at the end.")
          .noneMatch(line -> line.startsWith("How much is still allowed"));
      assertThat(said(small, "middle"))
          .anyMatch(
              line ->
                  line.startsWith(
                      "How much is still allowed is not said here: it is the middle of all"
                          + " values"));
    }
    String tight = TEXT.replace("{at-most: 3}", "{at-most: 0}");
    try (SmallForecast small =
        SmallForecast.of(Files.createDirectory(folder.resolve("b")), tight, records)) {
      assertThat(said(small, "backlog"))
          .anyMatch(line -> line.endsWith(": 2 now; 2 fewer must be by the end."));
    }
  }

  @Test
  void eachFigureOfWhichNothingIsSaidSaysWhy() {
    for (String[] figure :
        new String[][] {
          {"{ratio: {of: {sum: hours}, to: {count: cases}}}", "divided by another"},
          {"{difference: [{sum: hours}, {count: cases}]}", "one figure less another"},
          {"{absolute: {sum: hours}}", "how far a figure is from zero"},
          {"{larger-of: [{sum: hours}, {max: hours}]}", "the larger of several figures"},
          {"{mean: hours, weight: hours}", "by its weight"},
          {"{last: hours}", "the last value of the period"},
          {"{percentile: 90, of: hours}", "90% of the cases do not pass"},
        }) {
      Agreement agreement = SmallForecast.small(TEXT.replace("{median: hours}", figure[0]));
      Metric metric = Objects.requireNonNull(agreement.metrics().get("middle"));
      assertThat(Unsaid.why(Kind.of(agreement, metric), metric)).contains(figure[1]);
    }
  }

  private static List<String> said(SmallForecast small, String metric) {
    Forecast forecast = small.forecast(SmallForecast.endOf("2026-07-15"), "2026-07", metric);
    return ForecastWording.of(SmallForecast.small(TEXT)).sentences(forecast);
  }

  private static Chance chance(SmallForecast small, String metric) {
    Forecast forecast = small.forecast(SmallForecast.endOf("2026-07-15"), "2026-07", metric);
    return forecast.chance().orElseThrow(() -> new AssertionError(forecast.noChance()));
  }
}
