package org.plumbline.referee;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.SuppliedPart;
import org.plumbline.check.NotEvaluated;
import org.plumbline.compile.Compiler;
import org.plumbline.evaluate.CaseInterval;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.CaseTotals;
import org.plumbline.evaluate.Measurement;
import org.plumbline.evaluate.Measurements;
import org.plumbline.evaluate.RecordSets;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.Database;

/** The engine's answer to a generated scenario. */
final class EngineRun {

  private EngineRun() {}

  /**
   * Runs the engine.
   *
   * @param cases whether single cases and their lives are asked for too
   */
  static Answer of(Scenario scenario, Database database, boolean cases) {
    Agreement agreement = scenario.agreement();
    Map<String, StoredSet> written = new LinkedHashMap<>();
    scenario
        .files()
        .forEach(
            (id, records) -> {
              RecordSet part = SuppliedPart.of(agreement, id).orElseThrow();
              written.put(id, DirectStore.write(database, part, records));
            });
    List<StoredSet> all = new ArrayList<>(written.values());
    try {
      List<Measurement> measurements = new ArrayList<>();
      List<CaseTotals> totals = new ArrayList<>();
      List<CaseOutcome> outcomes = new ArrayList<>();
      Map<String, List<CaseInterval>> intervals = new HashMap<>();
      Map<String, StoredSet> sets =
          RecordSets.of(new DuckDbEngine(database), agreement, written, scenario.asOf());
      all.addAll(sets.values());
      for (StoredSet stored : sets.values()) {
        List<String> metrics =
            agreement.metrics().entrySet().stream()
                .filter(metric -> metric.getValue().records().equals(stored.set()))
                .filter(metric -> !NotEvaluated.metrics(agreement).containsKey(metric.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        if (metrics.isEmpty()) {
          continue;
        }
        Measurements counted =
            new DuckDbEngine(database)
                .evaluate(agreement, Compiler.compile(agreement, stored, metrics, scenario.asOf()));
        measurements.addAll(counted.measurements());
        totals.addAll(counted.totals());
        if (cases) {
          EngineCases.add(database, agreement, stored, scenario.asOf(), outcomes, intervals);
        }
      }
      return new Answer(measurements, totals, outcomes, intervals);
    } finally {
      all.forEach(stored -> DirectStore.drop(database, stored));
    }
  }
}
