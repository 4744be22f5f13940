package org.plumbline.forecast;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.Measurement;
import org.plumbline.judge.BoundValue;
import org.plumbline.judge.Holds;
import org.plumbline.judge.LineResult;

/** Works out what is allowed and required of one line: the judge is asked, until it says no. */
final class Lines {

  /** More cases than any period has. */
  private static final long MOST = 1L << 40;

  private final Standing standing;
  private final Standing.Of of;
  private final Kind kind;
  private final LineResult line;
  private final Optional<Exact> base;
  private final boolean holdingIsGood;

  private Lines(
      Standing standing, Standing.Of of, Kind kind, LineResult line, Optional<Exact> base) {
    this.standing = standing;
    this.of = of;
    this.kind = kind;
    this.line = line;
    this.base = base;
    holdingIsGood = line.bounds().stream().anyMatch(LineForecast::asksForMuch);
  }

  /**
   * The forecast of a line.
   *
   * @param usual how many cases usually come
   * @param usualOf from how many past periods
   * @param open cases that may miss in the period
   */
  static LineForecast of(
      Standing standing,
      Standing.Of of,
      Kind kind,
      LineResult line,
      Optional<Exact> base,
      OptionalLong usual,
      int usualOf,
      long open) {
    boolean stock = kind == Kind.STOCK;
    Lines lines = new Lines(standing, of, stock ? Kind.COUNT : kind, line, base);
    boolean oneWay =
        line.bounds().stream().map(LineForecast::asksForMuch).distinct().count() == 1
            && line.line().rest() == 0;
    OptionalLong none = OptionalLong.empty();
    boolean share = kind == Kind.SHARE && oneWay;
    OptionalLong allowed =
        share && usual.isPresent()
            ? lines.allowed(usual.getAsLong())
            : lines.kind == Kind.COUNT && oneWay ? lines.counted() : none;
    return new LineForecast(
        line.line(),
        kind,
        line.measurement(),
        line.bounds(),
        lines.holdingIsGood,
        usual,
        usualOf,
        open,
        allowed,
        share ? lines.allowed(open) : none,
        share && allowed.isEmpty()
            ? lines.needed()
            : stock && oneWay && allowed.isEmpty() ? lines.fewer() : none,
        oneWay ? lines.room() : Optional.empty(),
        kind == Kind.MEAN && oneWay && usual.isPresent() && usual.getAsLong() > 0
            ? lines.rest(usual.getAsLong())
            : Optional.empty(),
        base);
  }

  /** How many of so many cases to come may miss. */
  private OptionalLong allowed(long coming) {
    return Standing.most(coming, misses -> holds(share(coming, misses)));
  }

  private Addition share(long cases, long misses) {
    return Addition.cases(cases, holdingIsGood ? cases - misses : misses);
  }

  private boolean holds(Addition coming) {
    Measurement then = coming.to(kind, line.measurement(), base);
    return standing.line(of, line, then).holds() == Holds.YES;
  }

  /** The fewest cases that make it hold if all of them are good. */
  private OptionalLong needed() {
    return Standing.least(MOST, cases -> holds(share(cases, 0)));
  }

  /** How many more may be counted, or must. */
  private OptionalLong counted() {
    return holdingIsGood
        ? Standing.least(MOST, more -> holds(Addition.cases(more, more)))
        : Standing.most(MOST, more -> holds(Addition.cases(more, more)));
  }

  /** How many of a stock must go. */
  private OptionalLong fewer() {
    return Standing.least(
        line.measurement().cases(), fewer -> holds(Addition.cases(-fewer, -fewer)));
  }

  /** What a sum may still grow or must, and how long it may be down. */
  private Optional<Exact> room() {
    Optional<Exact> bound = bound();
    Measurement known = line.measurement();
    if (kind == Kind.SUM && known.indeterminate() == 0) {
      return bound.map(value -> value.minus(known.figure().orElse(Exact.ZERO)));
    }
    if (kind == Kind.AVAILABLE && known.down().isPresent()) {
      return bound.flatMap(
          value ->
              base.map(whole -> Exact.of(1).minus(value).times(whole).minus(known.down().get())));
    }
    return Optional.empty();
  }

  /** What so many cases must average. */
  private Optional<Exact> rest(long coming) {
    Measurement known = line.measurement();
    return known.indeterminate() > 0
        ? Optional.empty()
        : bound()
            .map(
                value ->
                    value
                        .times(Exact.of(known.cases() + coming))
                        .minus(Addition.sum(known))
                        .dividedBy(Exact.of(coming)));
  }

  private Optional<Exact> bound() {
    List<BoundValue> bounds = line.bounds();
    return bounds.size() == 1 ? bounds.get(0).in(line.measurement().unit()) : Optional.empty();
  }
}
