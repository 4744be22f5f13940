package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.equal;
import static org.plumbline.compile.plan.Expression.firstKnown;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.maybe;
import static org.plumbline.compile.plan.Expression.missing;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.not;
import static org.plumbline.compile.plan.Expression.number;
import static org.plumbline.compile.plan.Expression.or;
import static org.plumbline.compile.plan.Expression.surely;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Type;

/** The stretches of time in which cases are down (docs/meaning.md 16). */
final class Availability {

  private static final long SURELY = 2;
  private static final long POSSIBLY = 1;

  private final String id;
  private final Metric metric;
  private final Rows rows;
  private final Roles roles;
  private final Lines lines;
  private final Expression qualifies;
  private final Quantity.ShareOfAvailableTime share;
  private final Expression down;
  private final Expression where;
  private final Optional<Expression> weight;
  private final int weightScale;

  Availability(
      String id,
      Metric metric,
      Quantity.ShareOfAvailableTime share,
      Rows rows,
      Subjects subjects,
      Roles roles,
      Lines lines,
      Expression qualifies) {
    this.id = id;
    this.metric = metric;
    this.share = share;
    this.rows = rows;
    this.roles = roles;
    this.lines = lines;
    this.qualifies = qualifies;
    down = condition(subjects, share.down(), "down");
    where = condition(subjects, share.where(), "where");
    Weights weights = new Weights(rows, subjects);
    weight = share.weight().map(weights::of);
    weightScale = share.weight().map(weights::scale).orElse(0);
  }

  /** The share of available time that a metric asks for, if it does. */
  static Optional<Quantity.ShareOfAvailableTime> asked(Metric metric) {
    return metric.figureOrDefault() instanceof Quantity.ShareOfAvailableTime share
        ? Optional.of(share)
        : Optional.empty();
  }

  private Expression condition(Subjects subjects, Optional<Condition> condition, String hint) {
    return condition
        .map(each -> rows.frame().add(hint, new Conditions(subjects, false).of(each), hint))
        .orElse(Expression.YES);
  }

  /**
   * What the figure is worked out from.
   *
   * @param settled rows with {@code state}
   * @param each the value for which figures are formed apart
   */
  CompiledAvailability compiled(Plan settled, Optional<Expression> each) {
    return new CompiledAvailability(
        () -> stretches(settled, each),
        share,
        weightScale,
        this::hours,
        rows.context().excluded(id));
  }

  // ---- hours ----

  private Optional<OpenTime> hours(LocalDate day) {
    Context context = rows.context();
    Optional<Varying<String>> calendar = metric.clock().flatMap(Clock::calendar);
    return calendar
        .map(varying -> on(varying, day))
        .orElse(Optional.of(Agreement.ALWAYS))
        .map(
            name ->
                OpenTime.of(
                    context.tables().calendars().terms(name),
                    context.agreement().performancePeriod().from().minusDays(1),
                    context.agreement().performancePeriod().until().plusDays(1)));
  }

  private static Optional<String> on(Varying<String> varying, LocalDate day) {
    if (varying instanceof Varying.Fixed<String> fixed) {
      return Optional.of(fixed.value());
    }
    if (varying instanceof Varying.ByDate<String> byDate) {
      for (int i = byDate.steps().size() - 1; i >= 0; i--) {
        if (!byDate.steps().get(i).from().isAfter(day)) {
          return on(byDate.steps().get(i).is(), day);
        }
      }
    }
    return Optional.empty();
  }

  // ---- stretches ----

  private Plan stretches(Plan settled, Optional<Expression> each) {
    Frame frame = rows.frame().forkOver(settled);
    Rows here = rows.same(frame);
    List<String> told = new ArrayList<>(here.keys());
    put(frame, told, "each told", each.orElse(none(Type.TEXT)));
    put(frame, told, "weight told", weight.orElse(none(Type.HUGE)));
    Expression ended = or(Roles.known(roles.stop()), Roles.known(roles.closing()));
    put(frame, told, "open told", choose(ended, number(0), number(1)));
    for (int i = 0; i < lines.all().size(); i++) {
      put(frame, told, "line told " + i, standing(lines.all().get(i)));
    }
    Life life = roles.wallLife(here);
    put(frame, told, "begins", life.start().value());
    put(frame, told, "ends", life.end().value());
    frame.put("only end", onlyEnd(here), id + ": its end, if its beginning is missing");
    frame.put("from then", fromThen(frame), id + ": the beginning of the period of its end");
    List<Plan> all = new ArrayList<>();
    boolean allTime =
        rows.holders().isEmpty() && metric.clock().filter(Availability::counts).isEmpty();
    Optional<Pieces> pieces =
        allTime
            ? Optional.empty()
            : Optional.of(
                new Pieces(here, new Holds(here), life, false, List.of(), here.nextLife()));
    Plan plan = pieces.map(Pieces::lives).orElseGet(frame::plan);
    Expression begins = column("begins");
    Expression ends = column("ends");
    Expression twisted =
        and(less(ends, begins), equal(column("state"), number(States.INDETERMINATE)));
    all.add(whole(plan, twisted, ends, begins, told));
    all.add(whole(plan, missing(begins), column("from then"), column("only end"), told));
    if (pieces.isEmpty()) {
      all.add(whole(plan, less(begins, ends), begins, ends, told));
    } else {
      all.add(ofPieces(pieces.get(), plan, told));
    }
    Expression hasStretch =
        or(
            less(begins, ends),
            twisted,
            and(missing(begins), less(column("from then"), column("only end"))));
    if (pieces.isPresent()) {
      all.add(merely(plan, Expression.YES, told));
    } else if (each.isPresent()) {
      all.add(merely(plan, not(surely(hasStretch)), told));
    }
    return new Plan.Union(all, id + ": stretches in which cases are down");
  }

  private static boolean counts(Clock clock) {
    return !(clock.counting() instanceof Clock.Counting.AllTime);
  }

  private void put(Frame frame, List<String> told, String name, Expression value) {
    frame.put(name, value, id + ": " + name);
    told.add(name);
  }

  /** Whether a row is down as far as a line goes. */
  private Expression standing(Lines.Line line) {
    Expression state = column("state");
    Expression known = weight.map(each -> Expression.known(each)).orElse(Expression.YES);
    Expression notMet = and(equal(state, number(States.UNUSABLE_NOT_MET)), known);
    Expression usable =
        and(
            or(equal(state, number(States.DECIDED)), equal(state, number(States.OPEN))),
            not(missing(qualifies)),
            line.takes(),
            surely(where),
            surely(down),
            known);
    Expression sure = or(notMet, usable);
    Expression out =
        or(equal(state, number(States.VOIDED)), equal(state, number(States.NOT_QUALIFIED)));
    Expression possible =
        or(known(column("unusable")), and(line.stands(), maybe(where), maybe(down)));
    return choose(
        sure, number(SURELY), choose(and(not(out), possible), number(POSSIBLY), number(0)));
  }

  private Expression onlyEnd(Rows here) {
    List<Expression> ends = new ArrayList<>();
    roles.stop().ifPresent(each -> ends.add(here.in(each, Precision.INSTANT)));
    roles.closing().ifPresent(each -> ends.add(here.in(each, Precision.INSTANT)));
    return ends.isEmpty() ? none(Type.LONG) : firstKnown(ends.toArray(Expression[]::new));
  }

  /** The first instant of the period that holds the end. */
  private Expression fromThen(Frame frame) {
    Agreement agreement = rows.context().agreement();
    PeriodTerms terms = PeriodRules.terms(agreement, metric);
    String name = terms.meanOf().or(terms::every).orElse("month");
    PeriodRule rule = PeriodRules.find(agreement, name).orElse(PeriodRule.Civil.MONTH);
    Horizon horizon = rows.context().tables().horizon();
    DateFunction begin =
        new DateFunction(
            "beginning of the " + name,
            date ->
                horizon.startOfDay(
                    ReportingPeriods.periodOf(rule, LocalDate.ofEpochDay(date))
                        .from()
                        .toEpochDay()));
    return rows.context()
        .tables()
        .ofDate(
            frame,
            new MomentValue(column("only end"), Precision.INSTANT, false, false),
            begin,
            "beginning of period");
  }

  /** The rows for which a condition holds, each as one stretch. */
  private Plan whole(
      Plan plan, Expression condition, Expression from, Expression until, List<String> told) {
    Plan those =
        new Plan.Filter(
            new Plan.Extend(
                new Plan.Filter(plan, condition, id + ": such cases"),
                told,
                List.of(new Named("f", from), new Named("u", until)),
                id + ": as one stretch"),
            less(column("f"), column("u")),
            id + ": with a length");
    return named(those, column("f"), column("u"));
  }

  /**
   * The rows for which a condition holds, each as a stretch without length: the case is there,
   * though none of its time may count.
   */
  private Plan merely(Plan plan, Expression condition, List<String> told) {
    List<Expression> stands = new ArrayList<>();
    for (int i = 0; i < lines.all().size(); i++) {
      stands.add(less(number(0), column("line told " + i)));
    }
    Expression begins = firstKnown(column("begins"), number(0));
    Expression ends = choose(surely(less(begins, column("ends"))), column("ends"), begins);
    Plan those =
        new Plan.Extend(
            new Plan.Filter(plan, and(condition, or(stands)), id + ": cases"),
            told,
            List.of(
                new Named("f", begins),
                new Named("u", begins),
                new Named("begins or none", begins),
                new Named("ends or none", choose(missing(column("begins")), begins, ends))),
            id + ": without a length");
    return named(those, column("begins or none"), column("ends or none"));
  }

  private Plan ofPieces(Pieces pieces, Plan plan, List<String> told) {
    Frame frame = pieces.frame();
    frame.filter(
        pieces.counted(metric.clock().orElseThrow().counting(), metric.performing()),
        id + ": that count");
    List<String> right = new ArrayList<>(told);
    right.removeAll(rows.keys());
    List<String> left = new ArrayList<>(rows.keys());
    left.addAll(List.of("f", "u"));
    Plan joined =
        new Plan.Join(
            frame.plan(), plan, rows.keys(), false, left, right, id + ": stretches of cases");
    return named(joined, column("begins"), column("ends"));
  }

  private Plan named(Plan plan, Expression from, Expression until) {
    List<Named> named = new ArrayList<>();
    named.add(new Named("o case", column("case_no")));
    named.add(new Named("o part", rows.cases().hasParts() ? column("part no") : number(0)));
    named.add(new Named("o each", column("each told")));
    named.add(new Named("o from", from));
    named.add(new Named("o until", until));
    named.add(new Named("o f", column("f")));
    named.add(new Named("o u", column("u")));
    named.add(new Named("o open", column("open told")));
    named.add(new Named("o weight", column("weight told")));
    for (int i = 0; i < lines.all().size(); i++) {
      named.add(new Named("o line " + i, column("line told " + i)));
    }
    return new Plan.Extend(plan, List.of(), named, id + ": stretches");
  }
}
