package org.plumbline.reconcile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Origin;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.judge.Changed;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
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

  private final Database database;
  private final Map<String, StoredSet> here;
  private final Map<String, StoredSet> there;
  private final Function<Map<String, StoredSet>, Ours> evaluating;
  private final ReportingPeriod asked;
  private final String whose;
  private final Consumer<String> progress;
  private final List<TakenOver> differences = new ArrayList<>();
  private final Agreement agreement;
  private final Ours.Run one;
  private final Ours.Run other;

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
    List<BothRecords.Figure> figures = figures();
    CasesOfBoth cases =
        new CasesOfBoth(
            asked, whose, one, other, differences, (set, keys) -> values(sets, set, keys));
    agreement.metrics().forEach(cases::add);
    return new BothRecords(
        agreement,
        asked,
        asOf,
        whose,
        sets,
        missing,
        figures,
        cases.comparisons(),
        cases.told(),
        cases.untold());
  }

  private SetBeside compared(String id, StoredSet theirs) {
    return RecordsBeside.compare(database, Objects.requireNonNull(here.get(id)), theirs);
  }

  /** What is recorded otherwise of some cases of a record set. */
  private List<SetBeside.Value> values(List<SetBeside> sets, String set, Set<String> keys) {
    return sets.stream()
        .filter(beside -> beside.set().equals(set))
        .flatMap(
            beside ->
                RecordsBeside.values(
                    database,
                    Objects.requireNonNull(here.get(set)),
                    Objects.requireNonNull(there.get(set)),
                    beside.parts(),
                    keys)
                    .stream())
        .toList();
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
      differences.add(new TakenOver(part, words + of, run(sets)));
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
    for (TakenOver each : differences) {
      like(each.run().results(), result)
          .filter(
              alone ->
                  !new BothRecords.Figure(Optional.of(result), Optional.of(alone), List.of())
                      .isSame())
          .ifPresent(alone -> effects.add(new BothRecords.Effect(each.words(), alone)));
    }
    return effects;
  }
}
