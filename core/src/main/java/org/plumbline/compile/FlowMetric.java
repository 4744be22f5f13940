package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.atMost;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.equal;
import static org.plumbline.compile.plan.Expression.firstKnown;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.maybe;
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
import org.plumbline.agreement.CountedWhen;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.Windows;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Type;

/**
 * A metric that counts each case once, over rows that all metrics of the set share (docs/meaning.md
 * 9 and 10).
 */
final class FlowMetric {

  private final String id;
  private final Metric metric;
  private final Rows rows;
  private final Clocks clocks;
  private final Roles roles;
  private final MetricSubjects subjects;
  private final Lines lines;
  private final Spread spread;
  private final Figures figures;
  private final Expression counts;
  private final OutcomeColumns told;
  private final Map<String, Expression> early;
  private final Periods placedBy;
  private final Expression ends;
  private final Expression periodAtEnd;
  private final Expression periodAtStart;
  private final Expression unsure;
  private final Optional<Availability> availability;
  private final Optional<DuePeriod> duePeriod;
  private final Expression ranOut;
  private final Optional<Expression> each;
  private final Map<Limits.Limit, Expression> applying;

  FlowMetric(String id, Metric metric, Rows rows, Clocks clocks) {
    this.id = id;
    this.metric = metric;
    this.rows = rows;
    this.clocks = clocks;
    roles = clocks.roles(metric.clock());
    subjects = clocks.subjects(id, metric);
    Optional<ClockTime> deciding = clocks.time(id, metric, true);
    Limits limits = new Limits(rows, roles, subjects, deciding, Optional.empty());
    Expression qualifies =
        metric
            .qualifies()
            .map(
                condition ->
                    rows.frame()
                        .add(
                            id + " qualifies",
                            new Conditions(subjects, true).of(condition),
                            id + ": who counts"))
            .orElse(Expression.YES);
    TakenOut takenOut = TakenOut.of(rows, id, metric, subjects, true);
    counts = and(qualifies, not(takenOut.out()));
    lines = new Lines(rows, metric, subjects, limits);
    figures = new Figures(rows, subjects, metric, roles, lines);
    spread = new Spread(id, Windows.of(rows.context().agreement(), metric), rows.context());
    applying = lines.applying();
    each = metric.each().map(field -> EachValue.of(rows, subjects, field));
    unsure = rows.frame().add(id + " unsure", lines.undecidable(), id + ": line or limit unknown");
    availability =
        Availability.asked(metric)
            .map(
                share -> new Availability(id, metric, share, rows, subjects, roles, lines, counts));
    told = new OutcomeColumns(rows, metric, roles, subjects, lines, figures, takenOut, counts);
    early = new Course(rows, clocks, metric, lines, qualifies, takenOut.out(), unsure).columns();
    placedBy = new Periods(rows.context(), spread.windows().places());
    ends = or(Roles.known(roles.stop()), Roles.known(roles.closing()));
    periodAtEnd = periodAtEnd();
    periodAtStart =
        roles
            .start()
            .map(start -> placedBy.of(rows.frame(), start, roles.ranFrom()))
            .orElse(none(Type.LONG));
    duePeriod =
        DuePeriod.of(
            rows, deciding, placedBy, roles.start(), applying, countedWhen() != CountedWhen.DUE);
    ranOut = duePeriod.map(this::ranOut).orElse(number(States.LATE));
  }

  // ---- branches ----

  private CountedWhen countedWhen() {
    return metric.countedWhenOrDefault();
  }

  /** A plan with the state, the period and what the figure needs of each row. */
  private record Branch(Frame frame, Rows rows) {}

  /** The period in which a case without a due instant counts: that of its stop or closing. */
  private Expression periodAtEnd() {
    if (metric.clock().isEmpty()) {
      return none(Type.LONG);
    }
    Life life = clocks.life(metric.clock(), true);
    boolean plain = life.dayOfEnd() && life.byDate().equals(Expression.NO);
    MomentValue end =
        plain
            ? life.end()
            : new MomentValue(life.endDay(), Precision.DATE, true, life.end().bounded());
    return placedBy.of(rows.frame(), end, roles.ranFrom());
  }

  /** What is decided of rows whose due instant is not worked out, each after what it rests on. */
  private Map<String, Expression> settledColumns() {
    Map<String, Expression> columns = new LinkedHashMap<>();
    columns.putAll(early);
    Expression went = column("early");
    Expression wasLate = equal(went, number(States.LATE));
    if (duePeriod.isPresent()) {
      columns.put("went", choose(wasLate, ranOut, went));
      went = column("went");
    }
    Expression stopped = Roles.known(roles.stop());
    Expression started = Roles.known(roles.start());
    Expression dueKnown = duePeriod.isEmpty() ? Expression.NO : and(started, not(unsure));
    Expression dated =
        switch (countedWhen()) {
          case DECIDED, OPEN_AT_END, OPEN_DURING -> Expression.YES;
          case STOPPED -> stopped;
          case STARTED -> started;
          case DUE -> dueKnown;
        };
    columns.put(
        "state",
        choose(and(equal(went, number(States.DECIDED)), not(dated)), number(States.OPEN), went));
    columns.put("period at end", choose(ends, periodAtEnd, none(Type.LONG)));
    columns.put("period", settledPeriod(dueKnown, wasLate));
    return columns;
  }

  /** What becomes of a row whose limit ran out. */
  private Expression ranOut(DuePeriod due) {
    List<Expression> before = new ArrayList<>();
    for (MomentValue each : roles.voided()) {
      before.add(and(known(each.value()), not(due.isBefore(each))));
    }
    return choose(
        or(before),
        number(States.VOIDED),
        choose(missing(counts), number(States.INDETERMINATE), number(States.DECIDED)));
  }

  private Expression settledPeriod(Expression dueKnown, Expression wasLate) {
    Expression none = none(Type.LONG);
    Expression due = duePeriod.map(DuePeriod::period).orElse(none);
    Expression atEnd = column("period at end");
    Expression first = choose(ends, atEnd, periodAtStart);
    Expression counted =
        switch (countedWhen()) {
          case STARTED -> periodAtStart;
          case DUE -> choose(dueKnown, due, none);
          case STOPPED -> atEnd;
          case DECIDED, OPEN_AT_END, OPEN_DURING ->
              duePeriod.isPresent() ? choose(wasLate, due, atEnd) : atEnd;
        };
    Expression open =
        switch (countedWhen()) {
          case STARTED -> periodAtStart;
          case DUE -> choose(dueKnown, due, none);
          case DECIDED, STOPPED, OPEN_AT_END, OPEN_DURING -> none;
        };
    Expression state = column("state");
    Expression unplaced = or(known(column("unusable")), missing(counts));
    Expression period = choose(equal(state, number(States.OPEN)), open, none);
    period =
        choose(equal(state, number(States.INDETERMINATE)), choose(unplaced, first, atEnd), period);
    period = choose(equal(state, number(States.UNUSABLE_NOT_MET)), first, period);
    return choose(equal(state, number(States.DECIDED)), counted, period);
  }

  private Expression isSettled() {
    if (!needsDue()) {
      return Expression.YES;
    }
    Expression late = equal(column("early"), number(States.LATE));
    return not(
        countedWhen() == CountedWhen.DUE
            ? or(
                late,
                equal(column("early"), number(States.DECIDED)),
                equal(column("early"), number(States.OPEN)))
            : late);
  }

  /** Whether there are rows of which the due instant must be worked out to count them. */
  private boolean needsDue() {
    return lines.hasLimits() && duePeriod.isEmpty();
  }

  private Branch settled(Plan completed, Frame parent) {
    Frame frame = parent.forkOver(completed);
    settledColumns().forEach((name, value) -> frame.put(name, value, id + ": settled"));
    frame.filter(isSettled(), id + ": settled without a due instant");
    Rows here = rows.same(frame);
    Expression dateX = roles.day(here, roles.stop());
    frame.put(
        "decision day",
        choose(
            equal(column("state"), number(States.UNUSABLE_NOT_MET)),
            firstKnown(dateX, roles.day(here, roles.closing()), roles.day(here, roles.start())),
            dateX),
        id + ": the day of the decision");
    if (figures.marks().orderByTime()) {
      countedAt(frame, here);
    }
    return new Branch(frame, here);
  }

  private void countedAt(Frame frame, Rows here) {
    MomentValue counted =
        switch (countedWhen()) {
          case STARTED -> roles.start().orElseGet(rows.context()::now);
          default -> roles.stop().orElseGet(rows.context()::now);
        };
    frame.put("counted at", here.in(counted, Precision.INSTANT), id + ": moment of counting");
  }

  /** A cheap test that every row passes whose limit ran out. */
  private Expression mayBeLate() {
    if (countedWhen() == CountedWhen.DUE) {
      return Expression.YES;
    }
    return or(applying.keySet().stream().map(limit -> not(surely(limit.in()))).toList());
  }

  /**
   * The rows whose due instant is worked out.
   *
   * @param all whether it is worked out of every row, and not only where it matters
   */
  private Branch late(Plan completed, Frame parent, boolean all) {
    Frame filtered = parent.forkOver(completed);
    early.forEach((name, value) -> filtered.put(name, value, id + ": where each case goes"));
    filtered.filter(
        all ? Expression.YES : not(isSettled()), id + ": rows whose due instant matters");
    Frame frame = filtered.fork();
    Rows here = rows.same(frame);
    Optional<ClockTime> time = clocks.time(id, metric, true).map(each -> each.in(here));
    Expression started = roles.start().isEmpty() ? Expression.YES : Roles.known(roles.start());
    frame.put(
        "due at",
        choose(and(not(unsure), started), Limits.due(here, time, applying), none(Type.LONG)),
        id + ": runs out");
    MomentValue dueAt = new MomentValue(column("due at"), Precision.INSTANT, false, false);
    Expression state = number(States.DECIDED);
    List<Expression> before = new ArrayList<>();
    for (MomentValue each : roles.voided()) {
      before.add(surely(atMost(here.in(each, each.precision()), here.in(dueAt, each.precision()))));
    }
    state = choose(or(before), number(States.VOIDED), state);
    state =
        choose(
            and(missing(counts), equal(state, number(States.DECIDED))),
            number(States.INDETERMINATE),
            state);
    frame.put(
        "went",
        choose(equal(column("early"), number(States.LATE)), state, column("early")),
        id + ": where each case goes");
    placed(frame, here, Optional.of(dueAt));
    return new Branch(frame, here);
  }

  /** Adds the period of each row. */
  private void placed(Frame frame, Rows here, Optional<MomentValue> due) {
    Expression went = column("went");
    Expression dateX = roles.day(here, roles.stop());
    Expression dateClosing = roles.day(here, roles.closing());
    Expression dateS = roles.day(here, roles.start());
    Expression dueDay = due.map(each -> here.in(each, Precision.DATE)).orElse(none(Type.LONG));
    Expression wasLate = equal(column("early"), number(States.LATE));
    Expression decided =
        switch (countedWhen()) {
          case DECIDED, OPEN_AT_END, OPEN_DURING -> choose(wasLate, dueDay, dateX);
          case STOPPED -> dateX;
          case STARTED -> dateS;
          case DUE -> dueDay;
        };
    Expression state =
        frame.put(
            "state",
            choose(
                and(equal(went, number(States.DECIDED)), missing(decided)),
                number(States.OPEN),
                went),
            id + ": without the date by which it counts it is open");
    Expression open =
        switch (countedWhen()) {
          case DECIDED, STOPPED, OPEN_AT_END, OPEN_DURING -> none(Type.LONG);
          case STARTED -> dateS;
          case DUE -> dueDay;
        };
    Expression first = firstKnown(dateX, dateClosing, dateS);
    Expression unplaced = or(known(column("unusable")), missing(counts));
    Expression indeterminate =
        choose(unplaced, first, choose(Roles.known(roles.stop()), dateX, dateClosing));
    Expression date = none(Type.LONG);
    date = choose(equal(state, number(States.OPEN)), open, date);
    date = choose(equal(state, number(States.INDETERMINATE)), indeterminate, date);
    date = choose(equal(state, number(States.UNUSABLE_NOT_MET)), first, date);
    date = choose(equal(state, number(States.DECIDED)), decided, date);
    frame.put(
        "decision day",
        choose(
            equal(state, number(States.UNUSABLE_NOT_MET)), first, choose(wasLate, dueDay, dateX)),
        id + ": the day of the decision");
    Expression day = frame.put("day", date, id + ": the day that says in which period");
    MomentValue moment = new MomentValue(day, Precision.DATE, false, false);
    frame.put("period", placedBy.of(frame, moment, roles.ranFrom()), id + ": in which period");
    if (figures.marks().orderByTime()) {
      countedAt(frame, here);
    }
  }

  // ---- results ----

  /** What the metric adds to the results. */
  record Compiled(CompiledMetric metric, List<Plan> groups, Cells cells) {}

  private final Cells cells = new Cells();
  private final List<CompiledLine> compiled = new ArrayList<>();
  private Optional<CompiledMetric.Totals> totals = Optional.empty();
  private boolean tallied;

  /** Says what is to be counted, so that all metrics can be counted together. */
  void ask(Tally tally) {
    for (Lines.Line line : lines.all()) {
      compiled.add(
          new CompiledLine(line.id(), figures.cells(line, cells), Figures.standing(line, cells)));
    }
    totals =
        Optional.of(
            new CompiledMetric.Totals(
                cells.count(Expression.YES),
                cells.count(or(isState(States.DECIDED), isState(States.UNUSABLE_NOT_MET))),
                cells.count(isState(States.INDETERMINATE)),
                cells.count(isState(States.OPEN)),
                cells.count(isState(States.VOIDED)),
                cells.count(isState(States.NOT_QUALIFIED))));
    tallied = counting().asked(tally, settledColumns(), isSettled());
  }

  private static Expression isState(long state) {
    return equal(column("state"), number(state));
  }

  private Counting counting() {
    return new Counting(id, spread, figures.marks(), each, cells, counts);
  }

  /** The metric over the shared rows. */
  Compiled compile(int number, Split split, Tally tally) {
    List<Plan> groups = new ArrayList<>();
    Plan shared = split.completed(tally.rows());
    groups.addAll(
        counting()
            .counted(tallied, tally, shared, all -> settled(all, rows.frame()).frame().plan()));
    if (needsDue()) {
      Plan maybe =
          new Plan.Filter(
              tally.rows(), split.expanded(mayBeLate()), id + ": rows that are not in time");
      Plan late = late(split.completed(maybe), rows.frame(), false).frame().plan();
      Context context = rows.context();
      Tally others =
          new Tally(new Split(late, context.tables().few(), context.always(), context.seldom()));
      boolean asked = counting().asked(others, new LinkedHashMap<>(), Expression.YES);
      groups.addAll(counting().counted(asked, others, late, all -> all));
    }
    return new Compiled(
        new CompiledMetric(
            id,
            number,
            spread.windows(),
            false,
            totals,
            compiled,
            Optional.of(() -> told.of(outcomes(shared), id)),
            roles.start().isEmpty() || rows.holders().isPresent()
                ? Optional.empty()
                : Optional.of(() -> attribution(shared)),
            metric.each().isPresent(),
            availability.map(
                it -> it.compiled(settled(shared, rows.frame()).frame().plan(), each))),
        groups,
        cells);
  }

  /** All rows with the due instant of each, as far as it can be worked out. */
  private Plan outcomes(Plan shared) {
    return lines.hasLimits()
        ? late(shared, rows.frame(), true).frame().plan()
        : settled(shared, rows.frame()).frame().plan();
  }

  /** Whose time it was. */
  private CompiledMetric.Attribution attribution(Plan shared) {
    Frame frame = rows.frame().forkOver(shared);
    Rows here = rows.same(frame);
    ClockTime time = clocks.time(id, metric, true).orElseThrow();
    return Attribution.of(here, time.in(here, roles.wallLife(here)), outcomes(shared), id);
  }
}
