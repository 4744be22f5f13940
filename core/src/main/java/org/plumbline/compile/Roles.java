package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.firstKnown;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.number;

import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.Precision;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Type;

/**
 * The moments that decide where a row goes under a clock: start, stop, closing and voiding, as far
 * as they are known at T.
 *
 * @param start where the clock starts; in later parts where the part does, if it has no own start
 * @param ownStart the start without regard to parts
 * @param ranFrom from where it ran, for what is decided after the last day of performance: the
 *     start, else the moment for which an occurrence was expected
 */
record Roles(
    Optional<MomentValue> start,
    Optional<MomentValue> ownStart,
    Optional<MomentValue> stop,
    Optional<MomentValue> closing,
    List<MomentValue> voided,
    Optional<MomentValue> ranFrom) {

  static Roles of(Rows rows, Optional<Clock> clock) {
    Recorded names = new Recorded(rows.context().set());
    boolean effective =
        clock
            .filter(each -> each.starts().isPresent() && !names.isWrittenFirst(each.stops()))
            .isPresent();
    Optional<MomentValue> ownStart =
        clock.flatMap(Clock::starts).map(term -> happened(rows, rows.moment(term, false)));
    Optional<MomentValue> start = ownStart.map(each -> inPart(rows, each));
    Optional<MomentValue> stop =
        clock.map(each -> happened(rows, rows.moment(each.stops(), effective)));
    Optional<MomentValue> closing =
        ended(
            rows,
            rows.context().set().closedBy().map(term -> happened(rows, rows.moment(term, true))));
    List<MomentValue> voided =
        rows.context().set().voidedBy().stream()
            .map(term -> happened(rows, rows.moment(term, false)))
            .toList();
    return new Roles(start, ownStart, stop, closing, voided, start.or(() -> expectedFor(rows)));
  }

  private static Optional<MomentValue> expectedFor(Rows rows) {
    return rows.context().set().origin() instanceof Origin.Expected expected
        ? Optional.of(rows.moment(expected.fills(), false))
        : Optional.empty();
  }

  /** A derived moment may lie ahead; then it has not happened yet. */
  private static MomentValue happened(Rows rows, MomentValue moment) {
    if (moment.bounded()) {
      return moment;
    }
    Expression seen = rows.context().seen(moment.value(), moment.precision());
    return new MomentValue(
        rows.frame()
            .add("happened", choose(seen, moment.value(), none(Type.LONG)), "if at or before T"),
        moment.precision(),
        false,
        true);
  }

  /** Whether something that voids a case has happened. */
  Expression isVoided() {
    return Expression.or(voided.stream().map(each -> Expression.known(each.value())).toList());
  }

  /** The life with nothing cut off, for whose time it was. */
  Life wallLife(Rows rows) {
    Life life = life(rows, true);
    MomentValue from =
        start.orElse(new MomentValue(none(Type.LONG), Precision.INSTANT, false, true));
    Expression begins = rows.in(from, Precision.INSTANT);
    Expression ends = number(rows.context().asOfMicros());
    if (closing.isPresent()) {
      ends = firstKnown(rows.in(closing.get(), Precision.INSTANT), ends);
    }
    if (stop.isPresent()) {
      ends = firstKnown(rows.in(stop.get(), Precision.INSTANT), ends);
    }
    return new Life(
        new MomentValue(begins, Precision.INSTANT, false, true),
        new MomentValue(ends, Precision.INSTANT, true, true),
        life.startDay(),
        life.endDay(),
        Expression.NO,
        Expression.NO,
        begins,
        ends,
        ends,
        false);
  }

  /** In later parts the clock starts where the part does, if it has no start of its own. */
  private static MomentValue inPart(Rows rows, MomentValue start) {
    if (!rows.cases().hasParts()) {
      return start;
    }
    MomentValue part = partStart(rows);
    Precision precision = part.precision();
    if (precision == start.precision()) {
      return start.with(
          rows.frame()
              .add("start", firstKnown(start.value(), part.value()), "or where the part starts"));
    }
    return new MomentValue(
        rows.frame()
            .add(
                "start",
                firstKnown(rows.in(start, Precision.INSTANT), rows.in(part, Precision.INSTANT)),
                "or where the part starts"),
        Precision.INSTANT,
        false,
        start.bounded());
  }

  /** Whether later parts may begin at a moment that is known more or less finely than starts. */
  boolean partsDifferInPrecision(Rows rows) {
    return rows.cases().hasParts()
        && ownStart.filter(own -> own.precision() != partStart(rows).precision()).isPresent();
  }

  static MomentValue partStart(Rows rows) {
    return new MomentValue(
        Expression.column("part start at"),
        rows.cases().reopenings().orElseThrow().precision(),
        false,
        true);
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
    if (stop.isPresent()) {
      life = either(rows, stop.get(), lifeTo(rows, stop.get(), Optional.empty()), life);
    }
    return life.withEndDay(dayOfEnd(rows, life));
  }

  /** The day of a life's end; where it is that of the end's instant it is not worked out before. */
  private static Expression dayOfEnd(Rows rows, Life life) {
    return life.dayOfEnd() ? rows.in(life.end(), Precision.DATE) : life.endDay();
  }

  /** The life of a stock's row, up to its moment of counting. */
  Life lifeUntil(Rows rows, Expression end, Expression endDay) {
    return lifeTo(rows, new MomentValue(end, Precision.INSTANT, true, true), Optional.of(endDay));
  }

  /** The same, but only up to a stop or a closing that came before. */
  Life lifeWhileOpen(Rows rows, Expression end, Expression endDay) {
    Life life = lifeUntil(rows, end, endDay);
    if (closing.isPresent()) {
      MomentValue before = before(rows, closing.get(), end);
      life = either(rows, before, lifeTo(rows, before, Optional.empty()), life);
    }
    if (stop.isPresent()) {
      MomentValue before = before(rows, stop.get(), end);
      life = either(rows, before, lifeTo(rows, before, Optional.empty()), life);
    }
    return life.withEndDay(dayOfEnd(rows, life));
  }

  /** A moment if it is before an instant, else none. */
  private static MomentValue before(Rows rows, MomentValue moment, Expression end) {
    return new MomentValue(
        choose(
            Expression.surely(Expression.less(rows.in(moment, Precision.INSTANT), end)),
            moment.value(),
            none(Type.LONG)),
        moment.precision(),
        false,
        moment.bounded());
  }

  /** The life to an end of one kind. */
  private Life lifeTo(Rows rows, MomentValue end, Optional<Expression> dayOfEnd) {
    if (start.isPresent() && ownStart.isPresent() && !ownStart.equals(start)) {
      // A part starts as finely as the reopening is known, however finely starts are.
      Life own = lifeFrom(rows, ownStart.get(), end, dayOfEnd);
      Life later = lifeFrom(rows, partStart(rows), end, dayOfEnd);
      Expression known = Expression.known(ownStart.get().value());
      return new Life(
          new MomentValue(
              pick(known, own.start().value(), later.start().value()),
              Precision.INSTANT,
              false,
              own.start().bounded()),
          new MomentValue(
              pick(known, own.end().value(), later.end().value()),
              Precision.INSTANT,
              own.end().always(),
              own.end().bounded()),
          pick(known, own.startDay(), later.startDay()),
          own.dayOfEnd() && later.dayOfEnd()
              ? none(Type.LONG)
              : pick(known, dayOfEnd(rows, own), dayOfEnd(rows, later)),
          pick(known, own.byDate(), later.byDate()),
          pick(known, own.endIsDate(), later.endIsDate()),
          pick(known, own.daysFrom(), later.daysFrom()),
          pick(known, own.daysUntil(), later.daysUntil()),
          pick(known, own.wallUntil(), later.wallUntil()),
          own.dayOfEnd() && later.dayOfEnd());
    }
    return lifeFrom(
        rows,
        start.orElseGet(() -> new MomentValue(none(Type.LONG), Precision.INSTANT, false, true)),
        end,
        dayOfEnd);
  }

  private static Life lifeFrom(
      Rows rows, MomentValue from, MomentValue end, Optional<Expression> dayOfEnd) {
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
        dayOfEnd.orElse(end.isDate() ? end.value() : none(Type.LONG)),
        Expression.flag(byDate),
        Expression.flag(end.isDate()),
        byDate ? rows.in(from, Precision.INSTANT) : begins,
        until,
        end.isDate() ? ends : until,
        dayOfEnd.isEmpty() && !end.isDate());
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
        one.dayOfEnd() && other.dayOfEnd()
            ? none(Type.LONG)
            : pick(known, dayOfEnd(rows, one), dayOfEnd(rows, other)),
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
