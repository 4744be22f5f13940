package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.atMost;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.equal;
import static org.plumbline.compile.plan.Expression.firstKnown;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.CountedWhen;
import org.plumbline.agreement.Delivery;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Precision;
import org.plumbline.calendar.ReportingPeriod;
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
  private final List<ReportingPeriod> periods;
  private final Figures figures;
  private final Expression qualifies;
  private final OutcomeColumns told;
  private final Expression early;
  private final Expression unsure;
  private final Optional<Expression> each;
  private final Expression dateX;
  private final Expression dateClosing;
  private final Expression dateS;
  private final Map<Limits.Limit, Expression> applying;

  FlowMetric(String id, Metric metric, Rows rows, Clocks clocks) {
    this.id = id;
    this.metric = metric;
    this.rows = rows;
    this.clocks = clocks;
    roles = clocks.roles(metric.clock());
    subjects = clocks.subjects(metric);
    Optional<ClockTime> deciding = clocks.time(metric, true);
    Limits limits = new Limits(rows, roles, subjects, deciding, Optional.empty());
    qualifies =
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
    lines = new Lines(rows, metric, subjects, limits);
    figures = new Figures(rows, subjects, metric, roles, lines);
    periods = PeriodRules.periods(rows.context().agreement(), metric);
    dateX = roles.day(rows, roles.stop());
    dateClosing = roles.day(rows, roles.closing());
    dateS = roles.day(rows, roles.start());
    applying = lines.applying();
    each = metric.each().map(field -> EachValue.of(rows, subjects, field));
    unsure = rows.frame().add(id + " unsure", lines.undecidable(), id + ": line or limit unknown");
    told = new OutcomeColumns(rows, metric, roles, subjects, lines, figures);
    early = rows.frame().add(id + " early", early(), id + ": where each case goes");
  }

  // ---- where a case goes ----

  private Expression early() {
    Expression core = core();
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
            choose(missing(qualifies), undetermined, core));
    Expression placeable = known(firstKnown(dateX, dateClosing, dateS));
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
      applying.forEach(
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
      decided = choose(unsure, undecidable, byLimit);
    } else {
      Expression ended = choose(voidedBy(false), number(States.VOIDED), number(States.DECIDED));
      Expression undecidable =
          choose(
              isVoided,
              number(States.VOIDED),
              choose(or(stopped, closed), number(States.INDETERMINATE), number(States.OPEN)));
      decided = choose(unsure, undecidable, choose(stopped, ended, undecided));
    }
    if (roles.start().isEmpty()) {
      return decided;
    }
    Expression started = Roles.known(roles.start());
    Expression unstarted = choose(stopped, number(States.INDETERMINATE), undecided);
    return choose(
        and(stopped, started, stopsTooEarly()),
        number(States.INDETERMINATE),
        choose(started, decided, unstarted));
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

  // ---- branches ----

  private Expression needsDue() {
    Expression late = equal(early, number(States.LATE));
    boolean countsDue = countedWhen() == CountedWhen.DUE && lines.hasLimits();
    return countsDue
        ? or(late, equal(early, number(States.DECIDED)), equal(early, number(States.OPEN)))
        : late;
  }

  private CountedWhen countedWhen() {
    return metric.countedWhenOrDefault();
  }

  /** A plan with the state, the period and what the figure needs of each row. */
  private record Branch(Frame frame, Rows rows) {}

  private Branch settled(Plan shared, Frame parent) {
    Frame frame = parent.forkOver(shared);
    if (lines.hasLimits()) {
      frame.filter(not(needsDue()), id + ": settled without a due instant");
    }
    frame = frame.fork();
    frame.put("went", early, id + ": where each case goes");
    Rows here = rows.same(frame);
    placed(frame, here, Optional.empty());
    return new Branch(frame, here);
  }

  /**
   * The rows whose due instant is worked out.
   *
   * @param all whether it is worked out of every row, and not only where it matters
   */
  private Branch late(Plan shared, Frame parent, boolean all) {
    Frame filtered = parent.forkOver(shared);
    filtered.filter(all ? Expression.YES : needsDue(), id + ": rows whose due instant matters");
    Frame frame = filtered.fork();
    Rows here = rows.same(frame);
    Optional<ClockTime> time = clocks.time(metric, true).map(each -> each.in(here));
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
            and(missing(qualifies), equal(state, number(States.DECIDED))),
            number(States.INDETERMINATE),
            state);
    frame.put(
        "went",
        choose(equal(early, number(States.LATE)), state, early),
        id + ": where each case goes");
    placed(frame, here, Optional.of(dueAt));
    return new Branch(frame, here);
  }

  /** Adds the period of each row. */
  private void placed(Frame frame, Rows here, Optional<MomentValue> due) {
    Expression went = column("went");
    Expression dueDay = due.map(each -> here.in(each, Precision.DATE)).orElse(none(Type.LONG));
    Expression wasLate = equal(early, number(States.LATE));
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
    Expression unplaced = or(known(column("unusable")), missing(qualifies));
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
    frame.put(
        "period",
        new Periods(rows.context(), periods).of(frame, moment, day, dateS),
        id + ": in which period");
    if (Figures.asksForLast(metric.figureOrDefault())) {
      MomentValue counted =
          switch (countedWhen()) {
            case STARTED -> roles.start().orElseGet(rows.context()::now);
            default -> roles.stop().orElseGet(rows.context()::now);
          };
      frame.put("counted at", here.in(counted, Precision.INSTANT), id + ": moment of counting");
    }
  }

  // ---- results ----

  /** What the metric adds to the results. */
  record Compiled(CompiledMetric metric, List<Plan> groups, Cells cells) {}

  /**
   * The metric over the shared rows.
   *
   * @param shared the rows with all that was asked for
   */
  Compiled compile(int number, Plan shared) {
    List<Plan> groups = new ArrayList<>();
    Cells cells = new Cells();
    List<CompiledLine> compiled = new ArrayList<>();
    for (Lines.Line line : lines.all()) {
      compiled.add(
          new CompiledLine(line.id(), figures.cells(line, cells), Figures.standing(line, cells)));
    }
    CompiledMetric.Totals totals =
        new CompiledMetric.Totals(
            cells.count(Expression.YES),
            cells.count(
                or(
                    equal(column("state"), number(States.DECIDED)),
                    equal(column("state"), number(States.UNUSABLE_NOT_MET)))),
            cells.count(equal(column("state"), number(States.INDETERMINATE))),
            cells.count(equal(column("state"), number(States.OPEN))),
            cells.count(equal(column("state"), number(States.VOIDED))),
            cells.count(equal(column("state"), number(States.NOT_QUALIFIED))));
    Branch settled = settled(shared, rows.frame());
    groups.add(grouped(settled.frame().plan(), cells));
    if (lines.hasLimits()) {
      Branch late = late(shared, rows.frame(), false);
      groups.add(grouped(late.frame().plan(), cells));
    }
    return new Compiled(
        new CompiledMetric(
            id,
            number,
            periods,
            false,
            Optional.of(totals),
            compiled,
            Optional.of(() -> told.of(outcomes(shared), id)),
            roles.start().isEmpty() ? Optional.empty() : Optional.of(() -> attribution(shared)),
            metric.each().isPresent()),
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
    ClockTime time = clocks.time(metric, true).orElseThrow();
    return Attribution.of(here, time.in(here, roles.wallLife(here)), outcomes(shared), id);
  }

  private Plan grouped(Plan plan, Cells cells) {
    Plan source = plan;
    if (Figures.asksForLast(metric.figureOrDefault())) {
      source = Figures.lastMarked(plan, figures, lines, each, id);
    }
    return EachValue.group(source, each, cells, id);
  }
}
