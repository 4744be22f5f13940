package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.equal;
import static org.plumbline.compile.plan.Expression.greatest;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.minus;
import static org.plumbline.compile.plan.Expression.missing;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Type;
import org.plumbline.exclusion.DeclaredTime;

/**
 * Time under a clock over one life of each row (docs/meaning.md 5 to 8): what has elapsed, and when
 * a limit runs out ({@link RunOut}).
 */
final class ClockTime {

  private final Rows rows;
  private final TimeTables tables;
  private final Clock clock;
  private final String performing;
  private final List<DeclaredTime> excluded;
  private final Life life;
  private final Holds holds;
  private final Function<Varying<String>, Choosing> chooser;
  private final Map<Object, Expression> made = new HashMap<>();
  private final ClockDays days = new ClockDays(this);
  private Optional<HeldTime> heldTime = Optional.empty();
  private Optional<Pieces> timePieces = Optional.empty();
  private Optional<Pieces> dayPieces = Optional.empty();

  /** Chooses by calendar in each row. */
  interface Choosing {
    Expression by(Function<String, Expression> ofCalendar);
  }

  ClockTime(
      Rows rows,
      Holds holds,
      Clock clock,
      String performing,
      List<DeclaredTime> excluded,
      Life life,
      Function<Varying<String>, Choosing> chooser) {
    this.rows = rows;
    this.holds = holds;
    this.clock = clock;
    this.performing = performing;
    this.excluded = excluded;
    this.life = life;
    this.chooser = chooser;
    tables = rows.context().tables();
  }

  Rows rows() {
    return rows;
  }

  TimeTables tables() {
    return tables;
  }

  /** Whether a row of pieces of the life counts. */
  Expression counted(Pieces pieces) {
    return pieces.counted(clock.counting(), performing);
  }

  /** The same time by whole days. */
  ClockDays inDays() {
    return days;
  }

  Life life() {
    return life;
  }

  /** The same clock over rows made from these. */
  ClockTime in(Rows other) {
    return new ClockTime(other, new Holds(other), clock, performing, excluded, life, chooser);
  }

  /** The same clock over another life of rows made from these. */
  ClockTime in(Rows other, Life life) {
    return new ClockTime(other, new Holds(other), clock, performing, excluded, life, chooser);
  }

  /** All pieces of the lives, with {@code open} time and {@code counts} (1 or 0). */
  Frame attributed() {
    List<String> ids = new ArrayList<>(calendars(TimeAmount.Kind.ELAPSED));
    Expression number = byClockCalendar(id -> number(ids.indexOf(id)));
    frame().put("calendar no", number, "which calendar");
    Pieces pieces = timePieces();
    Frame frame = pieces.frame();
    frame.join(
        new Plan.Extend(
            pieces.lives(), append(rows.keys(), "calendar no"), List.of(), "which calendar"),
        rows.keys(),
        false,
        "which calendar");
    frame.filter(known(column("calendar no")), "cases whose calendar is known");
    Expression open = number(0);
    for (String id : ids) {
      open =
          choose(equal(column("calendar no"), number(ids.indexOf(id))), lengthIn(pieces, id), open);
    }
    frame.put("open", open, "open time");
    frame.put(
        "counts",
        Expression.call(Operation.ONE_IF, pieces.counted(clock.counting(), performing)),
        "whether the clock counts it");
    return frame;
  }

  private static List<String> append(List<String> names, String name) {
    List<String> all = new ArrayList<>(names);
    all.add(name);
    return all;
  }

  Frame frame() {
    return rows.frame();
  }

  /** Whether all time counts, whoever holds the case. */
  boolean countsAll() {
    return excluded.isEmpty() && rows.holders().isEmpty() && namesNoTurns();
  }

  /** Whether the clock names no turns, so that only what is excluded may not count. */
  boolean namesNoTurns() {
    return clock.counting() instanceof Clock.Counting.AllTime
        || clock.counting() instanceof Clock.Counting.Pauses pauses && pauses.turns().isEmpty();
  }

  // ---- calendars ----

  /** A value that depends on the calendar in which time is counted; {@code always} without one. */
  Expression byClockCalendar(Function<String, Expression> ofCalendar) {
    return clock
        .calendar()
        .map(varying -> chooser.apply(varying).by(ofCalendar))
        .orElseGet(() -> ofCalendar.apply("always"));
  }

  /** The same for days: the clock's calendar, else the agreement's, else every day. */
  Expression byDayCalendar(Function<String, Expression> ofCalendar) {
    return clock
        .calendar()
        .map(varying -> chooser.apply(varying).by(ofCalendar))
        .orElseGet(() -> ofCalendar.apply(tables.calendars().ofAgreement()));
  }

  /** Whether it can be said which calendar the clock counts in. */
  Expression calendarKnown() {
    return known(byClockCalendar(id -> number(0)));
  }

  static DateFunction ordinal(Calendars calendars, TimeAmount.Kind kind, String calendar) {
    return kind == TimeAmount.Kind.BY_DATE_WORKDAYS
        ? calendars.ordinal(calendar)
        : DayFunctions.date();
  }

  private MomentValue startDay() {
    return new MomentValue(life.startDay(), Precision.DATE, life.start().always(), true);
  }

  private MomentValue endDay() {
    return new MomentValue(life.endDay(), Precision.DATE, life.end().always(), true);
  }

  // A function of the day of the start or end: read from the instant's look-up, which is there
  // anyway, unless moments are dates.
  Expression ofStartDay(DateFunction function, String hint) {
    return life.byDate().equals(Expression.NO)
        ? tables.ofDate(frame(), life.start(), function, hint)
        : tables.ofDate(frame(), startDay(), function, hint);
  }

  Expression ofEndDay(DateFunction function, String hint) {
    return life.dayOfEnd() && life.byDate().equals(Expression.NO)
        ? tables.ofDate(frame(), life.end(), function, hint)
        : tables.ofDate(frame(), endDay(), function, hint);
  }

  // ---- elapsed ----

  /** What has elapsed from start to end: microseconds, or days; null without a start. */
  Expression elapsed(TimeAmount.Kind kind) {
    TimeAmount.Kind unit =
        kind == TimeAmount.Kind.BY_DATE_MONTHS ? TimeAmount.Kind.BY_DATE_DAYS : kind;
    Expression known = made.get(unit);
    if (known == null) {
      Expression elapsed =
          unit == TimeAmount.Kind.ELAPSED
              ? byClockCalendar(this::elapsedTime)
              : byDayCalendar(calendar -> days.elapsed(unit, calendar));
      known = frame().add("elapsed", elapsed, "elapsed");
      made.put(unit, known);
    }
    return known;
  }

  private Expression elapsedTime(String calendar) {
    if (!countsAll()) {
      return ifStarted(countedTime(calendar));
    }
    Expression from = tables.working(frame(), life.start(), calendar, "worked at start");
    Expression until = tables.working(frame(), life.end(), calendar, "worked at end");
    return life.start().always()
        ? greatest(minus(until, from), number(0))
        : notNegative(minus(until, from));
  }

  static Expression notNegative(Expression value) {
    return choose(less(value, number(0)), number(0), value);
  }

  Expression ifStarted(Expression value) {
    return life.start().always()
        ? value
        : choose(missing(life.start().value()), none(Type.LONG), value);
  }

  private Expression countedTime(String calendar) {
    if (excluded.isEmpty() && HeldTime.isAll(rows, holds)) {
      return heldTime().counted(tables, calendar);
    }
    Pieces pieces = timePieces();
    return pieces.sum(
        "counted time", lengthIn(pieces, calendar), pieces.counted(clock.counting(), performing));
  }

  Expression lengthIn(Pieces pieces, String calendar) {
    Frame frame = pieces.frame();
    Expression from = tables.working(frame, Pieces.instant(column("f")), calendar, "worked at f");
    Expression until = tables.working(frame, Pieces.instant(column("u")), calendar, "worked at u");
    return minus(until, from);
  }

  private HeldTime heldTime() {
    if (heldTime.isEmpty()) {
      heldTime = Optional.of(new HeldTime(rows, holds, life, clock.counting(), performing));
    }
    return heldTime.get();
  }

  Pieces timePieces() {
    if (timePieces.isEmpty()) {
      timePieces = Optional.of(new Pieces(rows, holds, life, false, excluded, rows.nextLife()));
    }
    return timePieces.get();
  }

  Pieces dayPieces() {
    if (life.isPlain()) {
      return timePieces();
    }
    if (dayPieces.isEmpty()) {
      dayPieces = Optional.of(new Pieces(rows, holds, life, true, excluded, rows.nextLife()));
    }
    return dayPieces.get();
  }

  /** So many months as the number of days they have from the start. */
  Expression days(TimeAmount months) {
    return ofStartDay(DayFunctions.daysIn(months), "days in months");
  }

  // ---- limits ----

  /** A limit as the number that elapsed is compared with. */
  Expression allowed(TimeAmount amount) {
    return switch (amount.kind()) {
      case ELAPSED -> number(amount.micros());
      case BY_DATE_DAYS, BY_DATE_WORKDAYS -> number(amount.days());
      case BY_DATE_MONTHS -> days(amount);
    };
  }

  /** The calendars in which a limit of this kind may be counted. */
  Set<String> calendars(TimeAmount.Kind kind) {
    Set<String> ids = new LinkedHashSet<>();
    Function<String, Expression> collect =
        id -> {
          ids.add(id);
          return number(0);
        };
    if (kind == TimeAmount.Kind.ELAPSED) {
      byClockCalendar(collect);
    } else {
      byDayCalendar(collect);
    }
    return ids;
  }

  /** The calendars in which time may be counted. */
  Set<String> timeCalendars() {
    return calendars(TimeAmount.Kind.ELAPSED);
  }

  /** When limits on this time run out. */
  RunOut runOut() {
    return new RunOut(this);
  }
}
