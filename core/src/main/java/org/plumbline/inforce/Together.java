package org.plumbline.inforce;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.plumbline.agreement.Quantity;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;

/** One figure over the cases of several versions (docs/meaning.md 21). */
final class Together {

  private final Quantity figure;

  private Together(Quantity figure) {
    this.figure = figure;
  }

  private record Key(ReportingPeriod period, LineId line, Optional<String> each) {}

  /**
   * Measurements of one metric over disjoint parts of its cases, counted together.
   *
   * @param figure one that adds up
   */
  static List<Measurement> of(Quantity figure, List<Measurement> parts) {
    Map<Key, List<Measurement>> byKey = new LinkedHashMap<>();
    for (Measurement part : parts) {
      byKey
          .computeIfAbsent(
              new Key(part.period(), part.line(), part.each()), key -> new ArrayList<>())
          .add(part);
    }
    Together together = new Together(figure);
    return byKey.values().stream()
        .map(same -> same.size() == 1 ? same.get(0) : together.one(same))
        .toList();
  }

  private Measurement one(List<Measurement> parts) {
    Measurement first = parts.get(0);
    List<Measurement> known =
        parts.stream()
            .filter(part -> part.figure().isPresent() || part.indeterminate() > 0)
            .toList();
    List<Measurement> measured = known.stream().filter(part -> part.figure().isPresent()).toList();
    return new Measurement(
        first.metric(),
        first.period(),
        first.line(),
        first.each(),
        parts.stream().mapToLong(Measurement::cases).sum(),
        parts.stream().mapToLong(Measurement::holding).sum(),
        parts.stream().mapToLong(Measurement::indeterminate).sum(),
        parts.stream().mapToLong(Measurement::open).sum(),
        first.unit(),
        combined(measured, Measurement::figure, Measurement::cases),
        bound(known, Measurement::low, kind() == Quantity.Kind.MAX),
        bound(known, Measurement::high, kind() == Quantity.Kind.MIN));
  }

  private Quantity.Kind kind() {
    if (figure instanceof Quantity.Statistic statistic) {
      return statistic.kind();
    }
    return figure instanceof Quantity.CountOfCases ? Quantity.Kind.SUM : Quantity.Kind.MEAN;
  }

  /**
   * A bound of the whole; unbounded if a part is.
   *
   * @param despite whether a part without bound leaves the others': what is least of a maximum
   */
  private Optional<Exact> bound(
      List<Measurement> parts, Function<Measurement, Optional<Exact>> of, boolean despite) {
    List<Measurement> bounded = parts.stream().filter(part -> of.apply(part).isPresent()).toList();
    if (bounded.size() < parts.size() && !despite) {
      return Optional.empty();
    }
    return combined(bounded, of, part -> part.cases() + part.indeterminate());
  }

  private Optional<Exact> combined(
      List<Measurement> parts,
      Function<Measurement, Optional<Exact>> of,
      Function<Measurement, Long> weight) {
    List<Exact> values = parts.stream().map(part -> of.apply(part).orElseThrow()).toList();
    return switch (kind()) {
      case SUM -> reduced(values, Exact::plus);
      case MAX -> reduced(values, (one, other) -> one.compareTo(other) < 0 ? other : one);
      case MIN -> reduced(values, (one, other) -> one.compareTo(other) > 0 ? other : one);
      case MEAN, MEDIAN, LAST -> mean(parts, of, weight);
    };
  }

  private static Optional<Exact> reduced(Collection<Exact> values, BinaryOperator<Exact> by) {
    return values.stream().reduce(by);
  }

  private static Optional<Exact> mean(
      List<Measurement> parts,
      Function<Measurement, Optional<Exact>> of,
      Function<Measurement, Long> weight) {
    Exact sum = Exact.ZERO;
    long cases = 0;
    for (Measurement part : parts) {
      long own = weight.apply(part);
      sum = sum.plus(of.apply(part).orElseThrow().times(Exact.of(own)));
      cases += own;
    }
    return cases == 0 ? Optional.empty() : Optional.of(sum.dividedBy(Exact.of(cases)));
  }
}
