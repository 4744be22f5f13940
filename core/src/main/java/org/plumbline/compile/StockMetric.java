package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.firstKnown;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.maybe;
import static org.plumbline.compile.plan.Expression.missing;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.not;
import static org.plumbline.compile.plan.Expression.number;
import static org.plumbline.compile.plan.Expression.surely;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.agreement.CountedWhen;
import org.plumbline.agreement.Delivery;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.Windows;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.compile.plan.Column;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;
import org.plumbline.compile.plan.Type;

/** A metric that counts what is open in each period: a row for each case and period. */
final class StockMetric {

  private final String id;
  private final Metric metric;
  private final Context context;
  private final CaseRows cases;
  private final Windows windows;
  private final List<ReportingPeriod> periods;

  StockMetric(String id, Metric metric, Context context, CaseRows cases) {
    this.id = id;
    this.metric = metric;
    this.context = context;
    this.cases = cases;
    windows = Windows.of(context.agreement(), metric);
    periods = windows.measured();
  }

  /** A period as numbers. */
  private record Bounds(long begins, long ends, long lastDay) {}

  private Bounds bounds(int period) {
    Horizon horizon = context.tables().horizon();
    ReportingPeriod each = periods.get(period);
    long begins = horizon.startOfDay(each.from().toEpochDay());
    long ends = Math.min(horizon.startOfDay(each.until().toEpochDay() + 1), context.asOfMicros());
    return new Bounds(begins, ends, horizon.dateOf(ends - 1));
  }

  /** The period at hand: that of which this is the window. */
  private ReportingPeriod atHand(int period) {
    return (windows.averaged() ? periods : windows.periods()).get(period);
  }

  FlowMetric.Compiled compile(int number) {
    Rows base = cases.open();
    Roles roles = Roles.of(base, metric.clock());
    Frame repeated = new Frame(repeated(base, roles));
    LookUpTable table = new LookUpTable(context.tables().unique("periods " + id), periods.size());
    context.tables().add(table);
    Expression begins = period(repeated, table, "begins", i -> bounds(i).begins());
    Expression ends = period(repeated, table, "ends", i -> bounds(i).ends());
    Expression from = period(repeated, table, "first day", i -> atHand(i).from().toEpochDay());
    Expression until = period(repeated, table, "last day", i -> atHand(i).until().toEpochDay());
    Expression lastDay = period(repeated, table, "day counted", i -> bounds(i).lastDay());
    boolean during = metric.countedWhenOrDefault() == CountedWhen.OPEN_DURING;
    Expression gone = column("gone at");
    repeated.filter(
        and(
            less(column("started at"), ends),
            surely(Expression.or(missing(gone), not(less(gone, during ? begins : ends))))),
        id + ": open then");
    Frame frame = repeated.fork();
    Rows rows = base.over(frame, new Rows.PeriodEnds(from, until), "period");
    return counted(number, rows, roles, ends, lastDay);
  }

  private Expression period(
      Frame frame, LookUpTable table, String name, java.util.function.IntToLongFunction value) {
    Column read = table.column(table.name() + ": " + name, value);
    return frame.lookUp(
        name, table, column("period"), List.of(read), TimeTables.column(read), "periods");
  }

  /** Each row once for each period in which it may be open. */
  private Plan repeated(Rows base, Roles roles) {
    Frame frame = base.frame();
    Expression started =
        roles.start().map(each -> base.in(each, Precision.INSTANT)).orElse(none(Type.LONG));
    frame.put("started at", started, "open from");
    List<Expression> ends = new ArrayList<>();
    roles.stop().ifPresent(each -> ends.add(base.in(each, Precision.INSTANT)));
    roles.voided().forEach(each -> ends.add(base.in(each, Precision.INSTANT)));
    roles.closing().ifPresent(each -> ends.add(base.in(each, Precision.INSTANT)));
    frame.put(
        "gone at",
        ends.isEmpty()
            ? none(Type.LONG)
            : Expression.greatest(Expression.least(ends.toArray(Expression[]::new))),
        "open until");
    MomentValue gone = new MomentValue(column("gone at"), Precision.INSTANT, false, false);
    Periods numbers = new Periods(context, periods);
    Expression startDay = roles.day(base, roles.start());
    Expression goneDay = base.in(gone, Precision.DATE);
    long begun = -1;
    for (int i = 0; i < periods.size(); i++) {
      long begins = context.tables().horizon().startOfDay(atHand(i).from().toEpochDay());
      if (Math.max(bounds(i).begins(), begins) <= context.asOfMicros()) {
        begun = i;
      }
    }
    Expression first = numbers.nearest(frame, frame.add("start day", startDay, "start day"));
    Expression last =
        Expression.least(
            firstKnown(
                numbers.begun(frame, frame.add("gone day", goneDay, "day it is gone")),
                number(begun)),
            number(begun));
    frame.add("first period", first, "first period");
    List<String> all = new Schemas().names(frame.checkpoint());
    return new Plan.Repeat(
        frame.plan(), first, last, "period", all, id + ": in each period in which it may be open");
  }

  private FlowMetric.Compiled counted(
      int number, Rows rows, Roles roles, Expression ends, Expression lastDay) {
    MomentValue countedAt = new MomentValue(ends, Precision.INSTANT, true, true);
    boolean during = metric.countedWhenOrDefault() == CountedWhen.OPEN_DURING;
    Life life =
        during ? roles.lifeWhileOpen(rows, ends, lastDay) : roles.lifeUntil(rows, ends, lastDay);
    Holds holds = new Holds(rows);
    Life whole = roles.life(rows, true);
    Times times = new Times();
    MetricSubjects subjects =
        new MetricSubjects(
            rows,
            roles,
            Optional.of(countedAt),
            () -> Optional.ofNullable(times.whole),
            () -> Optional.ofNullable(times.counted),
            holds);
    Holders.asked(context, metric)
        .ifPresent(field -> rows.holdBy(new Holders(field, EachValue.of(rows, subjects, field))));
    if (metric.clock().isPresent()) {
      times.counted = clock(rows, holds, life, subjects);
      times.whole = clock(rows, holds, whole, subjects);
    }
    Frame frame = rows.frame();
    Expression qualifies =
        metric
            .qualifies()
            .map(condition -> new Conditions(subjects, true).of(condition))
            .orElse(Expression.YES);
    TakenOut takenOut = TakenOut.of(rows, id, metric, subjects, false);
    qualifies = and(qualifies, not(takenOut.out()));
    qualifies = frame.add("qualifies", qualifies, id + ": who counts");
    Limits limits =
        new Limits(rows, roles, subjects, Optional.ofNullable(times.whole), Optional.empty());
    Lines lines = new Lines(rows, metric, subjects, limits);
    Figures figures = new Figures(rows, subjects, metric, roles, lines);
    Optional<Expression> each = metric.each().map(field -> EachValue.of(rows, subjects, field));
    OutcomeColumns told =
        new OutcomeColumns(rows, metric, roles, subjects, lines, figures, takenOut, qualifies);
    Expression listed =
        frame.add(
            OutcomeColumns.PREFIX + "listed",
            maybe(figures.first().where()),
            id + ": those the figure is of");
    frame.put("state", state(qualifies), id + ": where each row goes");
    Cells cells = new Cells();
    List<CompiledLine> compiled = new ArrayList<>();
    for (Lines.Line line : lines.all()) {
      compiled.add(
          new CompiledLine(line.id(), figures.cells(line, cells), Figures.standing(line, cells)));
    }
    if (figures.marks().orderByTime()) {
      frame.put("counted at", column("started at"), id + ": the order of rows");
    }
    Plan all = frame.plan();
    Plan grouped =
        EachValue.group(figures.marks().mark(all, each, id), each, cells.aggregates(), id);
    return new FlowMetric.Compiled(
        new CompiledMetric(
            id,
            number,
            windows,
            true,
            Optional.empty(),
            compiled,
            windows.isPlain()
                ? Optional.of(
                    () ->
                        told.of(new Plan.Filter(all, listed, id + ": those the figure is of"), id))
                : Optional.empty(),
            Optional.empty(),
            each.isPresent(),
            Optional.empty()),
        List.of(grouped),
        cells);
  }

  private ClockTime clock(Rows rows, Holds holds, Life life, Subjects subjects) {
    return new ClockTime(
        rows,
        holds,
        metric.clock().orElseThrow(),
        metric.performing(),
        context.excluded(id),
        life,
        varying ->
            ofCalendar ->
                new Conditions(subjects, false).varying(varying, Type.LONG, ofCalendar::apply));
  }

  /** The clocks, once they are made: their calendar may depend on conditions of the rows. */
  private static final class Times {
    private @Nullable ClockTime counted;
    private @Nullable ClockTime whole;
  }

  private Expression state(Expression qualifies) {
    long unusable =
        context
                .set()
                .delivery()
                .flatMap(Delivery::unusable)
                .filter(each -> each == Delivery.Unusable.NOT_MET)
                .isPresent()
            ? States.UNUSABLE_NOT_MET
            : States.INDETERMINATE;
    return choose(
        known(column("unusable")),
        number(unusable),
        choose(
            surely(not(qualifies)),
            number(States.NOT_QUALIFIED),
            choose(missing(qualifies), number(States.INDETERMINATE), number(States.DECIDED))));
  }
}
