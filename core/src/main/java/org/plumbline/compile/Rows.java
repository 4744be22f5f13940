package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.not;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Precision;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Aggregate.Function;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Type;
import org.plumbline.records.StoredSet;

/**
 * The rows of a frame with their moments: recorded ones from the case or its occurrences, derived
 * ones worked out on demand.
 */
final class Rows {

  private static final int DEEPEST = 100;

  private final Context context;
  private final CaseRows cases;
  private final Frame frame;
  private final Optional<Frame.GroupedColumns> groups;
  private final Shifts shifts;
  private final Map<List<Object>, MomentValue> moments = new HashMap<>();
  private Optional<PeriodEnds> period = Optional.empty();
  private Optional<Holders> holders = Optional.empty();
  private boolean joinedEvents;
  private Optional<FieldReadings> readings = Optional.empty();
  private List<String> keys;
  private int lives;

  /** The first and last day of the reporting period of a row. */
  record PeriodEnds(Expression from, Expression until) {}

  Rows(Context context, CaseRows cases, Frame frame, Optional<Frame.GroupedColumns> groups) {
    this.context = context;
    this.cases = cases;
    this.frame = frame;
    this.groups = groups;
    shifts = new Shifts(context, frame);
    keys = cases.keys();
  }

  Context context() {
    return context;
  }

  CaseRows cases() {
    return cases;
  }

  Frame frame() {
    return frame;
  }

  /** The same rows in a frame over this one's, each perhaps repeated. */
  Rows over(Frame other, PeriodEnds ends, String key) {
    Rows rows = new Rows(context, cases, other, groups.map(each -> each.on(other)));
    rows.period = Optional.of(ends);
    rows.repeated(this, key);
    return rows;
  }

  /** The same rows in a frame over this one's, each repeated for those who held it. */
  Rows heldBy(Frame other, String key, Holders holders) {
    Rows rows = new Rows(context, cases, other, groups.map(each -> each.on(other)));
    rows.holders = Optional.of(holders);
    rows.repeated(this, key);
    return rows;
  }

  private void repeated(Rows once, String key) {
    moments.putAll(once.moments);
    keys = new ArrayList<>(once.keys);
    keys.add(key);
  }

  /** From now on only the time of one holder counts. */
  void holdBy(Holders of) {
    holders = Optional.of(of);
  }

  /** Who held each row, if only their time counts. */
  Optional<Holders> holders() {
    return holders;
  }

  /** The columns that name a row. */
  List<String> keys() {
    return keys;
  }

  /** The same rows, fewer perhaps, in another frame. */
  Rows same(Frame other) {
    Rows rows = new Rows(context, cases, other, groups.map(each -> each.on(other)));
    rows.moments.putAll(moments);
    rows.period = period;
    rows.holders = holders;
    rows.keys = keys;
    rows.lives = lives + 100;
    return rows;
  }

  /** A number for a life, so that its columns have names of their own. */
  int nextLife() {
    return ++lives;
  }

  /** Values of changing fields. */
  FieldReadings readings() {
    if (readings.isEmpty()) {
      readings = Optional.of(new FieldReadings(this, keys));
    }
    return readings.get();
  }

  /** The instant of the first event seen. */
  Expression firstEvent() {
    if (!joinedEvents) {
      frame.join(cases.firstEvents(), List.of("case_no"), true, "first event seen");
      joinedEvents = true;
    }
    return column("first event");
  }

  /** The first occurrence of a recorded moment. */
  MomentValue first(String id) {
    return first(id, false, Optional.empty());
  }

  /**
   * The moment that a term gives.
   *
   * @param effective whether ends that a reopening withdrew are left out
   */
  MomentValue moment(MomentTerm term, boolean effective) {
    List<Object> key = List.of(term, effective);
    MomentValue known = moments.get(key);
    if (known == null) {
      known = make(term, effective, 0);
      moments.put(key, known);
    }
    return known;
  }

  private MomentValue make(MomentTerm term, boolean effective, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalStateException("moments rest on each other in a circle");
    }
    if (term instanceof MomentTerm.Named named) {
      return named(named.id(), effective, depth);
    }
    if (term instanceof MomentTerm.Fixed fixed) {
      return new MomentValue(
          Expression.number(fixed.date().toEpochDay()), Precision.DATE, true, false);
    }
    if (term instanceof MomentTerm.First first) {
      return extreme(first.of(), first.where(), effective, true, depth);
    }
    if (term instanceof MomentTerm.Last last) {
      return extreme(last.of(), last.where(), effective, false, depth);
    }
    if (term instanceof MomentTerm.Next next) {
      return next(next, effective, depth);
    }
    if (term instanceof MomentTerm.EarlierOf earlier) {
      return choice(earlier.moments(), effective, true, depth);
    }
    if (term instanceof MomentTerm.LaterOf later) {
      return choice(later.moments(), effective, false, depth);
    }
    if (term instanceof MomentTerm.Shifted shifted) {
      return shifts.shifted(shifted, make(shifted.at(), effective, depth + 1));
    }
    if (term instanceof MomentTerm.DayOfPeriod day) {
      return shifts.dayOfPeriod(day, make(day.at(), effective, depth + 1));
    }
    throw new IllegalArgumentException("a recorded moment has a name: " + term);
  }

  private MomentValue named(String id, boolean effective, int depth) {
    boolean isWord = id.equals(MomentTerm.PERIOD_START) || id.equals(MomentTerm.PERIOD_END);
    if (isWord && !context.set().moments().containsKey(id)) {
      Expression none = none(Type.LONG);
      Expression day =
          period
              .map(ends -> id.equals(MomentTerm.PERIOD_START) ? ends.from() : ends.until())
              .orElse(none);
      return new MomentValue(day, Precision.DATE, period.isPresent(), false);
    }
    MomentTerm term = context.set().moments().get(id);
    if (term == null) {
      return new MomentValue(none(Type.LONG), Precision.INSTANT, false, true);
    }
    return term instanceof MomentTerm.Recorded
        ? first(id, effective, Optional.empty())
        : make(term, effective, depth + 1);
  }

  // ---- occurrences ----

  private Precision precision(String id) {
    return context.stored().moments().getOrDefault(id, Precision.INSTANT);
  }

  private MomentValue value(Expression expression, String id) {
    // Of a set that is worked out, a moment may lie ahead that was derived in another set.
    boolean bounded = context.recordsWithinHorizon() && !context.workedOut();
    return new MomentValue(expression, precision(id), false, bounded);
  }

  /** Whether only the table of occurrences tells which count. */
  private boolean isCut(String id, boolean effective) {
    return cases.hasParts()
        || (effective && cases.reopenings().map(each -> each.isEnding(id)).orElse(false))
        || (context.stored().eventLog() && !context.everythingSeen());
  }

  private MomentValue first(String id, boolean effective, Optional<Condition> where) {
    if (!context.stored().moments().containsKey(id)) {
      return value(none(Type.LONG), id);
    }
    if (where.isEmpty() && !isCut(id, effective)) {
      Expression at = column(StoredSet.momentColumn(id));
      return context.everythingSeen() || context.workedOut()
          ? value(at, id).ifAlways(context.stored().always().contains(id))
          : value(
              frame.add(
                  id,
                  choose(context.seen(at, precision(id)), at, none(Type.LONG)),
                  id + " if seen"),
              id);
    }
    return occurrence(id, effective, where, Function.LEAST);
  }

  private MomentValue occurrence(
      String id, boolean effective, Optional<Condition> where, Function function) {
    boolean single = !context.stored().eventLog() && !isCut(id, effective);
    if (single) {
      MomentValue at = first(id, effective, Optional.empty());
      return where
          .map(
              condition ->
                  value(
                      frame.add(
                          id,
                          choose(caseCondition(condition), at.value(), none(Type.LONG)),
                          id + " if its condition holds"),
                      id))
          .orElse(at);
    }
    Expression condition = taken(id, effective);
    if (where.isPresent()) {
      condition = and(condition, new Conditions(new EventSubjects(this), false).of(where.get()));
    }
    return value(
        groups
            .orElseThrow(() -> new IllegalStateException("occurrences of " + id))
            .add(
                (function == Function.LEAST ? "first " : "last ") + id,
                function,
                column("at"),
                condition),
        id);
  }

  private Expression taken(String id, boolean effective) {
    Expression condition = cases.isMoment(id);
    return effective && cases.reopenings().map(each -> each.isEnding(id)).orElse(false)
        ? and(condition, not(column("withdrawn")))
        : condition;
  }

  private Expression caseCondition(Condition condition) {
    return new Conditions(new CaseSubjects(this), false).of(condition);
  }

  private MomentValue extreme(
      MomentTerm of, Optional<Condition> where, boolean effective, boolean first, int depth) {
    String ofMembers = MemberMoments.name(of, where, first);
    if (context.stored().moments().containsKey(ofMembers)) {
      return first(ofMembers, effective, Optional.empty());
    }
    Optional<String> recorded = new Recorded(context.set()).recorded(of);
    if (recorded.isPresent()) {
      String id = recorded.get();
      if (!context.stored().moments().containsKey(id)) {
        return value(none(Type.LONG), id);
      }
      return first
          ? first(id, effective, where)
          : occurrence(id, effective, where, Function.GREATEST);
    }
    MomentValue inner = make(of, effective, depth + 1);
    if (where.isEmpty()) {
      return inner;
    }
    Subjects subjects = new MomentSubjects(this, inner);
    Expression holds = new Conditions(subjects, false).of(where.get());
    return new MomentValue(
        frame.add("taken", choose(holds, inner.value(), none(Type.LONG)), "if its condition holds"),
        inner.precision(),
        false,
        inner.bounded());
  }

  private MomentValue next(MomentTerm.Next next, boolean effective, int depth) {
    Recorded names = new Recorded(context.set());
    Optional<String> of = names.recorded(next.of());
    Optional<String> after = names.recorded(next.after());
    MomentValue last =
        after.isPresent() && context.stored().moments().containsKey(after.get())
            ? occurrence(after.get(), false, Optional.empty(), Function.GREATEST)
            : make(next.after(), false, depth + 1);
    boolean single =
        of.isEmpty()
            || !context.stored().moments().containsKey(of.get())
            || (!context.stored().eventLog() && !isCut(of.get(), effective));
    if (single) {
      MomentValue first = make(next.of(), effective, depth + 1);
      Precision precision = first.precision().coarser(last.precision());
      Expression later = less(in(last, precision), in(first, precision));
      return new MomentValue(
          frame.add(
              "next",
              choose(
                  Expression.or(Expression.missing(last.value()), later),
                  first.value(),
                  none(Type.LONG)),
              "next after"),
          first.precision(),
          false,
          first.bounded());
    }
    return nextOccurrence(of.get(), effective, last);
  }

  /** The first occurrence after a moment of its row: occurrences joined with that moment. */
  private MomentValue nextOccurrence(String id, boolean effective, MomentValue last) {
    Precision precision = precision(id).coarser(last.precision());
    Expression limit = frame.add("after limit", in(last, precision), "what the next is after");
    String name = frame.unique("next " + id);
    List<String> keys = cases.keys();
    Frame occurrences = new Frame(source());
    if (cases.hasParts()) {
      occurrences.put("part no", column("part"), "parts");
    }
    occurrences.filter(taken(id, effective), "occurrences of " + id);
    String limitName = ((Expression.Reference) nameOf(limit)).column();
    Plan known = frame.checkpoint();
    occurrences.join(onlyKeys(known, keys, limitName), keys, false, "with what they are after");
    MomentValue at = value(column("at"), id);
    Rows there = new Rows(context, cases, occurrences, Optional.empty());
    Expression later =
        less(
            column(limitName),
            there.in(new MomentValue(at.value(), at.precision(), true, true), precision));
    occurrences.filter(Expression.or(Expression.missing(column(limitName)), later), "later");
    Plan grouped =
        new Plan.Group(
            occurrences.plan(),
            keys,
            List.of(Aggregate.of(name, Function.LEAST, column("at"))),
            "next " + id);
    frame.join(grouped, keys, true, "next " + id);
    return value(column(name), id);
  }

  private Expression nameOf(Expression expression) {
    return expression instanceof Expression.Reference
        ? expression
        : frame.put(frame.unique("limit"), expression, "limit");
  }

  private static Plan onlyKeys(Plan plan, List<String> keys, String column) {
    List<String> kept = new ArrayList<>(keys);
    kept.add(column);
    return new Plan.Extend(plan, kept, List.of(), "keys and limit");
  }

  private Plan source() {
    return cases.reopenings().map(Reopenings::occurrences).orElseGet(cases::occurrences);
  }

  // ---- several moments ----

  private MomentValue choice(
      List<MomentTerm> terms, boolean effective, boolean earliest, int depth) {
    List<MomentValue> values = new ArrayList<>();
    for (MomentTerm term : terms) {
      values.add(make(term, effective, depth + 1));
    }
    Precision precision =
        values.stream().map(MomentValue::precision).reduce(Precision::coarser).orElseThrow();
    Expression[] all = values.stream().map(each -> in(each, precision)).toArray(Expression[]::new);
    boolean bounded = values.stream().allMatch(MomentValue::bounded);
    if (earliest) {
      boolean always = values.stream().anyMatch(MomentValue::always);
      return new MomentValue(
          frame.add("earlier", Expression.least(all), "the earliest known"),
          precision,
          always,
          bounded);
    }
    List<Expression> allKnown = new ArrayList<>();
    values.forEach(each -> allKnown.add(each.always() ? Expression.YES : known(each.value())));
    return new MomentValue(
        frame.add(
            "later",
            choose(and(allKnown), Expression.greatest(all), none(Type.LONG)),
            "the latest, when all are known"),
        precision,
        values.stream().allMatch(MomentValue::always),
        bounded);
  }

  /** A moment at a precision; at a finer one than its own, the start of its day. */
  Expression in(MomentValue moment, Precision precision) {
    return in(context, frame, moment, precision);
  }

  /** A moment of a frame's rows at a precision. */
  static Expression in(Context context, Frame frame, MomentValue moment, Precision precision) {
    boolean nothing =
        moment.value() instanceof Expression.Constant constant && constant.value().isEmpty();
    if (moment.precision() == precision || nothing) {
      return moment.value();
    }
    return switch (precision) {
      case INSTANT -> context.tables().instant(frame, moment, "instant");
      case MINUTE ->
          moment.precision() == Precision.INSTANT
              ? frame.add(
                  "minute",
                  Expression.call(Operation.CUT_TO_MINUTE, moment.value()),
                  "to the minute")
              : context.tables().instant(frame, moment, "instant");
      case DATE -> context.tables().date(frame, moment, "date");
    };
  }
}
