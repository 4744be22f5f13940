package org.plumbline.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.RegisterSets;

/** Which metrics read the results of which others (docs/meaning.md 15). */
public final class ResultsRead {

  private ResultsRead() {}

  /** Whether a metric is one over results. */
  public static boolean isComposite(Metric metric) {
    return metric.records().equals(RegisterSets.RESULTS);
  }

  /** Whether a metric over results may read those of another; never its own. */
  public static boolean mayRead(Agreement agreement, String composite, String other) {
    Metric reader = agreement.metrics().get(composite);
    Metric read = agreement.metrics().get(other);
    return reader != null
        && read != null
        && isComposite(reader)
        && !composite.equals(other)
        && mayRead(reader, other, read);
  }

  static boolean mayRead(Metric composite, String id, Metric other) {
    return composite.qualifies().flatMap(qualifies -> holds(qualifies, id, other)).orElse(true);
  }

  /**
   * The metrics over results, each after those that it may read.
   *
   * @throws IllegalArgumentException if they go round, which the check finds
   */
  public static List<String> order(Agreement agreement) {
    Set<String> left = new LinkedHashSet<>();
    agreement
        .metrics()
        .forEach(
            (id, metric) -> {
              if (isComposite(metric)) {
                left.add(id);
              }
            });
    List<String> order = new ArrayList<>();
    while (!left.isEmpty()) {
      String next =
          left.stream()
              .filter(id -> left.stream().noneMatch(other -> mayRead(agreement, id, other)))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalArgumentException("these read each other's results: " + left));
      left.remove(next);
      order.add(next);
    }
    return order;
  }

  /** Whether a condition holds for the results of a metric; empty where that may change. */
  private static Optional<Boolean> holds(Condition condition, String id, Metric other) {
    if (condition instanceof Condition.All all) {
      return joined(all.conditions(), id, other, false);
    }
    if (condition instanceof Condition.Any any) {
      return joined(any.conditions(), id, other, true);
    }
    if (condition instanceof Condition.None none) {
      return joined(none.conditions(), id, other, true).map(some -> !some);
    }
    if (condition instanceof Condition.OneOf oneOf) {
      return value(oneOf.subject(), id, other)
          .map(value -> oneOf.values().stream().anyMatch(v -> v.toString().equals(value)));
    }
    return Optional.empty();
  }

  /** Whether one holds ({@code decides} true), or all do (false). */
  private static Optional<Boolean> joined(
      List<Condition> conditions, String id, Metric other, boolean decides) {
    boolean unknown = false;
    for (Condition condition : conditions) {
      Optional<Boolean> holds = holds(condition, id, other);
      if (holds.isPresent() && holds.get() == decides) {
        return holds;
      }
      unknown |= holds.isEmpty();
    }
    return unknown ? Optional.empty() : Optional.of(!decides);
  }

  private static Optional<String> value(String subject, String id, Metric metric) {
    return switch (subject) {
      case "metric" -> Optional.of(id);
      case "performing" -> Optional.of(metric.performing());
      case "service" -> Optional.of(metric.service().orElse(""));
      default -> Optional.empty();
    };
  }
}
