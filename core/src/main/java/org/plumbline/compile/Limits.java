package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.atMost;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.minus;
import static org.plumbline.compile.plan.Expression.missing;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.not;
import static org.plumbline.compile.plan.Expression.number;
import static org.plumbline.compile.plan.Expression.or;
import static org.plumbline.compile.plan.Expression.surely;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Type;

/** A limit on a case, as expressions of the rows (docs/meaning.md 7 and 8). */
final class Limits {

  private final Rows rows;
  private final Roles roles;
  private final Subjects subjects;
  private final Optional<ClockTime> time;
  private final Optional<MomentValue> countedAt;

  Limits(
      Rows rows,
      Roles roles,
      Subjects subjects,
      Optional<ClockTime> time,
      Optional<MomentValue> countedAt) {
    this.rows = rows;
    this.roles = roles;
    this.subjects = subjects;
    this.time = time;
    this.countedAt = countedAt;
  }

  /**
   * A limit in each row.
   *
   * @param known whether the row has the limit and it can be said
   * @param in whether the row is within it, as far as it goes; unknown if that cannot be said
   * @param over whether a row without a stop is past it
   * @param allowed the limit as it is written, by kind of unit; null in rows that have another
   * @param amounts the limit in each unit in which it may be given; null in rows that have another
   * @param moment the limit as a moment; null in rows that have another
   * @param choices the amounts that it may be
   * @param under whether a row must be below the amount
   */
  record Limit(
      Expression known,
      Expression in,
      Expression over,
      Map<TimeAmount.Kind, Expression> allowed,
      Map<Unit, Expression> amounts,
      Optional<MomentValue> moment,
      Set<TimeAmount> choices,
      boolean under) {}

  /** In what a limit is counted, and whether pauses move it (by which amount it is given then). */
  record Unit(TimeAmount.Kind kind, Optional<TimeAmount> moves) {}

  Limit limit(Level.Limit limit) {
    if (limit instanceof Level.Limit.Within within) {
      return amount(within.amount(), false);
    }
    if (limit instanceof Level.Limit.Under under) {
      return amount(under.amount(), true);
    }
    return moment(((Level.Limit.By) limit).moment());
  }

  // ---- amounts ----

  private static TimeAmount.Kind unit(TimeAmount amount) {
    return amount.kind() == TimeAmount.Kind.BY_DATE_MONTHS
        ? TimeAmount.Kind.BY_DATE_DAYS
        : amount.kind();
  }

  private Limit amount(Varying<TimeAmount> varying, boolean under) {
    if (time.isEmpty()) {
      return new Limit(
          Expression.NO,
          none(Type.FLAG),
          Expression.NO,
          Map.of(),
          Map.of(),
          Optional.empty(),
          Set.of(),
          under);
    }
    ClockTime clock = time.get();
    Conditions conditions = new Conditions(subjects, false);
    List<Expression> knowns = new ArrayList<>();
    List<Expression> ins = new ArrayList<>();
    List<Expression> overs = new ArrayList<>();
    Map<Unit, Expression> amounts = new LinkedHashMap<>();
    Map<TimeAmount.Kind, Expression> written = new LinkedHashMap<>();
    Map<TimeAmount.Kind, List<TimeAmount>> byUnit = new LinkedHashMap<>();
    for (TimeAmount amount : Varying.values(varying)) {
      byUnit.computeIfAbsent(unit(amount), key -> new ArrayList<>()).add(amount);
    }
    for (Map.Entry<TimeAmount.Kind, List<TimeAmount>> each : byUnit.entrySet()) {
      TimeAmount.Kind unit = each.getKey();
      Expression allowed =
          rows.frame()
              .add(
                  "limit",
                  conditions.varying(
                      varying,
                      Type.LONG,
                      amount -> unit(amount) == unit ? clock.allowed(amount) : none(Type.LONG)),
                  "limit on the case");
      written.put(unit, allowed);
      Expression elapsed = clock.elapsed(unit);
      Expression in = under ? less(elapsed, allowed) : atMost(elapsed, allowed);
      Expression over = under ? atMost(allowed, elapsed) : less(allowed, elapsed);
      Expression dueAmount =
          under && unit != TimeAmount.Kind.ELAPSED
              ? Expression.greatest(minus(allowed, number(1)), number(0))
              : allowed;
      if (under && unit != TimeAmount.Kind.ELAPSED) {
        dueAmount = choose(missing(allowed), none(Type.LONG), dueAmount);
      }
      amounts.put(new Unit(unit, Optional.empty()), dueAmount);
      if (clock.runOut().movesLimit(unit)) {
        for (TimeAmount amount : each.getValue()) {
          Expression taken =
              surely(
                  conditions.varying(
                      varying, Type.FLAG, other -> Expression.flag(other.equals(amount))));
          Expression day =
              rows.frame()
                  .add(
                      "moved day",
                      choose(taken, clock.runOut().movedDay(amount, under), none(Type.LONG)),
                      "last day after pauses");
          in = choose(known(day), atMost(clock.life().endDay(), day), in);
          over = choose(known(day), less(day, clock.life().endDay()), over);
          amounts.put(new Unit(unit, Optional.of(amount)), day);
        }
      }
      knowns.add(known(allowed));
      ins.add(choose(known(allowed), in, none(Type.FLAG)));
      overs.add(and(known(allowed), surely(over)));
    }
    Expression in = none(Type.FLAG);
    for (int i = 0; i < ins.size(); i++) {
      in = choose(knowns.get(i), ins.get(i), in);
    }
    return new Limit(
        rows.frame().add("has limit", and(or(knowns), clock.calendarKnown()), "the limit is known"),
        rows.frame().add("in time", in, "within the limit"),
        rows.frame().add("past limit", or(overs), "past the limit"),
        written,
        amounts,
        Optional.empty(),
        Set.copyOf(Varying.values(varying)),
        under);
  }

  // ---- moments ----

  private Limit moment(Varying<MomentTerm> varying) {
    Conditions conditions = new Conditions(subjects, false);
    List<MomentValue> all = Varying.values(varying).stream().map(subjects::moment).toList();
    Precision precision =
        all.stream().map(MomentValue::precision).reduce(Precision::coarser).orElse(Precision.DATE);
    Expression at =
        rows.frame()
            .add(
                "by",
                conditions.varying(
                    varying, Type.LONG, term -> rows.in(subjects.moment(term), precision)),
                "limit on the case");
    MomentValue limit = new MomentValue(at, precision, false, false);
    Expression over = after(countedAt.orElse(rows.context().now()), limit);
    if (countedAt.isEmpty() && roles.closing().isPresent()) {
      MomentValue closing = roles.closing().get();
      over = choose(known(closing.value()), after(closing, limit), over);
    }
    Expression in = choose(surely(over), Expression.NO, none(Type.FLAG));
    if (countedAt.isPresent()) {
      in = not(over);
    } else if (roles.stop().isPresent()) {
      MomentValue stop = roles.stop().get();
      in = choose(known(stop.value()), not(after(stop, limit)), in);
    }
    return new Limit(
        known(at),
        rows.frame().add("in time", in, "within the limit"),
        rows.frame().add("past limit", surely(over), "past the limit"),
        Map.of(),
        Map.of(),
        Optional.of(limit),
        Set.of(),
        false);
  }

  private Expression after(MomentValue moment, MomentValue limit) {
    Precision precision = moment.precision().coarser(limit.precision());
    return less(rows.in(limit, precision), rows.in(moment, precision));
  }

  // ---- due ----

  /**
   * When the last of some limits runs out.
   *
   * @param limits each with the condition under which it applies
   */
  static Expression due(Rows rows, Optional<ClockTime> time, Map<Limit, Expression> limits) {
    Map<Unit, List<Expression>> amounts = new LinkedHashMap<>();
    List<Expression> dues = new ArrayList<>();
    limits.forEach(
        (limit, applies) -> {
          limit
              .amounts()
              .forEach(
                  (unit, amount) ->
                      amounts
                          .computeIfAbsent(unit, key -> new ArrayList<>())
                          .add(choose(applies, amount, none(Type.LONG))));
          limit
              .moment()
              .ifPresent(
                  moment -> {
                    Expression instant =
                        moment.isDate()
                            ? minus(Roles.endOfDay(rows, moment).value(), number(1))
                            : moment.value();
                    dues.add(choose(applies, instant, none(Type.LONG)));
                  });
        });
    boolean moves = amounts.keySet().stream().anyMatch(unit -> unit.moves().isPresent());
    amounts.forEach(
        (unit, values) -> {
          Expression most =
              rows.frame()
                  .add(
                      "most",
                      Expression.greatest(values.toArray(Expression[]::new)),
                      "the longest of the limits");
          if (unit.moves().isPresent()) {
            MomentValue day = new MomentValue(most, Precision.DATE, false, false);
            dues.add(minus(Roles.endOfDay(rows, day).value(), number(1)));
          } else if (!moves || unit.kind() == TimeAmount.Kind.ELAPSED) {
            dues.add(time.orElseThrow().runOut().due(unit.kind(), most));
          } else {
            Expression notMoved = most;
            for (Map.Entry<Unit, List<Expression>> other : amounts.entrySet()) {
              if (other.getKey().moves().isPresent() && other.getKey().kind() == unit.kind()) {
                Expression moved = Expression.greatest(other.getValue().toArray(Expression[]::new));
                notMoved = choose(known(moved), none(Type.LONG), notMoved);
              }
            }
            dues.add(time.orElseThrow().runOut().due(unit.kind(), notMoved));
          }
        });
    return dues.isEmpty()
        ? none(Type.LONG)
        : rows.frame()
            .add(
                "due",
                Expression.greatest(dues.toArray(Expression[]::new)),
                "the last limit runs out");
  }
}
