package org.plumbline.chain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;

/**
 * A promise in time that may be set against steps: one of the limits of a metric.
 *
 * @param path where the limit stands
 * @param hours the calendar of its clock
 * @param tier for which cases it holds
 */
record Promise(
    String id, Metric metric, TimeAmount limit, String path, Optional<String> hours, Tier tier) {

  /**
   * For which cases a limit holds: for those of all these conditions, and of none of those that
   * stand before it.
   */
  record Tier(Set<Condition> conditions, Set<Condition> before) {
    /** Copies the sets. */
    Tier {
      conditions = Set.copyOf(conditions);
      before = Set.copyOf(before);
    }

    private static final Tier ALL = new Tier(Set.of(), Set.of());

    private Tier narrowed(Optional<Condition> when, Set<Condition> others) {
      Set<Condition> all = new LinkedHashSet<>(conditions);
      when.ifPresent(all::add);
      Set<Condition> none = new LinkedHashSet<>(before);
      none.addAll(when.isPresent() ? Set.of() : others);
      return new Tier(all, none);
    }

    /** Whether all cases of another are cases of this, as far as their words tell. */
    boolean covers(Tier other) {
      return before.stream().allMatch(other::isOutside)
          && conditions.stream()
              .allMatch(mine -> other.conditions.stream().anyMatch(its -> within(its, mine)));
    }

    /** Whether none of these cases satisfies a condition. */
    private boolean isOutside(Condition condition) {
      return before.contains(condition)
          || conditions.stream()
              .anyMatch(
                  own ->
                      own instanceof Condition.OneOf some
                          && condition instanceof Condition.OneOf none
                          && some.subject().equals(none.subject())
                          && Collections.disjoint(some.values(), none.values()));
    }

    private static boolean within(Condition narrow, Condition wide) {
      return narrow.equals(wide)
          || (narrow instanceof Condition.OneOf some
              && wide instanceof Condition.OneOf all
              && some.subject().equals(all.subject())
              && all.values().containsAll(some.values()));
    }
  }

  /** The promises of an agreement, in order. */
  static List<Promise> of(Agreement agreement) {
    List<Promise> promises = new ArrayList<>();
    agreement.metrics().forEach((id, metric) -> add(id, metric, promises));
    return promises;
  }

  private static void add(String id, Metric metric, List<Promise> promises) {
    boolean timed =
        metric.figureOrDefault() instanceof Quantity.ShareInTime
            && metric.target() instanceof Level.Lines
            && metric.clock().flatMap(Clock::starts).isPresent();
    Optional<Varying<String>> hours = metric.clock().flatMap(Clock::calendar);
    if (!timed || hours.filter(h -> h.fixed().isEmpty()).isPresent()) {
      return;
    }
    List<Level.Line> lines = ((Level.Lines) metric.target()).lines();
    Set<Condition> before = new LinkedHashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String path = "metrics/" + id + "/target/" + i + "/within";
      Level.Line line = lines.get(i);
      Tier tier = Tier.ALL;
      if (line.applies() instanceof Level.Applies.When when) {
        tier = Tier.ALL.narrowed(Optional.of(when.condition()), Set.of());
        before.add(when.condition());
      } else if (line.applies() instanceof Level.Applies.Otherwise) {
        tier = Tier.ALL.narrowed(Optional.empty(), before);
      }
      if (line.limit().orElse(null) instanceof Level.Limit.Within within) {
        tiers(within.amount(), tier)
            .forEach(
                (of, limit) ->
                    promises.add(
                        new Promise(id, metric, limit, path, hours.flatMap(Varying::fixed), of)));
      }
    }
  }

  /** The limits of a line with the cases that they hold for; of those by date the shortest. */
  private static Map<Tier, TimeAmount> tiers(Varying<TimeAmount> amount, Tier tier) {
    Map<Tier, TimeAmount> tiers = new LinkedHashMap<>();
    if (amount instanceof Varying.ByCondition<TimeAmount> by) {
      Set<Condition> before = new LinkedHashSet<>();
      for (Varying.Choice<TimeAmount> choice : by.choices()) {
        tiers(choice.is(), tier.narrowed(choice.when(), before)).forEach(tiers::putIfAbsent);
        choice.when().ifPresent(before::add);
      }
    } else {
      Varying.values(amount).stream()
          .reduce((one, other) -> isLonger(one, other) ? other : one)
          .ifPresent(limit -> tiers.put(tier, limit));
    }
    return tiers;
  }

  /** Whether one of two limits is longer, if both are of one unit. */
  static boolean isLonger(TimeAmount one, TimeAmount other) {
    return one.unit() == other.unit() && one.amount() > other.amount();
  }

  /** The moment at which its clock starts, if that has a name. */
  Optional<String> start() {
    return name(metric.clock().flatMap(Clock::starts));
  }

  /** The moment at which its clock stops, if that has a name. */
  Optional<String> stop() {
    return name(metric.clock().map(Clock::stops));
  }

  private static Optional<String> name(Optional<MomentTerm> term) {
    return term.flatMap(
        moment ->
            moment instanceof MomentTerm.Named named
                ? Optional.of(named.id())
                : moment instanceof MomentTerm.First first
                    ? name(Optional.of(first.of()))
                    : Optional.empty());
  }
}
