package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.atMost;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.equal;
import static org.plumbline.compile.plan.Expression.greatest;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.minus;
import static org.plumbline.compile.plan.Expression.number;
import static org.plumbline.compile.plan.Expression.plus;

import org.plumbline.agreement.Precision;
import org.plumbline.calendar.DayEnd;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Operation;

/**
 * Time under a clock by whole days (docs/meaning.md 5 to 8): how many have elapsed over one life of
 * each row, and where its pieces begin and end among them.
 */
final class ClockDays {

  private final ClockTime time;

  ClockDays(ClockTime time) {
    this.time = time;
  }

  /** How many days have elapsed from start to end. */
  Expression elapsed(TimeAmount.Kind unit, String calendar) {
    Expression days =
        time.countsAll()
            ? ClockTime.notNegative(
                minus(
                    time.ofEndDay(
                        ClockTime.ordinal(time.tables().calendars(), unit, calendar),
                        "day count at end"),
                    time.ofStartDay(
                        ClockTime.ordinal(time.tables().calendars(), unit, calendar),
                        "day count at start")))
            : time.ifStarted(counted(unit, calendar));
    return plus(days, dayEnded(unit, calendar));
  }

  private Expression counted(TimeAmount.Kind unit, String calendar) {
    Pieces pieces = time.dayPieces();
    return pieces.sum("counted days", in(pieces, unit, calendar), time.counted(pieces));
  }

  /** The day coordinates of a piece's end less those of its beginning. */
  Expression in(Pieces pieces, TimeAmount.Kind unit, String calendar) {
    return minus(atEnd(pieces, unit, calendar), atStart(pieces, unit, calendar));
  }

  Expression atStart(Pieces pieces, TimeAmount.Kind unit, String calendar) {
    return greatest(
        time.tables()
            .ofDate(
                pieces.frame(),
                Pieces.instant(column("f")),
                ClockTime.ordinal(time.tables().calendars(), unit, calendar).ofDayBefore(),
                "days before f"),
        firstDayCount(pieces, unit, calendar));
  }

  private Expression firstDayCount(Pieces pieces, TimeAmount.Kind unit, String calendar) {
    return time.tables()
        .ofDate(
            pieces.frame(),
            new MomentValue(pieces.startDay(), Precision.DATE, true, true),
            ClockTime.ordinal(time.tables().calendars(), unit, calendar),
            "first day count");
  }

  private Expression atEnd(Pieces pieces, TimeAmount.Kind unit, String calendar) {
    Expression last =
        time.tables()
            .ofDate(
                pieces.frame(),
                new MomentValue(pieces.endDay(), Precision.DATE, true, true),
                ClockTime.ordinal(time.tables().calendars(), unit, calendar),
                "last day count");
    Expression inside =
        greatest(
            time.tables()
                .ofDate(
                    pieces.frame(),
                    Pieces.instant(column("u")),
                    ClockTime.ordinal(time.tables().calendars(), unit, calendar).ofDayBefore(),
                    "days before u"),
            firstDayCount(pieces, unit, calendar));
    return choose(equal(column("u"), pieces.end()), last, inside);
  }

  /** 1 if the last day has ended before the end by the calendar's {@code day-ends}. */
  private Expression dayEnded(TimeAmount.Kind unit, String calendar) {
    DayEnd dayEnds = time.tables().calendars().terms(calendar).dayEnds();
    if (dayEnds == DayEnd.MIDNIGHT || time.life().byDate().equals(Expression.YES)) {
      return number(0);
    }
    boolean workdays = unit == TimeAmount.Kind.BY_DATE_WORKDAYS;
    Expression last =
        workdays
            ? time.ofEndDay(time.tables().calendars().lastOpenDay(calendar), "last open day")
            : time.life().endDay();
    MomentValue lastDay =
        new MomentValue(
            time.frame().add("last day", last, "the last open day"), Precision.DATE, false, true);
    Expression late;
    if (dayEnds == DayEnd.CLOSE) {
      Expression close =
          time.tables()
              .ofDate(time.frame(), lastDay, time.tables().calendars().close(calendar), "close");
      late =
          and(
              less(time.life().startDay(), lastDay.value()),
              less(close, time.life().end().value()));
    } else {
      late =
          and(
              atMost(time.life().startDay(), lastDay.value()),
              less(atSameTime(time.frame(), lastDay), time.life().end().value()));
    }
    if (!time.countsAll()) {
      late = and(late, lastCounts());
    }
    return time.frame()
        .add(
            "day ended",
            Expression.call(
                Operation.ONE_IF,
                and(
                    late,
                    Expression.not(time.life().byDate()),
                    atMost(time.life().start().value(), time.life().end().value()))),
            "the last day is over");
  }

  private Expression lastCounts() {
    Pieces pieces = time.dayPieces();
    Expression last = and(equal(column("u"), pieces.end()), time.counted(pieces));
    return known(pieces.group("last counts", Aggregate.Function.GREATEST, column("f"), last));
  }

  /** The day at the start's local time; on the first day, the start. */
  Expression atSameTime(Frame frame, MomentValue day) {
    Expression timeOfDay =
        frame.add(
            "start time of day",
            time.tables().timeOfDay(frame, time.life().start(), "time of day"),
            "time of day of the start");
    return choose(
        equal(day.value(), time.life().startDay()),
        time.life().start().value(),
        time.tables().instantOf(frame, day, timeOfDay, false, "same time"));
  }
}
