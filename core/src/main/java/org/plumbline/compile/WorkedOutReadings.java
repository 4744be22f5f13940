package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.choose;
import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.firstKnown;
import static org.plumbline.compile.plan.Expression.greatest;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.least;
import static org.plumbline.compile.plan.Expression.less;
import static org.plumbline.compile.plan.Expression.missing;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.number;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.Precision;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;
import org.plumbline.compile.plan.Type;
import org.plumbline.records.StoredSet;

/**
 * Readings of meters, each standing until the next of its meter, at most so long; and the time that
 * none fills (docs/meaning.md 14).
 */
final class WorkedOutReadings {

  private static final String NEXT = "next reading";

  private final Derivation derivation;
  private final Origin.Readings readings;
  private final SourceRows own;
  private final List<String> meter;
  private final MomentTerm moment;

  private WorkedOutReadings(Derivation derivation, Origin.Readings readings, SourceRows own) {
    this.derivation = derivation;
    this.readings = readings;
    this.own = own;
    String time =
        own.stored().moments().keySet().stream()
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(derivation.id() + " has no moment"));
    moment = new MomentTerm.Named(time);
    meter = derivation.set().caseKey().stream().filter(part -> !part.equals(time)).toList();
  }

  /** The set; empty where no file was loaded for it. */
  static Optional<WorkedOutSet> of(Derivation derivation, Origin.Readings readings) {
    return derivation.own().map(own -> new WorkedOutReadings(derivation, readings, own).made());
  }

  private WorkedOutSet made() {
    TakenValues values = new TakenValues(derivation, Optional.empty(), Optional.of(own));
    values.take(java.util.Set.of("began", "ended"));
    Frame frame = own.frame();
    MomentValue time = own.moment(moment);
    frame.put("began", time.value(), "when it was read");
    List<String> keys = meterKeys(frame);
    List<Named> named = new ArrayList<>();
    for (String key : keys) {
      named.add(new Named(key, column(key)));
    }
    named.add(new Named("case_key", column("case_key")));
    named.add(new Named("began", column("began")));
    Expression standsFor =
        own.moment(
                new MomentTerm.Shifted(
                    moment,
                    false,
                    Optional.of(new MomentTerm.Shift(true, readings.every())),
                    Optional.empty(),
                    Optional.empty()))
            .value();
    named.add(new Named("stands until", standsFor));
    Plan plan = values.ownPlan(named);
    Plan followed =
        new Plan.Window(
            plan,
            keys,
            List.of("began", TakenValues.CASE),
            List.of(new Plan.Over(NEXT, Plan.Look.NEXT, column("began"))),
            new Schemas().names(plan),
            "the next reading of the meter");
    List<String> names = new Schemas().names(followed);
    Plan ended =
        new Plan.Extend(
            followed,
            names,
            List.of(
                new Named(
                    "ended",
                    choose(
                        known(column("began")),
                        least(column("stands until"), column(NEXT)),
                        none(Type.LONG)))),
            "until when each stands");
    Map<String, Expression> columns = new LinkedHashMap<>(values.columns());
    columns.put(StoredSet.momentColumn("began"), column("began"));
    columns.put(StoredSet.momentColumn("ended"), column("ended"));
    Map<String, Precision> moments = new LinkedHashMap<>(values.moments());
    moments.put("began", time.precision());
    moments.put("ended", time.precision());
    WorkedOutSet made =
        derivation.finished(
            new Derivation.Cases(
                ended,
                column("case_key"),
                column(TakenValues.UNUSABLE),
                Optional.of(
                    new Derivation.Place(
                        column(TakenValues.FILE), column(TakenValues.ROW), own.stored().files())),
                columns,
                Optional.of(column(TakenValues.CASE))),
            moments);
    return derivation.with(made, derivation.gaps(), gaps(ended, keys, time.precision()));
  }

  /** The fields that name the meter, as columns. */
  private List<String> meterKeys(Frame frame) {
    List<String> keys = new ArrayList<>();
    for (String part : meter) {
      String name = StoredSet.fieldColumn(part);
      if (!frame.has(name)) {
        frame.put(name, own.field(part), part);
      }
      keys.add(name);
    }
    return keys;
  }

  // ---- gaps ----

  /** The stretches of the performance period up to T that no reading of a meter fills. */
  private Plan gaps(Plan followed, List<String> meters, Precision precision) {
    Horizon horizon = derivation.tables().horizon();
    Context context = derivation.empty();
    long first = horizon.startOfDay(context.agreement().performancePeriod().from().toEpochDay());
    long last =
        Math.min(
            context.asOfMicros(),
            horizon.startOfDay(context.agreement().performancePeriod().until().toEpochDay() + 1));
    Frame frame = new Frame(followed);
    frame.put("f", instant(context, frame, "began", precision), "from when it stands");
    frame.put("u", instant(context, frame, "ended", precision), "until when it stands");
    List<String> kept = new ArrayList<>(meters);
    kept.addAll(List.of("f", "u"));
    Plan all =
        new Plan.Extend(
            frame.plan(),
            meters,
            List.of(new Named("f", filling("f")), new Named("u", filling("u"))),
            "what each reading fills");
    List<Plan> stretches = new ArrayList<>();
    stretches.add(new Plan.Filter(all, known(column("f")), "readings that fill"));
    stretches.add(ends(all, meters, Expression.YES, last));
    if (!meters.isEmpty()) {
      stretches.add(nameless(all, meters, last));
    }
    Plan ordered =
        new Plan.Window(
            new Plan.Union(stretches, "what is filled"),
            meters,
            List.of("f", "u"),
            List.of(new Plan.Over("filled until", Plan.Look.GREATEST_BEFORE, column("u"))),
            kept,
            "until when it was filled before");
    Plan cut =
        new Plan.Extend(
            ordered,
            meters,
            List.of(
                new Named(
                    "f",
                    greatest(firstKnown(column("filled until"), number(first)), number(first))),
                new Named("u", least(column("f"), number(last)))),
            "between readings");
    boolean up = readings.missing().orElse(Origin.Missing.UNKNOWN) == Origin.Missing.UP;
    Plan gaps =
        new Plan.Filter(
            cut, up ? Expression.NO : less(column("f"), column("u")), "time that no reading fills");
    return numbered(gaps, meters);
  }

  /** Where the time of each meter ends. */
  private static Plan ends(Plan all, List<String> meters, Expression which, long last) {
    Plan counted =
        new Plan.Group(
            all,
            meters,
            List.of(Aggregate.count("readings", Expression.YES)),
            "readings of each meter");
    return new Plan.Extend(
        new Plan.Filter(counted, which, "meters"),
        meters,
        List.of(new Named("f", number(last)), new Named("u", number(last))),
        "where the time of a meter ends");
  }

  /** Without any reading there is one meter without a name. */
  private static Plan nameless(Plan all, List<String> meters, long last) {
    Plan none = ends(all, List.of(), Expression.equal(column("readings"), number(0)), last);
    List<Named> columns = new ArrayList<>();
    for (String each : meters) {
      columns.add(new Named(each, none(new Schemas().types(all).getOrDefault(each, Type.TEXT))));
    }
    columns.add(new Named("from", column("f")));
    columns.add(new Named("until", column("u")));
    Plan named = new Plan.Extend(none, List.of(), columns, "a meter without a name");
    return new Plan.Extend(
        named,
        meters,
        List.of(new Named("f", column("from")), new Named("u", column("until"))),
        "a meter without a name");
  }

  private static Expression filling(String column) {
    return choose(missing(column(TakenValues.UNUSABLE)), column(column), none(Type.LONG));
  }

  private static Expression instant(
      Context context, Frame frame, String column, Precision precision) {
    return Rows.in(
        context,
        frame,
        new MomentValue(column(column), precision, false, false),
        Precision.INSTANT);
  }

  private Plan numbered(Plan gaps, List<String> meters) {
    List<Expression> key = new ArrayList<>();
    for (String each : meters) {
      Expression text = column(each);
      key.add(firstKnown(asText(gaps, each, text), Expression.text("")));
    }
    key.add(Expression.call(Operation.INSTANT_AS_TEXT, column("f")));
    List<String> kept = new ArrayList<>(meters);
    kept.addAll(List.of("f", "u"));
    Plan keyed =
        new Plan.Extend(
            gaps, kept, List.of(new Named("case_key", Derivation.key(key))), "their keys");
    kept.add("case_key");
    Plan placed =
        new Plan.Window(
            keyed,
            List.of(),
            List.of("f", "case_key"),
            List.of(new Plan.Over("position", Plan.Look.POSITION, column("f"))),
            kept,
            "in order");
    return new Plan.Extend(
        placed,
        kept,
        List.of(new Named("case_no", Expression.minus(column("position"), number(1)))),
        "gaps");
  }

  private static Expression asText(Plan plan, String column, Expression value) {
    return new Schemas().types(plan).get(column) == Type.TEXT
        ? value
        : Expression.call(Operation.AS_TEXT, value);
  }
}
