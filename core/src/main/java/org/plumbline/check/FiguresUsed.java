package org.plumbline.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.RegisterSets;

/** Which metrics need the figure or the result of which others before they can be judged. */
final class FiguresUsed {

  private FiguresUsed() {}

  /** By metric the metrics that it needs; a metric over results never reads its own. */
  static Map<String, Set<String>> of(Draft draft) {
    Map<String, Set<String>> uses = new LinkedHashMap<>();
    draft.metrics().forEach(metric -> uses.put(metric.id(), new LinkedHashSet<>()));
    for (Uses.ResultCondition use : draft.uses().resultConditions()) {
      use.bound()
          .ifPresent(
              metric ->
                  Terms.tests(use.condition(), use.path())
                      .forEach(test -> add(metric.id(), test.subject(), uses)));
    }
    draft.agreement().exclusions().values().forEach(exclusion -> workload(exclusion, uses));
    List<MetricView> composites =
        draft.metrics().stream()
            .filter(metric -> metric.metric().records().equals(RegisterSets.RESULTS))
            .toList();
    List<MetricView> needing =
        draft.metrics().stream()
            .filter(metric -> composites.contains(metric) || !needs(metric, uses).isEmpty())
            .toList();
    for (MetricView composite : composites) {
      for (MetricView other : needing) {
        if (other != composite
            && ResultsRead.mayRead(composite.metric(), other.id(), other.metric())) {
          add(composite.id(), other.id(), uses);
        }
      }
    }
    return uses;
  }

  private static Set<String> needs(MetricView metric, Map<String, Set<String>> uses) {
    return uses.getOrDefault(metric.id(), Set.of());
  }

  private static void add(String metric, String needed, Map<String, Set<String>> uses) {
    Set<String> of = uses.get(metric);
    if (of != null && uses.containsKey(needed)) {
      of.add(needed);
    }
  }

  private static void workload(Exclusion exclusion, Map<String, Set<String>> uses) {
    if (exclusion.ground() instanceof Exclusion.Ground.Workload workload
        && exclusion.effect() instanceof Exclusion.Effect.Excludes excludes) {
      boolean all = excludes.metrics().contains("all");
      List<String> excluded = new ArrayList<>(all ? uses.keySet() : excludes.metrics());
      if (all) {
        // Volumes are what the rule stands on; all others are meant.
        excluded.removeAll(workload.limits().keySet());
      }
      for (String metric : excluded) {
        workload.limits().keySet().forEach(volume -> add(metric, volume, uses));
      }
    }
  }
}
