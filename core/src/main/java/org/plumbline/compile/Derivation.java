package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.none;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RecordSet;
import org.plumbline.compile.plan.Column;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.PlanCheck;
import org.plumbline.compile.plan.Schemas;
import org.plumbline.compile.plan.Type;
import org.plumbline.exclusion.DeclaredTimes;
import org.plumbline.records.CaseKey;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;

/** What the ways of working a record set out have in common: its sources, and its tables. */
final class Derivation {

  private static final String OWN_CASE = "own case_no";

  private final Agreement agreement;
  private final String id;
  private final RecordSet set;
  private final Instant asOf;
  private final TimeTables tables;
  private final Optional<Context> source;
  private final Optional<Context> own;
  private final String prefix;

  /**
   * A set in the making.
   *
   * @param source the set it is worked out from, as it is stored; empty where there is none
   * @param own the records of its own files; empty where there are none
   */
  Derivation(
      Agreement agreement,
      String id,
      Optional<StoredSet> source,
      Optional<StoredSet> own,
      Instant asOf) {
    this.agreement = agreement;
    this.id = id;
    this.asOf = asOf;
    set =
        SetTerms.of(agreement, id)
            .orElseThrow(() -> new IllegalArgumentException("no record set " + id));
    prefix = "worked out " + id;
    Horizon horizon = Reach.horizon(agreement, nothing(), asOf);
    for (Optional<StoredSet> each : List.of(source, own)) {
      if (each.isPresent()) {
        horizon = horizon.with(Reach.horizon(agreement, each.get(), asOf));
      }
    }
    tables = new TimeTables(new Calendars(agreement, horizon), Set.of());
    this.source =
        source.map(
            stored -> {
              RecordSet of = SetTerms.of(agreement, stored.set()).orElseThrow();
              return context(SetTerms.asSource(of, of.origin()), stored);
            });
    this.own = own.map(stored -> context(SetTerms.asSource(set, new Origin.Supplied()), stored));
  }

  private Context context(RecordSet terms, StoredSet stored) {
    return new Context(agreement, terms, stored, asOf, AskedCases.ALL, DeclaredTimes.NONE, tables);
  }

  private StoredSet nothing() {
    return new StoredSet(
        id,
        false,
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        0,
        0,
        new StoredSet.DayRange(0, -1),
        prefix);
  }

  Agreement agreement() {
    return agreement;
  }

  String id() {
    return id;
  }

  RecordSet set() {
    return set;
  }

  TimeTables tables() {
    return tables;
  }

  /** A context over no records, for working on moments that no set has. */
  Context empty() {
    return context(set, nothing());
  }

  /** The cases of the set it is worked out from. */
  SourceRows source() {
    return new SourceRows(source.orElseThrow(), false);
  }

  /** The records of its own files that are seen; all of them if they hold no moments. */
  Optional<SourceRows> own() {
    return own.map(context -> new SourceRows(context, context.stored().moments().isEmpty()));
  }

  /** The precision in which the agreement declares a moment as recorded. */
  Optional<Precision> declared(String moment) {
    return agreement
        .recordSet(id)
        .map(written -> written.moments().get(moment))
        .filter(MomentTerm.Recorded.class::isInstance)
        .map(term -> ((MomentTerm.Recorded) term).precision());
  }

  /** The type of a field; text for a key that is not declared. */
  Field.Type type(String field) {
    Field declared = set.fields().get(field);
    return declared == null ? Field.Type.TEXT : declared.type();
  }

  /** A key of these parts. */
  static Expression key(List<Expression> parts) {
    return parts.size() == 1
        ? parts.get(0)
        : joined(parts.stream().map(part -> Expression.call(Operation.KEY_PART, part)).toList());
  }

  /** Keys joined to one. */
  static Expression joined(List<Expression> keys) {
    List<Expression> all = new ArrayList<>();
    for (Expression key : keys) {
      if (!all.isEmpty()) {
        all.add(Expression.text(CaseKey.JOINT));
      }
      all.add(key);
    }
    return all.size() == 1 ? all.get(0) : new Expression.Call(Operation.JOINED, all);
  }

  /**
   * The cases with the columns of a stored table.
   *
   * @param key the case's key
   * @param unusable why it cannot be trusted, or null
   * @param place file and row, or none
   * @param values moments and fields by the names of their columns
   * @param ownCase the number of the own record, for its holds; empty where there are none
   */
  record Cases(
      Plan plan,
      Expression key,
      Expression unusable,
      Optional<Place> place,
      Map<String, Expression> values,
      Optional<Expression> ownCase) {}

  /** Where a record stands. */
  record Place(Expression file, Expression row, List<String> files) {}

  /** The set, its cases numbered in the order of the first instant known of each, then of key. */
  WorkedOutSet finished(Cases cases, Map<String, Precision> moments) {
    List<Named> columns = new ArrayList<>();
    columns.add(new Named("case_key", cases.key()));
    columns.add(new Named("unusable", cases.unusable()));
    columns.add(new Named("file_no", cases.place().map(Place::file).orElse(none(Type.LONG))));
    columns.add(new Named("row_no", cases.place().map(Place::row).orElse(none(Type.LONG))));
    cases.values().forEach((name, value) -> columns.add(new Named(name, value)));
    boolean holds = cases.ownCase().isPresent() && !holds().isEmpty();
    if (holds) {
      columns.add(new Named(OWN_CASE, cases.ownCase().orElseThrow()));
    }
    List<String> names = columns.stream().map(Named::name).toList();
    Plan made = new Plan.Extend(cases.plan(), List.of(), columns, "cases of " + id);
    Plan dated =
        new Plan.Extend(
            made, names, List.of(new Named("first at", firstAt(moments))), "when each begins");
    Plan numbered =
        new Plan.Window(
            dated,
            List.of(),
            List.of("first at", "case_key"),
            List.of(new Plan.Over("position", Plan.Look.POSITION, column("case_key"))),
            names,
            "in order");
    Plan table =
        new Plan.Extend(
            numbered,
            names,
            List.of(
                new Named("case_no", Expression.minus(column("position"), Expression.number(1)))),
            "numbered");
    Map<String, Plan> plans = new LinkedHashMap<>();
    plans.put(nothing().table(Table.CASES), table);
    if (holds) {
      List.of(Table.HOLDS, Table.ATOMS)
          .forEach(each -> plans.put(nothing().table(each), held(each)));
    }
    List<String> files = cases.place().map(Place::files).orElse(List.of());
    return made(moments, holds ? holds() : List.of(), files, plans);
  }

  /** The name of the table of gaps. */
  String gaps() {
    return nothing().gaps();
  }

  /** The set with one table more. */
  WorkedOutSet with(WorkedOutSet made, String table, Plan plan) {
    Map<String, Plan> plans = new LinkedHashMap<>(made.plans());
    plans.put(table, plan);
    return made(made.moments(), made.holds(), made.files(), plans);
  }

  private WorkedOutSet made(
      Map<String, Precision> moments,
      List<String> holds,
      List<String> files,
      Map<String, Plan> plans) {
    Map<String, Plan> checked = new LinkedHashMap<>();
    plans.forEach((name, plan) -> checked.put(name, checked(plan)));
    long skew = own.map(context -> context.stored().skewMicros()).orElse(0L);
    return new WorkedOutSet(id, prefix, moments, holds, files, skew, checked, tables::tables);
  }

  private Plan checked(Plan plan) {
    Set<String> names = new LinkedHashSet<>(tables.names());
    names.add(nothing().table(Table.CASES));
    for (Optional<Context> each : List.of(source, own)) {
      each.ifPresent(
          context -> {
            for (Table table : Table.values()) {
              names.add(context.stored().table(table));
            }
          });
    }
    return PlanCheck.check(Prune.apply(PlanCheck.check(plan, names)), names);
  }

  private List<String> holds() {
    return own.map(context -> context.stored().holds()).orElse(List.of());
  }

  /** The holds of own records, under the numbers of the cases. */
  private Plan held(Table table) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("case_no", Type.LONG));
    if (table == Table.HOLDS) {
      columns.add(new Column("hold_no", Type.LONG));
    }
    columns.add(new Column("f", Type.LONG));
    columns.add(new Column("u", Type.LONG));
    columns.add(new Column(table == Table.HOLDS ? "row_no" : "mask", Type.LONG));
    Plan stored = new Plan.Scan(own.orElseThrow().stored().table(table), columns, "own holds");
    List<String> values = columns.subList(1, columns.size()).stream().map(Column::name).toList();
    Plan renamed =
        new Plan.Extend(
            stored, values, List.of(new Named(OWN_CASE, column("case_no"))), "own records");
    Plan cases =
        new Plan.Scan(
            nothing().table(Table.CASES),
            List.of(new Column("case_no", Type.LONG), new Column(OWN_CASE, Type.LONG)),
            "cases of " + id);
    Plan joined =
        new Plan.Join(
            cases, renamed, List.of(OWN_CASE), false, List.of("case_no"), values, "holds of cases");
    return new Plan.Extend(joined, new Schemas().names(joined), List.of(), "holds of " + id);
  }

  private static Expression firstAt(Map<String, Precision> moments) {
    List<Expression> all = new ArrayList<>();
    moments.forEach(
        (moment, precision) -> {
          Expression value = column(StoredSet.momentColumn(moment));
          all.add(
              precision == Precision.DATE
                  ? Expression.call(Operation.TIMES, value, Expression.number(Horizon.DAY))
                  : value);
        });
    return all.isEmpty() ? none(Type.LONG) : Expression.least(all.toArray(Expression[]::new));
  }
}
