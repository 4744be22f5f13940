package org.plumbline.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Metric;
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
        if (other != composite && mayRead(composite, other)) {
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

  private static boolean mayRead(MetricView composite, MetricView other) {
    return composite
        .metric()
        .qualifies()
        .flatMap(qualifies -> holds(qualifies, other))
        .orElse(true);
  }

  /** Whether a condition holds for the results of a metric; empty where that may change. */
  private static Optional<Boolean> holds(Condition condition, MetricView other) {
    if (condition instanceof Condition.All all) {
      return joined(all.conditions(), other, false);
    }
    if (condition instanceof Condition.Any any) {
      return joined(any.conditions(), other, true);
    }
    if (condition instanceof Condition.None none) {
      return joined(none.conditions(), other, true).map(some -> !some);
    }
    if (condition instanceof Condition.OneOf oneOf) {
      return value(oneOf.subject(), other)
          .map(value -> oneOf.values().stream().anyMatch(v -> v.toString().equals(value)));
    }
    return Optional.empty();
  }

  /** Whether one holds ({@code decides} true), or all do (false). */
  private static Optional<Boolean> joined(
      List<Condition> conditions, MetricView other, boolean decides) {
    boolean unknown = false;
    for (Condition condition : conditions) {
      Optional<Boolean> holds = holds(condition, other);
      if (holds.isPresent() && holds.get() == decides) {
        return holds;
      }
      unknown |= holds.isEmpty();
    }
    return unknown ? Optional.empty() : Optional.of(!decides);
  }

  private static Optional<String> value(String subject, MetricView other) {
    Metric metric = other.metric();
    return switch (subject) {
      case "metric" -> Optional.of(other.id());
      case "performing" -> Optional.of(metric.performing());
      case "service" -> Optional.of(metric.service().orElse(""));
      default -> Optional.empty();
    };
  }
}
