package org.plumbline.judge;

import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Quantity;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;

/** A target that is taken from the first periods (docs/meaning.md 18). */
final class Baselines {

  private Baselines() {}

  /**
   * A period that may make a baseline.
   *
   * @param figure its figure, which no indeterminate case could change
   */
  record Period(ReportingPeriod period, Exact figure) {}

  /**
   * What a baseline says of one period.
   *
   * @param bound empty while there is no baseline for it
   * @param reason why there is none
   */
  record Bound(Optional<BoundValue> bound, String reason) {}

  /**
   * The bound for a period.
   *
   * @param able the periods that may make it, in order of time
   * @param floor the floor as it stands for the period, if there is one
   */
  static Bound bound(
      Metric metric,
      Level.Baseline baseline,
      List<Period> able,
      ReportingPeriod period,
      FigureUnit unit,
      Optional<BoundValue> floor) {
    String first = "the target is taken from the first " + baseline.periods() + " periods";
    if (able.size() < baseline.periods()) {
      return new Bound(
          Optional.empty(), first + ", of which " + able.size() + " can be taken so far");
    }
    List<Period> made = able.subList(0, baseline.periods());
    if (Trend.BY_TIME.compare(period, made.get(made.size() - 1).period()) <= 0) {
      return new Bound(Optional.empty(), first + ", and this is not after them");
    }
    Comparison comparison = floor.map(BoundValue::comparison).orElseGet(() -> usual(metric));
    Exact level = level(baseline.take(), made, isUpper(comparison));
    BoundValue worked = BoundValue.worked(comparison, level);
    if (floor.isEmpty()) {
      return new Bound(Optional.of(worked), "");
    }
    Optional<Exact> least = floor.get().in(unit);
    boolean floorIsStricter =
        least.isEmpty()
            || (isUpper(comparison)
                ? least.get().compareTo(level) <= 0
                : least.get().compareTo(level) >= 0);
    return new Bound(Optional.of(floorIsStricter ? floor.get() : worked), "");
  }

  private static boolean isUpper(Comparison comparison) {
    return comparison == Comparison.AT_MOST || comparison == Comparison.BELOW;
  }

  /** More is better, but of time. */
  private static Comparison usual(Metric metric) {
    Quantity figure = metric.figureOrDefault();
    Optional<Quantity.Measurand> of =
        figure instanceof Quantity.Statistic statistic
            ? Optional.of(statistic.of())
            : figure instanceof Quantity.Percentile percentile
                ? Optional.of(percentile.of())
                : Optional.empty();
    boolean isTime = of.isPresent() && !(of.get() instanceof Quantity.Measurand.OfField);
    return isTime ? Comparison.AT_MOST : Comparison.AT_LEAST;
  }

  private static Exact level(Level.Take take, List<Period> made, boolean upper) {
    List<Exact> sorted = made.stream().map(Period::figure).sorted().toList();
    int size = sorted.size();
    return switch (take) {
      case MEAN -> sorted.stream().reduce(Exact.ZERO, Exact::plus).dividedBy(Exact.of(size));
      case MEDIAN -> sorted.get((size - 1) / 2).plus(sorted.get(size / 2)).dividedBy(Exact.of(2));
      case WORST -> sorted.get(upper ? size - 1 : 0);
    };
  }
}
