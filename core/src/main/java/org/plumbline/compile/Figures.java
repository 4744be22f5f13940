package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.equal;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.maybe;
import static org.plumbline.compile.plan.Expression.minus;
import static org.plumbline.compile.plan.Expression.missing;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.not;
import static org.plumbline.compile.plan.Expression.number;
import static org.plumbline.compile.plan.Expression.or;
import static org.plumbline.compile.plan.Expression.surely;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Quantity;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.compile.plan.Aggregate.Function;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Type;

/**
 * The figure of a line as cells (docs/meaning.md 12), over rows with the columns {@code state} and
 * {@code unusable}. Everything that rests on the frame is asked for first ({@link #prepare}), the
 * cells are formed when the state is known.
 */
final class Figures {

  /** No value of a case is as great. */
  private static final BigDecimal BEYOND = BigDecimal.TEN.pow(37);

  /** No time is as long. */
  private static final long FOREVER = Long.MAX_VALUE / 2;

  private final Rows rows;
  private final Subjects subjects;
  private final Metric metric;
  private final Context context;
  private final Map<TimeAmount.Kind, Prepared> prepared = new EnumMap<>(TimeAmount.Kind.class);
  private final Marks marks = new Marks();
  private final Weights weights;

  Figures(Rows rows, Subjects subjects, Metric metric, Roles roles, Lines lines) {
    this.rows = rows;
    this.subjects = subjects;
    this.metric = metric;
    context = rows.context();
    weights = new Weights(rows, subjects);
    for (Lines.Line line : lines.all()) {
      TimeAmount.Kind unit = Units.of(metric, line.written(), roles);
      if (!prepared.containsKey(unit)) {
        prepared.put(unit, prepare(metric.figureOrDefault(), unit));
      }
    }
    this.roles = roles;
  }

  private final Roles roles;

  /** The figure as the first line counts it. */
  Prepared first() {
    return prepared.values().iterator().next();
  }

  private Prepared of(Lines.Line line) {
    Prepared figure = prepared.get(Units.of(metric, line.written(), roles));
    if (figure == null) {
      throw new IllegalStateException("a line without a figure: " + line.id());
    }
    return figure;
  }

  /**
   * A figure whose expressions are columns of the frame.
   *
   * @param where three-valued
   * @param holds of shares, three-valued; else yes
   * @param value of statistics, a whole number; null where it is missing
   * @param among which rows are its population at all, three-valued
   * @param weight of weighed means, a whole number; null where it is missing or below zero
   */
  record Prepared(
      Quantity quantity,
      Expression where,
      Expression holds,
      Optional<Expression> value,
      Optional<Expression> weight,
      Optional<TimeAmount.Kind> unit,
      int scale,
      List<Prepared> parts,
      Expression among) {

    Prepared(
        Quantity quantity,
        Expression where,
        Expression holds,
        Optional<Expression> value,
        Optional<Expression> weight,
        Optional<TimeAmount.Kind> unit,
        int scale,
        List<Prepared> parts) {
      this(quantity, where, holds, value, weight, unit, scale, parts, Expression.YES);
    }

    boolean isShare() {
      return quantity instanceof Quantity.ShareInTime || quantity instanceof Quantity.ShareOfCases;
    }
  }

  private Expression condition(Optional<Condition> condition, String hint) {
    return condition
        .map(each -> rows.frame().add(hint, new Conditions(subjects, false).of(each), hint))
        .orElse(Expression.YES);
  }

  /** Asks the frame for all that a figure needs, but for the limit of its line. */
  private Prepared prepare(Quantity quantity, TimeAmount.Kind unit) {
    if (quantity instanceof Quantity.ShareInTime share) {
      return leaf(quantity, condition(share.where(), "where"), Expression.YES, Optional.empty());
    }
    if (quantity instanceof Quantity.ShareOfCases share) {
      Expression holds = condition(Optional.of(share.of()), "share of");
      return leaf(quantity, condition(share.where(), "where"), holds, Optional.empty());
    }
    if (quantity instanceof Quantity.CountOfCases count) {
      return leaf(quantity, condition(count.where(), "where"), Expression.YES, Optional.empty());
    }
    if (quantity instanceof Quantity.Statistic statistic) {
      Optional<Expression> weight = statistic.weight().map(weights::of);
      return valued(quantity, statistic.where(), statistic.of(), weight, unit);
    }
    if (quantity instanceof Quantity.Percentile percentile) {
      return valued(quantity, percentile.where(), percentile.of(), Optional.empty(), unit);
    }
    List<Quantity> parts = new ArrayList<>();
    if (quantity instanceof Quantity.Ratio ratio) {
      parts.addAll(List.of(ratio.of(), ratio.to()));
    } else if (quantity instanceof Quantity.Difference difference) {
      parts.addAll(List.of(difference.first(), difference.second()));
    } else if (quantity instanceof Quantity.Absolute absolute) {
      parts.add(absolute.of());
    } else if (quantity instanceof Quantity.LargerOf larger) {
      parts.addAll(larger.quantities());
    }
    return new Prepared(
        quantity,
        Expression.YES,
        Expression.YES,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        parts.stream().map(part -> prepare(part, unit)).toList());
  }

  private static Prepared leaf(
      Quantity quantity, Expression where, Expression holds, Optional<Expression> value) {
    return new Prepared(
        quantity, where, holds, value, Optional.empty(), Optional.empty(), 0, List.of());
  }

  private Prepared valued(
      Quantity quantity,
      Optional<Condition> where,
      Quantity.Measurand measurand,
      Optional<Expression> weight,
      TimeAmount.Kind unit) {
    Expression narrowed = condition(where, "where");
    if (measurand instanceof Quantity.Measurand.OfField field) {
      return new Prepared(
          quantity,
          narrowed,
          Expression.YES,
          Optional.of(rows.frame().add("value", weights.whole(field.field()), "what is measured")),
          weight,
          Optional.empty(),
          context.fieldScale(field.field()),
          List.of(),
          condition(ResultFigures.among(where), "with data"));
    }
    Expression value =
        measurand instanceof Quantity.Measurand.Elapsed
            ? subjects.elapsed(unit)
            : subjects.age(unit);
    return new Prepared(
        quantity,
        narrowed,
        Expression.YES,
        Optional.of(value),
        weight,
        Optional.of(unit),
        0,
        List.of());
  }

  // ---- cells ----

  private static Expression is(long state) {
    return Expression.equal(column("state"), number(state));
  }

  /** How many rows stand in a line, whatever is known of them. */
  static int standing(Lines.Line line, Cells cells) {
    Expression stands = or(known(column("unusable")), line.stands());
    return cells.count(
        and(Expression.atMost(number(States.INDETERMINATE), column("state")), stands));
  }

  /** The rows of a line: what is decided in it, what stands in it undecided. */
  private record Population(
      Expression decided, Expression inRest, Expression standsUndecided, Lines.Line line) {}

  /** The cells of a figure over a line. */
  FigureCells cells(Lines.Line line, Cells cells) {
    Prepared figure = of(line);
    Expression decided = and(is(States.DECIDED), line.takes());
    Expression unsure = Expression.NO;
    for (Limits.Limit before : line.before()) {
      unsure = or(unsure, and(decided, missing(before.in())));
      decided = and(decided, surely(not(before.in())));
    }
    Expression maybeTaken = or(unsure, and(is(States.DECIDED), line.stands(), not(line.takes())));
    return of(figure, new Population(decided, maybeTaken, line.stands(), line), cells);
  }

  private FigureCells of(Prepared figure, Population population, Cells cells) {
    if (!figure.parts().isEmpty()) {
      return composite(figure, population, cells);
    }
    Expression unknown = unknown(figure, population);
    Expression where = surely(figure.where());
    Expression sure = and(population.decided(), where, not(unknown));
    Expression holding = and(sure, surely(holds(figure, population)));
    Expression unusable = is(States.UNUSABLE_NOT_MET);
    boolean share = figure.isShare();
    Expression cases = share ? or(sure, unusable) : sure;
    Expression indeterminate = indeterminate(figure, population, unknown);
    if (!share) {
      indeterminate = or(indeterminate, unusable);
      holding = sure;
    }
    FigureCells.Counts counts =
        new FigureCells.Counts(
            cells.count(
                share
                    ? or(population.decided(), unusable)
                    : and(population.decided(), surely(figure.among()))),
            cells.count(cases),
            cells.count(holding),
            cells.count(indeterminate),
            cells.count(open(figure, population)));
    List<Integer> values =
        figure
            .value()
            .map(value -> values(figure, value, sure, indeterminateOf(figure, population), cells))
            .orElse(List.of());
    return new FigureCells(
        figure.quantity(), counts, values, figure.unit(), figure.scale(), List.of());
  }

  private Expression indeterminateOf(Prepared figure, Population population) {
    return or(
        indeterminate(figure, population, unknown(figure, population)),
        is(States.UNUSABLE_NOT_MET));
  }

  private static Expression holds(Prepared figure, Population population) {
    return figure.quantity() instanceof Quantity.ShareInTime
        ? population.line().limit().map(Limits.Limit::in).orElse(Expression.YES)
        : figure.holds();
  }

  /** Decided rows of which the figure cannot be said. */
  private static Expression unknown(Prepared figure, Population population) {
    Expression holds = holds(figure, population);
    List<Expression> reasons = new ArrayList<>();
    if (!figure.where().equals(Expression.YES)) {
      reasons.add(missing(figure.where()));
    }
    if (figure.isShare() && !(holds.equals(Expression.YES))) {
      reasons.add(missing(holds));
    }
    figure.value().ifPresent(value -> reasons.add(missing(value)));
    figure.weight().ifPresent(weight -> reasons.add(missing(weight)));
    return and(population.decided(), maybe(figure.where()), or(reasons));
  }

  private static Expression indeterminate(
      Prepared figure, Population population, Expression unknown) {
    Expression asked = maybe(figure.where());
    return or(
        unknown,
        and(population.inRest(), asked),
        and(
            is(States.INDETERMINATE),
            or(known(column("unusable")), and(population.standsUndecided(), asked))));
  }

  private static Expression open(Prepared figure, Population population) {
    return and(is(States.OPEN), population.standsUndecided(), maybe(figure.where()));
  }

  private List<Integer> values(
      Prepared figure, Expression value, Expression all, Expression indeterminate, Cells cells) {
    if (figure.quantity() instanceof Quantity.Percentile percentile) {
      BigDecimal share = percentile.percent().movePointLeft(2).stripTrailingZeros();
      return ranked(
          figure,
          values -> Collections.nCopies(2, cells.percentile(share, values)),
          value,
          all,
          indeterminate,
          cells);
    }
    Quantity.Statistic statistic = (Quantity.Statistic) figure.quantity();
    Expression sure =
        statistic.fastest().map(share -> marks.fastest(all, value, share)).orElse(all);
    return switch (statistic.kind()) {
      case SUM -> List.of(cells.value(Function.SUM, value, sure));
      case MEAN ->
          figure
              .weight()
              .map(
                  weight ->
                      List.of(
                          cells.value(
                              Function.SUM,
                              Expression.call(
                                  Operation.TIMES, Expression.call(Operation.WIDE, value), weight),
                              sure),
                          cells.value(Function.SUM, weight, sure)))
              .orElseGet(() -> List.of(cells.value(Function.SUM, value, sure), cells.count(sure)));
      case MAX -> List.of(cells.value(Function.GREATEST, value, sure));
      case MIN -> List.of(cells.value(Function.LEAST, value, sure));
      case LAST -> List.of(cells.value(Function.GREATEST, value, marks.last(sure)));
      case MEDIAN ->
          ranked(figure, values -> middle(values, cells), value, sure, indeterminate, cells);
    };
  }

  /** The two values in the middle, which may be one; the upper one is as far from the top. */
  private static List<Expression> middle(Expression values, Cells cells) {
    BigDecimal half = new BigDecimal("0.5");
    return List.of(
        cells.percentile(half, values),
        minus(number(0), cells.percentile(half, minus(number(0), values))));
  }

  /** Two of the values, by their rank, between which the figure stands in the middle. */
  private interface Ranked {
    List<Expression> of(Expression values);
  }

  /**
   * The values at the ranks of the figure; of the low end, the indeterminate being the least of
   * all; of the high end, being the greatest.
   */
  private static List<Integer> ranked(
      Prepared figure,
      Ranked ranks,
      Expression value,
      Expression sure,
      Expression indeterminate,
      Cells cells) {
    boolean time = figure.unit().isPresent();
    Expression none = none(Type.LONG);
    Expression whole = time ? value : Expression.call(Operation.WIDE, value);
    Expression greatest =
        time ? number(FOREVER) : Expression.call(Operation.WIDE, Expression.decimal(BEYOND));
    Expression least =
        time
            ? number(-FOREVER)
            : Expression.call(Operation.WIDE, Expression.decimal(BEYOND.negate()));
    List<Integer> found = new ArrayList<>();
    for (Expression each : ranks.of(choose(sure, whole, none))) {
      found.add(cells.cell(each));
    }
    for (Expression beyond : List.of(least, greatest)) {
      Expression values = choose(indeterminate, beyond, choose(sure, whole, none));
      for (Expression each : ranks.of(values)) {
        found.add(cells.cell(choose(equal(each, beyond), none, each)));
      }
    }
    return found;
  }

  private FigureCells composite(Prepared figure, Population population, Cells cells) {
    List<FigureCells> parts =
        figure.parts().stream().map(part -> of(part, population, cells)).toList();
    List<Expression> indeterminate = new ArrayList<>();
    for (Prepared leaf : leaves(figure)) {
      indeterminate.add(indeterminateOf(leaf, population));
    }
    Expression open = and(is(States.OPEN), population.standsUndecided());
    Expression any = or(indeterminate);
    int cases = cells.count(and(population.decided(), not(any)));
    FigureCells.Counts counts =
        new FigureCells.Counts(
            cells.count(population.decided()),
            cases,
            cases,
            cells.count(any),
            cells.count(or(open)));
    return new FigureCells(figure.quantity(), counts, List.of(), Optional.empty(), 0, parts);
  }

  private static List<Prepared> leaves(Prepared figure) {
    if (figure.parts().isEmpty()) {
      return List.of(figure);
    }
    List<Prepared> leaves = new ArrayList<>();
    figure.parts().forEach(part -> leaves.addAll(leaves(part)));
    return leaves;
  }

  /** How rows stand among others, as far as cells ask for it. */
  Marks marks() {
    return marks;
  }
}
