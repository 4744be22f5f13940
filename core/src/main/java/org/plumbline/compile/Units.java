package org.plumbline.compile;

import java.util.Optional;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;

/** In which unit a metric counts elapsed time as a number. */
final class Units {

  private Units() {}

  /** The unit of the line's limit, else its bound, else the usual one (docs/meaning.md 12). */
  static TimeAmount.Kind of(Metric metric, Optional<Level.Line> line, Roles roles) {
    Optional<TimeAmount.Kind> written = line.flatMap(Units::written);
    if (written.isPresent()) {
      return written.get() == TimeAmount.Kind.BY_DATE_MONTHS
          ? TimeAmount.Kind.BY_DATE_DAYS
          : written.get();
    }
    boolean times =
        roles.ownStart().filter(each -> !each.isDate()).isPresent()
            && roles.stop().filter(each -> !each.isDate()).isPresent();
    if (times) {
      return TimeAmount.Kind.ELAPSED;
    }
    return metric.clock().flatMap(clock -> clock.calendar()).isPresent()
        ? TimeAmount.Kind.BY_DATE_WORKDAYS
        : TimeAmount.Kind.BY_DATE_DAYS;
  }

  private static Optional<TimeAmount.Kind> written(Level.Line line) {
    if (line.limit().isPresent()) {
      Level.Limit limit = line.limit().get();
      if (limit instanceof Level.Limit.Within within) {
        return first(within.amount()).map(TimeAmount::kind);
      }
      if (limit instanceof Level.Limit.Under under) {
        return first(under.amount()).map(TimeAmount::kind);
      }
    }
    for (Level.Bound bound : line.bounds()) {
      Optional<TimeAmount.Kind> kind =
          first(bound.value())
              .filter(value -> value instanceof Literal.Time)
              .map(value -> ((Literal.Time) value).amount().kind());
      if (kind.isPresent()) {
        return kind;
      }
    }
    return Optional.empty();
  }

  /** Any of the values that a varying value may have. */
  private static <T> Optional<T> first(Varying<T> varying) {
    if (varying instanceof Varying.Fixed<T> fixed) {
      return Optional.of(fixed.value());
    }
    if (varying instanceof Varying.ByCondition<T> byCondition) {
      return byCondition.choices().stream().flatMap(each -> first(each.is()).stream()).findFirst();
    }
    if (varying instanceof Varying.ByDate<T> byDate) {
      return byDate.steps().stream().flatMap(each -> first(each.is()).stream()).findFirst();
    }
    return Optional.empty();
  }
}
