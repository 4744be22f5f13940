package org.plumbline.reconcile;

import java.util.Optional;
import java.util.function.Function;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.calendar.TimeAmount;

/** Other limits on a case: counted in other days, by a day more or less, or of the minimum. */
final class LimitAlternatives {

  private final Agreement agreement;
  private final Metric metric;
  private final AlternativeList all;

  LimitAlternatives(Agreement agreement, Metric metric, AlternativeList all) {
    this.agreement = agreement;
    this.metric = metric;
    this.all = all;
  }

  void add() {
    all.kind("limits");
    limit(
        "under",
        "a case that takes exactly its limit is late",
        "by the agreement it is in time",
        limit ->
            limit instanceof Level.Limit.Within within
                ? Optional.of(new Level.Limit.Under(within.amount()))
                : Optional.empty());
    limit(
        "within",
        "a case that takes exactly its limit is in time",
        "by the agreement it is late",
        limit ->
            limit instanceof Level.Limit.Under under
                ? Optional.of(new Level.Limit.Within(under.amount()))
                : Optional.empty());
    limit(
        "calendar-days",
        "limits are counted in calendar days",
        "the agreement counts workdays",
        limit ->
            Terms.amounts(
                limit, amount -> unit(amount, TimeAmount.Unit.WORKDAYS, TimeAmount.Unit.DAYS)));
    if (agreement.calendar().isPresent()) {
      limit(
          "workdays",
          "limits are counted in workdays",
          "the agreement counts calendar days",
          limit ->
              Terms.amounts(
                  limit, amount -> unit(amount, TimeAmount.Unit.DAYS, TimeAmount.Unit.WORKDAYS)));
    }
    limit(
        "first-day-counts",
        "the day on which a case starts is the first day of its limit",
        "the agreement begins to count on the day after",
        limit -> Terms.amounts(limit, amount -> further(amount, -1)));
    limit(
        "a-day-more",
        "a case has one day more",
        "the agreement does not give it",
        limit -> Terms.amounts(limit, amount -> further(amount, 1)));
    if (metric.minimum().isPresent() && metric.minimum().get() instanceof Level.Lines) {
      all.metric(
          "minimum",
          "cases are held to the limits of the minimum",
          "the agreement’s figure is by those of the target",
          (text, term) -> term.minimum().map(minimum -> Terms.target(term, minimum)));
    }
  }

  private static Optional<TimeAmount> unit(
      TimeAmount amount, TimeAmount.Unit from, TimeAmount.Unit to) {
    return amount.unit() == from
        ? Optional.of(TimeAmount.of(amount.amount(), to))
        : Optional.empty();
  }

  private static Optional<TimeAmount> further(TimeAmount amount, int by) {
    boolean days =
        amount.unit() == TimeAmount.Unit.DAYS || amount.unit() == TimeAmount.Unit.WORKDAYS;
    return days && amount.amount() + by >= 0
        ? Optional.of(TimeAmount.of(amount.amount() + by, amount.unit()))
        : Optional.empty();
  }

  private void limit(
      String id,
      String theirs,
      String agreed,
      Function<Level.Limit, Optional<Level.Limit>> change) {
    if (Terms.limits(metric.target(), change).isPresent()) {
      all.metric(
          id,
          theirs,
          agreed,
          (text, term) ->
              Terms.limits(term.target(), change).map(level -> Terms.target(term, level)));
    }
  }
}
