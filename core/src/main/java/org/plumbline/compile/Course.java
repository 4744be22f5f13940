package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.atMost;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.equal;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.minus;
import static org.plumbline.compile.plan.Expression.missing;
import static org.plumbline.compile.plan.Expression.not;
import static org.plumbline.compile.plan.Expression.number;
import static org.plumbline.compile.plan.Expression.or;
import static org.plumbline.compile.plan.Expression.surely;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Delivery;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Precision;
import org.plumbline.compile.plan.Expression;

/**
 * Where a case goes, as far as it follows without the due instant (docs/meaning.md 9): a limit that
 * ran out is {@link States#LATE}.
 */
final class Course {

  private final Rows rows;
  private final Clocks clocks;
  private final Metric metric;
  private final Lines lines;
  private final Roles roles;
  private final Expression qualifies;
  private final Expression out;
  private final Expression unsure;

  Course(
      Rows rows,
      Clocks clocks,
      Metric metric,
      Lines lines,
      Expression qualifies,
      Expression out,
      Expression unsure) {
    this.rows = rows;
    this.clocks = clocks;
    this.metric = metric;
    this.lines = lines;
    this.qualifies = qualifies;
    this.out = out;
    this.unsure = unsure;
    roles = clocks.roles(metric.clock());
  }

  /**
   * The state of a row, as a number of {@link States}: {@code early} and what it rests on, each
   * after what it rests on itself.
   */
  Map<String, Expression> columns() {
    Map<String, Expression> columns = new LinkedHashMap<>();
    boolean asked = !or(missing(qualifies), missing(out)).equals(Expression.NO);
    if (asked) {
      columns.put("course", core());
    }
    columns.put("early", state(asked ? column("course") : core()));
    return columns;
  }

  private Expression state(Expression core) {
    Expression unusable = known(column("unusable"));
    long unusableState =
        rows.context()
                .set()
                .delivery()
                .flatMap(Delivery::unusable)
                .filter(each -> each == Delivery.Unusable.NOT_MET)
                .isPresent()
            ? States.UNUSABLE_NOT_MET
            : States.INDETERMINATE;
    Expression undetermined =
        choose(
            or(
                equal(core, number(States.VOIDED)),
                equal(core, number(States.OPEN)),
                equal(core, number(States.LATE))),
            core,
            number(States.INDETERMINATE));
    Expression qualified =
        choose(
            surely(not(qualifies)),
            number(States.NOT_QUALIFIED),
            choose(
                surely(out),
                number(States.VOIDED),
                choose(or(missing(qualifies), missing(out)), undetermined, core)));
    Expression placeable =
        or(Roles.known(roles.stop()), Roles.known(roles.closing()), Roles.known(roles.start()));
    return choose(
        unusable,
        choose(placeable, number(unusableState), number(States.INDETERMINATE)),
        qualified);
  }

  private Expression core() {
    Expression stopped = Roles.known(roles.stop());
    Expression closed = Roles.known(roles.closing());
    Expression isVoided = roles.isVoided();
    Expression undecided =
        choose(
            isVoided,
            number(States.VOIDED),
            choose(closed, number(States.INDETERMINATE), number(States.OPEN)));
    Expression decided;
    if (lines.hasLimits()) {
      List<Expression> in = new ArrayList<>();
      List<Expression> over = new ArrayList<>();
      lines
          .applying()
          .forEach(
              (limit, applies) -> {
                in.add(and(applies, surely(limit.in())));
                over.add(or(not(applies), surely(limit.over())));
              });
      Expression late = number(States.LATE);
      Expression inTime = choose(voidedBy(true), number(States.VOIDED), number(States.DECIDED));
      Expression ended = choose(or(in), inTime, late);
      Expression notEnded = choose(and(over), late, undecided);
      Expression byLimit = choose(stopped, ended, notEnded);
      Expression undecidable =
          choose(
              isVoided,
              number(States.VOIDED),
              choose(or(stopped, closed), number(States.INDETERMINATE), number(States.OPEN)));
      Expression decidable =
          lines.isMixed()
              ? choose(
                  or(lines.applying().values().stream().toList()), byLimit, unlimited(undecided))
              : byLimit;
      decided = choose(unsure, undecidable, decidable);
    } else {
      Expression undecidable =
          choose(
              isVoided,
              number(States.VOIDED),
              choose(or(stopped, closed), number(States.INDETERMINATE), number(States.OPEN)));
      decided = choose(unsure, undecidable, unlimited(undecided));
    }
    if (roles.start().isEmpty()) {
      return decided;
    }
    Expression started = Roles.known(roles.start());
    Expression unstarted = choose(stopped, number(States.INDETERMINATE), undecided);
    if (metric.clock().flatMap(Clock::starts).filter(this::isMoved).isPresent()) {
      return choose(started, decided, unstarted);
    }
    return choose(
        and(stopped, started, stopsTooEarly()),
        number(States.INDETERMINATE),
        choose(started, decided, unstarted));
  }

  /** Whether a start is from where time counts, and nothing that the records hold. */
  private boolean isMoved(MomentTerm start) {
    if (start instanceof MomentTerm.Named named) {
      MomentTerm term = rows.context().set().moments().get(named.id());
      return term != null && isMoved(term);
    }
    return start instanceof MomentTerm.Shifted
        || start instanceof MomentTerm.DayOfPeriod
        || start instanceof MomentTerm.LaterOf;
  }

  /** Where a row goes that no limit applies to. */
  private Expression unlimited(Expression undecided) {
    Expression ended = choose(voidedBy(false), number(States.VOIDED), number(States.DECIDED));
    return choose(Roles.known(roles.stop()), ended, undecided);
  }

  private Expression stopsTooEarly() {
    long skew = rows.context().stored().skewMicros();
    Life life = clocks.life(metric.clock(), true);
    Expression behind = minus(life.start().value(), life.end().value());
    return surely(less(number(skew), behind));
  }

  private Expression voidedBy(boolean included) {
    if (roles.stop().isEmpty()) {
      return Expression.NO;
    }
    MomentValue stop = roles.stop().get();
    return or(
        roles.voided().stream()
            .map(
                each -> {
                  Precision precision = each.precision().coarser(stop.precision());
                  Expression one = rows.in(each, precision);
                  Expression other = rows.in(stop, precision);
                  return surely(included ? atMost(one, other) : less(one, other));
                })
            .toList());
  }
}
