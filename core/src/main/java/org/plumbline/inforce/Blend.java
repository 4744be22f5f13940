package org.plumbline.inforce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.agreement.Quantity;

/** A metric with the case terms of one version and the period terms of another. */
final class Blend {

  private Blend() {}

  /**
   * The metric of a version, its cases being those of another; empty if their figures cannot be
   * counted together.
   *
   * @param cases the metric as the version has it under which the cases stand
   * @param period the metric as the version has it under which the period is
   */
  static Optional<Metric> of(Metric cases, Metric period) {
    boolean alike =
        cases.each().equals(period.each())
            && cases.countedWhenOrDefault() == period.countedWhenOrDefault()
            && addsUp(period.figureOrDefault())
            && period.period().flatMap(PeriodTerms::meanOf).isEmpty();
    Optional<Level> target = alike ? level(cases.target(), period.target()) : Optional.empty();
    Optional<Level> minimum =
        level(cases.minimumOrTarget(), period.minimumOrTarget())
            .filter(level -> period.minimum().isPresent());
    if (target.isEmpty() || (period.minimum().isPresent() && minimum.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        with(new Terms(cases), period, period.figure(), period.period(), target.get(), minimum));
  }

  /** Whether the figures of two parts make the figure of the whole. */
  static boolean addsUp(Quantity figure) {
    if (figure instanceof Quantity.Statistic statistic) {
      boolean sums =
          switch (statistic.kind()) {
            case SUM, MEAN, MAX, MIN -> true;
            case MEDIAN, LAST -> false;
          };
      return sums && statistic.weight().isEmpty() && statistic.fastest().isEmpty();
    }
    return figure instanceof Quantity.ShareInTime
        || figure instanceof Quantity.ShareOfCases
        || figure instanceof Quantity.CountOfCases;
  }

  private static Optional<Level> level(Level cases, Level period) {
    if (!(cases instanceof Level.Lines own) || !(period instanceof Level.Lines other)) {
      boolean sameKind = cases.getClass().equals(period.getClass());
      return sameKind ? Optional.of(period) : Optional.empty();
    }
    if (own.lines().size() != other.lines().size()) {
      return Optional.empty();
    }
    List<Level.Line> lines = new ArrayList<>();
    for (int i = 0; i < own.lines().size(); i++) {
      Optional<Level.Line> line = line(own.lines().get(i), other.lines().get(i));
      if (line.isEmpty()) {
        return Optional.empty();
      }
      lines.add(line.get());
    }
    return Optional.of(new Level.Lines(lines));
  }

  private static Optional<Level.Line> line(Level.Line cases, Level.Line period) {
    boolean alike =
        cases.applies().equals(period.applies())
            && cases.limit().isPresent() == period.limit().isPresent()
            && cases.rest().isPresent() == period.rest().isPresent();
    if (!alike) {
      return Optional.empty();
    }
    Optional<Level.Line> rest = cases.rest().flatMap(own -> line(own, period.rest().orElseThrow()));
    return cases.rest().isPresent() && rest.isEmpty()
        ? Optional.empty()
        : Optional.of(new Level.Line(period.applies(), cases.limit(), period.bounds(), rest));
  }

  /** The metric of a version over the periods of another. */
  static Metric over(Metric metric, Optional<PeriodTerms> period) {
    return with(
        new Terms(metric), metric, metric.figure(), period, metric.target(), metric.minimum());
  }

  /** What decides of cases. */
  private record Terms(Metric of) {}

  private static Metric with(
      Terms cases,
      Metric period,
      Optional<Quantity> figure,
      Optional<PeriodTerms> periods,
      Level target,
      Optional<Level> minimum) {
    Metric own = cases.of();
    return new Metric(
        period.name(),
        own.performing(),
        period.with(),
        period.reporting(),
        period.accountable(),
        period.service(),
        period.steps(),
        period.clause(),
        period.implementsMeasure(),
        period.adopts(),
        period.labels(),
        period.was(),
        own.records(),
        own.qualifies(),
        own.clock(),
        figure,
        own.each(),
        own.countedWhen(),
        periods,
        target,
        minimum,
        period.lowVolume(),
        period.noData(),
        period.roundedTo(),
        period.remedies());
  }
}
