package org.plumbline.trial;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.chain.Chain;
import org.plumbline.chain.Link;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;
import org.plumbline.judge.Results;
import org.plumbline.records.StoredSet;
import org.plumbline.rounds.Evaluated;
import org.plumbline.rounds.Rounds;

/**
 * What records of the past say of a draft. Its terms are run as if they had been in force for the
 * {@value #YEARS} years before.
 *
 * @param chains how the steps of each promise went
 * @param reread fields that results depend on, and that do not say when they are read
 * @param usual by metric and line, as {@link #line} writes it, how many cases a period usually has
 */
public record Trial(List<TriedChain> chains, List<Rereading> reread, Map<String, Long> usual) {

  private static final int YEARS = 5;

  /** From so few periods with cases on nothing is said of what is usual. */
  private static final int PERIODS = 3;

  /** Copies list and map. */
  public Trial {
    chains = List.copyOf(chains);
    reread = List.copyOf(reread);
    usual = Map.copyOf(usual);
  }

  /**
   * Tries a draft.
   *
   * @param chains its promises and their steps
   * @param loaded the records of files, by set, as a load leaves them
   * @param asOf what happened later is not seen
   * @param progress is told which record set comes next
   */
  public static Trial of(
      Engine engine,
      Agreement draft,
      Optional<Conops> conops,
      List<Chain> chains,
      Map<String, StoredSet> loaded,
      Instant asOf,
      Consumer<String> progress) {
    Agreement past = past(conops.map(all -> all.calendarsInto(draft)).orElse(draft), asOf);
    Map<String, Chain> byMetric = new LinkedHashMap<>();
    chains.forEach(chain -> byMetric.merge(chain.metric(), chain, Trial::bothWays));
    Map<String, List<TriedStep.Source>> sources = new LinkedHashMap<>();
    Map<String, Metric> metrics = new LinkedHashMap<>(past.metrics());
    byMetric.forEach(
        (id, chain) -> {
          List<TriedStep.Source> steps = StepSources.of(past, chain);
          steps.forEach(step -> step.metric().ifPresent(m -> metrics.put(step.id(), m)));
          sources.put(id, steps);
        });
    Agreement asked = past.withMetrics(metrics);
    Evaluated evaluated = Rounds.evaluate(engine, asked, loaded, asOf, progress);
    List<TriedChain> tried = new ArrayList<>();
    byMetric.forEach(
        (id, chain) -> {
          if (evaluated.compiled().containsKey(id)) {
            tried.add(
                new Course(engine, asked, evaluated)
                    .chain(chain, sources.getOrDefault(id, List.of())));
          }
        });
    List<Rereading> reread =
        Rereading.of(
            asked,
            loaded,
            promised(draft, evaluated),
            other -> promised(draft, Rounds.evaluate(engine, other, loaded, asOf, progress)));
    return new Trial(tried, reread, usual(draft, evaluated, asOf));
  }

  /** The steps of both, if they are ways through one promise; else the first stands. */
  private static Chain bothWays(Chain one, Chain other) {
    if (!one.path().equals(other.path()) || !one.promised().equals(other.promised())) {
      return one;
    }
    Set<Link> steps = new LinkedHashSet<>(one.links());
    steps.addAll(other.links());
    return one.withLinks(List.copyOf(steps));
  }

  /** The results of a draft's own metrics, without those of its steps. */
  private static Results promised(Agreement draft, Evaluated evaluated) {
    Results all = evaluated.results();
    return new Results(
        all.agreement(),
        all.asOf(),
        all.results().stream()
            .filter(result -> draft.metrics().containsKey(result.metric()))
            .toList());
  }

  /** The key of a line of a metric's target. */
  public static String line(String metric, int line) {
    return metric + "/" + line;
  }

  private static Agreement past(Agreement draft, Instant asOf) {
    LocalDate today = asOf.atZone(draft.zone()).toLocalDate();
    PerformancePeriod own = draft.performancePeriod();
    LocalDate from = today.minusYears(YEARS);
    return draft.withPerformancePeriod(
        new PerformancePeriod(
            from.isBefore(own.from()) ? from : own.from(),
            today.isAfter(own.until()) ? today : own.until(),
            own.runOut()));
  }

  /** The median of the whole periods from the first with cases to the last. */
  private static Map<String, Long> usual(Agreement draft, Evaluated evaluated, Instant asOf) {
    LocalDate today = asOf.atZone(draft.zone()).toLocalDate();
    Map<String, TreeMap<LocalDate, Long>> counts = new LinkedHashMap<>();
    for (Measurement each : evaluated.measurements()) {
      boolean first =
          each.line().level() == LineId.LevelKind.TARGET
              && each.line().rest() == 0
              && each.each().isEmpty();
      if (first
          && draft.metrics().containsKey(each.metric())
          && each.period().until().isBefore(today)) {
        counts
            .computeIfAbsent(line(each.metric(), each.line().line()), key -> new TreeMap<>())
            .merge(each.period().from(), each.cases(), Long::sum);
      }
    }
    Map<String, Long> usual = new LinkedHashMap<>();
    counts.forEach(
        (line, byPeriod) -> {
          List<LocalDate> with =
              byPeriod.entrySet().stream()
                  .filter(period -> period.getValue() > 0)
                  .map(Map.Entry::getKey)
                  .toList();
          // The first and the last period of the records may be cut off by them.
          if (with.size() >= PERIODS + 2) {
            List<Long> sorted =
                byPeriod
                    .subMap(with.get(0), false, with.get(with.size() - 1), false)
                    .values()
                    .stream()
                    .sorted()
                    .toList();
            usual.put(line, sorted.get((sorted.size() - 1) / 2));
          }
        });
    return usual;
  }
}
