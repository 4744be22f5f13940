package org.plumbline.referee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.compile.CompiledSet;
import org.plumbline.compile.Compiler;
import org.plumbline.evaluate.CaseInterval;
import org.plumbline.evaluate.CaseLife;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.OutcomeQuery;
import org.plumbline.evaluate.duckdb.DuckDbEngine;
import org.plumbline.records.duckdb.Database;

/** What the engine says of single cases, checked for what must hold of any. */
final class EngineCases {

  private EngineCases() {}

  /** Adds the outcomes and lives of all cases of a metric, if it is no stock. */
  static void add(
      Database database,
      Agreement agreement,
      String id,
      CompiledSet all,
      List<CaseOutcome> outcomes,
      Map<String, List<CaseInterval>> intervals) {
    add(new DuckDbEngine(database), agreement, id, all, outcomes, intervals);
  }

  /** The same of any engine. */
  static void add(
      Engine engine,
      Agreement agreement,
      String id,
      CompiledSet all,
      List<CaseOutcome> outcomes,
      Map<String, List<CaseInterval>> intervals) {
    if (isStock(Objects.requireNonNull(agreement.metrics().get(id)))) {
      return;
    }
    CompiledSet compiled =
        Compiler.compile(agreement, all.stored(), List.of(id), all.asOf(), all.declared());
    List<CaseOutcome> told = engine.outcomes(agreement, compiled, id, OutcomeQuery.all());
    outcomes.addAll(told);
    Set<String> keys = new LinkedHashSet<>();
    told.forEach(outcome -> keys.add(outcome.key()));
    if (keys.isEmpty()) {
      return;
    }
    for (CaseLife life : engine.lives(compiled, id, Optional.of(keys))) {
      adjoins(life);
      intervals.put(Answer.id(id, life.key(), life.part()), life.intervals());
    }
  }

  private static void adjoins(CaseLife life) {
    for (int i = 1; i < life.intervals().size(); i++) {
      assertThat(life.intervals().get(i).from())
          .as("%s: each interval begins where the one before ends", life)
          .isEqualTo(life.intervals().get(i - 1).until());
    }
    for (CaseInterval interval : life.intervals()) {
      assertThat(interval.openMicros())
          .as("%s: open time", life)
          .isBetween(0L, EpochMicros.of(interval.until()) - EpochMicros.of(interval.from()));
    }
  }

  /** The referee's answer without the lives under stocks, which the engine does not tell. */
  static Answer comparable(Agreement agreement, Answer answer) {
    Map<String, List<CaseInterval>> intervals = new HashMap<>();
    answer
        .intervals()
        .forEach(
            (id, list) -> {
              String metric = id.substring(0, id.indexOf('|'));
              if (!isStock(Objects.requireNonNull(agreement.metrics().get(metric)))) {
                intervals.put(id, list);
              }
            });
    return new Answer(answer.measurements(), answer.totals(), answer.outcomes(), intervals);
  }

  private static boolean isStock(Metric metric) {
    return metric.countedWhenOrDefault().isStock();
  }
}
