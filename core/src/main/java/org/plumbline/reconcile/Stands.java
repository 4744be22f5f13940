package org.plumbline.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.reconcile.CaseComparison.Counts;

/** How the cases of a metric stand by the records of one party. */
final class Stands {

  private final Map<String, List<CaseOutcome>> byKey = new TreeMap<>();

  Stands(List<CaseOutcome> outcomes) {
    outcomes.forEach(
        outcome -> byKey.computeIfAbsent(outcome.key(), key -> new ArrayList<>()).add(outcome));
  }

  /** The keys of all cases. */
  Set<String> keys() {
    return byKey.keySet();
  }

  /** How a case stands, a part each; none: it is not among the records. */
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
                    List.of(outcome.part(), outcome.holder(), outcome.state(), outcome.period())));
    return how;
  }

  /** What a case adds to the counts of a period. */
  Counts counts(String key, ReportingPeriod period) {
    Counts counts = new Counts(0, 0);
    for (CaseOutcome outcome : of(key)) {
      boolean met = outcome.state() == CaseOutcome.State.MET;
      if ((met || outcome.state() == CaseOutcome.State.NOT_MET)
          && outcome.period().filter(period::equals).isPresent()) {
        counts = counts.plus(new Counts(met ? 1 : 0, 1));
      }
    }
    return counts;
  }
}
