package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.number;
import static org.plumbline.compile.plan.Expression.surely;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.Reopening;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Column;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;
import org.plumbline.compile.plan.Type;
import org.plumbline.records.StoredSet;

/**
 * What reopenings do to the occurrences of a set (docs/meaning.md 11): which end is withdrawn,
 * which time is nobody's, where a case falls into parts.
 */
final class Reopenings {

  private static final String NEW_PART = "part from here";

  private final Context context;
  private final CaseRows rows;
  private final Reopening reopening;
  private final String at;
  private final Set<String> ending;
  private final Plan judged;
  private final Plan parted;
  private final Plan occurrences;

  private Reopenings(Context context, CaseRows rows, Reopening reopening, String at) {
    this.context = context;
    this.rows = rows;
    this.reopening = reopening;
    this.at = at;
    ending = new Recorded(context.set()).ending(context.agreement(), context.stored().set());
    judged = judge();
    parted = part();
    occurrences = withdraw();
  }

  /** The reopenings of a set, if it has any that a recorded moment tells. */
  static Optional<Reopenings> of(Context context, CaseRows rows) {
    return context
        .set()
        .reopening()
        .flatMap(
            reopening ->
                new Recorded(context.set())
                    .recorded(reopening.at())
                    .filter(id -> context.stored().moments().containsKey(id))
                    .map(id -> new Reopenings(context, rows, reopening, id)));
  }

  private Reopening.Then then() {
    return reopening.thenOrDefault();
  }

  /** Whether a reopening may make a new case. */
  boolean splits() {
    return then() == Reopening.Then.NEW_CASE
        || (then() == Reopening.Then.CONTINUE && reopening.within().isPresent());
  }

  /** Whether a reopening may be honored. */
  boolean honors() {
    return then() == Reopening.Then.CONTINUE;
  }

  /** The occurrences with {@code withdrawn}, and with {@code part} where cases may have parts. */
  Plan occurrences() {
    return occurrences;
  }

  /** Whether an occurrence of the moment may be withdrawn. */
  boolean isEnding(String moment) {
    return ending.contains(moment);
  }

  private Expression isEnding() {
    return Expression.or(
        ending.stream()
            .filter(context.stored().moments()::containsKey)
            .map(rows::isMoment)
            .toList());
  }

  /** All occurrences in order, each reopening with the end before it and what becomes of it. */
  private Plan judge() {
    Plan all = usable(rows.occurrences());
    Frame marked = new Frame(all);
    marked.put("is end", surely(isEnding()), "ends that a reopening may withdraw");
    Expression reopens = marked.put("reopens", surely(rows.isMoment(at)), "reopenings");
    marked.put("rank", choose(reopens, number(1), number(0)), "an end before a reopening");
    marked.put(
        "ordered at", ordered(marked), "in order of time, as finely as reopenings are known");
    Plan ordered =
        window(
            marked.plan(),
            List.of("ordered at", "seq", "rank", "moment_no"),
            new Plan.Over("pos", Plan.Look.POSITION, column("seq")));
    Frame valued = new Frame(ordered);
    Expression isEnd = column("is end");
    Expression end = valued.put("end pos", choose(isEnd, column("pos"), none(Type.LONG)), "ends");
    Expression endAt = valued.put("end t", choose(isEnd, column("t"), none(Type.LONG)), "ends");
    Expression reopened =
        valued.put("reopen pos", choose(column("reopens"), column("pos"), none(Type.LONG)), "");
    Plan looked =
        window(
            valued.plan(),
            List.of("pos"),
            new Plan.Over("p pos", Plan.Look.LAST_KNOWN, end),
            new Plan.Over("p t", Plan.Look.LAST_KNOWN, endAt),
            new Plan.Over("reopen before", Plan.Look.GREATEST_BEFORE, reopened));
    Frame judgedFrame = new Frame(looked);
    Expression means =
        judgedFrame.put(
            "means",
            and(
                column("reopens"),
                Expression.missing(column("unusable")),
                surely(
                    less(
                        Expression.firstKnown(column("reopen before"), number(0)),
                        column("p pos")))),
            "there is an end since the reopening before");
    Expression honored = and(means, within(judgedFrame));
    judgedFrame.put("honored", honors() ? honored : Expression.NO, "honored");
    Expression split =
        switch (then()) {
          case NEW_CASE -> means;
          case CONTINUE -> and(means, Expression.not(within(judgedFrame)));
          case IGNORE -> Expression.NO;
        };
    judgedFrame.put("splits", split, "starts a new case");
    return judgedFrame.plan();
  }

  /** The precision of the reopening moment, at which the order of events is told. */
  Precision precision() {
    return context.stored().moments().getOrDefault(at, Precision.INSTANT);
  }

  private Expression ordered(Frame frame) {
    MomentValue t = new MomentValue(column("t"), Precision.INSTANT, true, true);
    return Rows.in(context, frame, t, precision());
  }

  private Plan usable(Plan all) {
    List<String> columns = new ArrayList<>(new Schemas().names(all));
    Plan cases =
        new Plan.Scan(
            context.stored().table(StoredSet.Table.CASES),
            List.of(new Column("case_no", Type.LONG), new Column("unusable", Type.TEXT)),
            "is the case usable?");
    return new Plan.Join(
        all, cases, List.of("case_no"), false, columns, List.of("unusable"), "usable cases");
  }

  /** Whether the reopening is not later after its end than allowed. */
  private Expression within(Frame frame) {
    if (reopening.within().isEmpty()) {
      return Expression.YES;
    }
    TimeAmount amount = reopening.within().get();
    TimeTables tables = context.tables();
    MomentValue p = new MomentValue(column("p t"), Precision.INSTANT, false, true);
    MomentValue r = new MomentValue(column("t"), Precision.INSTANT, true, true);
    if (amount.kind() == TimeAmount.Kind.ELAPSED) {
      return surely(
          Expression.atMost(Expression.minus(r.value(), p.value()), number(amount.micros())));
    }
    DateFunction count =
        amount.kind() == TimeAmount.Kind.BY_DATE_WORKDAYS
            ? tables.calendars().ordinal(tables.calendars().ofAgreement())
            : new DateFunction("date", date -> date);
    Expression from = tables.ofDate(frame, p, count, "p day");
    Expression until = tables.ofDate(frame, r, count, "r day");
    Expression allowed =
        amount.kind() == TimeAmount.Kind.BY_DATE_MONTHS
            ? tables.ofDate(frame, p, DayFunctions.daysIn(amount), "p months")
            : number(amount.days());
    return surely(Expression.atMost(Expression.minus(until, from), allowed));
  }

  /** The occurrences with the number of the part to which they belong. */
  private Plan part() {
    if (!splits()) {
      return judged;
    }
    Frame ranked = new Frame(judged);
    ranked.put(
        "part rank",
        choose(column("splits"), number(1), choose(column("is end"), number(0), number(2))),
        "an end at the very place of a reopening belongs to the part before");
    ranked.put("split", Expression.call(Operation.ONE_IF, column("splits")), "new parts");
    Plan counted =
        window(
            ranked.plan(),
            List.of("ordered at", "seq", "part rank", "pos"),
            new Plan.Over("splits before", Plan.Look.SUM_BEFORE, column("split")));
    Frame parts = new Frame(counted);
    Expression before =
        parts.put("before", Expression.firstKnown(column("splits before"), number(0)), "parts");
    Expression from = parts.put(NEW_PART, Expression.plus(before, column("split")), "parts");
    parts.put("part", choose(column("is end"), before, from), "parts of a case");
    return parts.plan();
  }

  private Plan withdraw() {
    List<String> keys = splits() ? List.of("case_no", "part") : List.of("case_no");
    Frame frame = new Frame(parted);
    Expression withdrawn = Expression.NO;
    if (honors()) {
      Frame.GroupedColumns last =
          frame.joinGroups(() -> parted, keys, keys, "the last honored reopening of each case");
      Expression until =
          last.add("honored until", Aggregate.Function.GREATEST, column("pos"), column("honored"));
      withdrawn = surely(and(column("is end"), Expression.atMost(column("pos"), until)));
    } else if (then() == Reopening.Then.IGNORE) {
      Frame.GroupedColumns first =
          frame.joinGroups(() -> parted, keys, keys, "the first end that was reopened");
      Expression from =
          first.add("stands", Aggregate.Function.LEAST, column("p pos"), column("means"));
      withdrawn = surely(and(column("is end"), less(from, column("pos"))));
    }
    frame.put("withdrawn", withdrawn, "withdrawn by a reopening");
    return frame.plan();
  }

  /** Where each later part starts: {@code case_no}, {@code part}, {@code part start}. */
  Plan partStarts() {
    return splitRows("part", "part start", 0);
  }

  /** Where each part but the last ends: {@code case_no}, {@code part no}, {@code part end}. */
  Plan partEnds() {
    return splitRows("part no", "part end", -1);
  }

  private Plan splitRows(String number, String name, int shift) {
    return new Plan.Extend(
        new Plan.Filter(parted, column("splits"), "reopenings that start a new case"),
        List.of("case_no"),
        List.of(
            new Named(number, Expression.plus(column(NEW_PART), number(shift))),
            new Named(name, column("t")),
            new Named(name + " at", column("ordered at")),
            new Named(name + " seq", column("seq"))),
        name);
  }

  /** The time before honored reopenings: the keys of a row, {@code f} and {@code u}. */
  Plan nobody() {
    List<Named> added = new ArrayList<>();
    if (splits()) {
      added.add(new Named("part no", column("part")));
    }
    added.add(new Named("f", column("p t")));
    added.add(new Named("u", column("t")));
    return new Plan.Extend(
        new Plan.Filter(
            parted, and(column("honored"), less(column("p t"), column("t"))), "honored reopenings"),
        List.of("case_no"),
        added,
        "nobody's time before a reopening");
  }

  private static Plan window(Plan plan, List<String> order, Plan.Over... over) {
    return new Plan.Window(
        plan,
        List.of("case_no"),
        order,
        List.of(over),
        new Schemas().names(plan),
        "in order of events");
  }
}
