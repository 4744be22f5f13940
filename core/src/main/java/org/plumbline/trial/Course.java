package org.plumbline.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.chain.Chain;
import org.plumbline.compile.CompiledSet;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;
import org.plumbline.evaluate.OutcomeQuery;
import org.plumbline.rounds.Evaluated;

/** Which steps took longer in the cases whose promise was not kept. */
final class Course {

  /** Into so many cases of each step is looked, the worst first. */
  private static final int LOOKED = 50_000;

  private final Engine engine;
  private final Agreement agreement;
  private final Evaluated evaluated;

  Course(Engine engine, Agreement agreement, Evaluated evaluated) {
    this.engine = engine;
    this.agreement = agreement;
    this.evaluated = evaluated;
  }

  TriedChain chain(Chain chain, List<TriedStep.Source> sources) {
    Set<String> broken = new HashSet<>();
    missed(chain.metric()).forEach(outcome -> broken.add(key(outcome)));
    Map<String, List<CaseOutcome>> longer = new HashMap<>();
    Set<String> explained = new HashSet<>();
    for (TriedStep.Source source : sources) {
      List<CaseOutcome> missed = source.metric().isPresent() ? missed(source.id()) : List.of();
      longer.put(source.id(), missed);
      missed.stream().map(Course::key).filter(broken::contains).forEach(explained::add);
    }
    List<TriedStep> steps = new ArrayList<>();
    for (TriedStep.Source source : sources) {
      List<CaseOutcome> missed = Objects.requireNonNull(longer.get(source.id()));
      steps.add(
          new TriedStep(
              source.link(),
              source.seen(),
              cases(source.id()),
              cases(source.id()) - holding(source.id()),
              missed.stream().map(Course::key).filter(broken::contains).distinct().count(),
              longest(missed)));
    }
    return new TriedChain(
        chain,
        cases(chain.metric()),
        cases(chain.metric()) - holding(chain.metric()),
        broken.size(),
        broken.size() - explained.size(),
        steps);
  }

  private static String key(CaseOutcome outcome) {
    return outcome.key() + " " + outcome.part();
  }

  private static Optional<CaseOutcome> longest(List<CaseOutcome> missed) {
    return missed.stream()
        .max(
            java.util.Comparator.comparingLong((CaseOutcome outcome) -> outcome.elapsed().orElse(0))
                .thenComparing(java.util.Comparator.comparing(CaseOutcome::key).reversed()));
  }

  private List<CaseOutcome> missed(String metric) {
    CompiledSet compiled = evaluated.compiled().get(metric);
    if (compiled == null) {
      return List.of();
    }
    return engine
        .outcomes(
            agreement,
            compiled,
            metric,
            new OutcomeQuery(
                Optional.empty(), OutcomeQuery.Which.ALL, OutcomeQuery.Order.WORST, LOOKED))
        .stream()
        .filter(outcome -> outcome.state() == CaseOutcome.State.NOT_MET)
        .filter(outcome -> outcome.period().isPresent())
        .toList();
  }

  private long cases(String metric) {
    return measured(metric).stream().mapToLong(Measurement::cases).sum();
  }

  private long holding(String metric) {
    return measured(metric).stream().mapToLong(Measurement::holding).sum();
  }

  private List<Measurement> measured(String metric) {
    return evaluated.measurements().stream()
        .filter(each -> each.metric().equals(metric))
        .filter(each -> each.line().level() == LineId.LevelKind.TARGET && each.line().rest() == 0)
        .toList();
  }
}
