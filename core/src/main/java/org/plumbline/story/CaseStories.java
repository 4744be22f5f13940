package org.plumbline.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.compile.CompiledSet;
import org.plumbline.compile.Compiler;
import org.plumbline.evaluate.CaseInterval;
import org.plumbline.evaluate.CaseLife;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.OutcomeQuery;
import org.plumbline.evaluate.PartyTime;
import org.plumbline.report.CaseStory;

/** Asks an engine for single cases of metrics that are no stocks, and for the parties' time. */
public final class CaseStories implements Cases {

  private static final int FEW = 200;
  private static final int INDETERMINATE = 25;
  private static final int TAKEN_OUT = 25;

  private final Engine engine;
  private final Agreement agreement;
  private final Map<String, CompiledSet> plans;

  /**
   * Asks an engine.
   *
   * @param plans by metric
   */
  public CaseStories(Engine engine, Agreement agreement, Map<String, CompiledSet> plans) {
    this.engine = engine;
    this.agreement = agreement;
    this.plans = Map.copyOf(plans);
  }

  /** Whether a metric has single cases to tell of: those of a stock are counted again and again. */
  @Override
  public boolean tells(String metric) {
    Metric term = metric(metric);
    return !term.countedWhenOrDefault().isStock() && plans.containsKey(metric);
  }

  /** Whether the cases that a figure is of can be listed. */
  @Override
  public boolean lists(String metric) {
    return plans.containsKey(metric);
  }

  /** The cases of the periods furthest past their limit, with their lives. */
  @Override
  public List<CaseStory> worst(String metric, Set<ReportingPeriod> periods, int most) {
    if (!isLimited(metric(metric))) {
      return List.of();
    }
    CompiledSet compiled = compiled(metric);
    List<CaseOutcome> missed =
        engine.outcomes(agreement, compiled, metric, OutcomeQuery.worst(periods, most)).stream()
            .filter(outcome -> outcome.state() == CaseOutcome.State.NOT_MET)
            .sorted(
                Comparator.comparing((CaseOutcome outcome) -> -overrun(outcome))
                    .thenComparing(CaseOutcome::key))
            .limit(most)
            .toList();
    return stories(missed, lives(metric, missed));
  }

  /** Whether some line has a limit that a case can be past. */
  private static boolean isLimited(Metric metric) {
    return Stream.of(metric.target(), metric.minimumOrTarget())
        .filter(Level.Lines.class::isInstance)
        .flatMap(level -> ((Level.Lines) level).lines().stream())
        .flatMap(line -> Stream.iterate(Optional.of(line), Optional::isPresent, CaseStories::rest))
        .anyMatch(line -> line.orElseThrow().limit().isPresent());
  }

  private static Optional<Level.Line> rest(Optional<Level.Line> line) {
    return line.flatMap(Level.Line::rest);
  }

  /** The lives of these cases, worked out for them alone where they are few. */
  private List<CaseLife> lives(String metric, List<CaseOutcome> outcomes) {
    if (outcomes.isEmpty()) {
      return List.of();
    }
    Set<String> keys = outcomes.stream().map(CaseOutcome::key).collect(Collectors.toSet());
    CompiledSet compiled = compiled(metric);
    CompiledSet few =
        keys.size() > FEW
            ? compiled
            : Compiler.compileCases(agreement, compiled, List.of(metric), keys);
    return engine.lives(few, metric, Optional.of(keys));
  }

  private static long overrun(CaseOutcome outcome) {
    return outcome.elapsed().orElse(0) - outcome.limit().orElse(0);
  }

  /** The cases that are not decided yet, with their lives. */
  @Override
  public List<CaseStory> open(String metric) {
    List<CaseOutcome> open =
        engine.outcomes(agreement, compiled(metric), metric, OutcomeQuery.open());
    return stories(
        open,
        open.size() > FEW
            ? engine.lives(compiled(metric), metric, Optional.empty())
            : lives(metric, open));
  }

  /** The first cases of which it cannot be said, without their lives. */
  @Override
  public List<CaseStory> indeterminate(String metric) {
    return stories(
        engine.outcomes(
            agreement, compiled(metric), metric, OutcomeQuery.indeterminate(INDETERMINATE)),
        List.of());
  }

  /** The first cases that exclusions took out, without their lives. */
  @Override
  public List<CaseStory> takenOut(String metric) {
    return stories(
        engine.outcomes(agreement, compiled(metric), metric, OutcomeQuery.takenOut(TAKEN_OUT)),
        List.of());
  }

  /** All cases that count in the periods, those that miss first; without their lives. */
  @Override
  public List<CaseStory> all(String metric, Set<ReportingPeriod> periods) {
    return stories(
        engine
            .outcomes(
                agreement, compiled(metric), metric, OutcomeQuery.worst(periods, Long.MAX_VALUE))
            .stream()
            .filter(outcome -> counts(outcome.state()))
            .sorted(
                Comparator.comparing((CaseOutcome outcome) -> rank(outcome.state()))
                    .thenComparing(outcome -> -overrun(outcome)))
            .toList(),
        List.of());
  }

  private static boolean counts(CaseOutcome.State state) {
    return state != CaseOutcome.State.VOIDED && state != CaseOutcome.State.NOT_QUALIFIED;
  }

  private static int rank(CaseOutcome.State state) {
    return switch (state) {
      case NOT_MET -> 0;
      case INDETERMINATE -> 1;
      case OPEN -> 2;
      case MET, VOIDED, NOT_QUALIFIED -> 3;
    };
  }

  /** One case, each of its parts, with its life; none if the records have no such case. */
  @Override
  public List<CaseStory> ofKey(String metric, String key) {
    CompiledSet compiled =
        Compiler.compileCases(agreement, compiled(metric), List.of(metric), Set.of(key));
    return stories(
        engine.outcomes(agreement, compiled, metric, OutcomeQuery.all()),
        engine.lives(compiled, metric, Optional.of(Set.of(key))));
  }

  /** These cases, in whatever period they count; without their lives. */
  @Override
  public List<CaseStory> ofKeys(String metric, Set<String> keys) {
    return keys.isEmpty()
        ? List.of()
        : stories(
            engine.outcomes(
                agreement,
                Compiler.compileCases(agreement, compiled(metric), List.of(metric), keys),
                metric,
                OutcomeQuery.all()),
            List.of());
  }

  /** Who held the decided cases of the periods, by metric. */
  @Override
  public List<PartyTime> partyTimes(Map<String, Set<ReportingPeriod>> periods) {
    List<PartyTime> times = new ArrayList<>();
    for (CompiledSet set : each()) {
      for (PartyTime time : PartyShares.by(engine).of(agreement, set, periods.keySet())) {
        if (periods.getOrDefault(time.metric(), Set.of()).contains(time.period())) {
          times.add(time);
        }
      }
    }
    return times;
  }

  /** The plans, each once. */
  private Set<CompiledSet> each() {
    Set<CompiledSet> each = Collections.newSetFromMap(new IdentityHashMap<>());
    each.addAll(plans.values());
    return each;
  }

  private CompiledSet compiled(String metric) {
    return Objects.requireNonNull(plans.get(metric));
  }

  private Metric metric(String id) {
    return Objects.requireNonNull(agreement.metrics().get(id));
  }

  private static List<CaseStory> stories(List<CaseOutcome> outcomes, List<CaseLife> lives) {
    Map<List<Object>, List<CaseInterval>> byPart = new HashMap<>();
    lives.forEach(life -> byPart.put(List.of(life.key(), life.part()), life.intervals()));
    List<CaseStory> stories = new ArrayList<>();
    for (CaseOutcome outcome : outcomes) {
      stories.add(
          new CaseStory(
              recorded(outcome),
              byPart.getOrDefault(List.<Object>of(outcome.key(), outcome.part()), List.of())));
    }
    return stories;
  }

  /** Without the marks by which requests leave cases out: nobody recorded them. */
  private static CaseOutcome recorded(CaseOutcome outcome) {
    Map<String, String> fields = new LinkedHashMap<>(outcome.fields());
    boolean marked = fields.keySet().removeIf(field -> field.startsWith("request "));
    return marked ? outcome.shown(outcome.key(), outcome.holder(), fields) : outcome;
  }
}
