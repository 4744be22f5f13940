package org.plumbline.rounds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.plumbline.agreement.Agreement;
import org.plumbline.check.ResultsRead;
import org.plumbline.compile.CompiledSet;
import org.plumbline.compile.Compiler;
import org.plumbline.evaluate.CaseTotals;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.Measurement;
import org.plumbline.evaluate.Measurements;
import org.plumbline.evaluate.RecordSets;
import org.plumbline.exclusion.DeclaredTimes;
import org.plumbline.judge.Judge;
import org.plumbline.judge.Results;
import org.plumbline.judge.Surroundings;
import org.plumbline.records.StoredSet;

/**
 * Evaluates an agreement over its records: first the metrics over records, a set after the other,
 * then those over results, each after those whose results it may read.
 */
public final class Rounds {

  private final Engine engine;
  private final Agreement agreement;
  private final Instant asOf;
  private final RecordSets records;
  private final Surroundings known;
  private final Map<String, StoredSet> sets = new LinkedHashMap<>();
  private final Map<String, CompiledSet> compiled = new LinkedHashMap<>();
  private final List<Measurement> measurements = new ArrayList<>();
  private final List<CaseTotals> totals = new ArrayList<>();

  private Rounds(Engine engine, Agreement agreement, Map<String, StoredSet> loaded, Instant asOf) {
    this.engine = engine;
    this.agreement = agreement;
    this.asOf = asOf;
    records = RecordSets.of(engine, agreement, loaded, asOf);
    known = KnownBeside.of(agreement, records.declared(), engine.deliveries(loaded), asOf);
  }

  /**
   * Evaluates all metrics that are evaluated.
   *
   * @param loaded the records of files, by set, as a load leaves them
   * @param asOf what happened later is not seen
   * @param progress is told which record set comes next
   */
  public static Evaluated evaluate(
      Engine engine,
      Agreement agreement,
      Map<String, StoredSet> loaded,
      Instant asOf,
      Consumer<String> progress) {
    Rounds rounds = new Rounds(engine, agreement, loaded, asOf);
    RecordSets records = rounds.records;
    for (StoredSet stored : records.sets().values()) {
      List<String> metrics =
          agreement.metrics().entrySet().stream()
              .filter(metric -> metric.getValue().records().equals(stored.set()))
              .map(Map.Entry::getKey)
              .toList();
      if (!metrics.isEmpty()) {
        progress.accept(stored.set());
        rounds.count(stored, metrics, records.declared());
      }
    }
    for (String composite : ResultsRead.order(agreement)) {
      progress.accept(composite);
      rounds.count(
          engine.lay(ResultRows.of(agreement, composite, rounds.results())),
          List.of(composite),
          records.declared());
    }
    return new Evaluated(
        rounds.sets,
        rounds.compiled,
        rounds.measurements,
        rounds.totals,
        rounds.results(),
        records.declared().findings());
  }

  private void count(StoredSet stored, List<String> metrics, DeclaredTimes stands) {
    DeclaredTimes declared = Excess.with(engine, agreement, stored, metrics, asOf, stands);
    CompiledSet plan = Compiler.compile(agreement, stored, metrics, asOf, declared);
    Measurements counted = engine.evaluate(agreement, plan);
    measurements.addAll(counted.measurements());
    totals.addAll(counted.totals());
    for (String metric : metrics) {
      sets.put(metric, stored);
      compiled.put(metric, plan);
    }
  }

  private Results results() {
    return Judge.judge(agreement, measurements, asOf, known);
  }
}
