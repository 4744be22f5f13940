package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.firstKnown;
import static org.plumbline.compile.plan.Expression.none;

import java.util.Optional;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Precision;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Type;

/**
 * The moments that decide where a row goes under a clock: start, stop, closing and voiding, as far
 * as they are known at T.
 */
record Roles(
    Optional<MomentValue> start,
    Optional<MomentValue> stop,
    Optional<MomentValue> closing,
    Optional<MomentValue> voided) {

  static Roles of(Rows rows, Optional<Clock> clock) {
    Recorded names = new Recorded(rows.context().set());
    boolean effective =
        clock
            .filter(each -> each.starts().isPresent() && !names.isWrittenFirst(each.stops()))
            .isPresent();
    Optional<MomentValue> start =
        clock
            .flatMap(Clock::starts)
            .map(term -> rows.moment(term, false))
            .map(each -> inPart(rows, each));
    Optional<MomentValue> stop = clock.map(each -> rows.moment(each.stops(), effective));
    Optional<MomentValue> closing =
        ended(rows, rows.context().set().closedBy().map(term -> rows.moment(term, true)));
    Optional<MomentValue> voided =
        rows.context().set().voidedBy().isEmpty()
            ? Optional.empty()
            : Optional.of(
                rows.moment(new MomentTerm.EarlierOf(rows.context().set().voidedBy()), false));
    return new Roles(start, stop, closing, voided);
  }

  /** In later parts the clock starts where the part does, if it has no start of its own. */
  private static MomentValue inPart(Rows rows, MomentValue start) {
    if (!rows.cases().hasParts()) {
      return start;
    }
    MomentValue part =
        new MomentValue(Expression.column("part start"), Precision.INSTANT, false, true);
    return start.with(
        rows.frame()
            .add(
                "start",
                firstKnown(start.value(), rows.in(part, start.precision())),
                "or where the part starts"));
  }

  /** A part ends for all clocks where the next one starts. */
  private static Optional<MomentValue> ended(Rows rows, Optional<MomentValue> closing) {
    if (!rows.cases().hasParts()) {
      return closing;
    }
    MomentValue part =
        new MomentValue(Expression.column("part end"), Precision.INSTANT, false, true);
    return Optional.of(
        closing
            .map(
                each ->
                    each.with(
                        rows.frame()
                            .add(
                                "closing",
                                Expression.least(each.value(), rows.in(part, each.precision())),
                                "or where the part ends")))
            .orElse(part));
  }

  /** The life up to the stop; without one to the closing (if that is asked for), else to T. */
  Life life(Rows rows, boolean toClosing) {
    Life life = lifeTo(rows, rows.context().now(), Optional.empty());
    if (toClosing && closing.isPresent()) {
      life = either(rows, closing.get(), lifeTo(rows, closing.get(), Optional.empty()), life);
    }
    return stop.isPresent()
        ? either(rows, stop.get(), lifeTo(rows, stop.get(), Optional.empty()), life)
        : life;
  }

  /** The life of a stock's row, up to its moment of counting. */
  Life lifeUntil(Rows rows, Expression end, Expression endDay) {
    return lifeTo(rows, new MomentValue(end, Precision.INSTANT, true, true), Optional.of(endDay));
  }

  /** The life to an end of one kind. */
  private Life lifeTo(Rows rows, MomentValue end, Optional<Expression> dayOfEnd) {
    MomentValue from =
        start.orElseGet(() -> new MomentValue(none(Type.LONG), Precision.INSTANT, false, true));
    Precision precision = from.precision().coarser(end.precision());
    boolean byDate = precision == Precision.DATE;
    Expression begins = instant(rows, from, precision);
    Expression ends = instant(rows, end, precision);
    Expression until =
        end.isDate()
            ? endOfDay(rows, end).value()
            : byDate ? rows.in(end, Precision.INSTANT) : ends;
    return new Life(
        new MomentValue(begins, Precision.INSTANT, from.always(), from.bounded()),
        new MomentValue(ends, Precision.INSTANT, end.always(), end.bounded()),
        rows.in(from, Precision.DATE),
        dayOfEnd.orElseGet(() -> rows.in(end, Precision.DATE)),
        Expression.flag(byDate),
        Expression.flag(end.isDate()),
        byDate ? rows.in(from, Precision.INSTANT) : begins,
        until,
        end.isDate() ? ends : until,
        dayOfEnd.isEmpty());
  }

  private static Expression instant(Rows rows, MomentValue moment, Precision precision) {
    Expression cut = rows.in(moment, moment.precision().coarser(precision));
    return rows.in(
        new MomentValue(
            cut, moment.precision().coarser(precision), moment.always(), moment.bounded()),
        Precision.INSTANT);
  }

  /** The first life where its end is known, else the other. */
  private static Life either(Rows rows, MomentValue end, Life one, Life other) {
    Expression known = end.always() ? Expression.YES : Expression.known(end.value());
    Expression ends = pick(known, one.end().value(), other.end().value());
    Expression column = rows.frame().add("end", ends, "stop, else closing or now");
    return new Life(
        new MomentValue(
            pick(known, one.start().value(), other.start().value()),
            Precision.INSTANT,
            one.start().always(),
            one.start().bounded()),
        new MomentValue(
            column, Precision.INSTANT, true, one.end().bounded() && other.end().bounded()),
        one.startDay(),
        one.dayOfEnd() && other.dayOfEnd() && end.precision() != Precision.DATE
            ? rows.in(
                new MomentValue(
                    column, Precision.INSTANT, true, one.end().bounded() && other.end().bounded()),
                Precision.DATE)
            : pick(known, one.endDay(), other.endDay()),
        pick(known, one.byDate(), other.byDate()),
        pick(known, one.endIsDate(), other.endIsDate()),
        pick(known, one.daysFrom(), other.daysFrom()),
        one.daysUntil().equals(one.end().value()) && other.daysUntil().equals(other.end().value())
            ? column
            : pick(known, one.daysUntil(), other.daysUntil()),
        one.wallUntil().equals(one.end().value()) && other.wallUntil().equals(other.end().value())
            ? column
            : pick(known, one.wallUntil(), other.wallUntil()),
        one.dayOfEnd() && other.dayOfEnd());
  }

  private static Expression pick(Expression known, Expression one, Expression other) {
    return choose(known, one, other);
  }

  /** The first instant after a date. */
  static MomentValue endOfDay(Rows rows, MomentValue date) {
    Horizon horizon = rows.context().tables().horizon();
    Expression end =
        rows.context()
            .tables()
            .ofDate(
                rows.frame(),
                date,
                new DateFunction("day after", day -> horizon.startOfDay(day + 1)),
                "end of day");
    return new MomentValue(end, Precision.INSTANT, date.always(), date.bounded());
  }

  Expression day(Rows rows, Optional<MomentValue> moment) {
    return moment.map(each -> rows.in(each, Precision.DATE)).orElse(none(Type.LONG));
  }

  static Expression known(Optional<MomentValue> moment) {
    return moment
        .map(each -> each.always() ? Expression.YES : Expression.known(each.value()))
        .orElse(Expression.NO);
  }
}
