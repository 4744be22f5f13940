package org.plumbline.compile;

import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.RegisterSets;

/**
 * Figures of metrics over results: a statistic of {@code figure} leaves out results that have no
 * data (docs/meaning.md 15).
 */
final class ResultFigures {

  /** Not without data; a result that is not known stays. */
  private static final Condition WITH_DATA =
      new Condition.Any(
          List.of(
              new Condition.Missing("result", true),
              new Condition.None(
                  List.of(new Condition.OneOf("result", List.of(new Literal.Text("no-data")))))));

  private ResultFigures() {}

  /** The metric, its figure narrowed if it is one over results. */
  static Metric withData(Metric metric) {
    return metric.records().equals(RegisterSets.RESULTS) && metric.figure().isPresent()
        ? metric.withFigure(withData(metric.figure().get()))
        : metric;
  }

  private static Quantity withData(Quantity quantity) {
    if (quantity instanceof Quantity.Statistic statistic && isFigure(statistic.of())) {
      return new Quantity.Statistic(
          statistic.kind(),
          statistic.of(),
          narrowed(statistic.where()),
          statistic.weight(),
          statistic.fastest());
    }
    if (quantity instanceof Quantity.Percentile percentile && isFigure(percentile.of())) {
      return new Quantity.Percentile(
          percentile.percent(), percentile.of(), narrowed(percentile.where()));
    }
    if (quantity instanceof Quantity.Ratio ratio) {
      return new Quantity.Ratio(withData(ratio.of()), withData(ratio.to()));
    }
    if (quantity instanceof Quantity.Difference difference) {
      return new Quantity.Difference(withData(difference.first()), withData(difference.second()));
    }
    if (quantity instanceof Quantity.Absolute absolute) {
      return new Quantity.Absolute(withData(absolute.of()));
    }
    return quantity instanceof Quantity.LargerOf larger
        ? new Quantity.LargerOf(larger.quantities().stream().map(ResultFigures::withData).toList())
        : quantity;
  }

  private static boolean isFigure(Quantity.Measurand of) {
    return of instanceof Quantity.Measurand.OfField field && field.field().equals("figure");
  }

  /** Which results a figure narrowed here is over at all: those with data. */
  static Optional<Condition> among(Optional<Condition> where) {
    boolean narrowed =
        where.equals(Optional.of(WITH_DATA))
            || (where.isPresent()
                && where.get() instanceof Condition.All all
                && all.conditions().contains(WITH_DATA));
    return narrowed ? Optional.of(WITH_DATA) : Optional.empty();
  }

  private static Optional<Condition> narrowed(Optional<Condition> where) {
    return Optional.of(
        where
            .<Condition>map(also -> new Condition.All(List.of(WITH_DATA, also)))
            .orElse(WITH_DATA));
  }
}
