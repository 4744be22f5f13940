package org.plumbline.referee;

import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.calendar.TimeAmount.Unit;
import org.plumbline.evaluate.FigureUnit;

/** In what figures and elapsed times are expressed (meaning 12). */
final class Units {

  private Units() {}

  /** One of the unit of elapsed under a line: of its limit, else its bounds, else the usual one. */
  static TimeAmount elapsed(Level.Line line, Clock clock, RecordSet set, Moments moments) {
    if (line.limit().isPresent() && !(line.limit().get() instanceof Level.Limit.By)) {
      return any(Lines.amount(line.limit().get())).orElseThrow();
    }
    for (Level.Bound bound : line.bounds()) {
      Optional<Literal> literal = any(bound.value());
      if (literal.isPresent() && literal.get() instanceof Literal.Time time) {
        return time.amount();
      }
    }
    boolean times =
        clock.starts().isPresent()
            && moments.precision(clock.starts().get()) != Precision.DATE
            && moments.precision(clock.stops()) != Precision.DATE;
    Unit unit = times ? Unit.HOURS : clock.calendar().isPresent() ? Unit.WORKDAYS : Unit.DAYS;
    return TimeAmount.of(1, unit);
  }

  static FigureUnit of(TimeAmount amount) {
    return switch (amount.kind()) {
      case ELAPSED -> FigureUnit.MICROSECONDS;
      case BY_DATE_WORKDAYS -> FigureUnit.WORKDAYS;
      case BY_DATE_DAYS, BY_DATE_MONTHS -> FigureUnit.DAYS;
    };
  }

  static FigureUnit of(Quantity quantity, RecordSet set, TimeAmount elapsed, Level.Line line) {
    if (quantity instanceof Quantity.CountOfCases) {
      return FigureUnit.CASES;
    }
    if (quantity instanceof Quantity.Statistic statistic) {
      return of(statistic.of(), set, elapsed);
    }
    if (quantity instanceof Quantity.Percentile percentile) {
      return of(percentile.of(), set, elapsed);
    }
    if (quantity instanceof Quantity.Ratio) {
      boolean share =
          line.bounds().stream()
              .flatMap(bound -> any(bound.value()).stream())
              .anyMatch(Literal.Percent.class::isInstance);
      return share ? FigureUnit.SHARE : FigureUnit.NUMBER;
    }
    if (quantity instanceof Quantity.Difference difference) {
      return of(difference.first(), set, elapsed, line);
    }
    if (quantity instanceof Quantity.Absolute absolute) {
      return of(absolute.of(), set, elapsed, line);
    }
    if (quantity instanceof Quantity.LargerOf larger) {
      return of(larger.quantities().get(0), set, elapsed, line);
    }
    return FigureUnit.SHARE;
  }

  private static FigureUnit of(Quantity.Measurand of, RecordSet set, TimeAmount elapsed) {
    if (!(of instanceof Quantity.Measurand.OfField field)) {
      return of(elapsed);
    }
    Field terms = set.fields().get(field.field());
    if (terms == null) {
      return FigureUnit.NUMBER;
    }
    return switch (terms.type()) {
      case MONEY -> FigureUnit.MONEY;
      case SHARE -> FigureUnit.SHARE;
      case DURATION -> FigureUnit.MICROSECONDS;
      case NUMBER, TEXT, FLAG -> FigureUnit.NUMBER;
    };
  }

  /** Any of the values that a varying value may have. */
  private static <T> Optional<T> any(Varying<T> varying) {
    if (varying instanceof Varying.Fixed<T> fixed) {
      return Optional.of(fixed.value());
    }
    List<Varying<T>> inner =
        varying instanceof Varying.ByCondition<T> byCondition
            ? byCondition.choices().stream().map(Varying.Choice::is).toList()
            : varying instanceof Varying.ByDate<T> byDate
                ? byDate.steps().stream().map(Varying.Dated::is).toList()
                : List.of();
    return inner.stream().flatMap(value -> any(value).stream()).findFirst();
  }
}
