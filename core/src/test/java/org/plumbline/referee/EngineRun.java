package org.plumbline.referee;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.SuppliedPart;
import org.plumbline.evaluate.CaseInterval;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.Database;
import org.plumbline.rounds.Evaluated;
import org.plumbline.rounds.Rounds;

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
      Evaluated evaluated =
          Rounds.evaluate(
              new DuckDbEngine(database), agreement, written, scenario.asOf(), set -> {});
      all.addAll(evaluated.sets().values());
      List<CaseOutcome> outcomes = new ArrayList<>();
      Map<String, List<CaseInterval>> intervals = new HashMap<>();
      if (cases) {
        evaluated
            .compiled()
            .forEach(
                (metric, plan) ->
                    EngineCases.add(database, agreement, metric, plan, outcomes, intervals));
      }
      return new Answer(evaluated.measurements(), evaluated.totals(), outcomes, intervals);
    } finally {
      all.forEach(stored -> DirectStore.drop(database, stored));
    }
  }
}
