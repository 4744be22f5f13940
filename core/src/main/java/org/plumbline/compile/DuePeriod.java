package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.atMost;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.least;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.not;
import static org.plumbline.compile.plan.Expression.number;
import static org.plumbline.compile.plan.Expression.or;
import static org.plumbline.compile.plan.Expression.plus;
import static org.plumbline.compile.plan.Expression.surely;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.plumbline.agreement.Precision;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.compile.Limits.Limit;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Type;

/**
 * In which period the limits of a case run out, without the instant at which they do: a limit runs
 * out in the period of the start if that period leaves as much open time, else in the next, and so
 * on. The row that is looked up for the start says how much open time each leaves.
 */
final class DuePeriod {

  /** More periods than this after the start's, and the due instant is worked out. */
  private static final int MOST_LATER = 3;

  private final Rows rows;
  private final ClockTime time;
  private final Periods periods;
  private final Map<Limit, Expression> applying;
  private final boolean lateOnly;
  private final Expression period;

  private DuePeriod(
      Rows rows,
      ClockTime time,
      Periods periods,
      Map<Limit, Expression> applying,
      MomentValue start,
      boolean lateOnly) {
    this.rows = rows;
    this.time = time;
    this.periods = periods;
    this.applying = applying;
    this.lateOnly = lateOnly;
    Expression started = periods.standing(rows.frame(), start);
    period = periods.placed(standing(started), Optional.of(started));
  }

  /**
   * The period of the due instant, if it follows so: from limits of time of which all counts.
   *
   * @param start where the clock starts
   * @param applying the limits with the conditions under which they apply
   * @param lateOnly whether only rows are asked about that are past their limits
   */
  static Optional<DuePeriod> of(
      Rows rows,
      Optional<ClockTime> time,
      Periods periods,
      Optional<MomentValue> start,
      Map<Limit, Expression> applying,
      boolean lateOnly) {
    boolean plain =
        time.isPresent()
            && start.isPresent()
            && time.get().countsAll()
            && !applying.isEmpty()
            && applying.keySet().stream().allMatch(DuePeriod::isOfTime)
            && later(time.get(), periods, applying) <= MOST_LATER;
    return plain
        ? Optional.of(new DuePeriod(rows, time.get(), periods, applying, start.get(), lateOnly))
        : Optional.empty();
  }

  private static boolean isOfTime(Limit limit) {
    // A limit of no time runs out at the start itself, open or not.
    return limit.moment().isEmpty()
        && limit.choices().stream()
            .allMatch(amount -> amount.kind() == TimeAmount.Kind.ELAPSED && amount.micros() > 0);
  }

  private static int later(ClockTime time, Periods periods, Map<Limit, Expression> applying) {
    long most =
        applying.keySet().stream()
            .flatMap(limit -> limit.choices().stream())
            .mapToLong(TimeAmount::micros)
            .max()
            .orElse(0);
    return time.timeCalendars().stream()
        .mapToInt(calendar -> periods.periodsAfter(calendar, most))
        .max()
        .orElse(0);
  }

  private Expression standing(Expression started) {
    int most = later(time, periods, applying);
    Expression standing = plus(started, number(most));
    for (int later = most - 1; later >= 0; later--) {
      int periodsLater = later;
      Expression room =
          time.runOut().room(calendar -> periods.workedUntilEnd(calendar, periodsLater));
      standing = choose(ranOut(room, Expression.YES), plus(started, number(later)), standing);
    }
    return standing;
  }

  /**
   * Whether all limits have run out with so much open time after the start.
   *
   * @param asked which rows are asked about
   */
  private Expression ranOut(Expression room, Expression asked) {
    List<Expression> all = new ArrayList<>();
    applying.forEach(
        (limit, applies) -> {
          Expression allowed = allowed(limit);
          Expression enough = limit.under() ? room : plus(room, number(1));
          // What is late took longer than allowed, so that the lesser of both says the same; it
          // has few steps where the room alone would have many.
          Expression compared =
              choose(
                  asked,
                  lateOnly ? least(time.elapsed(TimeAmount.Kind.ELAPSED), enough) : enough,
                  none(Type.LONG));
          Expression ranOut = limit.under() ? atMost(allowed, compared) : less(allowed, compared);
          all.add(or(not(applies), surely(rows.frame().add("ran out", ranOut, "ran out by then"))));
        });
    return and(all);
  }

  private static Expression allowed(Limit limit) {
    return Objects.requireNonNull(
        limit.amounts().get(new Limits.Unit(TimeAmount.Kind.ELAPSED, Optional.empty())));
  }

  /** The number of the period in which the last limit runs out. */
  Expression period() {
    return period;
  }

  /** Whether the last limit runs out before a moment. */
  Expression isBefore(MomentValue moment) {
    MomentValue instant =
        new MomentValue(
            rows.in(moment, Precision.INSTANT),
            Precision.INSTANT,
            moment.always(),
            moment.bounded());
    return ranOut(
        time.runOut().roomBefore(instant),
        moment.always() ? Expression.YES : known(moment.value()));
  }
}
