package org.plumbline.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Windows;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.compile.CompiledMetric;
import org.plumbline.compile.States;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;

/** Plans that ask for single cases. */
public final class OutcomePlans {

  private OutcomePlans() {}

  /** The plan of a query; empty for a stock of windows, or periods that the metric has not. */
  public static Optional<Plan> of(CompiledMetric metric, OutcomeQuery query) {
    return metric
        .outcomes()
        .flatMap(
            outcomes ->
                query
                    .periods()
                    .map(periods -> inPeriods(outcomes.get(), metric, periods))
                    .orElseGet(() -> Optional.of(outcomes.get())))
        .map(plan -> standing(plan, query.which()))
        .map(plan -> ordered(plan, query));
  }

  private static Plan standing(Plan plan, OutcomeQuery.Which which) {
    return switch (which) {
      case ALL -> plan;
      case OPEN -> open(plan);
      case INDETERMINATE -> indeterminate(plan);
      case TAKEN_OUT -> takenOut(plan);
    };
  }

  private static Plan indeterminate(Plan plan) {
    Expression state = Expression.column("o state");
    return new Plan.Filter(
        plan,
        Expression.or(
            Expression.equal(state, Expression.number(States.INDETERMINATE)),
            Expression.and(
                Expression.equal(state, Expression.number(States.DECIDED)),
                Expression.missing(Expression.column("o met")))),
        "cases of which it cannot be said");
  }

  private static Plan takenOut(Plan plan) {
    return new Plan.Filter(
        plan,
        Expression.and(
            Expression.equal(Expression.column("o state"), Expression.number(States.VOIDED)),
            Expression.known(Expression.column("o out"))),
        "cases that exclusions took out");
  }

  private static Plan open(Plan plan) {
    return new Plan.Filter(
        plan,
        Expression.equal(Expression.column("o state"), Expression.number(States.OPEN)),
        "cases not decided yet");
  }

  /**
   * The plan of intervals of the cases with these keys, or of those not decided yet, in order;
   * empty for a stock, or a clock that does not start.
   */
  public static Optional<Plan> lives(CompiledMetric metric, Optional<Set<String>> keys) {
    return metric
        .attribution()
        .map(attribution -> attribution.get().intervals())
        .map(
            plan ->
                keys.isEmpty()
                    ? open(plan)
                    : new Plan.Filter(
                        plan,
                        Expression.or(
                            keys.get().stream()
                                .sorted()
                                .map(
                                    key ->
                                        Expression.equal(
                                            Expression.column("o key"), Expression.text(key)))
                                .toList()),
                        "the cases asked for"))
        .map(
            plan ->
                new Plan.Top(
                    plan,
                    List.of(
                        new Plan.Order("o key", false),
                        new Plan.Order("o part", false),
                        new Plan.Order("o f", false)),
                    Long.MAX_VALUE,
                    "in order"));
  }

  private static Optional<Plan> inPeriods(
      Plan plan, CompiledMetric metric, Set<ReportingPeriod> periods) {
    Expression place = Expression.column("o period");
    List<ReportingPeriod> sorted =
        periods.stream()
            .filter(period -> metric.windows().placesOf(period).isPresent())
            .sorted(Comparator.comparing(ReportingPeriod::from))
            .toList();
    List<Expression> ranges = new ArrayList<>();
    for (ReportingPeriod period : sorted) {
      Windows.Range places = metric.windows().placesOf(period).orElseThrow();
      ranges.add(
          Expression.and(
              Expression.atMost(Expression.number(places.first()), place),
              Expression.atMost(place, Expression.number(places.last()))));
    }
    return ranges.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Plan.Filter(
                plan,
                Expression.or(ranges),
                "cases of "
                    + sorted.get(0).name()
                    + (sorted.size() == 1 ? "" : " to " + sorted.get(sorted.size() - 1).name())));
  }

  private static Plan ordered(Plan plan, OutcomeQuery query) {
    List<Plan.Order> byKey =
        List.of(
            new Plan.Order("o case_key", false),
            new Plan.Order("o part", false),
            new Plan.Order("o holder", false));
    if (query.order() == OutcomeQuery.Order.KEY) {
      return new Plan.Top(plan, byKey, query.limit(), "by key");
    }
    Expression state = Expression.column("o state");
    Expression met = Expression.equal(Expression.column("o met"), Expression.number(1));
    Expression decided =
        Expression.choose(Expression.surely(met), Expression.number(4), Expression.number(1));
    Expression rank =
        Expression.choose(
            Expression.equal(state, Expression.number(States.DECIDED)),
            decided,
            Expression.choose(
                Expression.equal(state, Expression.number(States.UNUSABLE_NOT_MET)),
                Expression.number(1),
                Expression.choose(
                    Expression.equal(state, Expression.number(States.INDETERMINATE)),
                    Expression.number(2),
                    Expression.choose(
                        Expression.equal(state, Expression.number(States.OPEN)),
                        Expression.number(3),
                        Expression.number(5)))));
    Plan ranked =
        new Plan.Extend(
            plan,
            new Schemas().names(plan),
            List.of(
                new Named("o rank", rank),
                new Named(
                    "o over",
                    Expression.minus(
                        Expression.column("o elapsed"), Expression.column("o limit")))),
            "the worst first");
    return new Plan.Top(
        ranked,
        List.of(
            new Plan.Order("o rank", false),
            new Plan.Order("o over", true),
            new Plan.Order("o elapsed", true),
            byKey.get(0),
            byKey.get(1)),
        query.limit(),
        "the worst first");
  }
}
