package org.plumbline.evaluate.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.compile.CompiledMetric;
import org.plumbline.compile.CompiledSet;
import org.plumbline.compile.Parties;
import org.plumbline.compile.WorkedOutSet;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Plan;
import org.plumbline.evaluate.AvailableTime;
import org.plumbline.evaluate.CaseInterval;
import org.plumbline.evaluate.CaseLife;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.IntervalRows;
import org.plumbline.evaluate.LaidSet;
import org.plumbline.evaluate.Measurements;
import org.plumbline.evaluate.OutcomePlans;
import org.plumbline.evaluate.OutcomeQuery;
import org.plumbline.evaluate.OutcomeRow;
import org.plumbline.evaluate.PartyTime;
import org.plumbline.evaluate.ResultRows;
import org.plumbline.evaluate.SetDelivery;
import org.plumbline.evaluate.Staying;
import org.plumbline.exclusion.Declaration;
import org.plumbline.records.StoredSet;

/** Runs plans where SQL runs over the tables of records. */
public class SqlEngine implements Engine {

  private final SqlTables tables;

  /** An engine over tables in which record sets have been loaded. */
  public SqlEngine(SqlTables tables) {
    this.tables = tables;
  }

  @Override
  public List<Declaration> declarations(Map<String, StoredSet> sets) {
    StoredSet stored = sets.get(RegisterSets.DECLARATIONS);
    return stored == null ? List.of() : Declarations.read(tables, stored);
  }

  @Override
  public Optional<List<SetDelivery>> deliveries(Map<String, StoredSet> sets) {
    return Optional.ofNullable(sets.get(RegisterSets.DELIVERIES))
        .map(stored -> Deliveries.read(tables, stored));
  }

  @Override
  public Measurements evaluate(Agreement agreement, CompiledSet compiled) {
    if (compiled.metrics().isEmpty()) {
      return new Measurements(List.of(), List.of());
    }
    List<ResultRows.Row> rows =
        run(compiled, compiled.results(), row -> row(row, compiled.cells()));
    Map<String, List<AvailableTime.Stretch>> stretches = new HashMap<>();
    for (CompiledMetric metric : compiled.metrics()) {
      if (metric.availability().isPresent()) {
        List<AvailableTime.Stretch> own = new ArrayList<>(stretches(compiled, metric.id()));
        own.addAll(GapStretches.of(tables, agreement, compiled, metric.id(), this::stretches));
        stretches.put(metric.id(), own);
      }
    }
    return ResultRows.read(agreement, compiled, rows, stretches);
  }

  private List<AvailableTime.Stretch> stretches(CompiledSet compiled, String id) {
    CompiledMetric metric = metric(compiled, id);
    return run(
        compiled,
        metric.availability().orElseThrow().stretches().get(),
        row -> stretch(row, metric.lines().size()));
  }

  private static AvailableTime.Stretch stretch(SqlRow row, int lines) {
    List<Integer> standing = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      standing.add((int) row.whole("o line " + i));
    }
    return new AvailableTime.Stretch(
        row.whole("o case"),
        (int) row.whole("o part"),
        row.text("o each"),
        row.whole("o from"),
        row.whole("o until"),
        row.whole("o f"),
        row.whole("o u"),
        (int) row.whole("o open") == 1,
        row.number("o weight"),
        standing);
  }

  @Override
  public StoredSet workOut(WorkedOutSet set) {
    return new MadeSets(tables).workOut(set);
  }

  @Override
  public StoredSet lay(LaidSet set) {
    return new MadeSets(tables).lay(set);
  }

  @Override
  public void keep(String name, CompiledSet compiled, String metric, Staying staying) {
    Plan plan =
        OutcomePlans.of(metric(compiled, metric), OutcomeQuery.all())
            .orElseThrow(() -> new IllegalArgumentException(metric + " counts no single cases"));
    tables.during(
        compiled.tables(plan),
        () -> {
          new Portions(tables).keep(name, plan, staying, compiled.asOf());
          return name;
        });
  }

  @Override
  public StoredSet portion(StoredSet set, String name, List<String> among, List<String> without) {
    return new Portions(tables).portion(set, name, among, without);
  }

  @Override
  public List<CaseOutcome> outcomes(
      Agreement agreement, CompiledSet compiled, String metric, OutcomeQuery query) {
    CompiledMetric of = metric(compiled, metric);
    return OutcomePlans.of(of, query)
        .map(plan -> run(compiled, plan, row -> outcome(row, of, compiled)))
        .orElse(List.of());
  }

  private static CaseOutcome outcome(SqlRow row, CompiledMetric metric, CompiledSet compiled) {
    Map<String, Object> values = new HashMap<>();
    for (String name : CompiledMetric.outcomeColumns()) {
      Object value = row.value(row.place("o " + name));
      if (value != null) {
        values.put(
            name,
            value instanceof String
                ? value
                : Long.valueOf(new BigDecimal(value.toString()).longValueExact()));
      }
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : compiled.stored().fields().keySet()) {
      String value = row.text("o f:" + field);
      if (value != null) {
        fields.put(field, value);
      }
    }
    return new OutcomeRow(metric, values, fields, compiled.stored().files(), compiled.exclusions())
        .outcome();
  }

  @Override
  public void tell(
      CompiledSet compiled, String metric, List<String> columns, Consumer<long[]> cases) {
    Plan outcomes =
        metric(compiled, metric)
            .outcomes()
            .orElseThrow(() -> new IllegalArgumentException(metric + " counts no single cases"))
            .get();
    Plan told =
        new Plan.Extend(
            outcomes,
            List.of(),
            columns.stream()
                .map(column -> new Named("n " + column, Expression.column("o " + column)))
                .toList(),
            "what is asked of each row");
    long[] numbers = new long[columns.size()];
    tables.during(
        compiled.tables(told),
        () -> {
          tables.each(
              told,
              row -> {
                for (int i = 0; i < numbers.length; i++) {
                  numbers[i] = row.whole(i, Long.MIN_VALUE);
                }
                cases.accept(numbers);
              });
          return numbers;
        });
  }

  @Override
  public boolean tell(
      CompiledSet compiled, String metric, List<String> columns, long most, PausedCase cases) {
    CompiledMetric of = metric(compiled, metric);
    if (of.attribution().isEmpty() || of.outcomes().isEmpty()) {
      return false;
    }
    UncountedTimes uncounted = new UncountedTimes(most);
    Plan times = UncountedTimes.plan(of.attribution().get().get().intervals());
    Plan told = UncountedTimes.cases(of.outcomes().get().get(), columns);
    tables.during(
        compiled.tables(times),
        () -> {
          tables.each(times, uncounted::add);
          return uncounted;
        });
    if (uncounted.areTooMany()) {
      return false;
    }
    long[] numbers = new long[columns.size()];
    tables.during(
        compiled.tables(told),
        () -> {
          tables.each(told, row -> uncounted.tell(row, numbers, cases));
          return numbers;
        });
    return true;
  }

  @Override
  public Map<Integer, List<CaseInterval>> intervals(CompiledSet compiled, String metric) {
    Map<Integer, List<CaseInterval>> intervals = new TreeMap<>();
    metric(compiled, metric)
        .attribution()
        .ifPresent(
            attribution -> {
              Plan plan = attribution.get().intervals();
              Plan ordered =
                  new Plan.Top(
                      plan,
                      List.of(new Plan.Order("o part", false), new Plan.Order("o f", false)),
                      Long.MAX_VALUE,
                      "in order");
              IntervalRows rows =
                  new IntervalRows(compiled.turns(), compiled.exclusions(), intervals);
              run(
                  compiled,
                  ordered,
                  row -> {
                    rows.add(
                        (int) row.whole("o part"),
                        row.whole("o f"),
                        row.whole("o u"),
                        row.whole("o turn"),
                        row.whole("o open"),
                        row.whole("o counted") == 1);
                    return rows;
                  });
            });
    return intervals;
  }

  @Override
  public List<CaseLife> lives(CompiledSet compiled, String metric, Optional<Set<String>> keys) {
    Map<String, Map<Integer, List<CaseInterval>>> byKey = new TreeMap<>();
    OutcomePlans.lives(metric(compiled, metric), keys)
        .ifPresent(
            plan ->
                run(
                    compiled,
                    plan,
                    row -> {
                      new IntervalRows(
                              compiled.turns(),
                              compiled.exclusions(),
                              byKey.computeIfAbsent(row.text("o key"), key -> new TreeMap<>()))
                          .add(
                              (int) row.whole("o part"),
                              row.whole("o f"),
                              row.whole("o u"),
                              row.whole("o turn"),
                              row.whole("o open"),
                              row.whole("o counted") == 1);
                      return 1;
                    }));
    List<CaseLife> lives = new ArrayList<>();
    byKey.forEach(
        (key, parts) ->
            parts.forEach((part, intervals) -> lives.add(new CaseLife(key, part, intervals))));
    return lives;
  }

  @Override
  public List<PartyTime> partyTimes(CompiledSet compiled, Set<String> metrics) {
    Map<Long, CompiledMetric> byNumber = new HashMap<>();
    compiled.metrics().forEach(metric -> byNumber.put((long) metric.number(), metric));
    Map<Long, String> parties = new HashMap<>();
    parties.put(-1L, PartyTime.UNASSIGNED);
    Parties.numbers(compiled.turns()).forEach((party, number) -> parties.put(number, party));
    List<PartyTime> times = new ArrayList<>();
    compiled
        .partyTimes()
        .of(metrics)
        .ifPresent(
            plan ->
                times.addAll(
                    run(
                        compiled,
                        plan,
                        row -> {
                          CompiledMetric of =
                              Objects.requireNonNull(byNumber.get(row.whole("metric")));
                          BigInteger open = number(row, "all open");
                          return new PartyTime(
                              of.id(),
                              of.windows().periodAt(row.whole("period")).orElseThrow(),
                              String.valueOf(parties.get(row.whole("party"))),
                              row.whole("cases"),
                              open,
                              number(row, "all wall").subtract(open));
                        })));
    return PartyTime.summed(times);
  }

  private static BigInteger number(SqlRow row, String column) {
    BigInteger value = row.number(column);
    return value == null ? BigInteger.ZERO : value;
  }

  private static CompiledMetric metric(CompiledSet compiled, String id) {
    return compiled.metrics().stream()
        .filter(metric -> metric.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not compiled: " + id));
  }

  /** The rows of a plan, its tables being there while it runs. */
  private <T> List<T> run(CompiledSet compiled, Plan plan, Function<SqlRow, T> reader) {
    return tables.during(
        compiled.tables(plan),
        () -> {
          List<T> rows = new ArrayList<>();
          tables.each(plan, row -> rows.add(reader.apply(row)));
          return rows;
        });
  }

  private static ResultRows.Row row(SqlRow row, int width) {
    @Nullable BigInteger[] cells = new BigInteger[width];
    for (int i = 0; i < width; i++) {
      cells[i] = row.number(3 + i);
    }
    return new ResultRows.Row(
        row.whole(0, 0), row.value(1) == null ? null : row.whole(1, 0), row.text(2), cells);
  }
}
