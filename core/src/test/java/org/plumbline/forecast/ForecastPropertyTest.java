package org.plumbline.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;

/**
 * Forecasts against what becomes of the same records when they are completed at random; {@code
 * -Dplumbline.forecasts=N} says how many agreements, {@code -Dplumbline.seed=N} the first seed.
 */
class ForecastPropertyTest {

  private static final int SCENARIOS = Integer.getInteger("plumbline.forecasts", 6);
  private static final int COMPLETIONS = 5;
  private static final long FIRST = Long.getLong("plumbline.seed", 1);
  private static final Instant LATER = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant END = Instant.parse("2026-03-01T00:00:00Z");

  @TempDir private Path folder;

  /** A case: when it began and, if ever, ended. */
  private record Case(Instant start, Optional<Instant> stop, int tier) {
    String row(int number) {
      return "C" + number + "," + start + "," + stop.map(Object::toString).orElse("") + "," + tier;
    }
  }

  @Test
  void whatIsCertainStaysAndTheBestIsReached() throws IOException {
    System.out.println("seed " + FIRST + ", " + SCENARIOS + " forecasts completed at random");
    int certain = 0;
    for (long seed = FIRST; seed < FIRST + SCENARIOS; seed++) {
      Random random = new Random(seed * 104_729);
      String text = text(random);
      Instant asOf =
          Instant.parse("2026-02-01T00:00:00Z").plus(random.nextInt(28 * 24), ChronoUnit.HOURS);
      List<Case> known = known(random, asOf);
      Path own = Files.createDirectories(folder.resolve("seed-" + seed));
      Forecast forecast = forecast(own, text, known, asOf, seed);
      certain += certain(forecast) ? 1 : 0;
      for (int i = 0; i < COMPLETIONS; i++) {
        List<Case> completed = completed(random, known, asOf, i);
        Result result = result(own, text, completed);
        String said = "seed " + seed + ", completion " + i + "\n" + text + forecast;
        forecast
            .certainty()
            .flatMap(Certainty::result)
            .ifPresent(status -> assertThat(result.status()).as(said).isEqualTo(status));
        if (forecast.certainty().filter(Certainty::targetMissed).isPresent()) {
          assertThat(result.status()).as(said).isNotEqualTo(Status.MET);
        }
      }
    }
    System.out.println("certain in " + certain + " of " + SCENARIOS);
  }

  @Test
  void soManyMissesAreAllowedAndNotOneMore() throws IOException {
    for (long seed = FIRST; seed < FIRST + SCENARIOS; seed++) {
      Random random = new Random(seed * 7_907);
      int atLeast = 50 + random.nextInt(51);
      String text = text("within: 4 hours", "at-least: " + atLeast + "%", Optional.empty());
      Instant asOf = Instant.parse("2026-02-10T12:00:00Z");
      List<Case> known = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(20); i++) {
        Instant start = asOf.minus(10 + random.nextInt(150), ChronoUnit.HOURS);
        known.add(
            new Case(start, Optional.of(start.plus(1 + random.nextInt(6), ChronoUnit.HOURS)), 1));
      }
      Path own = Files.createDirectories(folder.resolve("allowed-" + seed));
      LineForecast line = forecast(own, text, known, asOf, seed).lines().get(0);
      long coming = line.usual().orElseThrow();
      long allowed = line.allowed().orElse(-1);
      if (allowed >= 0) {
        assertThat(result(own, text, with(known, asOf, coming, allowed)).status())
            .isEqualTo(Status.MET);
      }
      if (allowed < coming) {
        assertThat(result(own, text, with(known, asOf, coming, allowed + 1)).status())
            .isEqualTo(Status.NOT_MET);
      }
      if (line.needed().isPresent()) {
        long needed = line.needed().getAsLong();
        assertThat(result(own, text, with(known, asOf, needed, 0)).status()).isEqualTo(Status.MET);
        assertThat(result(own, text, with(known, asOf, needed - 1, 0)).status())
            .isEqualTo(Status.NOT_MET);
      }
    }
  }

  /** The known cases and so many more, of which so many are late. */
  private static List<Case> with(List<Case> known, Instant asOf, long coming, long late) {
    List<Case> all = new ArrayList<>(known);
    for (long i = 0; i < coming; i++) {
      Instant start = asOf.plus(1 + i % 300, ChronoUnit.HOURS);
      all.add(new Case(start, Optional.of(start.plus(i < late ? 5 : 4, ChronoUnit.HOURS)), 1));
    }
    return all;
  }

  private static boolean certain(Forecast forecast) {
    return forecast.certainty().filter(Certainty::isCertain).isPresent();
  }

  // ---- agreements and records at random ----

  private static String text(Random random) {
    String limit =
        List.of("within: 60 hours", "within: 9 days", "under: 7 days", "within: 12 workdays")
            .get(random.nextInt(4));
    int share = random.nextInt(3) == 0 ? 100 : 30 + random.nextInt(65);
    Optional<String> minimum =
        random.nextBoolean()
            ? Optional.of("{" + limit + ", at-least: " + share / 2 + "%}")
            : Optional.empty();
    return text(limit, "at-least: " + share + "%", minimum);
  }

  private static String text(String limit, String bound, Optional<String> minimum) {
    return """
    performance-period: {from: 2026-01-01, until: 2026-12-31}
    records:
      tickets:
        case: [id]
        moments: {received: instant, done: instant}
        fields: {tier: number}
    metrics:
      on-time:
        name: Tickets in time
        performing: provider
        records: tickets
        clock: {starts: received, stops: done}
        target: {%s, %s}
    %s\
    """
        .formatted(limit, bound, minimum.map(it -> "    minimum: " + it + "\n").orElse(""));
  }

  private static List<Case> known(Random random, Instant asOf) {
    List<Case> known = new ArrayList<>();
    int cases = 1 + random.nextInt(14);
    for (int i = 0; i < cases; i++) {
      Instant start = asOf.minus(random.nextInt(25 * 24), ChronoUnit.HOURS);
      Instant stop = start.plus(random.nextInt(16 * 24), ChronoUnit.HOURS);
      known.add(
          new Case(start, stop.isAfter(asOf) ? Optional.empty() : Optional.of(stop), i % 2 + 1));
    }
    return known;
  }

  /** The first is the best that can be, the second the worst, the others are made at random. */
  private static List<Case> completed(Random random, List<Case> known, Instant asOf, int how) {
    List<Case> all = new ArrayList<>();
    for (Case each : known) {
      all.add(
          each.stop().isPresent() || how == 1
              ? each
              : new Case(
                  each.start(),
                  Optional.of(asOf.plus(how == 0 ? 1 : 1 + random.nextInt(900), ChronoUnit.HOURS)),
                  each.tier()));
    }
    int more = how < 2 ? 60 : random.nextInt(30);
    for (int i = 0; i < more; i++) {
      Instant start = asOf.plus(how < 2 ? 1 : 1 + random.nextInt(25 * 24), ChronoUnit.HOURS);
      boolean fast = how == 0 && start.isBefore(END);
      all.add(
          new Case(
              start,
              how == 1
                  ? Optional.empty()
                  : Optional.of(start.plus(fast ? 0 : random.nextInt(500), ChronoUnit.HOURS)),
              1));
    }
    return all;
  }

  private Forecast forecast(Path own, String text, List<Case> known, Instant asOf, long seed)
      throws IOException {
    try (SmallForecast small = SmallForecast.of(own, text, Map.of("tickets.csv", rows(known)))) {
      return small.forecast(asOf, "2026-02", seed).get(0);
    }
  }

  private static Result result(Path own, String text, List<Case> cases) throws IOException {
    try (SmallForecast small = SmallForecast.of(own, text, Map.of("tickets.csv", rows(cases)))) {
      return small.results(LATER).of("on-time").stream()
          .filter(each -> each.period().name().equals("2026-02"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String rows(List<Case> cases) {
    StringBuilder rows = new StringBuilder("id,received,done,tier\n");
    for (int i = 0; i < cases.size(); i++) {
      rows.append(cases.get(i).row(i)).append('\n');
    }
    return rows.toString();
  }
}
