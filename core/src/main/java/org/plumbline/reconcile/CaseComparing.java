package org.plumbline.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.reconcile.CaseComparison.Counts;
import org.plumbline.reconcile.CaseComparison.Group;
import org.plumbline.wording.PeriodWords;

/**
 * The provider's list of cases beside ours, key by key: which of them another reading explains, and
 * what the others are.
 */
final class CaseComparing {

  /** Differing cases beyond this many are told by what they are, and not tried. */
  private static final int MOST_TRIED = 2_000;

  private static final int MOST_READINGS = 3;

  private final String metric;
  private final Optional<ReportingPeriod> period;
  private final ReportingPeriod asked;
  private final Map<String, List<CaseOutcome>> ours = new LinkedHashMap<>();
  private final Map<String, List<ReportedCase>> theirs = new LinkedHashMap<>();
  private final Map<String, List<ReportedCase>> elsewhere = new LinkedHashMap<>();
  private final List<Group> groups = new ArrayList<>();

  private CaseComparing(
      String metric,
      Optional<ReportingPeriod> period,
      ReportingPeriod asked,
      List<CaseOutcome> outcomes,
      List<ReportedCase> listed) {
    this.metric = metric;
    this.period = period;
    this.asked = asked;
    outcomes.forEach(
        outcome -> ours.computeIfAbsent(outcome.key(), key -> new ArrayList<>()).add(outcome));
    for (ReportedCase each : listed) {
      boolean here =
          each.outcome().isCounted()
              && (period.isEmpty()
                  || each.period().isEmpty()
                  || isSame(each.period().get(), period.get()));
      (here ? theirs : elsewhere).computeIfAbsent(each.key(), key -> new ArrayList<>()).add(each);
    }
  }

  /**
   * Compares.
   *
   * @param period the days; empty: all periods asked for together
   * @param outcomes all cases of the metric as they stand by the agreement
   * @param listed the provider's cases of the metric
   * @param trials readings that may explain cases, in the order in which they were tried
   * @param giving the readings that give a figure that was reported
   */
  static CaseComparison compare(
      String metric,
      Optional<ReportingPeriod> period,
      ReportingPeriod asked,
      List<CaseOutcome> outcomes,
      List<ReportedCase> listed,
      List<Trial> trials,
      Set<String> giving) {
    return new CaseComparing(metric, period, asked, outcomes, listed).compared(trials, giving);
  }

  private static boolean isSame(ReportingPeriod one, ReportingPeriod other) {
    return one.from().equals(other.from()) && one.until().equals(other.until());
  }

  /** What one case adds to the counts of the period. */
  private static Counts counts(boolean isCounted, boolean isHeld) {
    return isCounted ? new Counts(isHeld ? 1 : 0, 1) : new Counts(0, 0);
  }

  private boolean isHere(CaseOutcome outcome) {
    boolean decided =
        outcome.state() == CaseOutcome.State.MET || outcome.state() == CaseOutcome.State.NOT_MET;
    return decided
        && outcome
            .period()
            .filter(
                own ->
                    period
                        .map(days -> isSame(own, days))
                        .orElseGet(() -> asked.contains(own.until())))
            .isPresent();
  }

  private Counts ours(List<CaseOutcome> outcomes) {
    Counts counts = new Counts(0, 0);
    for (CaseOutcome outcome : outcomes) {
      counts = counts.plus(counts(isHere(outcome), outcome.state() == CaseOutcome.State.MET));
    }
    return counts;
  }

  /** A key that is listed twice counts once here; what is more is told apart. */
  private Counts theirs(String key) {
    List<ReportedCase> listed = theirs.getOrDefault(key, List.of());
    return listed.isEmpty()
        ? new Counts(0, 0)
        : counts(true, listed.get(0).outcome() == ReportedCase.Outcome.MET);
  }

  private CaseComparison compared(List<Trial> trials, Set<String> giving) {
    Counts allOurs = new Counts(0, 0);
    Counts allTheirs = new Counts(0, 0);
    long alike = 0;
    Set<String> keys = new TreeSet<>(ours.keySet());
    keys.addAll(theirs.keySet());
    Set<String> differing = new TreeSet<>();
    for (String key : keys) {
      Counts own = ours(ours.getOrDefault(key, List.of()));
      Counts other = theirs(key);
      allOurs = allOurs.plus(own);
      allTheirs = allTheirs.plus(other);
      if (!own.equals(other)) {
        differing.add(key);
      } else if (other.cases() > 0) {
        alike++;
      }
    }
    Set<String> left = explained(differing, trials, giving);
    causes(left);
    allTheirs = allTheirs.plus(twice());
    return new CaseComparison(metric, period, alike, allOurs, allTheirs, groups);
  }

  /**
   * Takes out the cases that readings explain, the reading that explains the most first. That a
   * case is missing from the list is explained by a reading only if that explains a listed case as
   * well, or gives a figure that was reported: many readings leave some case out.
   */
  private Set<String> explained(Set<String> differing, List<Trial> trials, Set<String> giving) {
    Set<String> left = new TreeSet<>(differing);
    if (left.size() > MOST_TRIED) {
      return left;
    }
    Set<String> known = new TreeSet<>(left);
    known.retainAll(ours.keySet());
    Map<Trial, Set<String>> by = new LinkedHashMap<>();
    for (Trial trial : known.isEmpty() ? List.<Trial>of() : trials) {
      trial
          .cases()
          .ifPresent(
              asked -> {
                Map<String, List<CaseOutcome>> outcomes = new LinkedHashMap<>();
                asked
                    .of(known)
                    .forEach(
                        outcome ->
                            outcomes
                                .computeIfAbsent(outcome.key(), key -> new ArrayList<>())
                                .add(outcome));
                Set<String> same = new TreeSet<>();
                for (String key : known) {
                  if (ours(outcomes.getOrDefault(key, List.of())).equals(theirs(key))) {
                    same.add(key);
                  }
                }
                by.put(trial, same);
              });
    }
    by.keySet()
        .removeIf(
            trial ->
                !giving.contains(trial.id())
                    && by.getOrDefault(trial, Set.of()).stream().noneMatch(this::isListed));
    for (int readings = 0; readings < MOST_READINGS; readings++) {
      Optional<Trial> best =
          by.keySet().stream()
              .max(
                  Comparator.comparingLong(
                          (Trial trial) ->
                              by.getOrDefault(trial, Set.of()).stream()
                                  .filter(left::contains)
                                  .count())
                      .thenComparing(trial -> giving.contains(trial.id())));
      Set<String> taken = new TreeSet<>(best.map(by::get).orElse(Set.of()));
      taken.retainAll(left);
      if (taken.isEmpty() || taken.stream().noneMatch(this::isListed) && readings > 0) {
        break;
      }
      Trial trial = best.orElseThrow();
      group(trial.id(), trial.theirs(), trial.agreed(), taken);
      left.removeAll(taken);
    }
    return left;
  }

  private boolean isListed(String key) {
    return theirs.containsKey(key) || elsewhere.containsKey(key);
  }

  private void group(String cause, String words, String agreed, Set<String> keys) {
    Counts effect = new Counts(0, 0);
    for (String key : keys) {
      Counts own = ours(ours.getOrDefault(key, List.of()));
      Counts other = theirs(key);
      effect = effect.plus(new Counts(other.held() - own.held(), other.cases() - own.cases()));
    }
    groups.add(new Group(cause, words, agreed, effect, List.copyOf(keys)));
  }

  private record Cause(String id, String words) {}

  private void causes(Set<String> left) {
    Map<String, Set<String>> keys = new TreeMap<>();
    Map<String, Cause> causes = new LinkedHashMap<>();
    for (String key : left) {
      Cause cause = cause(key);
      causes.put(cause.words(), cause);
      keys.computeIfAbsent(cause.words(), words -> new TreeSet<>()).add(key);
    }
    keys.forEach(
        (words, of) -> {
          Cause cause = causes.get(words);
          group(cause == null ? "" : cause.id(), words, "", of);
        });
  }

  private Cause cause(String key) {
    List<CaseOutcome> known = ours.getOrDefault(key, List.of());
    Optional<CaseOutcome> here = known.stream().filter(this::isHere).findFirst();
    boolean listed = theirs.containsKey(key);
    if (listed && known.isEmpty()) {
      return new Cause("not-in-records", "in the provider’s list and not in the records");
    }
    if (listed && here.isPresent()) {
      boolean kept = theirs(key).held() > 0;
      return new Cause(
          kept ? "met-there" : "met-here",
          kept
              ? "counted as kept by the provider and as missed by the agreement"
              : "counted as missed by the provider and as kept by the agreement");
    }
    if (listed) {
      return notCounted(known.get(0));
    }
    List<ReportedCase> other = elsewhere.getOrDefault(key, List.of());
    if (other.isEmpty()) {
      return new Cause("not-in-list", "not in the provider’s list");
    }
    ReportedCase first = other.get(0);
    return switch (first.outcome()) {
      case EXCLUDED -> new Cause("excluded-there", "left out by the provider");
      case OPEN -> new Cause("open-there", "still open for the provider");
      case MET, NOT_MET ->
          new Cause(
              "other-period-there",
              "counted by the provider in "
                  + first.period().map(PeriodWords::name).orElse("another period"));
    };
  }

  private static Cause notCounted(CaseOutcome outcome) {
    return switch (outcome.state()) {
      case MET, NOT_MET ->
          new Cause(
              "other-period-here",
              "counted by the agreement in "
                  + outcome.period().map(PeriodWords::name).orElse("no period"));
      case VOIDED ->
          new Cause(
              "voided-here",
              outcome
                  .exclusion()
                  .map(id -> "left out by the exclusion “" + id + "”")
                  .orElse("cancelled before it was decided, which the agreement leaves out"));
      case NOT_QUALIFIED -> new Cause("not-qualified-here", "not qualified by the agreement");
      case OPEN -> new Cause("open-here", "not decided yet by the agreement");
      case INDETERMINATE ->
          new Cause("indeterminate-here", "of which the records do not say how they stand");
    };
  }

  /** Tells keys that are listed more than once, and what they count beyond once. */
  private Counts twice() {
    Counts further = new Counts(0, 0);
    Set<String> keys = new TreeSet<>();
    for (Map.Entry<String, List<ReportedCase>> entry : theirs.entrySet()) {
      for (ReportedCase again : entry.getValue().subList(1, entry.getValue().size())) {
        further = further.plus(counts(true, again.outcome() == ReportedCase.Outcome.MET));
        keys.add(entry.getKey());
      }
    }
    if (!keys.isEmpty()) {
      groups.add(
          new Group(
              "listed-twice",
              "in the provider’s list more than once",
              "",
              further,
              List.copyOf(keys)));
    }
    return further;
  }
}
