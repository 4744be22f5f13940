package org.plumbline.reconcile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Origin;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.judge.Changed;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.reconcile.CaseComparison.Counts;
import org.plumbline.reconcile.CaseComparison.Group;
import org.plumbline.records.SetBeside;
import org.plumbline.records.SetBeside.Part;
import org.plumbline.records.StoredSet;
import org.plumbline.records.duckdb.Database;
import org.plumbline.records.duckdb.RecordsBeside;
import org.plumbline.records.duckdb.TakenRecords;

/**
 * Evaluates an agreement over the records of one party and over those of the other, and finds out
 * which of the differences make the results differ by taking over one at a time (docs/meaning.md
 * 34; situation S8).
 */
public final class RecordsReconciler {

  /** Differences beyond this many, those in the fewest cases, are told and not tried alone. */
  private static final int MOST_TRIED = 24;

  /** Cases beyond this many are counted and not told one by one. */
  private static final int MOST_TOLD = 2_000;

  private final Database database;
  private final Map<String, StoredSet> here;
  private final Map<String, StoredSet> there;
  private final Function<Map<String, StoredSet>, Ours> evaluating;
  private final ReportingPeriod asked;
  private final String whose;
  private final Consumer<String> progress;
  private final List<Difference> differences = new ArrayList<>();
  private final Agreement agreement;
  private final Ours.Run one;
  private final Ours.Run other;

  /** Something that is not the same, and what an evaluation gives if it alone is taken over. */
  private record Difference(String set, Optional<Part> part, String words, Ours.Run run) {}

  private RecordsReconciler(
      Database database,
      Map<String, StoredSet> here,
      Map<String, StoredSet> there,
      Function<Map<String, StoredSet>, Ours> evaluating,
      ReportingPeriod asked,
      String whose,
      Consumer<String> progress) {
    this.database = database;
    this.here = here;
    this.there = there;
    this.evaluating = evaluating;
    this.asked = asked;
    this.whose = whose;
    this.progress = progress;
    progress.accept("these records");
    Ours ours = evaluating.apply(here);
    agreement = ours.shown();
    one = ours.run(text -> text);
    progress.accept("the records of " + whose);
    Map<String, StoredSet> theirs = new LinkedHashMap<>(here);
    theirs.putAll(there);
    other = run(theirs);
  }

  /**
   * Reconciles.
   *
   * @param here the record sets of the one party, and what else the agreement is evaluated over
   * @param there those of the other, in the same database
   * @param evaluating evaluates over record sets
   * @param asked the days asked for; periods that end in them are compared
   * @param whose whose the other records are: {@code the provider}
   * @param progress is told over what is evaluated next
   */
  public static BothRecords reconcile(
      Database database,
      Map<String, StoredSet> here,
      Map<String, StoredSet> there,
      Function<Map<String, StoredSet>, Ours> evaluating,
      ReportingPeriod asked,
      Instant asOf,
      String whose,
      Consumer<String> progress) {
    return new RecordsReconciler(database, here, there, evaluating, asked, whose, progress)
        .reconciled(asOf);
  }

  private Ours.Run run(Map<String, StoredSet> sets) {
    return evaluating.apply(sets).run(text -> text);
  }

  private BothRecords reconciled(Instant asOf) {
    List<SetBeside> sets = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    agreement
        .records()
        .forEach(
            (id, set) -> {
              if (set.origin() instanceof Origin.Supplied && here.containsKey(id)) {
                Optional.ofNullable(there.get(id))
                    .ifPresentOrElse(
                        theirs -> sets.add(compared(id, theirs)), () -> missing.add(id));
              }
            });
    tryAlone(sets);
    List<CaseComparison> comparisons = new ArrayList<>();
    List<BothRecords.Case> cases = new ArrayList<>();
    long untold = 0;
    for (String metric : agreement.metrics().keySet()) {
      untold += cases(metric, sets, comparisons, cases);
    }
    return new BothRecords(
        agreement, asked, asOf, whose, sets, missing, figures(), comparisons, cases, untold);
  }

  private SetBeside compared(String id, StoredSet theirs) {
    return RecordsBeside.compare(database, Objects.requireNonNull(here.get(id)), theirs);
  }

  // ---- one difference at a time ----

  private void tryAlone(List<SetBeside> sets) {
    for (SetBeside set : sets) {
      StoredSet own = Objects.requireNonNull(here.get(set.set()));
      StoredSet theirs = Objects.requireNonNull(there.get(set.set()));
      if (own.eventLog() != theirs.eventLog()) {
        continue;
      }
      if (set.here() > 0) {
        add(
            set.set(),
            Optional.empty(),
            "without the cases that only these records have",
            name -> TakenRecords.without(database, own, theirs, name));
      }
      if (set.there() > 0) {
        add(
            set.set(),
            Optional.empty(),
            "with the cases that only " + whose + " has",
            name -> TakenRecords.with(database, own, theirs, name));
      }
      for (Part part : set.parts()) {
        add(
            set.set(),
            Optional.of(part),
            "with " + BothRecordsWording.part(part) + " as " + whose + " has it",
            name -> TakenRecords.with(database, own, theirs, part, name));
      }
    }
  }

  private void add(
      String set, Optional<Part> part, String words, Function<String, StoredSet> taking) {
    if (differences.size() < MOST_TRIED) {
      progress.accept(set + " " + words);
      Map<String, StoredSet> sets = new LinkedHashMap<>(here);
      sets.put(set, taking.apply("taken " + differences.size() + " " + set));
      String of = agreement.records().size() == 1 ? "" : " of " + set;
      differences.add(new Difference(set, part, words + of, run(sets)));
    }
  }

  // ---- figures ----

  private List<BothRecords.Figure> figures() {
    List<BothRecords.Figure> figures = new ArrayList<>();
    Set<Result> matched = new LinkedHashSet<>();
    for (Result result : wanted(one.results())) {
      Optional<Result> theirs = like(other.results(), result);
      theirs.ifPresent(matched::add);
      BothRecords.Figure figure = new BothRecords.Figure(Optional.of(result), theirs, List.of());
      figures.add(
          figure.isSame()
              ? figure
              : new BothRecords.Figure(Optional.of(result), theirs, effects(result)));
    }
    wanted(other.results()).stream()
        .filter(result -> !matched.contains(result))
        .forEach(
            result ->
                figures.add(
                    new BothRecords.Figure(Optional.empty(), Optional.of(result), List.of())));
    return figures;
  }

  private List<Result> wanted(Results results) {
    return results.results().stream()
        .filter(result -> asked.contains(result.period().until()))
        .toList();
  }

  private static Optional<Result> like(Results results, Result result) {
    Changed same = new Changed(Optional.of(result), Optional.empty());
    return results.results().stream().filter(same::isOf).findFirst();
  }

  private List<BothRecords.Effect> effects(Result result) {
    List<BothRecords.Effect> effects = new ArrayList<>();
    for (Difference each : differences) {
      like(each.run().results(), result)
          .filter(
              alone ->
                  !new BothRecords.Figure(Optional.of(result), Optional.of(alone), List.of())
                      .isSame())
          .ifPresent(alone -> effects.add(new BothRecords.Effect(each.words(), alone)));
    }
    return effects;
  }

  // ---- cases ----

  /** How the cases of a metric stand by the records of both. */
  private static final class Stands {
    private final Map<String, List<CaseOutcome>> byKey = new TreeMap<>();

    Stands(List<CaseOutcome> outcomes) {
      outcomes.forEach(
          outcome -> byKey.computeIfAbsent(outcome.key(), key -> new ArrayList<>()).add(outcome));
    }

    List<CaseOutcome> of(String key) {
      return byKey.getOrDefault(key, List.of());
    }

    /** What decides: state and period, of each part. */
    Set<List<Object>> how(String key) {
      Set<List<Object>> how = new LinkedHashSet<>();
      of(key)
          .forEach(
              outcome ->
                  how.add(
                      List.of(
                          outcome.part(), outcome.holder(), outcome.state(), outcome.period())));
      return how;
    }
  }

  /** Tells the cases of a metric; how many more there are. */
  private long cases(
      String metric,
      List<SetBeside> sets,
      List<CaseComparison> comparisons,
      List<BothRecords.Case> told) {
    boolean isStock =
        Optional.ofNullable(agreement.metrics().get(metric))
            .map(Metric::countedWhenOrDefault)
            .filter(when -> when.isStock())
            .isPresent();
    if (isStock) {
      return 0;
    }
    Stands own = new Stands(one.outcomes(metric, Optional.empty()));
    Stands theirs = new Stands(other.outcomes(metric, Optional.empty()));
    Set<String> keys = new TreeSet<>(own.byKey.keySet());
    keys.addAll(theirs.byKey.keySet());
    Set<String> differing = new TreeSet<>();
    for (String key : keys) {
      if (!own.how(key).equals(theirs.how(key))
          && (isAsked(own.of(key)) || isAsked(theirs.of(key)))) {
        differing.add(key);
      }
    }
    Set<String> few = new TreeSet<>(differing.stream().limit(MOST_TOLD).toList());
    Map<String, List<Part>> alone = alone(metric, few, own, theirs);
    Map<String, List<SetBeside.Value>> values = values(metric, sets, few);
    Map<String, BothRecords.Case> cases = new TreeMap<>();
    for (String key : few) {
      cases.put(
          key,
          new BothRecords.Case(
              metric,
              key,
              own.of(key),
              theirs.of(key),
              values.getOrDefault(key, List.of()),
              alone.getOrDefault(key, List.of())));
    }
    told.addAll(cases.values());
    for (ReportingPeriod period : keys.isEmpty() ? Set.<ReportingPeriod>of() : periods(metric)) {
      comparisons.add(compared(metric, period, keys, own, theirs, cases));
    }
    return (long) differing.size() - few.size();
  }

  private boolean isAsked(List<CaseOutcome> outcomes) {
    return outcomes.stream()
        .anyMatch(
            outcome -> outcome.period().map(period -> asked.contains(period.until())).orElse(true));
  }

  private Set<ReportingPeriod> periods(String metric) {
    Set<ReportingPeriod> periods = new LinkedHashSet<>();
    wanted(one.results()).stream()
        .filter(result -> result.metric().equals(metric))
        .forEach(result -> periods.add(result.period()));
    return periods;
  }

  /** By case the parts each of which alone makes it stand as it does by the other's records. */
  private Map<String, List<Part>> alone(
      String metric, Set<String> keys, Stands own, Stands theirs) {
    Map<String, List<Part>> alone = new HashMap<>();
    Set<String> both = new TreeSet<>(keys);
    both.removeIf(key -> own.of(key).isEmpty() || theirs.of(key).isEmpty());
    if (both.isEmpty()) {
      return alone;
    }
    for (Difference each : differences) {
      each.part()
          .ifPresent(
              part -> {
                Stands with = new Stands(each.run().outcomes(metric, Optional.of(both)));
                both.stream()
                    .filter(key -> with.how(key).equals(theirs.how(key)))
                    .forEach(key -> alone.computeIfAbsent(key, k -> new ArrayList<>()).add(part));
              });
    }
    return alone;
  }

  private Map<String, List<SetBeside.Value>> values(
      String metric, List<SetBeside> sets, Set<String> keys) {
    Map<String, List<SetBeside.Value>> values = new HashMap<>();
    String set =
        Optional.ofNullable(agreement.metrics().get(metric)).map(Metric::records).orElse("");
    sets.stream()
        .filter(beside -> beside.set().equals(set) && !keys.isEmpty())
        .flatMap(
            beside ->
                RecordsBeside.values(
                    database,
                    Objects.requireNonNull(here.get(set)),
                    Objects.requireNonNull(there.get(set)),
                    beside.parts(),
                    keys)
                    .stream())
        .forEach(value -> values.computeIfAbsent(value.key(), key -> new ArrayList<>()).add(value));
    return values;
  }

  // ---- from one to the other ----

  private CaseComparison compared(
      String metric,
      ReportingPeriod period,
      Set<String> keys,
      Stands own,
      Stands theirs,
      Map<String, BothRecords.Case> cases) {
    Counts all = new Counts(0, 0);
    Counts others = new Counts(0, 0);
    long alike = 0;
    Map<String, Set<String>> causes = new TreeMap<>();
    Map<String, Counts> effects = new HashMap<>();
    for (String key : keys) {
      Counts here = counts(own.of(key), period);
      Counts there = counts(theirs.of(key), period);
      all = all.plus(here);
      others = others.plus(there);
      if (here.equals(there)) {
        alike += here.cases();
      } else {
        BothRecords.Case told = cases.get(key);
        String cause = told == null ? "not told one by one" : BothRecordsWording.cause(told, whose);
        causes.computeIfAbsent(cause, words -> new TreeSet<>()).add(key);
        effects.merge(
            cause,
            new Counts(there.held() - here.held(), there.cases() - here.cases()),
            Counts::plus);
      }
    }
    List<Group> groups = new ArrayList<>();
    causes.forEach(
        (cause, of) ->
            groups.add(
                new Group(
                    "records",
                    cause,
                    "",
                    Objects.requireNonNull(effects.get(cause)),
                    List.copyOf(of))));
    return new CaseComparison(metric, Optional.of(period), alike, all, others, groups);
  }

  private static Counts counts(List<CaseOutcome> outcomes, ReportingPeriod period) {
    Counts counts = new Counts(0, 0);
    for (CaseOutcome outcome : outcomes) {
      boolean met = outcome.state() == CaseOutcome.State.MET;
      if ((met || outcome.state() == CaseOutcome.State.NOT_MET)
          && outcome.period().filter(period::equals).isPresent()) {
        counts = counts.plus(new Counts(met ? 1 : 0, 1));
      }
    }
    return counts;
  }
}
