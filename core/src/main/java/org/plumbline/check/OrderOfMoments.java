package org.plumbline.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Turn;

/**
 * Which moments of a record set come before which, as the agreement itself tells: a stage leads
 * from one to the other, a clock starts at one and stops at the other, one is derived from the
 * other, or one closes the case.
 */
final class OrderOfMoments {

  private final Map<String, Map<String, Set<String>>> then = new HashMap<>();
  private final Map<String, Map<String, Set<String>>> reached = new HashMap<>();

  OrderOfMoments(Draft draft) {
    draft.agreement().records().forEach(this::set);
    for (MetricView metric : draft.metrics()) {
      Optional<Clock> clock = metric.metric().clock();
      if (metric.set().isPresent() && clock.isPresent() && clock.get().starts().isPresent()) {
        add(metric.metric().records(), clock.get().starts().get(), clock.get().stops());
      }
    }
  }

  /** Whether one moment comes before another, if both happen. */
  boolean leads(String records, String from, String to) {
    return reached
        .computeIfAbsent(records, any -> new HashMap<>())
        .computeIfAbsent(from, any -> reach(records, from))
        .contains(to);
  }

  private Set<String> reach(String records, String from) {
    Map<String, Set<String>> next = then.getOrDefault(records, Map.of());
    Set<String> all = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      for (String at : next.getOrDefault(open.remove(), Set.of())) {
        if (all.add(at)) {
          open.add(at);
        }
      }
    }
    return all;
  }

  private void set(String id, RecordSet set) {
    for (Turn turn : set.turns()) {
      if (turn instanceof Turn.Stage stage) {
        add(id, stage.from(), stage.until());
      }
    }
    set.moments()
        .forEach(
            (name, term) -> {
              MomentTerm own = new MomentTerm.Named(name);
              earlier(term).forEach(before -> add(id, before, own));
              if (term instanceof MomentTerm.EarlierOf first) {
                first.moments().forEach(after -> add(id, own, after));
              }
              boolean ends =
                  set.voidedBy().contains(own) || set.closedBy().equals(Optional.of(own));
              if (!ends && term instanceof MomentTerm.Recorded) {
                set.closedBy().ifPresent(closed -> add(id, own, closed));
              }
            });
  }

  /** The moments before one that is derived from them. */
  private static List<MomentTerm> earlier(MomentTerm term) {
    if (term instanceof MomentTerm.Next next) {
      return List.of(next.after());
    }
    if (term instanceof MomentTerm.LaterOf last) {
      return last.moments();
    }
    boolean later =
        term instanceof MomentTerm.Shifted shifted
            && shifted.shift().filter(shift -> !shift.forward()).isEmpty()
            && !shifted.roll().equals(Optional.of(MomentTerm.Roll.PREVIOUS_WORKDAY));
    return later ? new ArrayList<>(Terms.parts(term)) : List.of();
  }

  private void add(String records, MomentTerm from, MomentTerm to) {
    Optional<String> before = name(from);
    Optional<String> after = name(to);
    if (before.isPresent() && after.isPresent()) {
      then.computeIfAbsent(records, any -> new HashMap<>())
          .computeIfAbsent(before.get(), any -> new LinkedHashSet<>())
          .add(after.get());
    }
  }

  /** The name of a moment, also where its first occurrence is meant. */
  static Optional<String> name(MomentTerm term) {
    if (term instanceof MomentTerm.Named named) {
      return Optional.of(named.id());
    }
    return term instanceof MomentTerm.First first ? name(first.of()) : Optional.empty();
  }
}
