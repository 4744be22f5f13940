package org.plumbline.referee;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.plumbline.agreement.Agreement;
import org.plumbline.evaluate.CaseInterval;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.Engine;
import org.plumbline.records.StoredSet;
import org.plumbline.report.Evaluation;
import org.plumbline.report.json.PublishedResults;
import org.plumbline.rounds.Evaluated;
import org.plumbline.rounds.Rounds;

/** What an engine answers, in canonical texts that can be compared. */
final class EngineText {

  private EngineText() {}

  /**
   * The published results, and of single cases what is told of them.
   *
   * @param cases whether single cases, their lives and whose time it was are asked for too
   */
  static void of(
      Engine engine,
      Agreement agreement,
      Map<String, StoredSet> sets,
      Instant asOf,
      boolean cases,
      List<String> text) {
    Evaluated evaluated = Rounds.evaluate(engine, agreement, sets, asOf, set -> {});
    text.add(
        PublishedResults.of(
            new Evaluation(
                agreement,
                "",
                "",
                asOf,
                evaluated.results(),
                evaluated.totals(),
                List.of(),
                List.of(),
                Optional.empty(),
                evaluated.findings(),
                Set.of())));
    if (!cases) {
      return;
    }
    List<CaseOutcome> outcomes = new ArrayList<>();
    Map<String, List<CaseInterval>> intervals = new HashMap<>();
    evaluated
        .compiled()
        .forEach(
            (metric, compiled) -> {
              EngineCases.add(engine, agreement, metric, compiled, outcomes, intervals);
              engine
                  .partyTimes(compiled, Set.of(metric))
                  .forEach(time -> text.add(metric + ": " + time));
            });
    outcomes.stream().map(CaseOutcome::toString).sorted().forEach(text::add);
    new TreeMap<>(intervals).forEach((id, life) -> text.add(id + ": " + life));
  }
}
