package org.plumbline.forecast;

import java.util.Optional;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.Measurement;

/**
 * What comes to a figure in the rest of its period.
 *
 * @param cases how many cases; below zero where decisions were withdrawn
 * @param holding of a share, those of them that hold; of a count, those counted
 * @param amount of a sum or mean what their values add up to; of a share of available time the time
 *     down, in microseconds
 */
record Addition(long cases, long holding, Exact amount) {

  /** Cases of a share, of which so many hold. */
  static Addition cases(long cases, long holding) {
    return new Addition(cases, holding, Exact.ZERO);
  }

  /** What came between two counts of the same period. */
  static Addition between(Kind kind, Measurement before, Measurement after) {
    long cases = after.cases() - before.cases();
    return switch (kind) {
      case SHARE -> cases(cases, after.holding() - before.holding());
      case COUNT -> cases(cases, whole(after) - whole(before));
      case SUM -> new Addition(cases, cases, figure(after).minus(figure(before)));
      case MEAN -> new Addition(cases, cases, sum(after).minus(sum(before)));
      case AVAILABLE ->
          new Addition(
              cases,
              cases,
              after.down().orElse(Exact.ZERO).minus(before.down().orElse(Exact.ZERO)));
      case STOCK, COMPOSITE, MEAN_OF_PERIODS, OTHER -> cases(cases, cases);
    };
  }

  /**
   * A measurement with this added to it, all that is open having come.
   *
   * @param base of a share of available time the whole time of the period, in microseconds
   */
  Measurement to(Kind kind, Measurement known, Optional<Exact> base) {
    long all = Math.max(0, known.cases() + cases);
    return switch (kind) {
      case SHARE -> share(known, all, Math.min(all, Math.max(0, known.holding() + holding)));
      case COUNT -> moved(known, all, Exact.of(holding));
      case SUM -> moved(known, all, amount);
      case MEAN -> mean(known, all);
      case AVAILABLE -> available(known, base);
      case STOCK, COMPOSITE, MEAN_OF_PERIODS, OTHER -> known;
    };
  }

  private static Measurement share(Measurement known, long all, long holding) {
    long unknown = known.indeterminate();
    boolean none = all + unknown == 0;
    return with(
        known,
        all,
        holding,
        all == 0 ? Optional.empty() : Optional.of(Exact.ratio(holding, all)),
        none ? Optional.empty() : Optional.of(Exact.ratio(holding, all + unknown)),
        none ? Optional.empty() : Optional.of(Exact.ratio(holding + unknown, all + unknown)),
        known.down());
  }

  private static Measurement moved(Measurement known, long all, Exact by) {
    Optional<Exact> figure =
        known.figure().isEmpty() && all == 0
            ? Optional.empty()
            : Optional.of(figure(known).plus(by));
    return with(
        known,
        all,
        all,
        figure,
        known.indeterminate() == 0 ? figure : known.low().map(by::plus),
        known.indeterminate() == 0 ? figure : known.high().map(by::plus),
        known.down());
  }

  private Measurement mean(Measurement known, long all) {
    Optional<Exact> figure =
        all == 0 ? Optional.empty() : Optional.of(sum(known).plus(amount).dividedBy(Exact.of(all)));
    boolean sure = known.indeterminate() == 0;
    return with(
        known,
        all,
        all,
        figure,
        sure ? figure : Optional.empty(),
        sure ? figure : Optional.empty(),
        known.down());
  }

  private Measurement available(Measurement known, Optional<Exact> base) {
    Optional<Exact> down = known.down().map(amount::plus);
    Optional<Exact> figure = base.flatMap(whole -> down.map(time -> available(time, whole)));
    return with(known, known.cases(), known.holding(), figure, figure, figure, down);
  }

  private static Exact available(Exact down, Exact base) {
    return Exact.of(1).minus((down.compareTo(base) < 0 ? down : base).dividedBy(base));
  }

  private static Measurement with(
      Measurement known,
      long cases,
      long holding,
      Optional<Exact> figure,
      Optional<Exact> low,
      Optional<Exact> high,
      Optional<Exact> down) {
    return new Measurement(
        known.metric(),
        known.period(),
        known.line(),
        known.each(),
        cases,
        holding,
        known.indeterminate(),
        0,
        known.unit(),
        figure,
        low,
        high,
        down);
  }

  private static Exact figure(Measurement of) {
    return of.figure().orElse(Exact.ZERO);
  }

  private static long whole(Measurement of) {
    return figure(of).numerator().longValueExact();
  }

  /** What the values of a mean add up to. */
  static Exact sum(Measurement of) {
    return figure(of).times(Exact.of(of.cases()));
  }
}
