package org.plumbline.judge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.Share;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;

/** Holds the figure of one line against its bounds. */
final class LineJudge {

  private final Metric metric;
  private final BoundLookup lookup;

  LineJudge(Metric metric, BoundLookup lookup) {
    this.metric = metric;
    this.lookup = lookup;
  }

  LineResult judge(LineId id, Level.Line line, Measurement measurement) {
    return judge(id, line.bounds().stream().map(this::stood).toList(), isOpen(line), measurement);
  }

  /** A bound as it stands for the period. */
  BoundValue stood(Level.Bound bound) {
    return new BoundValue(bound.comparison(), lookup.value(bound.value()));
  }

  /**
   * Judges a line.
   *
   * @param open whether its limit or a bound is still to be agreed
   */
  LineResult judge(LineId id, List<BoundValue> bounds, boolean open, Measurement measurement) {
    Holds exact = exactly(bounds, measurement);
    Holds holds = exact;
    LineResult.Means means = LineResult.Means.BOUNDS;
    Optional<Exact> rounded = Optional.empty();
    boolean turned = false;
    if (metric.roundedTo().isPresent() && measurement.figure().isPresent()) {
      Share step = metric.roundedTo().get();
      rounded = measurement.figure().map(figure -> rounded(figure, step));
      holds = exactly(bounds, rounded(measurement, step));
      turned = holds != exact;
      means = LineResult.Means.ROUNDED;
    }
    boolean draft = open && measurement.cases() > 0;
    if (!hasCases(measurement) && !draft) {
      holds = Holds.NO_CASES;
      means = LineResult.Means.NONE;
    } else if (bounds.isEmpty() || open) {
      holds = Holds.NOT_JUDGED;
      means = LineResult.Means.NONE;
    } else if (isLowVolume(measurement)) {
      Optional<Long> misses = metric.lowVolume().flatMap(Metric.LowVolume::misses);
      if (misses.isEmpty()) {
        holds = Holds.NOT_JUDGED;
        means = LineResult.Means.NONE;
      } else if (holds != Holds.YES && fewMisses(bounds, measurement, misses.get())) {
        holds = Holds.YES;
        means = LineResult.Means.LOW_VOLUME;
      }
    }
    return new LineResult(
        id,
        measurement,
        holds,
        bounds,
        means,
        rounded,
        turned && means == LineResult.Means.ROUNDED,
        interval(measurement),
        isShareOfCases()
            && hasCases(measurement)
            && measurement.cases() + measurement.indeterminate() < Judge.SMALL_COUNT);
  }

  /** A line of a metric that promises nothing, or nothing yet. */
  LineResult reported(LineId id, Measurement measurement) {
    return new LineResult(
        id,
        measurement,
        hasCases(measurement) ? Holds.NOT_JUDGED : Holds.NO_CASES,
        List.of(),
        LineResult.Means.NONE,
        Optional.empty(),
        false,
        interval(measurement),
        false);
  }

  private Optional<Interval> interval(Measurement measurement) {
    return isShareOfCases() && measurement.figure().isPresent() && measurement.cases() > 0
        ? Optional.of(Interval.wilson(measurement.holding(), measurement.cases()))
        : Optional.empty();
  }

  private boolean isShareOfCases() {
    Quantity figure = metric.figureOrDefault();
    return figure instanceof Quantity.ShareInTime || figure instanceof Quantity.ShareOfCases;
  }

  /** Indeterminate cases are cases: a bad row never makes a period one without data. */
  private static boolean hasCases(Measurement measurement) {
    return measurement.figure().isPresent() || measurement.indeterminate() > 0;
  }

  static boolean isOpen(Level.Line line) {
    return line.limit().filter(Level.Limit::isOpen).isPresent()
        || line.bounds().stream().anyMatch(LineJudge::isOpen);
  }

  /** Whether a bound is still to be agreed. */
  static boolean isOpen(Level.Bound bound) {
    return BoundLookup.isOpen(bound.value());
  }

  boolean isLowVolume(Measurement measurement) {
    return metric.lowVolume().isPresent()
        && measurement.cases() + measurement.indeterminate() < metric.lowVolume().get().below();
  }

  /** Whether every bound holds for so few misses; only shares of cases have misses. */
  private boolean fewMisses(List<BoundValue> bounds, Measurement measurement, long allowed) {
    if (!isShareOfCases()) {
      return false;
    }
    boolean upper = false;
    boolean lower = false;
    for (BoundValue bound : bounds) {
      boolean isUpper =
          bound.comparison() == Comparison.AT_MOST || bound.comparison() == Comparison.BELOW;
      upper |= isUpper;
      lower |= !isUpper;
    }
    if (upper == lower) {
      return false;
    }
    long bad = upper ? measurement.holding() : measurement.cases() - measurement.holding();
    return bad + measurement.indeterminate() <= allowed;
  }

  /** Each bound at both ends of what the figure could be; a bound is monotone, so that suffices. */
  private static Holds exactly(List<BoundValue> bounds, Measurement measurement) {
    Holds all = Holds.NO_CASES;
    for (BoundValue bound : bounds) {
      all = all.and(holds(bound, measurement));
    }
    return all;
  }

  private static Holds holds(BoundValue bound, Measurement measurement) {
    Optional<Exact> value = bound.in(measurement.unit());
    if (value.isEmpty()) {
      return Holds.UNKNOWN;
    }
    boolean upper =
        bound.comparison() == Comparison.AT_MOST || bound.comparison() == Comparison.BELOW;
    boolean known = measurement.indeterminate() == 0;
    Optional<Exact> low = known ? measurement.figure() : measurement.low();
    Optional<Exact> high = known ? measurement.figure() : measurement.high();
    boolean atLow =
        low.map(figure -> bound.comparison().holds(figure.compareTo(value.get()))).orElse(upper);
    boolean atHigh =
        high.map(figure -> bound.comparison().holds(figure.compareTo(value.get()))).orElse(!upper);
    if (atLow == atHigh) {
      return atLow ? Holds.YES : Holds.NO;
    }
    return Holds.UNKNOWN;
  }

  private static Measurement rounded(Measurement measurement, Share step) {
    return new Measurement(
        measurement.metric(),
        measurement.period(),
        measurement.line(),
        measurement.each(),
        measurement.cases(),
        measurement.holding(),
        measurement.indeterminate(),
        measurement.open(),
        measurement.unit(),
        measurement.figure().map(figure -> rounded(figure, step)),
        measurement.low().map(figure -> rounded(figure, step)),
        measurement.high().map(figure -> rounded(figure, step)),
        measurement.down());
  }

  /** The nearest multiple of the step, half-up. */
  static Exact rounded(Exact figure, Share step) {
    if (step.ratio().signum() <= 0) {
      return figure;
    }
    Exact size = Exact.of(step.ratio());
    Exact steps = figure.dividedBy(size);
    BigDecimal whole =
        new BigDecimal(steps.numerator())
            .divide(new BigDecimal(steps.denominator()), 0, RoundingMode.HALF_UP);
    return Exact.of(whole).times(size);
  }
}
