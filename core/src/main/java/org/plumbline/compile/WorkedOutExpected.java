package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.known;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.number;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.Precision;
import org.plumbline.calendar.PeriodRule;
import org.plumbline.calendar.ReportingPeriods;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.Schemas;
import org.plumbline.compile.plan.Type;
import org.plumbline.records.StoredSet;

/**
 * What was due, whether or not a record exists, each with the record that completes it
 * (docs/meaning.md 14).
 */
final class WorkedOutExpected {

  private static final String WHICH = "which";
  private static final String ORDER = "order";

  private final Derivation derivation;
  private final Origin.Expected expected;
  private final Optional<SourceRows> source;
  private final Optional<SourceRows> own;
  private final Occurrences occurrences;
  private final Optional<String> fills;
  private final List<String> shared;

  private WorkedOutExpected(Derivation derivation, Origin.Expected expected) {
    this.derivation = derivation;
    this.expected = expected;
    source = expected.of().isPresent() ? Optional.of(derivation.source()) : Optional.empty();
    own = derivation.own();
    occurrences = new Occurrences(derivation, expected);
    fills =
        expected.fills() instanceof MomentTerm.Named named
            ? Optional.of(named.id())
            : Optional.empty();
    shared =
        derivation.set().caseKey().stream()
            .filter(part -> source.isPresent() && source.get().caseKey().contains(part))
            .toList();
  }

  static WorkedOutSet of(Derivation derivation, Origin.Expected expected) {
    return new WorkedOutExpected(derivation, expected).made();
  }

  private WorkedOutSet made() {
    TakenValues values = new TakenValues(derivation, source, own);
    values.take(fills.map(Set::of).orElse(Set.of()));
    for (int i = 0; i < shared.size(); i++) {
      SourceRows of = source.orElseThrow();
      of.frame().put(key(i), of.keyText(shared.get(i)), "the key " + shared.get(i));
    }
    Plan due = source.map(occurrences::ofCases).orElseGet(occurrences::ofThePeriod);
    Frame frame = new Frame(due);
    MomentValue rhythm =
        new MomentValue(column(Occurrences.FOR), occurrences.precision(), true, false);
    Precision precision =
        fills
            .flatMap(derivation::declared)
            .map(rhythm.precision()::coarser)
            .orElse(rhythm.precision());
    MomentValue filled =
        new MomentValue(
            Rows.in(derivation.empty(), frame, rhythm, precision), precision, true, false);
    Expression key = SourceRows.text(filled);
    if (source.isPresent()) {
      Expression of = column("case_key");
      boolean onePart = source.get().caseKey().size() == 1;
      key = Derivation.joined(List.of(onePart ? Expression.call(Operation.KEY_PART, of) : of, key));
    }
    Map<String, Expression> columns = new LinkedHashMap<>();
    Map<String, Precision> moments = new LinkedHashMap<>();
    fills.ifPresent(
        id -> {
          columns.put(StoredSet.momentColumn(id), filled.value());
          moments.put(id, precision);
        });
    columns.putAll(values.columns());
    moments.putAll(values.moments());
    Optional<Plan> records = own.flatMap(rows -> records(rows, values, filled));
    if (records.isEmpty()) {
      return derivation.finished(
          new Derivation.Cases(
              frame.plan(),
              key,
              none(Type.TEXT),
              Optional.empty(),
              values.withoutOwn(columns),
              Optional.empty()),
          moments);
    }
    Plan completed = completed(frame, filled, records.get());
    return derivation.finished(
        new Derivation.Cases(
            completed,
            key,
            column(TakenValues.UNUSABLE),
            Optional.of(
                new Derivation.Place(
                    column(TakenValues.FILE),
                    column(TakenValues.ROW),
                    own.orElseThrow().stored().files())),
            columns,
            Optional.of(column(TakenValues.CASE))),
        moments);
  }

  private static String key(int number) {
    return "key part " + (number + 1);
  }

  private List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < shared.size(); i++) {
      keys.add(key(i));
    }
    keys.add(WHICH);
    return keys;
  }

  /** The occurrences with the record that completes each. */
  private Plan completed(Frame frame, MomentValue filled, Plan records) {
    if (!expected.inOrder()) {
      Precision recorded = recordedPrecision(filled);
      Expression which =
          occurrences.rule().isPresent()
              ? column(Occurrences.FOR)
              : Rows.in(derivation.empty(), frame, filled, recorded);
      frame.put(WHICH, which, "what completes it");
    }
    Plan plan = frame.plan();
    if (expected.inOrder()) {
      plan =
          new Plan.Window(
              plan,
              source.isPresent() ? List.of("case_no") : List.of(),
              List.of(Occurrences.FOR),
              List.of(new Plan.Over(WHICH, Plan.Look.POSITION, column(Occurrences.FOR))),
              new Schemas().names(plan),
              "the occurrences in order");
    }
    List<String> keys = keys();
    return new Plan.Join(
        plan,
        records,
        keys,
        true,
        new Schemas().names(plan),
        new Schemas().names(records).stream().filter(name -> !keys.contains(name)).toList(),
        "with the record that completes each");
  }

  private Precision recordedPrecision(MomentValue filled) {
    return own.flatMap(rows -> fills.map(id -> rows.stored().moments().get(id)))
        .map(filled.precision()::coarser)
        .orElse(filled.precision());
  }

  /** The records, numbered in their order, or the first for each occurrence; empty if none can. */
  private Optional<Plan> records(SourceRows rows, TakenValues values, MomentValue filled) {
    List<Named> keys = new ArrayList<>();
    for (int i = 0; i < shared.size(); i++) {
      keys.add(new Named(key(i), rows.keyText(shared.get(i))));
    }
    if (!expected.inOrder()) {
      if (fills.isEmpty() || !rows.stored().moments().containsKey(fills.get())) {
        return Optional.empty();
      }
      MomentValue told = rows.moment(new MomentTerm.Named(fills.get()));
      keys.add(new Named(WHICH, which(rows, told, filled)));
    }
    List<Expression> seen = new ArrayList<>();
    for (String moment : rows.stored().moments().keySet()) {
      if (!fills.equals(Optional.of(moment))) {
        seen.add(rows.rows().in(rows.moment(new MomentTerm.Named(moment)), Precision.INSTANT));
      }
    }
    keys.add(
        new Named(
            ORDER,
            seen.isEmpty() ? none(Type.LONG) : Expression.least(seen.toArray(Expression[]::new))));
    Plan plan = values.ownPlan(keys);
    if (!seen.isEmpty()) {
      plan =
          new Plan.Filter(
              plan,
              Expression.or(known(column(ORDER)), known(column(TakenValues.UNUSABLE))),
              "those that have happened");
    }
    List<String> partition = new ArrayList<>();
    for (int i = 0; i < shared.size(); i++) {
      partition.add(key(i));
    }
    if (!expected.inOrder()) {
      partition.add(WHICH);
    }
    List<String> names = new Schemas().names(plan);
    String position = expected.inOrder() ? WHICH : "position";
    Plan numbered =
        new Plan.Window(
            plan,
            partition,
            List.of(ORDER, TakenValues.FILE, TakenValues.ROW),
            List.of(new Plan.Over(position, Plan.Look.POSITION, column(TakenValues.CASE))),
            names,
            "records in their order");
    if (expected.inOrder()) {
      return Optional.of(numbered);
    }
    return Optional.of(
        new Plan.Extend(
            new Plan.Filter(
                numbered, Expression.equal(column(position), number(1)), "the first of each"),
            names,
            List.of(),
            "what completes each"));
  }

  /** Which occurrence a record says it is for. */
  private Expression which(SourceRows rows, MomentValue told, MomentValue filled) {
    Optional<PeriodRule> rule = occurrences.rule();
    if (rule.isPresent()) {
      return derivation
          .tables()
          .ofDate(
              rows.frame(),
              told,
              new DateFunction(
                  "first day of " + expected.rhythm(),
                  date ->
                      ReportingPeriods.periodOf(rule.get(), LocalDate.ofEpochDay(date))
                          .from()
                          .toEpochDay()),
              "period of record");
    }
    return rows.rows().in(told, recordedPrecision(filled));
  }
}
