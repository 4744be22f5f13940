package org.plumbline.evaluate;

import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.compile.CompiledLine;
import org.plumbline.compile.FigureCells;

/** In what the figure of a line is expressed (docs/meaning.md 12). */
final class FigureUnits {

  private FigureUnits() {}

  static FigureUnit of(Agreement agreement, Metric metric, CompiledLine line) {
    return of(agreement, metric, line, line.figure());
  }

  /** The unit of time of a kind of amount. */
  static FigureUnit of(TimeAmount.Kind kind) {
    return switch (kind) {
      case ELAPSED -> FigureUnit.MICROSECONDS;
      case BY_DATE_WORKDAYS -> FigureUnit.WORKDAYS;
      case BY_DATE_DAYS, BY_DATE_MONTHS -> FigureUnit.DAYS;
    };
  }

  private static FigureUnit of(
      Agreement agreement, Metric metric, CompiledLine line, FigureCells figure) {
    Quantity quantity = figure.quantity();
    if (quantity instanceof Quantity.CountOfCases) {
      return FigureUnit.CASES;
    }
    if (quantity instanceof Quantity.Statistic statistic) {
      return of(agreement, metric, figure, statistic.of());
    }
    if (quantity instanceof Quantity.Percentile percentile) {
      return of(agreement, metric, figure, percentile.of());
    }
    if (quantity instanceof Quantity.Ratio) {
      return isShare(metric, line) ? FigureUnit.SHARE : FigureUnit.NUMBER;
    }
    return figure.parts().isEmpty()
        ? FigureUnit.SHARE
        : of(agreement, metric, line, figure.parts().get(0));
  }

  private static FigureUnit of(
      Agreement agreement, Metric metric, FigureCells figure, Quantity.Measurand of) {
    if (!(of instanceof Quantity.Measurand.OfField field)) {
      return of(figure.unit().orElse(TimeAmount.Kind.ELAPSED));
    }
    RecordSet set = agreement.records().get(metric.records());
    Field declared = set == null ? null : set.fields().get(field.field());
    if (declared == null) {
      return FigureUnit.NUMBER;
    }
    return switch (declared.type()) {
      case MONEY -> FigureUnit.MONEY;
      case SHARE -> FigureUnit.SHARE;
      case DURATION -> FigureUnit.MICROSECONDS;
      case NUMBER, TEXT, FLAG -> FigureUnit.NUMBER;
    };
  }

  private static boolean isShare(Metric metric, CompiledLine line) {
    return ResultRows.written(metric, line.id()).stream()
        .flatMap(written -> written.bounds().stream())
        .map(Level.Bound::value)
        .flatMap(value -> any(value).stream())
        .anyMatch(value -> value instanceof Literal.Percent);
  }

  private static Optional<Literal> any(Varying<Literal> varying) {
    if (varying instanceof Varying.Fixed<Literal> fixed) {
      return Optional.of(fixed.value());
    }
    if (varying instanceof Varying.ByCondition<Literal> byCondition) {
      return byCondition.choices().stream().flatMap(each -> any(each.is()).stream()).findFirst();
    }
    if (varying instanceof Varying.ByDate<Literal> byDate) {
      return byDate.steps().stream().flatMap(each -> any(each.is()).stream()).findFirst();
    }
    return Optional.empty();
  }
}
