package org.plumbline.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.CountedWhen;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;

/** The same terms with one of them changed. */
final class Terms {

  private Terms() {}

  static Metric countedWhen(Metric metric, CountedWhen when) {
    return metric(
        metric, metric.was(), metric.clock(), Optional.of(when), metric.target(), metric.minimum());
  }

  static Metric was(Metric metric, Optional<String> was) {
    return metric(
        metric, was, metric.clock(), metric.countedWhen(), metric.target(), metric.minimum());
  }

  /** The target alone, with these lines. */
  static Metric target(Metric metric, Level target) {
    return metric(
        metric, metric.was(), metric.clock(), metric.countedWhen(), target, Optional.empty());
  }

  static Clock clock(Clock clock, Clock.Counting counting) {
    return new Clock(clock.starts(), clock.stops(), clock.calendar(), counting);
  }

  private static Metric metric(
      Metric metric,
      Optional<String> was,
      Optional<Clock> clock,
      Optional<CountedWhen> countedWhen,
      Level target,
      Optional<Level> minimum) {
    return new Metric(
        metric.name(),
        metric.performing(),
        metric.with(),
        metric.reporting(),
        metric.accountable(),
        metric.service(),
        metric.steps(),
        metric.clause(),
        metric.implementsMeasure(),
        metric.adopts(),
        metric.labels(),
        was,
        metric.records(),
        metric.qualifies(),
        clock,
        metric.figure(),
        metric.each(),
        countedWhen,
        metric.period(),
        target,
        minimum,
        metric.lowVolume(),
        metric.noData(),
        metric.roundedTo(),
        metric.remedies());
  }

  /** The lines of a target with other limits; empty where that changes nothing. */
  static Optional<Level> limits(Level target, Function<Level.Limit, Optional<Level.Limit>> change) {
    if (!(target instanceof Level.Lines lines)) {
      return Optional.empty();
    }
    List<Level.Line> changed = new ArrayList<>();
    for (Level.Line line : lines.lines()) {
      changed.add(
          new Level.Line(
              line.applies(),
              line.limit().map(limit -> change.apply(limit).orElse(limit)),
              line.bounds(),
              line.rest()));
    }
    return changed.equals(lines.lines()) ? Optional.empty() : Optional.of(new Level.Lines(changed));
  }

  /** The amounts of a limit changed one by one; empty where none is. */
  static Optional<Level.Limit> amounts(
      Level.Limit limit, Function<TimeAmount, Optional<TimeAmount>> change) {
    if (limit instanceof Level.Limit.Within within) {
      Varying<TimeAmount> amount = each(within.amount(), change);
      return amount.equals(within.amount())
          ? Optional.empty()
          : Optional.of(new Level.Limit.Within(amount));
    }
    if (limit instanceof Level.Limit.Under under) {
      Varying<TimeAmount> amount = each(under.amount(), change);
      return amount.equals(under.amount())
          ? Optional.empty()
          : Optional.of(new Level.Limit.Under(amount));
    }
    return Optional.empty();
  }

  private static Varying<TimeAmount> each(
      Varying<TimeAmount> varying, Function<TimeAmount, Optional<TimeAmount>> change) {
    if (varying instanceof Varying.Fixed<TimeAmount> fixed) {
      return Varying.of(change.apply(fixed.value()).orElse(fixed.value()));
    }
    if (varying instanceof Varying.ByCondition<TimeAmount> choices) {
      return new Varying.ByCondition<>(
          choices.choices().stream()
              .map(choice -> new Varying.Choice<>(choice.when(), each(choice.is(), change)))
              .toList());
    }
    if (varying instanceof Varying.ByDate<TimeAmount> dated) {
      return new Varying.ByDate<>(
          dated.steps().stream()
              .map(step -> new Varying.Dated<>(step.from(), each(step.is(), change)))
              .toList());
    }
    return varying;
  }

  /** The same agreement with another record set under an id that it has. */
  static Agreement records(Agreement agreement, String id, RecordSet changed) {
    Map<String, RecordSet> records = new LinkedHashMap<>(agreement.records());
    records.put(id, changed);
    return agreement.withRecords(records);
  }

  /** The metrics that are asked for, and those on which exclusions of theirs depend. */
  static Agreement only(Agreement agreement, Set<String> asked) {
    Map<String, Metric> kept = new LinkedHashMap<>();
    agreement
        .metrics()
        .forEach(
            (id, metric) -> {
              boolean limits =
                  agreement.exclusions().values().stream()
                      .map(Exclusion::ground)
                      .filter(Exclusion.Ground.Workload.class::isInstance)
                      .anyMatch(
                          ground -> ((Exclusion.Ground.Workload) ground).limits().containsKey(id));
              if (asked.contains(id) || limits) {
                kept.put(id, metric);
              }
            });
    return agreement.withMetrics(kept);
  }

  /**
   * The same with further metrics, each beside the one that it is made from: what is excluded from
   * that is excluded from these.
   *
   * @param added by the new id the metric that it is made from and what it is
   */
  static Agreement with(Agreement agreement, Map<String, Made> added) {
    Map<String, Metric> metrics = new LinkedHashMap<>(agreement.metrics());
    added.forEach((id, made) -> metrics.put(id, made.metric()));
    Map<String, Exclusion> exclusions = new LinkedHashMap<>();
    agreement.exclusions().forEach((id, exclusion) -> exclusions.put(id, with(exclusion, added)));
    return agreement.withMetrics(metrics).withExclusions(exclusions);
  }

  /** A metric and the id of the one that it is made from. */
  record Made(String from, Metric metric) {}

  private static Exclusion with(Exclusion exclusion, Map<String, Made> added) {
    if (!(exclusion.effect() instanceof Exclusion.Effect.Excludes excludes)) {
      return exclusion;
    }
    List<String> metrics = new ArrayList<>(excludes.metrics());
    added.forEach(
        (id, made) -> {
          if (excludes.metrics().contains(made.from())) {
            metrics.add(id);
          }
        });
    return new Exclusion(
        exclusion.ground(),
        new Exclusion.Effect.Excludes(metrics),
        exclusion.reason(),
        exclusion.clause());
  }
}
