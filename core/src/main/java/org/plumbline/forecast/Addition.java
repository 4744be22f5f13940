package org.plumbline.forecast;

import java.util.Optional;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.Measurement;

/**
 * What comes to a figure in the rest of its period.
 *
 * @param cases how many cases; below zero where decisions were withdrawn
 * @param holding of a share, those of them that hold; of a count, those counted
 * @param amount of a sum or mean what their values add up to; of a share of available time the time
 *     down, in microseconds
 * @param move of a figure to which nothing adds, how it moved
 */
record Addition(long cases, long holding, Exact amount, Optional<Move> move) {

  private static final Exact ONE = Exact.of(1);

  /**
   * How a figure moved until its period ended.
   *
   * @param by the difference; empty where it had no figure before
   * @param end what it was then
   */
  record Move(Optional<Exact> by, Exact end) {
    static Optional<Move> between(Measurement before, Measurement after) {
      return after
          .figure()
          .map(end -> new Move(before.figure().map(figure -> end.minus(figure)), end));
    }

    /** Where a figure goes that moves likewise: not below zero or above all where none went. */
    Exact from(Optional<Exact> figure, boolean share) {
      if (figure.isEmpty() || by.isEmpty()) {
        return end;
      }
      Exact moved = figure.get().plus(by.get());
      boolean above = moved.compareTo(ONE) > 0 && end.compareTo(ONE) <= 0;
      boolean below = moved.compareTo(Exact.ZERO) < 0 && end.compareTo(Exact.ZERO) >= 0;
      return below ? Exact.ZERO : share && above ? ONE : moved;
    }
  }

  /** What comes to a figure to which cases and amounts add. */
  Addition(long cases, long holding, Exact amount) {
    this(cases, holding, amount, Optional.empty());
  }

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
      case STOCK, COMPOSITE, MEAN_OF_PERIODS, OTHER ->
          new Addition(cases, cases, Exact.ZERO, Move.between(before, after));
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
      case COMPOSITE -> settled(moved(known, all));
      case STOCK, MEAN_OF_PERIODS, OTHER -> moved(known, all);
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

  /** A figure that moves as it moved in a past period; one that then had none stays. */
  private Measurement moved(Measurement known, long all) {
    if (move.isEmpty()) {
      return known;
    }
    boolean share = known.unit() == FigureUnit.SHARE;
    Move how = move.get();
    Optional<Exact> figure = Optional.of(how.from(known.figure(), share));
    boolean sure = known.indeterminate() == 0 || known.figure().isEmpty();
    return with(
        known,
        all,
        known.holding(),
        figure,
        sure ? figure : known.low().map(low -> how.from(Optional.of(low), share)),
        sure ? figure : known.high().map(high -> how.from(Optional.of(high), share)),
        known.down());
  }

  /** With results that are not known yet taken as known by the end of their period. */
  private static Measurement settled(Measurement moved) {
    return new Measurement(
        moved.metric(),
        moved.period(),
        moved.line(),
        moved.each(),
        Math.max(1, moved.cases()),
        moved.holding(),
        0,
        0,
        moved.unit(),
        moved.figure(),
        moved.figure(),
        moved.figure(),
        moved.down());
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
