package org.plumbline.chain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Turn;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.calendar.TimeAmount;

/** Which steps have to be done for which promise. */
final class Chains {

  /**
   * One way through the steps of a promise.
   *
   * @param by the steps that not every way has; empty if there is one way
   */
  record Way(List<Link> links, List<String> by) {
    /** Copies the lists. */
    Way {
      links = List.copyOf(links);
      by = List.copyOf(by);
    }
  }

  private final Agreement agreement;
  private final List<Promise> promises;
  private final PromiseWays ways;

  Chains(Agreement agreement) {
    this.agreement = agreement;
    promises = Promise.of(agreement);
    ways = new PromiseWays(promises);
  }

  List<Promise> promises() {
    return promises;
  }

  /**
   * The ways through the steps of the concept of operations that a promise names, if all say how
   * long they take; else those over promises.
   */
  Ways<Way> of(Promise promise, Optional<Conops> conops) {
    Optional<Ways<Way>> named =
        conops.map(all -> ofConops(promise, all)).filter(found -> !found.all().isEmpty());
    if (named.isPresent()) {
      return named.get();
    }
    Ways<List<Promise>> found = ways.of(promise);
    return new Ways<>(
        told(found.all().stream().map(way -> ofPromises(promise, way)).toList()), found.cut());
  }

  /** The ways, each with the steps by which it is known. */
  private static List<Way> told(List<List<Link>> ways) {
    Set<String> everywhere = new LinkedHashSet<>();
    if (!ways.isEmpty()) {
      ways.get(0).forEach(link -> everywhere.add(link.reference()));
    }
    ways.forEach(way -> everywhere.retainAll(way.stream().map(Link::reference).toList()));
    return ways.stream()
        .map(
            way ->
                new Way(
                    way,
                    way.stream()
                        .map(Link::reference)
                        .filter(reference -> !everywhere.contains(reference))
                        .toList()))
        .toList();
  }

  private Ways<Way> ofConops(Promise promise, Conops conops) {
    List<String> references = promise.metric().steps();
    if (references.isEmpty()
        || references.stream()
            .anyMatch(name -> conops.step(name).flatMap(Conops.Step::before).isEmpty())) {
      return new Ways<>(List.of(), false);
    }
    Ways<List<String>> found = StepWays.of(conops, references);
    List<List<Link>> all = new ArrayList<>();
    for (List<String> way : found.all()) {
      List<Link> links = new ArrayList<>();
      for (String reference : way) {
        conops.step(reference).ifPresent(step -> links.add(link(promise, conops, reference, step)));
      }
      all.add(links);
    }
    return new Ways<>(told(all), found.cut());
  }

  private Link link(Promise promise, Conops conops, String reference, Conops.Step step) {
    TimeAmount before = step.before().orElseThrow();
    return new Link(
        reference,
        step.name(),
        step.toBe(),
        before,
        conops.calendarOf(step).or(() -> hoursOf(promise, before)),
        step.toBe().stream().anyMatch(party -> counts(promise.metric(), party)));
  }

  /** A step in hours that names no calendar runs in the hours of the promise. */
  private static Optional<String> hoursOf(Promise promise, TimeAmount before) {
    return before.kind() == TimeAmount.Kind.ELAPSED ? promise.hours() : Optional.empty();
  }

  private List<Link> ofPromises(Promise whole, List<Promise> way) {
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
              parties.stream().anyMatch(party -> counts(whole.metric(), party))));
    }
    return links;
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
