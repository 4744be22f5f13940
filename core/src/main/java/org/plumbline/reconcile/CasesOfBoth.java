package org.plumbline.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.plumbline.agreement.Metric;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.reconcile.CaseComparison.Counts;
import org.plumbline.reconcile.CaseComparison.Group;
import org.plumbline.records.SetBeside;
import org.plumbline.records.SetBeside.Part;

/** The cases of each metric by the records of both parties, and what makes them stand apart. */
final class CasesOfBoth {

  /** Cases beyond this many are counted and not told one by one. */
  private static final int MOST_TOLD = 2_000;

  private final ReportingPeriod asked;
  private final String whose;
  private final Ours.Run one;
  private final Ours.Run other;
  private final List<TakenOver> differences;
  private final BiFunction<String, Set<String>, List<SetBeside.Value>> values;
  private final List<CaseComparison> comparisons = new ArrayList<>();
  private final List<BothRecords.Case> told = new ArrayList<>();
  private long untold;

  /**
   * Nothing is compared yet.
   *
   * @param asked the days asked for
   * @param one over the records here
   * @param other over those of the other
   * @param differences what was taken over alone
   * @param values what is recorded otherwise of some cases of a record set
   */
  CasesOfBoth(
      ReportingPeriod asked,
      String whose,
      Ours.Run one,
      Ours.Run other,
      List<TakenOver> differences,
      BiFunction<String, Set<String>, List<SetBeside.Value>> values) {
    this.asked = asked;
    this.whose = whose;
    this.one = one;
    this.other = other;
    this.differences = differences;
    this.values = values;
  }

  List<CaseComparison> comparisons() {
    return comparisons;
  }

  List<BothRecords.Case> told() {
    return told;
  }

  /** How many more cases there are. */
  long untold() {
    return untold;
  }

  /** Compares the cases of a metric; of a stock none is met or missed by itself. */
  void add(String metric, Metric term) {
    if (term.countedWhenOrDefault().isStock()) {
      return;
    }
    Stands own = new Stands(one.outcomes(metric, Optional.empty()));
    Stands theirs = new Stands(other.outcomes(metric, Optional.empty()));
    Set<String> keys = new TreeSet<>(own.keys());
    keys.addAll(theirs.keys());
    Set<String> differing = new TreeSet<>();
    for (String key : keys) {
      if (!own.how(key).equals(theirs.how(key))
          && (isAsked(own.of(key)) || isAsked(theirs.of(key)))) {
        differing.add(key);
      }
    }
    Set<String> few = new TreeSet<>(differing.stream().limit(MOST_TOLD).toList());
    Map<String, List<Part>> alone = alone(metric, few, own, theirs);
    Map<String, List<SetBeside.Value>> recorded = recorded(term.records(), few);
    Map<String, BothRecords.Case> cases = new TreeMap<>();
    for (String key : few) {
      cases.put(
          key,
          new BothRecords.Case(
              metric,
              key,
              own.of(key),
              theirs.of(key),
              recorded.getOrDefault(key, List.of()),
              alone.getOrDefault(key, List.of())));
    }
    told.addAll(cases.values());
    for (ReportingPeriod period : keys.isEmpty() ? Set.<ReportingPeriod>of() : periods(metric)) {
      comparisons.add(compared(metric, period, keys, own, theirs, cases));
    }
    untold += differing.size() - few.size();
  }

  private boolean isAsked(List<CaseOutcome> outcomes) {
    return outcomes.stream()
        .anyMatch(
            outcome -> outcome.period().map(period -> asked.contains(period.until())).orElse(true));
  }

  private Set<ReportingPeriod> periods(String metric) {
    Set<ReportingPeriod> periods = new LinkedHashSet<>();
    one.results().of(metric).stream()
        .filter(result -> asked.contains(result.period().until()))
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
    for (TakenOver each : differences) {
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

  /** What is recorded otherwise, by case. */
  private Map<String, List<SetBeside.Value>> recorded(String set, Set<String> keys) {
    Map<String, List<SetBeside.Value>> recorded = new HashMap<>();
    if (!keys.isEmpty()) {
      values
          .apply(set, keys)
          .forEach(
              value -> recorded.computeIfAbsent(value.key(), key -> new ArrayList<>()).add(value));
    }
    return recorded;
  }

  /** From the counts here to those there. */
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
      Counts here = own.counts(key, period);
      Counts there = theirs.counts(key, period);
      all = all.plus(here);
      others = others.plus(there);
      if (here.equals(there)) {
        alike += here.cases();
      } else {
        BothRecords.Case known = cases.get(key);
        String cause =
            known == null ? "not told one by one" : BothRecordsWording.cause(known, whose);
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
}
