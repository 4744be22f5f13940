package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.equal;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.number;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.Quantity;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;
import org.plumbline.compile.plan.Type;

/** What is told of single rows: where each went, and all that decided it. */
final class OutcomeColumns {

  /** The columns of outcomes before those of fields, in order. */
  static final List<String> NAMES =
      List.of(
          "case_key",
          "part",
          "holder",
          "state",
          "met",
          "line",
          "start",
          "stop",
          "elapsed",
          "unit",
          "limit",
          "due",
          "day",
          "period",
          "file",
          "row",
          "unusable",
          "out",
          "voided",
          "asked");

  /** How the names of columns begin that are only told. */
  static final String PREFIX = "told ";

  private final Map<String, Expression> values = new LinkedHashMap<>();
  private final Map<String, Expression> fields = new LinkedHashMap<>();
  private final boolean parts;

  OutcomeColumns(
      Rows rows,
      Metric metric,
      Roles roles,
      Subjects subjects,
      Lines lines,
      Figures figures,
      TakenOut takenOut,
      Expression counts) {
    parts = rows.cases().hasParts();
    Frame frame = rows.frame();
    Expression line = number(-1);
    Expression elapsed = none(Type.LONG);
    Expression unit = number(0);
    Expression limit = none(Type.LONG);
    Expression in = Expression.YES;
    for (int i = lines.all().size() - 1; i >= 0; i--) {
      Lines.Line each = lines.all().get(i);
      if (each.id().minimum() || each.id().rest() > 0) {
        continue;
      }
      TimeAmount.Kind kind = Units.of(metric, each.written(), roles);
      Expression takes = each.takes();
      boolean first = each.id().line() == 0;
      line = choose(takes, number(each.id().line()), line);
      Expression time = subjects.elapsed(kind);
      // Where no line takes the row, time is told in the unit of the first.
      elapsed = first ? mixed(lines, takes, time, elapsed) : choose(takes, time, elapsed);
      unit =
          first
              ? mixed(lines, takes, number(kind.ordinal()), unit)
              : choose(takes, number(kind.ordinal()), unit);
      Expression allowed =
          each.limit()
              .map(Limits.Limit::allowed)
              .map(byKind -> byKind.getOrDefault(kind, none(Type.LONG)))
              .orElse(none(Type.LONG));
      limit = choose(takes, allowed, limit);
      Expression inTime = each.limit().map(own -> within(own, roles)).orElse(Expression.YES);
      in = choose(takes, inTime, in);
    }
    // Nobody is asked for the time of an unusable row.
    Expression holder = rows.holders().map(Holders::value).orElse(none(Type.TEXT));
    values.put("holder", choose(known(column("unusable")), none(Type.TEXT), holder));
    values.put("line", line);
    values.put("elapsed", elapsed);
    values.put("unit", unit);
    values.put("limit", limit);
    values.put(
        "met",
        metric.figureOrDefault() instanceof Quantity.ShareOfCases ? figures.first().holds() : in);
    values.put("out", takenOut.by());
    values.put("voided", voided(rows, roles));
    // 1: it is known whether it counts, 0: it is not, 2: nothing is asked of an unusable row.
    values.put(
        "asked",
        choose(
            known(column("unusable")),
            number(2),
            Expression.call(Operation.ONE_IF, known(counts))));
    values.put("start", instant(rows, roles.start()));
    values.put("stop", instant(rows, roles.stop()));
    for (String field : rows.context().stored().fields().keySet()) {
      fields.put(field, subjects.field(field).map(FieldValue::text).orElse(none(Type.TEXT)));
    }
    values.replaceAll((name, value) -> frame.add(PREFIX + name, value, "what is told of a row"));
  }

  /** The earliest instant at which something voided it. */
  private static Expression voided(Rows rows, Roles roles) {
    return roles.voided().isEmpty()
        ? none(Type.LONG)
        : Expression.least(
            roles.voided().stream()
                .map(each -> rows.in(each, Precision.INSTANT))
                .toArray(Expression[]::new));
  }

  private static Expression mixed(
      Lines lines, Expression takes, Expression value, Expression other) {
    List<Expression> others = new ArrayList<>();
    for (Lines.Line each : lines.all()) {
      if (!each.id().minimum() && each.id().rest() == 0 && each.id().line() > 0) {
        others.add(each.takes());
      }
    }
    return choose(Expression.or(takes, Expression.not(Expression.or(others))), value, other);
  }

  private static Expression within(Limits.Limit limit, Roles roles) {
    return choose(
        Expression.missing(limit.in()),
        none(Type.FLAG),
        Expression.and(Roles.known(roles.stop()), limit.in()));
  }

  private static Expression instant(Rows rows, Optional<MomentValue> moment) {
    return moment.map(each -> rows.in(each, Precision.INSTANT)).orElse(none(Type.LONG));
  }

  /**
   * One row for each case, with the columns {@link #NAMES} and a column for each field.
   *
   * @param rows a plan with {@code state}, {@code period} and, if they were worked out, the day of
   *     the decision and due instants
   */
  Plan of(Plan rows, String id) {
    Map<String, Type> known = new Schemas().types(rows);
    boolean due = known.containsKey("due at");
    boolean decided = known.containsKey("decision day");
    List<Named> told = new ArrayList<>();
    told.add(new Named("told part", parts ? column("part no") : number(0)));
    Expression met =
        choose(
            equal(column("state"), number(States.UNUSABLE_NOT_MET)),
            number(0),
            choose(
                known(values.getOrDefault("met", Expression.YES)),
                Expression.call(Operation.ONE_IF, values.getOrDefault("met", Expression.YES)),
                none(Type.LONG)));
    for (String name : NAMES) {
      Expression value =
          switch (name) {
            case "case_key" -> column("case_key");
            case "part" -> parts ? column("part no") : number(0);
            case "met" -> met;
            case "due" -> due ? column("due at") : none(Type.LONG);
            case "day" -> decided ? column("decision day") : none(Type.LONG);
            case "unusable" -> column("unusable");
            case "state", "period" -> column(name);
            case "file" -> column("file_no");
            case "row" -> column("row_no");
            default -> values.getOrDefault(name, none(Type.LONG));
          };
      told.add(new Named("o " + name, value));
    }
    fields.forEach((field, value) -> told.add(new Named("o f:" + field, value)));
    told.remove(0);
    return new Plan.Extend(rows, List.of(), told, id + ": what is told of each row");
  }
}
