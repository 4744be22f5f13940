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
 * as they have happened at T.
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
            .map(term -> happened(rows, term, false))
            .map(each -> inPart(rows, each));
    Optional<MomentValue> stop = clock.map(each -> happened(rows, each.stops(), effective));
    Optional<MomentValue> closing =
        ended(rows, rows.context().set().closedBy().map(term -> happened(rows, term, true)));
    Optional<MomentValue> voided =
        rows.context().set().voidedBy().isEmpty()
            ? Optional.empty()
            : Optional.of(
                happened(rows, new MomentTerm.EarlierOf(rows.context().set().voidedBy()), false));
    return new Roles(start, stop, closing, voided);
  }

  private static MomentValue happened(Rows rows, MomentTerm term, boolean effective) {
    MomentValue moment = rows.moment(term, effective);
    if (!new Recorded(rows.context().set()).mayLieAhead(term)) {
      return moment;
    }
    Expression seen = rows.context().seen(moment.value(), moment.precision());
    return new MomentValue(
        rows.frame()
            .add("happened", choose(seen, moment.value(), none(Type.LONG)), "if at or before T"),
        moment.precision(),
        false,
        false);
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

  /** The precision at which start and stop compare. */
  Precision precision() {
    Precision precision = stop.map(MomentValue::precision).orElse(Precision.INSTANT);
    return start.map(MomentValue::precision).orElse(precision).coarser(precision);
  }

  /** The life up to the stop; without one to the closing (if that is asked for), else to T. */
  Life life(Rows rows, boolean toClosing) {
    Precision precision = precision();
    Expression end = rows.context().asOfIn(precision);
    MomentValue now = rows.context().now();
    end = rows.in(now, precision).equals(end) ? end : rows.in(now, precision);
    if (toClosing && closing.isPresent()) {
      end = firstKnown(rows.in(closing.get(), precision), end);
    }
    if (stop.isPresent()) {
      end = firstKnown(rows.in(stop.get(), precision), end);
    }
    boolean bounded =
        stop.map(MomentValue::bounded).orElse(true)
            && closing.map(MomentValue::bounded).orElse(true);
    MomentValue until =
        new MomentValue(rows.frame().add("end", end, "stop, else now"), precision, true, bounded);
    MomentValue from =
        start
            .map(
                each ->
                    new MomentValue(
                        rows.in(each, precision), precision, each.always(), each.bounded()))
            .orElseGet(() -> new MomentValue(none(Type.LONG), precision, false, true));
    return lifeOf(rows, from, until);
  }

  private static Life lifeOf(Rows rows, MomentValue from, MomentValue until) {
    Expression startDay = rows.in(from, Precision.DATE);
    Expression endDay = rows.in(until, Precision.DATE);
    if (until.precision() != Precision.DATE) {
      return new Life(from, until, startDay, endDay, until.precision(), until);
    }
    MomentValue start =
        new MomentValue(
            rows.in(from, Precision.INSTANT), Precision.INSTANT, from.always(), from.bounded());
    MomentValue end =
        new MomentValue(
            rows.in(until, Precision.INSTANT), Precision.INSTANT, true, until.bounded());
    return new Life(start, end, startDay, endDay, Precision.DATE, endOfDay(rows, until));
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

  /** The life of a stock's row, up to its moment of counting. */
  Life lifeUntil(Rows rows, Expression end, Expression endDay) {
    Precision precision = start.map(MomentValue::precision).orElse(Precision.INSTANT);
    MomentValue from =
        start.orElseGet(() -> new MomentValue(none(Type.LONG), precision, false, true));
    MomentValue instant =
        new MomentValue(
            rows.in(from, Precision.INSTANT), Precision.INSTANT, from.always(), from.bounded());
    MomentValue until = new MomentValue(end, Precision.INSTANT, true, true);
    // Days are held to the end itself; its day is the one before it.
    MomentValue dayEnd =
        precision == Precision.DATE
            ? endOfDay(rows, new MomentValue(endDay, Precision.DATE, true, true))
            : new MomentValue(end, Precision.INSTANT, true, true);
    return new Life(instant, until, rows.in(from, Precision.DATE), endDay, precision, dayEnd);
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
