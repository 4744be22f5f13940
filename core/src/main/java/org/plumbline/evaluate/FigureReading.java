package org.plumbline.evaluate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.plumbline.agreement.Quantity;
import org.plumbline.compile.FigureCells;

/** From cells to a figure with its low and high end, exactly (docs/meaning.md 12). */
final class FigureReading {

  private FigureReading() {}

  /**
   * A figure with its counts.
   *
   * @param down as of {@link Measurement#down()}
   */
  record Figure(
      long cases,
      long holding,
      long indeterminate,
      long open,
      Optional<Exact> figure,
      Optional<Exact> low,
      Optional<Exact> high,
      Optional<Exact> down) {

    Figure(
        long cases,
        long holding,
        long indeterminate,
        long open,
        Optional<Exact> figure,
        Optional<Exact> low,
        Optional<Exact> high) {
      this(cases, holding, indeterminate, open, figure, low, high, Optional.empty());
    }

    /** The same cases without a figure. */
    Figure withoutFigure() {
      return new Figure(
          cases, 0, indeterminate, open, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  static Figure read(FigureCells figure, ResultRows.Cells cells) {
    FigureCells.Counts counts = figure.counts();
    Range range = range(figure, cells);
    return new Figure(
        cells.number(counts.cases()),
        cells.number(counts.holding()),
        cells.number(counts.indeterminate()),
        cells.number(counts.open()),
        range.figure(),
        range.low(),
        range.high());
  }

  /**
   * The mean of the figures of shorter periods (docs/meaning.md 17): of those that have one, the
   * low and high ends of those that have a figure or indeterminate cases.
   */
  static Figure mean(List<Figure> parts) {
    List<Figure> standing =
        parts.stream().filter(it -> it.figure().isPresent() || it.indeterminate() > 0).toList();
    return new Figure(
        parts.stream().mapToLong(Figure::cases).sum(),
        parts.stream().mapToLong(Figure::holding).sum(),
        parts.stream().mapToLong(Figure::indeterminate).sum(),
        parts.stream().mapToLong(Figure::open).sum(),
        meanOf(parts.stream().map(Figure::figure).filter(Optional::isPresent).toList()),
        meanOf(standing.stream().map(Figure::low).toList()),
        meanOf(standing.stream().map(Figure::high).toList()));
  }

  /** The mean of values; empty if there are none or one of them is not known. */
  private static Optional<Exact> meanOf(List<Optional<Exact>> values) {
    if (values.isEmpty() || values.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    return values.stream()
        .map(Optional::orElseThrow)
        .reduce(Exact::plus)
        .map(sum -> sum.dividedBy(Exact.of(values.size())));
  }

  private record Range(Optional<Exact> figure, Optional<Exact> low, Optional<Exact> high) {
    static Range of(Optional<Exact> figure) {
      return new Range(figure, figure, figure);
    }

    /** Whether it is known what it is, whatever is indeterminate. */
    boolean isSure() {
      return low.isPresent() && low.equals(high);
    }
  }

  private static Range range(FigureCells figure, ResultRows.Cells cells) {
    if (!figure.parts().isEmpty()) {
      return composite(figure, cells);
    }
    long known = cells.number(figure.counts().cases());
    long unknown = cells.number(figure.counts().indeterminate());
    long population = cells.number(figure.counts().population());
    if (figure.quantity() instanceof Quantity.ShareInTime
        || figure.quantity() instanceof Quantity.ShareOfCases) {
      long holding = cells.number(figure.counts().holding());
      return new Range(
          ratio(holding, known),
          ratio(holding, known + unknown),
          ratio(holding + unknown, known + unknown));
    }
    if (figure.quantity() instanceof Quantity.CountOfCases) {
      return population + unknown == 0
          ? Range.of(Optional.empty())
          : new Range(
              population == 0 ? Optional.empty() : Optional.of(Exact.of(known)),
              Optional.of(Exact.of(known)),
              Optional.of(Exact.of(known + unknown)));
    }
    if (figure.quantity() instanceof Quantity.Percentile) {
      return ranked(figure, cells, unknown);
    }
    return statistic((Quantity.Statistic) figure.quantity(), figure, cells, population);
  }

  private static Optional<Exact> ratio(long of, long to) {
    return to == 0 ? Optional.empty() : Optional.of(Exact.ratio(of, to));
  }

  private static Optional<Exact> value(FigureCells figure, ResultRows.Cells cells, int position) {
    return cells
        .value(figure.values().get(position))
        .map(value -> Exact.of(new BigDecimal(value, figure.scale())));
  }

  private static Range statistic(
      Quantity.Statistic statistic, FigureCells figure, ResultRows.Cells cells, long population) {
    long known = cells.number(figure.counts().cases());
    long unknown = cells.number(figure.counts().indeterminate());
    boolean narrowed = statistic.weight().isPresent() || statistic.fastest().isPresent();
    if (statistic.kind() == Quantity.Kind.MEDIAN) {
      Range range = ranked(figure, cells, unknown);
      return unknown > 0 && narrowed
          ? new Range(range.figure(), Optional.empty(), Optional.empty())
          : range;
    }
    Optional<Exact> floor = figure.unit().isPresent() ? Optional.of(Exact.ZERO) : Optional.empty();
    Optional<Exact> value = value(figure, cells, 0);
    Optional<Exact> shown =
        switch (statistic.kind()) {
          case SUM -> value.or(() -> population > 0 ? Optional.of(Exact.ZERO) : Optional.empty());
          case MEAN -> value.flatMap(sum -> over(sum, figure, cells));
          case MAX, MIN, LAST, MEDIAN -> value;
        };
    if (unknown == 0) {
      return Range.of(shown);
    }
    if (narrowed) {
      return new Range(shown, Optional.empty(), Optional.empty());
    }
    Optional<Exact> low =
        switch (statistic.kind()) {
          case SUM -> floor.map(zero -> value.orElse(zero));
          case MEAN -> floor.map(zero -> value.orElse(zero).dividedBy(Exact.of(known + unknown)));
          case MAX -> value.or(() -> floor);
          case MIN, LAST, MEDIAN -> floor;
        };
    Optional<Exact> high = statistic.kind() == Quantity.Kind.MIN ? value : Optional.empty();
    return new Range(shown, low, high);
  }

  /** A sum over what it is the sum of: the number of cases, or their weight; nothing over zero. */
  private static Optional<Exact> over(Exact sum, FigureCells figure, ResultRows.Cells cells) {
    return cells
        .value(figure.values().get(1))
        .filter(below -> below.signum() != 0)
        .map(below -> sum.dividedBy(Exact.of(new BigDecimal(below))));
  }

  private static Range ranked(FigureCells figure, ResultRows.Cells cells, long unknown) {
    Optional<Exact> shown = middle(figure, cells, 0);
    if (unknown == 0) {
      return Range.of(shown);
    }
    Optional<Exact> low = middle(figure, cells, 2);
    if (figure.unit().isPresent()) {
      Exact one = value(figure, cells, 2).orElse(Exact.ZERO);
      Exact other = value(figure, cells, 3).orElse(Exact.ZERO);
      low = Optional.of(half(one, other));
    }
    return new Range(shown, low, middle(figure, cells, 4));
  }

  private static Optional<Exact> middle(FigureCells figure, ResultRows.Cells cells, int position) {
    return value(figure, cells, position)
        .flatMap(one -> value(figure, cells, position + 1).map(other -> half(one, other)));
  }

  private static Exact half(Exact one, Exact other) {
    return one.plus(other).dividedBy(new Exact(BigInteger.TWO, BigInteger.ONE));
  }

  private static Range composite(FigureCells figure, ResultRows.Cells cells) {
    List<Range> parts = figure.parts().stream().map(part -> range(part, cells)).toList();
    Optional<Exact> shown = combine(figure.quantity(), parts.stream().map(Range::figure).toList());
    Optional<Exact> bound =
        parts.stream().allMatch(Range::isSure)
            ? combine(figure.quantity(), parts.stream().map(Range::low).toList())
            : Optional.empty();
    return new Range(shown, bound, bound);
  }

  private static Optional<Exact> combine(Quantity quantity, List<Optional<Exact>> parts) {
    if (parts.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    List<Exact> values = parts.stream().map(Optional::orElseThrow).toList();
    if (quantity instanceof Quantity.Ratio) {
      return values.get(1).isZero()
          ? Optional.empty()
          : Optional.of(values.get(0).dividedBy(values.get(1)));
    }
    if (quantity instanceof Quantity.Difference) {
      return Optional.of(values.get(0).minus(values.get(1)));
    }
    if (quantity instanceof Quantity.Absolute) {
      return Optional.of(values.get(0).absolute());
    }
    return values.stream().reduce(BinaryOperator.maxBy(java.util.Comparator.<Exact>naturalOrder()));
  }
}
