package org.plumbline.forecast;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.Share;
import org.plumbline.agreement.Varying;

/**
 * A percentile, a greatest or a least value as the same promise on a share: the 90th percentile is
 * at most 20 days exactly if at least 90 % of the cases take at most 20 days.
 */
final class AsShare {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private AsShare() {}

  /**
   * The metric with the share in place of its figure, without its minimum where that asks for
   * another value; empty if there is no such share.
   */
  static Optional<Metric> of(Metric metric) {
    Quantity figure = metric.figureOrDefault();
    boolean plain =
        metric.roundedTo().isEmpty()
            && metric.lowVolume().flatMap(Metric.LowVolume::misses).isEmpty()
            && !metric.countedWhenOrDefault().isStock();
    if (!plain || !(metric.target() instanceof Level.Lines target)) {
      return Optional.empty();
    }
    Optional<Condition> within = within(figure, target.lines());
    Optional<Level> shares = shares(figure, target);
    if (within.isEmpty() || shares.isEmpty()) {
      return Optional.empty();
    }
    Optional<Level> minimum =
        metric
            .minimum()
            .filter(least -> least instanceof Level.Lines)
            .filter(least -> within(figure, least.measured()).equals(within))
            .flatMap(least -> shares(figure, least));
    return Optional.of(
        metric
            .withFigure(new Quantity.ShareOfCases(within.get(), where(figure)))
            .withLevels(shares.get(), minimum));
  }

  /** The one bound of all lines as a condition on a case. */
  private static Optional<Condition> within(Quantity figure, List<Level.Line> lines) {
    List<Level.Bound> bounds = lines.stream().flatMap(line -> line.bounds().stream()).toList();
    boolean one =
        lines.stream().allMatch(line -> line.bounds().size() == 1 && line.rest().isEmpty())
            && bounds.stream().distinct().count() == 1;
    Optional<Quantity.Measurand> of = measurand(figure);
    Optional<Literal> value = one ? bounds.get(0).value().fixed() : Optional.empty();
    if (value.isEmpty() || of.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Condition.Compares(
            subject(of.get()), onCase(figure, bounds.get(0).comparison()), value.get()));
  }

  private static Optional<Quantity.Measurand> measurand(Quantity figure) {
    if (figure instanceof Quantity.Percentile percentile) {
      return Optional.of(percentile.of());
    }
    return figure instanceof Quantity.Statistic statistic
            && statistic.fastest().isEmpty()
            && (statistic.kind() == Quantity.Kind.MAX || statistic.kind() == Quantity.Kind.MIN)
        ? Optional.of(statistic.of())
        : Optional.empty();
  }

  private static String subject(Quantity.Measurand of) {
    if (of instanceof Quantity.Measurand.OfField field) {
      return field.field();
    }
    return of instanceof Quantity.Measurand.Age ? "age" : "elapsed";
  }

  private static Optional<Condition> where(Quantity figure) {
    return figure instanceof Quantity.Percentile percentile
        ? percentile.where()
        : ((Quantity.Statistic) figure).where();
  }

  private static boolean isLeast(Quantity figure) {
    return figure instanceof Quantity.Statistic statistic && statistic.kind() == Quantity.Kind.MIN;
  }

  private static boolean isUpper(Comparison comparison) {
    return comparison == Comparison.AT_MOST || comparison == Comparison.BELOW;
  }

  /** What a case must be so that all, or enough of them, make the bound hold, or few enough. */
  private static Comparison onCase(Quantity figure, Comparison bound) {
    if (isUpper(bound) != isLeast(figure)) {
      return bound;
    }
    return switch (bound) {
      case AT_LEAST -> Comparison.BELOW;
      case ABOVE -> Comparison.AT_MOST;
      case AT_MOST -> Comparison.ABOVE;
      case BELOW -> Comparison.AT_LEAST;
    };
  }

  private static Optional<Level> shares(Quantity figure, Level level) {
    if (!(level instanceof Level.Lines lines)) {
      return Optional.empty();
    }
    BigDecimal percent =
        figure instanceof Quantity.Percentile percentile ? percentile.percent() : HUNDRED;
    Literal share = new Literal.Percent(Share.ofPercent(percent));
    return Optional.of(
        new Level.Lines(
            lines.lines().stream()
                .map(
                    line ->
                        new Level.Line(
                            line.applies(),
                            line.limit(),
                            line.bounds().stream()
                                .map(
                                    bound ->
                                        new Level.Bound(
                                            isUpper(bound.comparison()) != isLeast(figure)
                                                ? Comparison.AT_LEAST
                                                : Comparison.BELOW,
                                            Varying.of(share)))
                                .toList(),
                            Optional.empty()))
                .toList()));
  }
}
