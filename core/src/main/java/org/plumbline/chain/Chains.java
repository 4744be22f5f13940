package org.plumbline.chain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Turn;
import org.plumbline.agreement.Varying;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.calendar.TimeAmount;

/** Which steps have to be done for which promise. */
final class Chains {

  /** A promise in time that may be set against steps. */
  record Promise(String id, Metric metric, TimeAmount limit, String path, Optional<String> hours) {}

  private final Agreement agreement;
  private final List<Promise> promises = new ArrayList<>();
  private final Map<String, Map<String, Promise>> ahead = new HashMap<>();
  private final Map<String, Promise> longest = new HashMap<>();

  Chains(Agreement agreement) {
    this.agreement = agreement;
    agreement.metrics().forEach(this::addPromises);
    for (Promise promise : promises) {
      Optional<String> start = name(promise.metric().clock().flatMap(Clock::starts));
      Optional<String> stop = name(promise.metric().clock().map(Clock::stops));
      if (start.isPresent() && stop.isPresent()) {
        ahead
            .computeIfAbsent(at(promise, start.get()), key -> new LinkedHashMap<>())
            .putIfAbsent(stop.get(), promise);
      }
      longest.merge(promise.id(), promise, Chains::longer);
    }
  }

  private static String at(Promise promise, String moment) {
    return promise.metric().records() + " " + moment;
  }

  /** Of two limits of one metric the longer, since a step may take as long. */
  private static Promise longer(Promise one, Promise other) {
    boolean longer =
        other.limit().unit() == one.limit().unit() && other.limit().amount() > one.limit().amount();
    return longer ? other : one;
  }

  List<Promise> promises() {
    return promises;
  }

  private void addPromises(String id, Metric metric) {
    boolean timed =
        metric.figureOrDefault() instanceof Quantity.ShareInTime
            && metric.target() instanceof Level.Lines
            && metric.clock().flatMap(Clock::starts).isPresent();
    Optional<Varying<String>> hours = metric.clock().flatMap(Clock::calendar);
    if (!timed || hours.filter(h -> h.fixed().isEmpty()).isPresent()) {
      return;
    }
    List<Level.Line> lines = ((Level.Lines) metric.target()).lines();
    Set<TimeAmount> limits = new LinkedHashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String path = "metrics/" + id + "/target/" + i + "/within";
      if (lines.get(i).limit().orElse(null) instanceof Level.Limit.Within within) {
        for (TimeAmount limit : Varying.values(within.amount())) {
          if (limits.add(limit)) {
            promises.add(new Promise(id, metric, limit, path, hours.flatMap(Varying::fixed)));
          }
        }
      }
    }
  }

  /** The steps of the concept of operations that a promise names, if all say how long they take. */
  List<Link> ofConops(Promise promise, Conops conops) {
    List<Link> links = new ArrayList<>();
    for (String reference : promise.metric().steps()) {
      Optional<Conops.Step> step = conops.step(reference);
      Optional<TimeAmount> before = step.flatMap(Conops.Step::before);
      if (before.isEmpty()) {
        return List.of();
      }
      List<String> parties = step.get().toBe();
      links.add(
          new Link(
              reference,
              step.get().name(),
              parties,
              before.get(),
              conops.calendarOf(step.get()).or(() -> hoursOf(promise, before.get())),
              parties.stream().anyMatch(party -> counts(promise.metric(), party))));
    }
    return links;
  }

  /** A step in hours that names no calendar runs in the hours of the promise. */
  private static Optional<String> hoursOf(Promise promise, TimeAmount before) {
    return before.kind() == TimeAmount.Kind.ELAPSED ? promise.hours() : Optional.empty();
  }

  /**
   * The promises over the same records that lead from the start of this one to its stop, one after
   * the other; at least two.
   */
  List<Link> ofMetrics(Promise promise) {
    Optional<String> start = name(promise.metric().clock().flatMap(Clock::starts));
    Optional<String> stop = name(promise.metric().clock().map(Clock::stops));
    if (start.isEmpty() || stop.isEmpty()) {
      return List.of();
    }
    List<Promise> way = way(promise, start.get(), stop.get());
    List<Link> links = new ArrayList<>();
    for (Promise step : way) {
      List<String> parties = new ArrayList<>(List.of(step.metric().performing()));
      parties.addAll(step.metric().with());
      links.add(
          new Link(
              step.id(),
              step.metric().name(),
              parties,
              step.limit(),
              step.hours(),
              parties.stream().anyMatch(party -> counts(promise.metric(), party))));
    }
    return links;
  }

  /**
   * The shortest way from one moment to another over promises; each moment is reached once. A
   * promise from the one to the other is no way: it is the whole, or as long.
   */
  private List<Promise> way(Promise whole, String from, String to) {
    Map<String, List<Promise>> ways = new LinkedHashMap<>(Map.of(from, List.of()));
    Deque<String> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty() && !ways.containsKey(to)) {
      String at = next.remove();
      List<Promise> before = Objects.requireNonNull(ways.get(at));
      ahead
          .getOrDefault(at(whole, at), Map.of())
          .forEach(
              (stop, promise) -> {
                if (!(at.equals(from) && stop.equals(to)) && !ways.containsKey(stop)) {
                  List<Promise> further = new ArrayList<>(before);
                  further.add(longest.getOrDefault(promise.id(), promise));
                  ways.put(stop, further);
                  next.add(stop);
                }
              });
    }
    return ways.getOrDefault(to, List.of());
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

  /** Whether the time of a party counts under the clock of a metric. */
  private boolean counts(Metric metric, String party) {
    Clock.Counting counting = metric.clock().orElseThrow().counting();
    if (counting instanceof Clock.Counting.Counts counts) {
      return counts.parties().contains(party);
    }
    if (!(counting instanceof Clock.Counting.Pauses pauses)) {
      return true;
    }
    Map<String, RecordSet> sets = agreement.records();
    RecordSet set = sets.get(metric.records());
    List<Turn> stages =
        set == null
            ? List.of()
            : set.turns().stream()
                .filter(turn -> turn instanceof Turn.Stage && turn.whose().equals(party))
                .toList();
    return stages.isEmpty() || stages.stream().anyMatch(s -> !pauses.turns().contains(s.id()));
  }
}
