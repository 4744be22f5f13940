package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.equal;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.minus;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.number;
import static org.plumbline.compile.plan.Expression.plus;

import java.util.function.Function;
import org.plumbline.agreement.Precision;
import org.plumbline.calendar.DayEnd;
import org.plumbline.calendar.PauseCounting;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Type;

/**
 * When limits on the time under a clock run out (docs/meaning.md 8), the inverse of what has
 * elapsed: as an instant, as a day moved by pauses, or as the open time that is left by then.
 */
final class RunOut {

  private final ClockTime time;
  private final Rows rows;
  private final TimeTables tables;
  private final Life life;

  RunOut(ClockTime time) {
    this.time = time;
    rows = time.rows();
    tables = rows.context().tables();
    life = time.life();
  }

  /** Whether pauses move the limit, and are not taken off by whole days. */
  boolean movesLimit(TimeAmount.Kind kind) {
    return kind != TimeAmount.Kind.ELAPSED
        && !time.namesNoTurns()
        && time.calendars(kind).stream()
            .anyMatch(id -> tables.calendars().terms(id).pausesBy() == PauseCounting.ELAPSED);
  }

  /** The local day to which pauses move the limit; null in calendars that take whole days. */
  Expression movedDay(TimeAmount amount, boolean under) {
    return time.byDayCalendar(
        calendar ->
            tables.calendars().terms(calendar).pausesBy() == PauseCounting.ELAPSED
                ? movedDay(amount, under ? 1 : 0, calendar)
                : none(Type.LONG));
  }

  private Expression movedDay(TimeAmount amount, int less, String calendar) {
    Calendars calendars = tables.calendars();
    DateFunction nth =
        switch (amount.kind()) {
          case BY_DATE_WORKDAYS -> calendars.plusWorkdays(calendar, amount.days() - less);
          case BY_DATE_MONTHS ->
              new DateFunction(
                  "plus " + amount + " less " + less,
                  date -> date + DayFunctions.daysIn(amount).value().applyAsLong(date) - less);
          case BY_DATE_DAYS, ELAPSED ->
              new DateFunction(
                  "plus " + amount + " less " + less, date -> date + amount.days() - less);
        };
    Expression day =
        time.frame().add("nth day", time.ofStartDay(nth, "nth day"), "start plus the limit");
    MomentValue nthDay = new MomentValue(day, Precision.DATE, false, false);
    Expression timeOfDay =
        time.frame()
            .add(
                "start time of day",
                tables.timeOfDay(time.frame(), life.start(), "time of day"),
                "time of day of the start");
    Expression reached =
        choose(
            equal(day, life.startDay()),
            life.start().value(),
            choose(
                life.byDate(),
                tables.ofDate(
                    time.frame(),
                    nthDay,
                    new DateFunction("start", tables.horizon()::startOfDay),
                    "nth"),
                tables.instantOf(time.frame(), nthDay, timeOfDay, true, "nth day")));
    Pieces pieces = time.dayPieces();
    Expression wall = minus(Expression.least(column("u"), pieces.wallEnd()), column("f"));
    Expression paused =
        pieces.sum(
            "not counted", ClockTime.notNegative(wall), Expression.not(time.counted(pieces)));
    Expression moved =
        time.frame().add("moved to", plus(reached, paused), "plus what did not count");
    return tables.date(
        time.frame(), new MomentValue(moved, Precision.INSTANT, false, false), "moved day");
  }

  /**
   * The open time from the start to the end of some period.
   *
   * @param worked of a calendar and the date of the start: open time up to that end
   */
  Expression room(Function<String, DateFunction> worked) {
    return time.byClockCalendar(
        calendar ->
            minus(
                tables.ofDate(time.frame(), life.start(), worked.apply(calendar), "worked until"),
                tables.working(time.frame(), life.start(), calendar, "worked at start")));
  }

  /** The open time from the start to the microsecond before an instant; null without one. */
  Expression roomBefore(MomentValue instant) {
    MomentValue before =
        new MomentValue(
            minus(instant.value(), number(1)),
            Precision.INSTANT,
            instant.always(),
            instant.bounded());
    return time.byClockCalendar(
        calendar ->
            minus(
                tables.workingOfFew(time.frame(), before, calendar, "worked before"),
                tables.working(time.frame(), life.start(), calendar, "worked at start")));
  }

  /**
   * When a limit runs out, as an instant: an expression of rows in which it has run out or will.
   *
   * @param allowed microseconds or days that may elapse; null where there is no such limit
   */
  Expression due(TimeAmount.Kind kind, Expression allowed) {
    if (kind == TimeAmount.Kind.ELAPSED) {
      return time.byClockCalendar(calendar -> dueTime(calendar, allowed));
    }
    return time.byDayCalendar(calendar -> dueDays(kind, calendar, allowed));
  }

  private Expression dueTime(String calendar, Expression allowed) {
    Expression target;
    if (time.countsAll()) {
      target =
          plus(tables.working(time.frame(), life.start(), calendar, "worked at start"), allowed);
    } else {
      target =
          reached(
              time.timePieces(),
              calendar,
              allowed,
              pieces ->
                  tables.working(
                      pieces.frame(), Pieces.instant(column("f")), calendar, "worked at f"),
              pieces -> time.lengthIn(pieces, calendar),
              greatestOf(
                  tables.working(time.frame(), life.end(), calendar, "worked at end"),
                  tables.working(time.frame(), life.start(), calendar, "worked at start")),
              "time " + calendar);
    }
    Expression wanted = time.frame().add("target", target, "working time at which it runs out");
    Expression due = tables.earliest(time.frame(), wanted, calendar, "due");
    return choose(equal(allowed, number(0)), life.start().value(), due);
  }

  private static Expression greatestOf(Expression one, Expression other) {
    return choose(less(one, other), other, one);
  }

  /** A coordinate of pieces. */
  private interface Coordinate {
    Expression of(Pieces pieces);
  }

  /** The coordinate at which what counts reaches the allowed amount; beyond the end all counts. */
  private Expression reached(
      Pieces pieces,
      String calendar,
      Expression allowed,
      Coordinate from,
      Coordinate length,
      Expression atEnd,
      String name) {
    Expression limit = time.frame().add("allowed", allowed, "what may elapse");
    Reached reached = new Reached(rows, pieces, time.counted(pieces), name + calendar);
    return reached.coordinate(limit, from.of(pieces), length.of(pieces), atEnd);
  }

  private Expression dueDays(TimeAmount.Kind kind, String calendar, Expression allowed) {
    TimeAmount.Kind unit =
        kind == TimeAmount.Kind.BY_DATE_MONTHS ? TimeAmount.Kind.BY_DATE_DAYS : kind;
    boolean workdays = unit == TimeAmount.Kind.BY_DATE_WORKDAYS;
    DateFunction count = ClockTime.ordinal(tables.calendars(), unit, calendar);
    Expression target;
    if (time.countsAll()) {
      target = plus(time.ofStartDay(count, "day count at start"), allowed);
    } else {
      target =
          reached(
              time.dayPieces(),
              calendar,
              allowed,
              pieces -> time.inDays().atStart(pieces, unit, calendar),
              pieces -> time.inDays().in(pieces, unit, calendar),
              greatestOf(
                  time.ofEndDay(count, "day count at end"),
                  time.ofStartDay(count, "day count at start")),
              "days " + unit);
    }
    Expression wanted = time.frame().add("target", target, "day count at which it runs out");
    Expression day = workdays ? tables.openDay(time.frame(), wanted, calendar, "last day") : wanted;
    Expression last =
        time.frame()
            .add(
                "last day",
                choose(equal(allowed, number(0)), life.startDay(), day),
                "the last day of the limit");
    return endOf(new MomentValue(last, Precision.DATE, false, false), calendar, workdays);
  }

  /** The last microsecond of a limit's last day, by the calendar's {@code day-ends}. */
  private Expression endOf(MomentValue day, String calendar, boolean workdays) {
    Horizon horizon = tables.horizon();
    Calendars calendars = tables.calendars();
    Expression midnight =
        tables.ofDate(
            time.frame(),
            day,
            new DateFunction("last microsecond", date -> horizon.startOfDay(date + 1) - 1),
            "day ends");
    DayEnd dayEnds = calendars.terms(calendar).dayEnds();
    if (dayEnds == DayEnd.MIDNIGHT || life.byDate().equals(Expression.YES)) {
      return midnight;
    }
    DateFunction next =
        workdays
            ? calendars.openDayAfter(calendar)
            : new DateFunction("next day", date -> date + 1);
    DateFunction beforeNext =
        new DateFunction(
            "before " + next.name(),
            date -> {
              long after = next.value().applyAsLong(date);
              return after == DataTable.NOTHING ? after : horizon.startOfDay(after) - 1;
            });
    Expression latest = tables.ofDate(time.frame(), day, beforeNext, "before the next day");
    if (dayEnds == DayEnd.CLOSE) {
      Expression close = tables.ofDate(time.frame(), day, calendars.close(calendar), "close");
      return choose(less(life.startDay(), day.value()), Expression.least(close, latest), midnight);
    }
    // On a day that is not open, only the start's own day if nothing is allowed, nothing ends.
    Expression same = Expression.least(time.inDays().atSameTime(time.frame(), day), latest);
    if (!workdays) {
      return choose(life.byDate(), midnight, same);
    }
    Expression open =
        equal(
            day.value(),
            tables.ofDate(time.frame(), day, calendars.lastOpenDay(calendar), "last open day"));
    return choose(and(Expression.not(life.byDate()), open), same, midnight);
  }
}
