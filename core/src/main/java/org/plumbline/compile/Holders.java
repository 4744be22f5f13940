package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.equal;
import static org.plumbline.compile.plan.Expression.firstKnown;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.missing;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.number;
import static org.plumbline.compile.plan.Expression.or;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Metric;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Type;
import org.plumbline.records.StoredSet;

/**
 * The values that a field had for some of each case's time, when figures are formed for each of
 * them on its own time (docs/meaning.md 16).
 *
 * @param field the field, which is read at each moment
 * @param value whose time a row is about, as text; empty for time without a value
 */
record Holders(String field, Expression value) {

  private static final String HOLDER = "holder";

  /** The earliest time there is. */
  private static final long EVER = -(1L << 61);

  /** The field whose holders a metric asks for; an event log alone tells when each held a case. */
  static Optional<String> asked(Context context, Metric metric) {
    return metric
        .each()
        .filter(field -> context.stored().eventLog() && context.fieldType(field).isPresent())
        .filter(
            field ->
                Optional.ofNullable(context.set().fields().get(field))
                    .flatMap(Field::read)
                    .filter(Field.Read.AT_EACH_MOMENT::equals)
                    .isPresent());
  }

  /** A row for each holder between start and end; where there is none, for the one at the stop. */
  static Rows each(CaseRows cases, String id, Metric metric, String field) {
    Rows base = cases.open();
    Clocks clocks = new Clocks(base);
    Roles roles = clocks.roles(metric.clock());
    Expression atStop = EachValue.of(base, clocks.subjects(id, metric), field);
    Frame frame = base.frame();
    Life life = roles.wallLife(base);
    frame.put("held from", life.start().value(), id + ": from when holders are asked for");
    frame.put("held until", life.end().value(), id + ": until when");
    frame.put("holder at stop", atStop, id + ": whose it is at the stop");
    List<String> keys = base.keys();
    Plan stretches = stretches(base, field, List.of("unusable", "held from", "held until"));
    Expression meets =
        and(
            missing(column("unusable")),
            less(column("held from"), column("held until")),
            less(column("f"), column("held until")),
            or(missing(column("u")), less(column("held from"), column("u"))));
    List<String> grouped = new ArrayList<>(keys);
    grouped.add("held by");
    frame.join(
        new Plan.Group(
            new Plan.Filter(stretches, meets, id + ": between start and end"),
            grouped,
            List.of(),
            id + ": each holder once"),
        keys,
        true,
        id + ": a row for each holder");
    frame.put(HOLDER, firstKnown(column("held by"), column("holder at stop")), id + ": holder");
    return base.heldBy(frame.fork(), HOLDER, new Holders(field, column(HOLDER)));
  }

  /**
   * The time in which somebody else held each row: its keys, {@code f} and {@code u} (null: to the
   * end).
   */
  static Plan others(Rows rows) {
    Holders holders = rows.holders().orElseThrow();
    String own = rows.frame().unique("own holder");
    Expression value = choose(known(column("unusable")), none(Type.TEXT), holders.value());
    rows.frame().put(own, value, "whose time the row is about; of an unusable one all is told");
    Plan stretches = stretches(rows, holders.field(), List.of(own));
    List<String> kept = new ArrayList<>(rows.keys());
    kept.addAll(List.of("f", "u"));
    return new Plan.Extend(
        new Plan.Filter(
            stretches, Expression.not(equal(column("held by"), column(own))), "somebody else"),
        kept,
        List.of(),
        "time of other holders");
  }

  /**
   * When which value was in force in each row: the row's keys, {@code f}, {@code u} (null: to the
   * end) and {@code held by}. The first value is in force before its event, too.
   *
   * @param also columns of the rows
   */
  private static Plan stretches(Rows rows, String field, List<String> also) {
    List<String> kept = new ArrayList<>(rows.keys());
    kept.addAll(also);
    Frame events = new Frame(rows.readings().events(also));
    Expression value =
        new FieldValue(column(StoredSet.fieldColumn(field)), rows.context().declaredType(field))
            .text();
    events.put("held by", firstKnown(value, Expression.text("")), "whose it is from then on");
    Expression first = equal(column("pos"), number(1));
    events.put("f", choose(first, number(EVER), column("read at")), "from when");
    kept.addAll(List.of("f", "held by"));
    Plan until =
        new Plan.Window(
            events.plan(),
            rows.keys(),
            List.of("pos"),
            List.of(new Plan.Over("u", Plan.Look.NEXT, column("read at"))),
            kept,
            "until the next event");
    return new Plan.Filter(
        until, or(missing(column("u")), less(column("f"), column("u"))), "with a length");
  }
}
