package org.plumbline.evaluate.duckdb;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.plumbline.compile.sql.DuckDbDialect;
import org.plumbline.compile.sql.Sql;
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
import org.plumbline.records.duckdb.Database;

/** Runs plans in a DuckDB that holds the records. */
public final class DuckDbEngine implements Engine {

  private final Database database;
  private final DataTables tables;

  /** An engine over a database in which record sets have been loaded. */
  public DuckDbEngine(Database database) {
    this.database = database;
    tables = new DataTables(database);
  }

  @Override
  public List<Declaration> declarations(Map<String, StoredSet> sets) {
    StoredSet stored = sets.get(RegisterSets.DECLARATIONS);
    return stored == null ? List.of() : Declarations.read(database, stored);
  }

  @Override
  public Optional<List<SetDelivery>> deliveries(Map<String, StoredSet> sets) {
    return Optional.ofNullable(sets.get(RegisterSets.DELIVERIES))
        .map(stored -> Deliveries.read(database, stored));
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
        own.addAll(GapStretches.of(database, agreement, compiled, metric.id(), this::stretches));
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

  private static AvailableTime.Stretch stretch(ResultSet row, int lines) throws SQLException {
    List<Integer> standing = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      standing.add(row.getInt("o line " + i));
    }
    return new AvailableTime.Stretch(
        row.getLong("o case"),
        row.getInt("o part"),
        row.getString("o each"),
        row.getLong("o from"),
        row.getLong("o until"),
        row.getLong("o f"),
        row.getLong("o u"),
        row.getInt("o open") == 1,
        number(row.getObject("o weight")),
        standing);
  }

  @Override
  public StoredSet workOut(WorkedOutSet set) {
    return new MadeSets(database, tables).workOut(set);
  }

  @Override
  public StoredSet lay(LaidSet set) {
    return new MadeSets(database, tables).lay(set);
  }

  @Override
  public void keep(String name, CompiledSet compiled, String metric, Staying staying) {
    Plan plan =
        OutcomePlans.of(metric(compiled, metric), OutcomeQuery.all())
            .orElseThrow(() -> new IllegalArgumentException(metric + " counts no single cases"));
    tables.during(
        compiled.tables(plan),
        () -> {
          new Portions(database)
              .keep(name, Sql.of(plan, new DuckDbDialect()), staying, compiled.asOf());
          return name;
        });
  }

  @Override
  public StoredSet portion(StoredSet set, String tables, List<String> among, List<String> without) {
    return new Portions(database).portion(set, tables, among, without);
  }

  @Override
  public List<CaseOutcome> outcomes(
      Agreement agreement, CompiledSet compiled, String metric, OutcomeQuery query) {
    CompiledMetric of = metric(compiled, metric);
    return OutcomePlans.of(of, query)
        .map(plan -> run(compiled, plan, row -> outcome(row, of, compiled)))
        .orElse(List.of());
  }

  private static CaseOutcome outcome(ResultSet row, CompiledMetric metric, CompiledSet compiled)
      throws SQLException {
    Map<String, Object> values = new HashMap<>();
    for (String name : CompiledMetric.outcomeColumns()) {
      Object value = row.getObject("o " + name);
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
      String value = row.getString("o f:" + field);
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
          database.each(
              Sql.of(told, new DuckDbDialect()),
              row -> {
                for (int i = 0; i < numbers.length; i++) {
                  numbers[i] = row.getLong(i + 1);
                  if (row.wasNull()) {
                    numbers[i] = Long.MIN_VALUE;
                  }
                }
                cases.accept(numbers);
                return numbers;
              });
          return numbers;
        });
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
                        row.getInt("o part"),
                        row.getLong("o f"),
                        row.getLong("o u"),
                        row.getLong("o turn"),
                        row.getLong("o open"),
                        row.getLong("o counted") == 1);
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
                              byKey.computeIfAbsent(row.getString("o key"), key -> new TreeMap<>()))
                          .add(
                              row.getInt("o part"),
                              row.getLong("o f"),
                              row.getLong("o u"),
                              row.getLong("o turn"),
                              row.getLong("o open"),
                              row.getLong("o counted") == 1);
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
                              Objects.requireNonNull(byNumber.get(row.getLong("metric")));
                          BigInteger open = number(row, "all open");
                          return new PartyTime(
                              of.id(),
                              of.windows().periodAt(row.getLong("period")).orElseThrow(),
                              String.valueOf(parties.get(row.getLong("party"))),
                              row.getLong("cases"),
                              open,
                              number(row, "all wall").subtract(open));
                        })));
    return PartyTime.summed(times);
  }

  private static BigInteger number(ResultSet row, String column) throws SQLException {
    BigInteger value = number(row.getObject(column));
    return value == null ? BigInteger.ZERO : value;
  }

  private static CompiledMetric metric(CompiledSet compiled, String id) {
    return compiled.metrics().stream()
        .filter(metric -> metric.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not compiled: " + id));
  }

  /** The rows of a plan, its tables being there while it runs. */
  private <T> List<T> run(CompiledSet compiled, Plan plan, Database.RowReader<T> reader) {
    return tables.during(
        compiled.tables(plan), () -> database.query(Sql.of(plan, new DuckDbDialect()), reader));
  }

  private static ResultRows.Row row(ResultSet row, int width) throws SQLException {
    long metric = row.getLong(1);
    long period = row.getLong(2);
    boolean none = row.wasNull();
    String each = row.getString(3);
    @Nullable BigInteger[] cells = new BigInteger[width];
    for (int i = 0; i < width; i++) {
      cells[i] = number(row.getObject(4 + i));
    }
    return new ResultRows.Row(metric, none ? null : period, each, cells);
  }

  private static @Nullable BigInteger number(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    return value instanceof BigInteger number
        ? number
        : new BigDecimal(value.toString()).toBigIntegerExact();
  }
}
