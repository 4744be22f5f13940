package org.plumbline.compile;

import static org.plumbline.compile.plan.Expression.column;
import static org.plumbline.compile.plan.Expression.none;
import static org.plumbline.compile.plan.Expression.number;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.agreement.Varying;
import org.plumbline.compile.plan.Aggregate;
import org.plumbline.compile.plan.Expression;
import org.plumbline.compile.plan.Named;
import org.plumbline.compile.plan.Operation;
import org.plumbline.compile.plan.Plan;
import org.plumbline.compile.plan.PlanCheck;
import org.plumbline.compile.plan.Schemas;
import org.plumbline.compile.plan.Type;
import org.plumbline.exclusion.DeclaredTimes;
import org.plumbline.records.StoredSet;
import org.plumbline.records.StoredSet.Table;

/** From the metrics over a record set to one plan that counts them all (design section 6). */
public final class Compiler {

  private final StoredSet stored;
  private final Context context;
  private final TimeTables tables;

  private Compiler(
      Agreement agreement,
      StoredSet stored,
      Instant asOf,
      AskedCases asked,
      DeclaredTimes declared,
      Set<String> calendars) {
    this.stored = stored;
    Horizon horizon = Reach.horizon(agreement, stored, asOf);
    tables = new TimeTables(new Calendars(agreement, horizon), calendars);
    RecordSet set =
        SetTerms.of(agreement, stored.set())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the agreement has no record set " + stored.set()));
    context = new Context(agreement, set, stored, asOf, asked, declared, tables);
  }

  /**
   * Compiles metrics over a record set.
   *
   * @param metrics ids of metrics over this set that {@code unsupported} lets pass
   * @param asOf what happened later is not seen
   */
  public static CompiledSet compile(
      Agreement agreement, StoredSet stored, List<String> metrics, Instant asOf) {
    return compile(agreement, stored, metrics, asOf, DeclaredTimes.NONE);
  }

  /**
   * Compiles metrics over a record set.
   *
   * @param declared the declared times that stand
   */
  public static CompiledSet compile(
      Agreement agreement,
      StoredSet stored,
      List<String> metrics,
      Instant asOf,
      DeclaredTimes declared) {
    return compile(agreement, stored, metrics, asOf, AskedCases.ALL, declared);
  }

  /**
   * Compiles metrics over some cases of a record set, for explaining them.
   *
   * @param all the set as it was compiled for all cases
   * @param keys the cases' keys, as {@link org.plumbline.records.CaseKey} writes them; not empty
   */
  public static CompiledSet compileCases(
      Agreement agreement, CompiledSet all, List<String> metrics, Set<String> keys) {
    return compileAsked(agreement, all, metrics, new AskedCases.Keys(keys));
  }

  /**
   * Compiles metrics over a share of the cases, so that many are worked on share by share.
   *
   * @param all the set as it was compiled for all cases
   * @param share by the numbers of the cases, which count from 0
   */
  public static CompiledSet compileShare(
      Agreement agreement, CompiledSet all, List<String> metrics, AskedCases.Share share) {
    return compileAsked(agreement, all, metrics, share);
  }

  private static CompiledSet compileAsked(
      Agreement agreement, CompiledSet all, List<String> metrics, AskedCases asked) {
    return compile(agreement, all.stored(), metrics, all.asOf(), asked, all.declared());
  }

  private static CompiledSet compile(
      Agreement agreement,
      StoredSet stored,
      List<String> metrics,
      Instant asOf,
      AskedCases asked,
      DeclaredTimes declared) {
    Map<String, Metric> chosen = new LinkedHashMap<>();
    for (String id : metrics) {
      Metric metric = agreement.metrics().get(id);
      if (metric == null || !metric.records().equals(stored.set())) {
        throw new IllegalArgumentException("no metric " + id + " over " + stored.set());
      }
      boolean byRegister =
          metric.clock().isEmpty() && RegisterSets.SETS.containsKey(metric.records());
      Metric timed = byRegister ? metric.withClock(metric.clockOrDefault()) : metric;
      chosen.put(id, ResultFigures.withData(timed));
    }
    Agreement closing = declared.closing(agreement);
    return new Compiler(closing, stored, asOf, asked, declared, clockCalendars(chosen))
        .compile(chosen);
  }

  private static Set<String> clockCalendars(Map<String, Metric> metrics) {
    Set<String> calendars = new LinkedHashSet<>();
    metrics.values().stream()
        .flatMap(metric -> metric.clock().stream())
        .flatMap(clock -> clock.calendar().stream())
        .forEach(calendar -> collect(calendar, calendars));
    return calendars;
  }

  private static void collect(Varying<String> varying, Set<String> calendars) {
    if (varying instanceof Varying.Fixed<String> fixed) {
      calendars.add(fixed.value());
    } else if (varying instanceof Varying.ByCondition<String> byCondition) {
      byCondition.choices().forEach(choice -> collect(choice.is(), calendars));
    } else if (varying instanceof Varying.ByDate<String> byDate) {
      byDate.steps().forEach(step -> collect(step.is(), calendars));
    }
  }

  private CompiledSet compile(Map<String, Metric> metrics) {
    CaseRows cases = new CaseRows(context);
    Map<String, Integer> numbers = new LinkedHashMap<>();
    metrics.keySet().forEach(id -> numbers.put(id, numbers.size()));
    List<FlowMetric.Compiled> compiled = new ArrayList<>();
    List<Plan> checks = new ArrayList<>();
    Map<String, Metric> together = new LinkedHashMap<>();
    for (Map.Entry<String, Metric> each : metrics.entrySet()) {
      String id = each.getKey();
      Metric metric = each.getValue();
      int number = Objects.requireNonNull(numbers.get(id));
      Optional<String> held = Holders.asked(context, metric);
      if (metric.countedWhenOrDefault().isStock()) {
        compiled.add(new StockMetric(id, metric, context, cases).compile(number));
      } else if (held.isPresent()) {
        Rows holders = Holders.each(cases, id, metric, held.get());
        compiled.addAll(flows(Map.of(id, metric), numbers, holders, new ArrayList<>()));
      } else {
        together.put(id, metric);
      }
    }
    if (!together.isEmpty()) {
      compiled.addAll(flows(together, numbers, cases.open(), checks));
    }
    return assemble(compiled, checks);
  }

  /** Metrics that count the same rows, each row once. */
  private List<FlowMetric.Compiled> flows(
      Map<String, Metric> metrics, Map<String, Integer> numbers, Rows shared, List<Plan> checks) {
    Plan before = shared.frame().checkpoint();
    Clocks clocks = new Clocks(shared);
    Map<String, FlowMetric> flows = new LinkedHashMap<>();
    metrics.forEach((id, metric) -> flows.put(id, new FlowMetric(id, metric, shared, clocks)));
    Plan rows = shared.frame().plan();
    Split split = new Split(rows, tables.few(), context.always(), context.seldom());
    Tally tally = new Tally(split);
    flows.values().forEach(flow -> flow.ask(tally));
    checks.add(counted(before, "rows in"));
    checks.add(tally.isEmpty() ? counted(rows, "rows out") : tally.total());
    return flows.entrySet().stream()
        .map(
            flow ->
                flow.getValue()
                    .compile(Objects.requireNonNull(numbers.get(flow.getKey())), split, tally))
        .toList();
  }

  private static Plan counted(Plan rows, String note) {
    return new Plan.Group(rows, List.of(), List.of(Aggregate.count("rows", Expression.YES)), note);
  }

  private CompiledSet assemble(List<FlowMetric.Compiled> compiled, List<Plan> checks) {
    int width =
        Math.max(2, compiled.stream().mapToInt(each -> each.cells().size()).max().orElse(2));
    List<Plan> rows = new ArrayList<>();
    for (FlowMetric.Compiled each : compiled) {
      for (Plan group : each.groups()) {
        List<Named> added = new ArrayList<>();
        added.add(new Named("metric", number(each.metric().number())));
        added.add(new Named("at period", column("period")));
        added.add(new Named("each", column("each value")));
        added.addAll(each.cells().columns(group, width));
        rows.add(new Plan.Extend(group, List.of(), added, each.metric().id() + ": result rows"));
      }
    }
    for (int i = 0; i < checks.size(); i++) {
      List<Named> added = new ArrayList<>();
      added.add(new Named("metric", number(-1)));
      added.add(new Named("at period", number(0)));
      added.add(new Named("each", none(Type.TEXT)));
      for (int c = 0; c < width; c++) {
        Expression cell = Expression.call(Operation.WIDE, c == i ? column("rows") : number(0));
        added.add(new Named("c" + c, cell));
      }
      rows.add(new Plan.Extend(checks.get(i), List.of(), added, "rows in, rows out"));
    }
    Plan all = new Plan.Union(rows, "all metrics of " + stored.set());
    return new CompiledSet(
        stored,
        context.asOf(),
        context.declared(),
        context.set().turns(),
        List.copyOf(context.agreement().exclusions().keySet()),
        compiled.stream().map(each -> finished(each.metric())).toList(),
        finished(all),
        width,
        tables::tables,
        ids -> partyTimes(compiled, ids));
  }

  /** Whose time it was, of several metrics in one plan, so that what they share is done once. */
  private Optional<Plan> partyTimes(List<FlowMetric.Compiled> compiled, Set<String> ids) {
    List<Plan> all = new ArrayList<>();
    for (FlowMetric.Compiled each : compiled) {
      CompiledMetric metric = each.metric();
      if (ids.contains(metric.id()) && metric.attribution().isPresent()) {
        Plan times = metric.attribution().get().get().byTurn();
        all.add(
            new Plan.Extend(
                times,
                new Schemas().names(times),
                List.of(new Named("metric", number(metric.number()))),
                metric.id() + ": whose time it was"));
      }
    }
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(finished(new Plan.Union(all, "whose time it was")));
  }

  /** A metric whose plans are pruned and checked. */
  private CompiledMetric finished(CompiledMetric metric) {
    return new CompiledMetric(
        metric.id(),
        metric.number(),
        metric.windows(),
        metric.stock(),
        metric.totals(),
        metric.lines(),
        metric.outcomes().map(each -> () -> finished(each.get())),
        metric.attribution().map(each -> () -> finished(each.get())),
        metric.each(),
        metric.availability().map(this::finished));
  }

  private CompiledAvailability finished(CompiledAvailability availability) {
    return new CompiledAvailability(
        () -> finished(availability.stretches().get()),
        availability.share(),
        availability.weightScale(),
        availability.hours(),
        availability.excluded());
  }

  private CompiledMetric.Attribution finished(CompiledMetric.Attribution attribution) {
    return new CompiledMetric.Attribution(
        finished(attribution.intervals()), finished(attribution.byTurn()));
  }

  private Plan finished(Plan plan) {
    Set<String> names = tableNames();
    return PlanCheck.check(Prune.apply(PlanCheck.check(plan, names)), names);
  }

  private Set<String> tableNames() {
    Set<String> names = new LinkedHashSet<>(tables.names());
    names.addAll(context.declared().above().values());
    for (Table table : Table.values()) {
      names.add(stored.table(table));
    }
    return names;
  }
}
