package org.plumbline.forecast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;
import org.plumbline.judge.LineResult;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;

/**
 * Draws the rest of a period: a past period at random, each with the same chance, and of the cases
 * of its rest as many as there were, each time anew and with replacement. What then comes out is
 * judged as the result will be.
 */
final class Resampling {

  /** The rest of a line with more cases is taken as it was: drawing moves its share no more. */
  private static final long MOST_DRAWN = 10_000;

  private final Standing standing;
  private final Standing.Of of;
  private final Kind kind;
  private final Optional<Exact> base;
  private final Result now;
  private final Map<List<Addition>, Status> judged = new HashMap<>();
  private final List<LineId> counted;

  private Resampling(
      Standing standing, Standing.Of of, Kind kind, Optional<Exact> base, Result now) {
    this.standing = standing;
    this.of = of;
    this.kind = kind;
    this.base = base;
    this.now = now;
    counted =
        now.lines().stream()
            .map(LineResult::measurement)
            .map(Measurement::line)
            .distinct()
            .sorted()
            .toList();
  }

  /**
   * The chance; at least one rest.
   *
   * @param seed the same for all; that of a series is made of it and of what the series is called
   */
  static Chance of(
      Standing standing,
      Standing.Of of,
      Kind kind,
      Optional<Exact> base,
      Result now,
      List<Rest> rests,
      long seed) {
    return new Resampling(standing, of, kind, base, now).drawn(rests, seed);
  }

  private Chance drawn(List<Rest> rests, long seed) {
    List<Chance.Past> past = new ArrayList<>();
    for (Rest rest : rests) {
      long cases = 0;
      long misses = 0;
      Exact down = Exact.ZERO;
      for (LineResult line : now.targetLines()) {
        if (line.line().rest() == 0) {
          Addition came = rest.of(line.measurement().line());
          cases += came.cases();
          misses += kind == Kind.SHARE ? misses(line, came) : 0;
          down = kind == Kind.AVAILABLE ? down.plus(came.amount()) : down;
        }
      }
      past.add(
          new Chance.Past(
              rest.period(), cases, misses, down, status(counted.stream().map(rest::of).toList())));
    }
    String name = of.metric() + "|" + of.each().orElse("") + "|" + of.period().name();
    Random random = new Random(seed ^ ((long) name.hashCode() << 16));
    int met = 0;
    int minimum = 0;
    for (int draw = 0; draw < Chance.DRAWS; draw++) {
      Rest rest = rests.get(random.nextInt(rests.size()));
      Status status = status(counted.stream().map(line -> redrawn(rest.of(line), random)).toList());
      met += status == Status.MET ? 1 : 0;
      minimum += status == Status.MET || status == Status.BELOW_EXPECTED ? 1 : 0;
    }
    return new Chance(past, seed, Chance.DRAWS, met, minimum);
  }

  private static long misses(LineResult line, Addition came) {
    return line.bounds().stream().anyMatch(LineForecast::asksForMuch)
        ? came.cases() - came.holding()
        : came.holding();
  }

  /** As many cases of a rest, drawn with replacement; of figures that are no shares the rest. */
  private Addition redrawn(Addition rest, Random random) {
    boolean drawn =
        kind == Kind.SHARE
            && rest.cases() > 0
            && rest.cases() <= MOST_DRAWN
            && rest.holding() > 0
            && rest.holding() < rest.cases();
    if (!drawn) {
      return rest;
    }
    long holding = 0;
    int cases = (int) rest.cases();
    for (int i = 0; i < cases; i++) {
      holding += random.nextInt(cases) < rest.holding() ? 1 : 0;
    }
    return Addition.cases(cases, holding);
  }

  private Status status(List<Addition> coming) {
    return judged.computeIfAbsent(
        coming,
        key -> {
          Map<LineId, Measurement> lines = new LinkedHashMap<>(standing.lines(of));
          for (int i = 0; i < counted.size(); i++) {
            LineId line = counted.get(i);
            Measurement known = lines.get(line);
            if (known != null) {
              lines.put(line, coming.get(i).to(kind, known, base));
            }
          }
          return Standing.says(standing.with(of, lines));
        });
  }
}
