package org.plumbline.rounds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.CountedWhen;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Quantity;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.compile.CompiledSet;
import org.plumbline.compile.Compiler;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.LaidSet;
import org.plumbline.evaluate.OutcomeQuery;
import org.plumbline.exclusion.DeclaredTimes;
import org.plumbline.judge.WorkLimits;
import org.plumbline.records.StoredSet;

/**
 * The cases above limits of work, which are taken out one by one (docs/meaning.md 18): of those
 * that the limiting metric counts in a period, the last ones.
 */
public final class Excess {

  private final Engine engine;
  private final Agreement agreement;
  private final StoredSet stored;
  private final Instant asOf;
  private final DeclaredTimes declared;
  private final Map<String, Map<ReportingPeriod, List<CaseOutcome>>> counted =
      new LinkedHashMap<>();

  private Excess(
      Engine engine, Agreement agreement, StoredSet stored, Instant asOf, DeclaredTimes declared) {
    this.engine = engine;
    this.agreement = agreement;
    this.stored = stored;
    this.asOf = asOf;
    this.declared = declared;
  }

  /** One part of a case. */
  private record Part(String key, int number) {}

  /**
   * What is taken out of these metrics over a record set, with what is above limits of work; their
   * cases are laid in the engine.
   */
  public static DeclaredTimes with(
      Engine engine,
      Agreement agreement,
      StoredSet stored,
      List<String> metrics,
      Instant asOf,
      DeclaredTimes declared) {
    Excess excess = new Excess(engine, agreement, stored, asOf, declared);
    Map<String, String> tables = new LinkedHashMap<>();
    for (String metric : metrics) {
      Map<Part, Integer> above = excess.above(metric);
      if (!above.isEmpty()) {
        String tables0 = "above limits of " + metric + " over " + stored.tables();
        engine.lay(laid(tables0, above));
        tables.put(metric, tables0 + ".cases");
      }
    }
    return tables.isEmpty() ? declared : declared.withAbove(tables);
  }

  private static LaidSet laid(String tables, Map<Part, Integer> above) {
    List<LaidSet.Case> cases = new ArrayList<>();
    above.forEach(
        (part, by) ->
            cases.add(
                new LaidSet.Case(
                    part.key(),
                    List.of(),
                    Arrays.asList(String.valueOf(part.number()), String.valueOf(by)))));
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("part", "BIGINT");
    fields.put("by", "BIGINT");
    return new LaidSet("above limits", tables, Map.of(), fields, cases);
  }

  /** The parts above a limit that takes them out of a metric, with the number of the exclusion. */
  private Map<Part, Integer> above(String metric) {
    Map<Part, Integer> above = new LinkedHashMap<>();
    List<String> order = List.copyOf(agreement.exclusions().keySet());
    agreement
        .exclusions()
        .forEach(
            (id, exclusion) -> {
              if (exclusion.ground() instanceof Exclusion.Ground.Workload workload
                  && workload.takes().equals("excess")
                  && exclusion.effect() instanceof Exclusion.Effect.Excludes excludes
                  && takes(excludes, workload, metric)) {
                workload
                    .limits()
                    .forEach(
                        (volume, limit) -> {
                          if (!volume.equals(metric)) {
                            for (Part part : above(volume, limit)) {
                              above.putIfAbsent(part, order.indexOf(id));
                            }
                          }
                        });
              }
            });
    return above;
  }

  private static boolean takes(
      Exclusion.Effect.Excludes excludes, Exclusion.Ground.Workload workload, String metric) {
    return excludes.metrics().contains(metric)
        || (excludes.metrics().contains("all") && !workload.limits().containsKey(metric));
  }

  private List<Part> above(String volume, Exclusion.WorkloadLimit limit) {
    List<Part> above = new ArrayList<>();
    counted
        .computeIfAbsent(volume, this::counted)
        .forEach(
            (period, cases) ->
                WorkLimits.of(agreement, limit, period)
                    .ifPresent(
                        most -> {
                          for (int place = 1; place <= cases.size(); place++) {
                            if (most.compareTo(Exact.of(place)) < 0) {
                              CaseOutcome one = cases.get(place - 1);
                              above.add(new Part(one.key(), one.part()));
                            }
                          }
                        }));
    return above;
  }

  /** The cases that a metric counts, by period, in the order in which it counts them. */
  private Map<ReportingPeriod, List<CaseOutcome>> counted(String volume) {
    Metric metric = agreement.metrics().get(volume);
    Map<ReportingPeriod, List<CaseOutcome>> byPeriod = new LinkedHashMap<>();
    if (metric == null
        || !metric.records().equals(stored.set())
        || metric.countedWhenOrDefault().isStock()
        || !(metric.figureOrDefault() instanceof Quantity.CountOfCases count)) {
      return byPeriod;
    }
    Map<String, Metric> metrics = new LinkedHashMap<>(agreement.metrics());
    metrics.put(volume, narrowed(metric, count));
    Agreement narrowed = agreement.withMetrics(metrics);
    CompiledSet compiled = Compiler.compile(narrowed, stored, List.of(volume), asOf, declared);
    boolean byStart = metric.countedWhenOrDefault() == CountedWhen.STARTED;
    engine.outcomes(narrowed, compiled, volume, OutcomeQuery.all()).stream()
        .filter(one -> one.state() == CaseOutcome.State.MET && one.period().isPresent())
        .sorted(
            Comparator.comparing(
                    (CaseOutcome one) -> (byStart ? one.start() : one.stop()).orElse(Instant.MIN))
                .thenComparing(CaseOutcome::key)
                .thenComparingInt(CaseOutcome::part))
        .forEach(
            one ->
                byPeriod
                    .computeIfAbsent(one.period().orElseThrow(), key -> new ArrayList<>())
                    .add(one));
    return byPeriod;
  }

  /** The metric with what it counts as what qualifies: both must surely hold. */
  private static Metric narrowed(Metric metric, Quantity.CountOfCases count) {
    List<Condition> all = new ArrayList<>(metric.qualifies().stream().toList());
    all.addAll(count.where().stream().toList());
    return metric
        .withFigure(new Quantity.CountOfCases(Optional.empty()))
        .withQualifies(all.isEmpty() ? Optional.empty() : Optional.of(new Condition.All(all)));
  }
}
