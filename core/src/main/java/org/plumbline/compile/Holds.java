package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.and;
import static org.plumbline.compile.plan.Expression.atMost;
import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.equal;
import static org.plumbline.compile.plan.Expression.firstKnown;
import static org.plumbline.compile.plan.Expression.greatest;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.missing;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.number;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.Turn;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Column;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;
import org.plumbline.compile.plan.Type;
import org.plumbline.records.StoredSet.Table;

/**
 * The time under holds of the rows of a frame, as disjoint pieces with the set of holds in force.
 */
final class Holds {

  private final Rows rows;
  private final Context context;
  private final Map<String, String> needs = new HashMap<>();
  private Optional<Plan> atoms = Optional.empty();

  Holds(Rows rows) {
    this.rows = rows;
    context = rows.context();
  }

  /** Whether the set has turns that are holds with records. */
  boolean any() {
    return context.set().turns().stream()
        .anyMatch(turn -> turn instanceof Turn.Hold && bit(turn.id()) != 0);
  }

  /** The bit of a hold in the masks; 0 if there are no records of it. */
  long bit(String hold) {
    int position = context.stored().holds().indexOf(hold);
    return position < 0 ? 0 : 1L << position;
  }

  private List<Turn.Hold> cut() {
    return context.set().turns().stream()
        .filter(turn -> turn instanceof Turn.Hold)
        .map(Turn.Hold.class::cast)
        .filter(hold -> bit(hold.id()) != 0)
        .filter(hold -> hold.needs().isPresent() || hold.atMost().isPresent())
        .toList();
  }

  /** The columns by which atoms belong to rows. */
  List<String> keys() {
    return cut().isEmpty() ? List.of("case_no") : rows.keys();
  }

  /** Disjoint pieces: the {@link #keys}, {@code f}, {@code u} (null: still held), {@code mask}. */
  Plan atoms() {
    if (atoms.isEmpty()) {
      atoms = Optional.of(cut().isEmpty() ? stored() : made());
    }
    return atoms.get();
  }

  private Plan stored() {
    Plan scan =
        new Plan.Scan(
            context.stored().table(Table.ATOMS),
            List.of(
                new Column("case_no", Type.LONG),
                new Column("f", Type.LONG),
                new Column("u", Type.LONG),
                new Column("mask", Type.LONG)),
            "time under holds");
    return cutAtNow(scan);
  }

  private Plan cutAtNow(Plan scan) {
    return context.everythingSeen()
        ? scan
        : new Plan.Filter(
            scan, context.seen(column("f"), Precision.INSTANT), "holds that began by T");
  }

  /** Atoms made anew from holds that {@code needs} and {@code at-most} cut. */
  private Plan made() {
    List<String> keys = rows.keys();
    List<String> kept = new ArrayList<>(keys);
    for (Turn.Hold hold : cut()) {
      if (hold.needs().isPresent()) {
        MomentValue moment = rows.moment(hold.needs().get(), false);
        String name = rows.frame().unique("needs " + hold.id());
        needs.put(hold.id(), name);
        rows.frame().put(name, rows.in(moment, Precision.INSTANT), hold.id() + " counts from");
        kept.add(name);
      }
    }
    Plan base =
        new Plan.Extend(rows.frame().checkpoint(), kept, List.of(), "rows and what holds need");
    Plan holds =
        cutAtNow(
            new Plan.Scan(
                context.stored().table(Table.HOLDS),
                List.of(
                    new Column("case_no", Type.LONG),
                    new Column("hold_no", Type.LONG),
                    new Column("f", Type.LONG),
                    new Column("u", Type.LONG)),
                "holds"));
    List<String> right = new ArrayList<>(kept);
    right.remove("case_no");
    Frame frame =
        new Frame(
            new Plan.Join(
                holds,
                base,
                List.of("case_no"),
                false,
                List.of("case_no", "hold_no", "f", "u"),
                right,
                "holds of each row"));
    frame.put("from", from(), "from when it counts");
    frame.put("until", until(frame), "until when it counts");
    frame.put("bit", bit(), "which hold");
    frame.filter(less(column("from"), column("until")), "what is left of it");
    return disjoint(frame.plan(), keys);
  }

  private Expression isHold(Turn.Hold hold) {
    return equal(column("hold_no"), number(context.stored().holds().indexOf(hold.id())));
  }

  private Expression from() {
    Expression from = column("f");
    for (Turn.Hold hold : cut()) {
      if (hold.needs().isPresent()) {
        Expression needs = column(Objects.requireNonNull(this.needs.get(hold.id())));
        from =
            choose(
                isHold(hold),
                choose(missing(needs), none(Type.LONG), greatest(column("f"), needs)),
                from);
      }
    }
    return from;
  }

  private Expression until(Frame frame) {
    Expression end =
        number(context.tables().horizon().startOfDay(context.tables().horizon().last()));
    Expression until = firstKnown(column("u"), end);
    Expression result = until;
    MomentValue begins = new MomentValue(column("f"), Precision.INSTANT, true, true);
    for (Turn.Hold hold : cut()) {
      if (hold.atMost().isPresent()) {
        TimeAmount amount = hold.atMost().get();
        Expression most =
            amount.kind() == TimeAmount.Kind.ELAPSED
                ? Expression.plus(column("f"), number(amount.micros()))
                : context.tables().ofDate(frame, begins, endOfDayAfter(amount), "at most");
        result = choose(isHold(hold), Expression.least(until, most), result);
      }
    }
    return result;
  }

  private DateFunction endOfDayAfter(TimeAmount amount) {
    Calendars calendars = context.tables().calendars();
    Horizon horizon = context.tables().horizon();
    return new DateFunction(
        "end of day after " + amount,
        date -> {
          long day =
              switch (amount.kind()) {
                case BY_DATE_WORKDAYS ->
                    calendars
                        .plusWorkdays(calendars.ofAgreement(), amount.days())
                        .value()
                        .applyAsLong(date);
                case BY_DATE_MONTHS ->
                    LocalDate.ofEpochDay(date).plusMonths(amount.months()).toEpochDay();
                case BY_DATE_DAYS, ELAPSED -> date + amount.days();
              };
          return day == DataTable.NOTHING ? day : horizon.startOfDay(day + 1);
        });
  }

  private Expression bit() {
    Expression bit = number(0);
    int position = 0;
    for (String ignored : context.stored().holds()) {
      bit = choose(equal(column("hold_no"), number(position)), number(1L << position), bit);
      position++;
    }
    return bit;
  }

  private static Plan disjoint(Plan holds, List<String> keys) {
    Plan from = new Plan.Extend(holds, keys, List.of(new Named("f", column("from"))), "beginnings");
    Plan until = new Plan.Extend(holds, keys, List.of(new Named("f", column("until"))), "ends");
    List<String> grouped = new ArrayList<>(keys);
    grouped.add("f");
    Plan points =
        new Plan.Group(
            new Plan.Union(List.of(from, until), "beginnings and ends"),
            grouped,
            List.of(),
            "each once");
    Plan pairs =
        new Plan.Join(
            points,
            holds,
            keys,
            false,
            grouped,
            List.of("from", "until", "bit"),
            "what is in force");
    Plan masks =
        new Plan.Group(
            new Plan.Filter(
                pairs,
                and(atMost(column("from"), column("f")), less(column("f"), column("until"))),
                "in force at the point"),
            grouped,
            List.of(Aggregate.of("mask", Aggregate.Function.BITS, column("bit"))),
            "holds in force");
    List<String> windowed = new ArrayList<>(grouped);
    Plan next =
        new Plan.Window(
            points,
            keys,
            List.of("f"),
            List.of(new Plan.Over("u", Plan.Look.NEXT, column("f"))),
            windowed,
            "until the next point");
    List<String> left = new ArrayList<>(grouped);
    left.add("u");
    return new Plan.Join(next, masks, grouped, false, left, List.of("mask"), "disjoint pieces");
  }

  /** The holds in force just before an instant, as a mask; 0 if none. */
  Expression maskBefore(Expression instant, String name) {
    Frame frame = rows.frame();
    String limit = name + " at";
    frame.put(limit, instant, "just before the moment of counting");
    List<String> kept = new ArrayList<>(rows.keys());
    kept.add(limit);
    Plan atoms = atoms();
    Plan base = new Plan.Extend(frame.checkpoint(), kept, List.of(), "rows when counted");
    List<String> on = keys();
    Plan pairs =
        new Plan.Join(
            atoms,
            base,
            on,
            false,
            new Schemas().names(atoms),
            kept.stream().filter(each -> !on.contains(each)).toList(),
            "holds of each row");
    Expression inForce =
        and(
            less(column("f"), column(limit)),
            Expression.or(missing(column("u")), atMost(column(limit), column("u"))));
    Plan masks =
        new Plan.Group(
            new Plan.Filter(pairs, inForce, "in force then"),
            rows.keys(),
            List.of(Aggregate.of(name, Aggregate.Function.BITS, column("mask"))),
            "holds in force when counted");
    frame.join(masks, rows.keys(), true, "holds in force when counted");
    return firstKnown(column(name), number(0));
  }

  /** Whether a hold is in a mask. */
  Expression in(Expression mask, String hold) {
    long bit = bit(hold);
    return bit == 0 ? Expression.NO : Expression.call(Operation.COMMON_BIT, mask, number(bit));
  }
}
