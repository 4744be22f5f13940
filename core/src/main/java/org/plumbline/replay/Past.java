package org.plumbline.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.check.ResultsRead;
import org.plumbline.compile.CompiledSet;
import org.plumbline.compile.Compiler;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.Measurement;
import org.plumbline.evaluate.RecordSets;
import org.plumbline.judge.Judge;
import org.plumbline.judge.Results;
import org.plumbline.judge.Surroundings;
import org.plumbline.records.StoredSet;
import org.plumbline.rounds.Evaluated;
import org.plumbline.rounds.Excess;
import org.plumbline.rounds.KnownBeside;
import org.plumbline.rounds.ResultRows;

/**
 * The past of an agreement, over which other terms are run. What was counted once is kept: a metric
 * of which only bounds change is judged anew and not counted. Where limits change, the clocks of
 * its cases are kept at the first such draft, and answer that one and every later one.
 */
public final class Past implements PastFigures {

  private final Engine engine;
  private final Agreement before;
  private final Map<String, StoredSet> loaded;
  private final Instant asOf;
  private final Map<String, List<Measurement>> counted = new LinkedHashMap<>();
  private final Map<String, StoredSet> sets;
  private final Map<String, Optional<KeptClock>> clocks = new LinkedHashMap<>();
  private final boolean isKept;

  /**
   * The past of an agreement.
   *
   * @param before the agreement as it was evaluated
   * @param evaluated what it gave; empty if nothing is kept
   * @param loaded the records of files, by set, as a load leaves them
   * @param asOf what happened later is not seen
   */
  public Past(
      Engine engine,
      Agreement before,
      Optional<Evaluated> evaluated,
      Map<String, StoredSet> loaded,
      Instant asOf) {
    this(
        engine,
        before,
        evaluated.map(Evaluated::measurements).orElse(List.of()),
        evaluated.map(Evaluated::sets).orElse(Map.of()),
        loaded,
        asOf,
        false);
  }

  private Past(
      Engine engine,
      Agreement before,
      List<Measurement> measurements,
      Map<String, StoredSet> sets,
      Map<String, StoredSet> loaded,
      Instant asOf,
      boolean isKept) {
    this.engine = engine;
    this.before = before;
    this.sets = sets;
    this.loaded = loaded;
    this.asOf = asOf;
    this.isKept = isKept;
    measurements.forEach(
        each -> counted.computeIfAbsent(each.metric(), key -> new ArrayList<>()).add(each));
  }

  /**
   * The past of an agreement as it was kept, without its records: what takes them is a {@link
   * RecordsNeededException}.
   *
   * @param register the sets of the register, as a load leaves them
   */
  public static Past of(
      Engine engine,
      Agreement before,
      KeptPast kept,
      Map<String, StoredSet> register,
      Instant asOf) {
    Past past = new Past(engine, before, kept.counted(), Map.of(), register, asOf, true);
    kept.clocks().forEach((metric, clock) -> past.clocks.put(metric, Optional.of(clock)));
    return past;
  }

  /** What is to be kept of it, with the clocks of all metrics of which they can be kept. */
  public KeptPast kept() {
    List<Measurement> all = new ArrayList<>();
    counted.values().forEach(all::addAll);
    Map<String, KeptClock> kept = new LinkedHashMap<>();
    counted.keySet().forEach(metric -> clock(metric).ifPresent(own -> kept.put(metric, own)));
    return new KeptPast(all, kept);
  }

  private void requireRecords(String asked) {
    if (isKept) {
      throw new RecordsNeededException(asked);
    }
  }

  /**
   * A draft over this past, as if it had been in force all the time.
   *
   * @param progress is told what comes next
   */
  public Replayed replay(Agreement draft, Consumer<String> progress) {
    return new Run(over(draft), progress).replayed();
  }

  /**
   * A metric of a draft over this past as it is compiled, for asking about single cases. Sets that
   * are worked out are so for the draft from now on.
   */
  public CompiledSet compiled(Agreement draft, String metric) {
    requireRecords("a case of " + metric);
    Agreement agreement = over(draft);
    RecordSets records = RecordSets.of(engine, agreement, loaded, asOf);
    Metric term = agreement.metrics().get(metric);
    StoredSet stored = term == null ? null : records.sets().get(term.records());
    if (stored == null) {
      throw new IllegalArgumentException("no single cases of " + metric);
    }
    return Compiler.compile(
        agreement,
        stored,
        List.of(metric),
        asOf,
        Excess.with(engine, agreement, stored, List.of(metric), asOf, records.declared()));
  }

  /** Whether the single cases of a metric of a draft can be asked for. */
  public boolean lists(Agreement draft, String metric) {
    Metric term = draft.metrics().get(metric);
    return term != null
        && !term.records().equals(RegisterSets.RESULTS)
        && RecordSets.of(engine, over(draft), loaded, asOf).sets().containsKey(term.records());
  }

  /** The text that was evaluated. */
  public Agreement text() {
    return before;
  }

  /** A draft as it is run: as if it had been in force all the time. */
  public Agreement over(Agreement draft) {
    return throughout(draft, before);
  }

  /**
   * A draft as if it had been in force over the performance period of a past, and under its number,
   * by which samples are drawn.
   *
   * @param past the text that was in force
   */
  public static Agreement throughout(Agreement draft, Agreement past) {
    return Taken.overPast(draft, past);
  }

  /** The clocks of a metric's cases; empty if they are not of the kind that is kept. */
  public Optional<KeptClock> clock(String metric) {
    return clocks.computeIfAbsent(
        metric,
        id ->
            Optional.ofNullable(sets.get(id))
                .filter(stored -> loaded.containsValue(stored))
                .flatMap(
                    stored ->
                        ClockKeeper.keep(
                            engine,
                            before,
                            id,
                            stored,
                            asOf,
                            counted.getOrDefault(id, List.of()))));
  }

  @Override
  public boolean keepsClocks(String metric) {
    return clock(metric).isPresent();
  }

  @Override
  public List<Measurement> measured(String metric) {
    return List.copyOf(counted.getOrDefault(metric, List.of()));
  }

  @Override
  public <K> Map<K, List<Measurement>> measured(
      Agreement agreement, String id, Map<K, Metric> variants) {
    Map<K, List<Measurement>> measured = new LinkedHashMap<>();
    Map<String, Metric> asked = new LinkedHashMap<>(agreement.metrics());
    Map<String, K> keys = new LinkedHashMap<>();
    variants.forEach(
        (key, variant) -> {
          Optional<List<Measurement>> kept = clock(id).flatMap(clock -> clock.measure(variant));
          measured.put(key, kept.orElse(List.of()));
          if (kept.isEmpty()) {
            String name = id + " variant " + keys.size();
            keys.put(name, key);
            asked.put(name, variant);
          }
        });
    if (!keys.isEmpty()) {
      requireRecords(id);
    }
    StoredSet stored = sets.get(id);
    if (!keys.isEmpty() && stored != null) {
      Agreement all = agreement.withMetrics(asked);
      RecordSets records = RecordSets.of(engine, all, loaded, asOf);
      CompiledSet plan =
          Compiler.compile(all, stored, List.copyOf(keys.keySet()), asOf, records.declared());
      Map<String, List<Measurement>> byName = new LinkedHashMap<>();
      engine
          .evaluate(all, plan)
          .measurements()
          .forEach(
              each -> byName.computeIfAbsent(each.metric(), name -> new ArrayList<>()).add(each));
      keys.forEach((name, key) -> measured.put(key, byName.getOrDefault(name, List.of())));
    }
    return measured;
  }

  /** One text, of which some metrics are counted already. */
  private final class Run {
    private final Agreement agreement;
    private final Consumer<String> progress;
    private final RecordSets records;
    private final Surroundings known;
    private final List<Measurement> measurements = new ArrayList<>();
    private final Map<String, Answered> answered = new LinkedHashMap<>();

    Run(Agreement agreement, Consumer<String> progress) {
      this.agreement = agreement;
      this.progress = progress;
      records = RecordSets.of(engine, agreement, loaded, asOf);
      known = KnownBeside.of(agreement, records.declared(), engine.deliveries(loaded), asOf);
    }

    Replayed replayed() {
      Map<String, List<String>> again = new LinkedHashMap<>();
      agreement
          .metrics()
          .forEach(
              (id, metric) -> {
                if (!metric.records().equals(RegisterSets.RESULTS) && !isCounted(id, metric)) {
                  requireRecords(id);
                  again.computeIfAbsent(metric.records(), key -> new ArrayList<>()).add(id);
                }
              });
      for (StoredSet stored : records.sets().values()) {
        List<String> metrics = again.getOrDefault(stored.set(), List.of());
        if (!metrics.isEmpty()) {
          progress.accept(stored.set());
          count(stored, metrics);
        }
      }
      for (String composite : ResultsRead.order(agreement)) {
        progress.accept(composite);
        count(engine.lay(ResultRows.of(agreement, composite, results())), List.of(composite));
      }
      return new Replayed(agreement, measurements, results(), answered);
    }

    private void count(StoredSet stored, List<String> metrics) {
      CompiledSet plan =
          Compiler.compile(
              agreement,
              stored,
              metrics,
              asOf,
              Excess.with(engine, agreement, stored, metrics, asOf, records.declared()));
      measurements.addAll(engine.evaluate(agreement, plan).measurements());
      metrics.forEach(metric -> answered.put(metric, Answered.RECORDS));
    }

    /** Takes what was counted already, or what clocks say, if that is the same count. */
    private boolean isCounted(String id, Metric metric) {
      Metric other = before.metrics().get(id);
      if (other == null || !counted.containsKey(id)) {
        return false;
      }
      Counting now = Counting.of(agreement, metric);
      Counting then = Counting.of(before, other);
      if (now.equals(then)) {
        return take(id, Answered.COUNTS, Optional.ofNullable(counted.get(id)));
      }
      return now.withoutLimits().equals(then.withoutLimits())
          && take(id, Answered.CLOCKS, clock(id).flatMap(kept -> kept.measure(metric)));
    }

    private boolean take(String id, Answered from, Optional<List<Measurement>> found) {
      found.ifPresent(
          all -> {
            measurements.addAll(all);
            answered.put(id, from);
          });
      return found.isPresent();
    }

    private Results results() {
      return Judge.judge(agreement, measurements, asOf, known);
    }
  }
}
