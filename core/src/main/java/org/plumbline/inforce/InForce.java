package org.plumbline.inforce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.NamedPeriod;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.check.ResultsRead;
import org.plumbline.compile.CompiledSet;
import org.plumbline.compile.Compiler;
import org.plumbline.evaluate.CaseTotals;
import org.plumbline.evaluate.Engine;
import org.plumbline.evaluate.LaidSet;
import org.plumbline.evaluate.Measurement;
import org.plumbline.evaluate.Measurements;
import org.plumbline.evaluate.SetDelivery;
import org.plumbline.judge.Judge;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.judge.Surroundings;
import org.plumbline.judge.Trend;
import org.plumbline.records.StoredSet;
import org.plumbline.register.Version;
import org.plumbline.register.Versions;
import org.plumbline.rounds.Excess;
import org.plumbline.rounds.KnownBeside;
import org.plumbline.rounds.ResultRows;

/**
 * Evaluates an agreement in several versions: divides the cases by the version they stand under,
 * has each version count its own, puts the counts of a period together, and has the version that
 * the period is under judge them. Each version is compiled by itself; no plan knows of another.
 */
public final class InForce {

  private final Engine engine;
  private final Versions versions;
  private final Instant asOf;
  private final Consumer<String> progress;
  private final List<Agreement> composed = new ArrayList<>();
  private final List<Lineage> lineages;
  private final Map<Lineage, Regime> regimes = new LinkedHashMap<>();
  private final Division division;
  private final Optional<List<SetDelivery>> deliveries;
  private final Map<Integer, List<Measurement>> counted = new TreeMap<>();
  private final List<Apart> apart = new ArrayList<>();
  private final List<Measured> measured = new ArrayList<>();
  private final Map<String, CaseTotals> totals = new LinkedHashMap<>();
  private final Map<UnderVersions.Of, Version> terms = new LinkedHashMap<>();

  /** Figures of cases that are counted apart, under the terms by which they are judged. */
  private record Apart(
      Lineage lineage, int cases, int period, Agreement agreement, List<Measurement> figures) {}

  /** What is counted together: cases of one version in one record set, for periods of another. */
  private record Job(int cases, int period, StoredSet stored, boolean apart) {}

  private InForce(
      Engine engine,
      Versions versions,
      Map<String, StoredSet> loaded,
      Instant asOf,
      Consumer<String> progress) {
    this.engine = engine;
    this.versions = versions;
    this.asOf = asOf;
    this.progress = progress;
    for (int i = 0; i < versions.versions().size(); i++) {
      composed.add(Composed.of(versions, i));
    }
    lineages = Lineage.all(versions);
    lineages.forEach(each -> regimes.put(each, Regime.of(each, versions, composed)));
    division = new Division(engine, versions, composed, loaded, asOf);
    deliveries = engine.deliveries(loaded);
  }

  private Surroundings known(Agreement judging, int version) {
    return KnownBeside.of(judging, division.declared(version), deliveries, asOf);
  }

  /**
   * Evaluates all metrics of all versions in force at the as-of moment.
   *
   * @param loaded the records of files, by set, as loaded for {@link #loading}
   * @param asOf what happened later is not seen, nor are versions that take effect later
   * @param progress is told what comes next
   */
  public static UnderVersions evaluate(
      Engine engine,
      Versions all,
      Map<String, StoredSet> loaded,
      Instant asOf,
      Consumer<String> progress) {
    Versions asked = asked(all, asOf);
    return new InForce(engine, asked, loaded, asOf, progress).evaluated();
  }

  /** The versions that are asked as of a moment. */
  public static Versions asked(Versions all, Instant asOf) {
    return all.until(asOf.atZone(all.first().agreement().zone()).toLocalDate());
  }

  /** The text for which records are loaded, so that they serve all versions. */
  public static Agreement loading(Versions versions) {
    return Loading.of(versions);
  }

  /** Whether records loaded for one text are as if loaded for another. */
  public static boolean serves(Agreement loaded, Agreement other) {
    return Loading.serves(loaded, other);
  }

  /** The text that reports show: the last version's, with the metrics that ended. */
  public static Agreement shown(Versions versions) {
    List<Agreement> composed = new ArrayList<>();
    for (int i = 0; i < versions.versions().size(); i++) {
      composed.add(Composed.of(versions, i));
    }
    return Composed.shown(composed, Lineage.all(versions));
  }

  private UnderVersions evaluated() {
    for (int version = 0; version < composed.size(); version++) {
      count(version);
    }
    for (int version = 0; version < composed.size(); version++) {
      composites(version);
    }
    List<Result> results = results();
    List<String> order = lineages.stream().map(Lineage::name).toList();
    results.sort(
        Comparator.comparing((Result result) -> order.indexOf(result.metric()))
            .thenComparing(result -> result.each().orElse(""))
            .thenComparing(Result::period, Trend.BY_TIME));
    return new UnderVersions(
        versions,
        Composed.shown(composed, lineages),
        new Results(versions.last().agreement().id(), asOf, results),
        order.stream().map(totals::get).filter(Objects::nonNull).toList(),
        measured,
        division.findings(),
        terms,
        texts(),
        Breaks.of(lineages, versions, composed));
  }

  private List<Agreement> texts() {
    List<Agreement> texts = new ArrayList<>();
    for (int i = 0; i < composed.size(); i++) {
      Map<String, Metric> metrics = new LinkedHashMap<>();
      for (Lineage lineage : lineages) {
        if (lineage.id(i).isPresent()) {
          metrics.put(lineage.name(), metric(lineage, i));
        }
      }
      texts.add(Composed.with(composed.get(i), composed.get(i).periods(), metrics));
    }
    return texts;
  }

  // ---- counting ----

  private void count(int version) {
    Map<Job, Map<String, Metric>> jobs = new LinkedHashMap<>();
    Map<Job, List<Lineage>> of = new LinkedHashMap<>();
    for (Lineage lineage : lineages) {
      Optional<String> id = lineage.id(version);
      boolean asked = regime(lineage).begins().containsKey(version);
      if (id.isPresent() && asked) {
        Metric metric = metric(lineage, version);
        if (!metric.records().equals(RegisterSets.RESULTS)) {
          jobs(lineage, version, over(lineage, version))
              .forEach(
                  (job, own) -> {
                    jobs.computeIfAbsent(job, key -> new LinkedHashMap<>())
                        .put(lineage.id(job.cases()).orElseThrow(), own);
                    of.computeIfAbsent(job, key -> new ArrayList<>()).add(lineage);
                  });
        }
      }
    }
    Map<Lineage, List<Measurement>> parts = new LinkedHashMap<>();
    jobs.forEach((job, metrics) -> run(job, metrics, of.getOrDefault(job, List.of()), parts));
    List<Measurement> together = counted.computeIfAbsent(version, key -> new ArrayList<>());
    parts.forEach(
        (lineage, own) ->
            together.addAll(Together.of(metric(lineage, version).figureOrDefault(), own)));
  }

  /** Who counts the cases of a metric for the periods of a version, and by which terms. */
  private Map<Job, Metric> jobs(Lineage lineage, int version, Metric metric) {
    Map<Job, Metric> jobs = new LinkedHashMap<>();
    if (isWhole(metric)) {
      division
          .whole(version, metric.records())
          .ifPresent(stored -> jobs.put(new Job(version, version, stored, false), metric));
      return jobs;
    }
    for (Division.Epoch epoch : division.epochs(lineage)) {
      int cases = epoch.nearest(version);
      Metric own = metric(lineage, cases);
      Optional<StoredSet> stored = division.of(epoch, cases, own.records());
      if (stored.isPresent()) {
        Optional<Metric> blended = cases == version ? Optional.of(metric) : Blend.of(own, metric);
        jobs.put(
            new Job(cases, version, stored.get(), blended.isEmpty()),
            blended.orElseGet(() -> Blend.over(own, metric.period())));
      }
    }
    return jobs;
  }

  /** Whether figures are of a period as a whole, so that no case is one version's alone. */
  private static boolean isWhole(Metric metric) {
    return metric.countedWhenOrDefault().isStock() || readsTime(metric.figureOrDefault());
  }

  private static boolean readsTime(Quantity figure) {
    if (figure instanceof Quantity.Ratio ratio) {
      return readsTime(ratio.of()) || readsTime(ratio.to());
    }
    if (figure instanceof Quantity.Difference difference) {
      return readsTime(difference.first()) || readsTime(difference.second());
    }
    if (figure instanceof Quantity.Absolute absolute) {
      return readsTime(absolute.of());
    }
    if (figure instanceof Quantity.LargerOf larger) {
      return larger.quantities().stream().anyMatch(InForce::readsTime);
    }
    return figure instanceof Quantity.ShareOfAvailableTime;
  }

  private void run(
      Job job,
      Map<String, Metric> metrics,
      List<Lineage> of,
      Map<Lineage, List<Measurement>> parts) {
    progress.accept(job.stored().set());
    Agreement agreement = agreement(job.cases(), job.period(), metrics);
    CompiledSet compiled =
        Compiler.compile(
            agreement,
            job.stored(),
            List.copyOf(metrics.keySet()),
            asOf,
            Excess.with(
                engine,
                agreement,
                job.stored(),
                List.copyOf(metrics.keySet()),
                asOf,
                division.declared(job.cases())));
    Measurements found = engine.evaluate(agreement, compiled);
    for (Lineage lineage : of) {
      String id = lineage.id(job.cases()).orElseThrow();
      List<Measurement> own =
          found.measurements().stream().filter(each -> each.metric().equals(id)).toList();
      measured.add(
          new Measured(
              lineage.name(),
              versions.versions().get(job.cases()),
              versions.versions().get(job.period()),
              job.apart(),
              agreement,
              id,
              compiled,
              own.stream()
                  .filter(each -> each.cases() + each.indeterminate() + each.open() > 0)
                  .map(Measurement::period)
                  .collect(Collectors.toSet())));
      if (job.apart()) {
        apart.add(new Apart(lineage, job.cases(), job.period(), agreement, own));
      } else {
        String as = lineage.id(job.period()).orElseThrow();
        own.stream()
            .map(each -> Renaming.of(each, as))
            .forEach(each -> parts.computeIfAbsent(lineage, key -> new ArrayList<>()).add(each));
      }
      if (job.period() == regime(lineage).begins().lastKey()) {
        found.totals().stream()
            .filter(each -> each.metric().equals(id))
            .forEach(
                each ->
                    totals.merge(lineage.name(), Renaming.of(each, lineage.name()), Renaming::sum));
      }
    }
  }

  /** The text of a version with some metrics over the periods of another. */
  private Agreement agreement(int cases, int period, Map<String, Metric> metrics) {
    Agreement own = composed.get(cases);
    Map<String, Metric> all = new LinkedHashMap<>(own.metrics());
    all.putAll(metrics);
    Map<String, NamedPeriod> periods = new LinkedHashMap<>(own.periods());
    periods.putAll(composed.get(period).periods());
    return Composed.with(own, periods, all);
  }

  /** A metric of a version over its periods, cut where those of other versions begin. */
  private Metric over(Lineage lineage, int version) {
    Metric metric = metric(lineage, version);
    return Blend.over(metric, Optional.of(regime(lineage).terms(composed.get(version), metric)));
  }

  // ---- metrics over results ----

  private void composites(int version) {
    Agreement judging = judging(version);
    for (String composite : ResultsRead.order(judging)) {
      Lineage lineage = lineage(version, composite);
      if (!regime(lineage).begins().containsKey(version)) {
        continue;
      }
      progress.accept(composite);
      LaidSet rows =
          ResultRows.of(
              judging, composite, new Results(judging.id(), asOf, read(results(), version)));
      StoredSet laid = engine.lay(rows);
      StoredSet stored =
          engine.portion(laid, "version " + version + ", " + laid.tables(), List.of(), List.of());
      CompiledSet compiled =
          Compiler.compile(judging, stored, List.of(composite), asOf, division.declared(version));
      Measurements found = engine.evaluate(judging, compiled);
      counted.computeIfAbsent(version, key -> new ArrayList<>()).addAll(found.measurements());
      Version own = versions.versions().get(version);
      measured.add(
          new Measured(lineage.name(), own, own, false, judging, composite, compiled, Set.of()));
      if (version == regime(lineage).begins().lastKey()) {
        found
            .totals()
            .forEach(each -> totals.put(lineage.name(), Renaming.of(each, lineage.name())));
      }
    }
  }

  /** The results of metrics that a version has, under its ids. */
  private List<Result> read(List<Result> results, int version) {
    List<Result> read = new ArrayList<>();
    for (Result result : results) {
      lineages.stream()
          .filter(lineage -> lineage.name().equals(result.metric()))
          .flatMap(lineage -> lineage.id(version).stream())
          .forEach(id -> read.add(Renaming.of(result, id, result.period())));
    }
    return read;
  }

  // ---- results ----

  private Agreement judging(int version) {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    for (String id : composed.get(version).metrics().keySet()) {
      metrics.put(id, over(lineage(version, id), version));
    }
    return Composed.with(composed.get(version), composed.get(version).periods(), metrics);
  }

  /** All results so far, each under the version that its period is under. */
  private List<Result> results() {
    List<Result> results = new ArrayList<>();
    counted.forEach(
        (version, measurements) -> {
          Agreement judging = judging(version);
          for (Result result :
              Judge.judge(judging, measurements, asOf, known(judging, version)).results()) {
            Lineage lineage = lineage(version, result.metric());
            Regime regime = regime(lineage);
            if (regime.version(result.period()) == version && regime.has(result.period())) {
              add(results, lineage, version, standing(judging, lineage, result), result.period());
            }
          }
        });
    for (Apart each : apart) {
      Regime regime = regime(each.lineage());
      String suffix = "-" + versions.versions().get(each.cases()).id();
      for (Result result :
          Judge.judge(each.agreement(), each.figures(), asOf, known(each.agreement(), each.cases()))
              .results()) {
        ReportingPeriod period = result.period();
        if (regime.version(period) == each.period() && hasCases(result)) {
          add(
              results,
              each.lineage(),
              each.cases(),
              Renaming.because(
                  result,
                  "of cases that stand under " + versions.versions().get(each.cases()).name()),
              new ReportingPeriod(period.name() + suffix, period.from(), period.until()));
        }
      }
    }
    return results;
  }

  private void add(
      List<Result> results, Lineage lineage, int version, Result result, ReportingPeriod period) {
    boolean over = regime(lineage).ends().filter(end -> !period.from().isBefore(end)).isPresent();
    if (over && !hasCases(result)) {
      return;
    }
    results.add(Renaming.of(result, lineage.name(), period));
    terms.put(new UnderVersions.Of(lineage.name(), period), versions.versions().get(version));
  }

  private static boolean hasCases(Result result) {
    return result.lines().stream()
        .map(line -> line.measurement())
        .anyMatch(line -> line.cases() + line.indeterminate() + line.open() > 0);
  }

  private Result standing(Agreement judging, Lineage lineage, Result result) {
    return Breaks.standing(judging, lineage, regime(lineage), result, versions, composed);
  }

  private Metric metric(Lineage lineage, int version) {
    return Objects.requireNonNull(
        composed.get(version).metrics().get(lineage.id(version).orElseThrow()));
  }

  private Regime regime(Lineage lineage) {
    return Objects.requireNonNull(regimes.get(lineage));
  }

  private Lineage lineage(int version, String id) {
    return lineages.stream()
        .filter(each -> each.id(version).equals(Optional.of(id)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no metric " + id + " in " + version));
  }
}
