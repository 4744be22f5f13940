package org.plumbline.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;
import org.plumbline.finding.FindingCode;

/**
 * Nothing is defined by itself: not moments, not record sets, not pools, not the figures of
 * metrics.
 */
final class Circles implements Rule {

  @Override
  public void check(Draft draft) {
    for (SetView set : draft.recordSets()) {
      Map<String, Set<String>> uses = new LinkedHashMap<>();
      set.set()
          .moments()
          .forEach(
              (id, term) -> {
                Set<String> named = new LinkedHashSet<>();
                direct(term, set, set, named);
                uses.put(id, named);
              });
      tell("moments", set.path() + "/moments/", uses, draft);
    }
    Map<String, Set<String>> sets = new LinkedHashMap<>();
    draft
        .agreement()
        .records()
        .forEach((id, set) -> sets.put(id, of(set.origin()).map(Set::of).orElse(Set.of())));
    tell("record sets", "records/", sets, draft);
    Map<String, Set<String>> pools = new LinkedHashMap<>();
    draft.agreement().pools().forEach((id, pool) -> pools.put(id, Set.of(pool.of())));
    tell("pools", "pools/", pools, draft);
    tell("metrics", "metrics/", FiguresUsed.of(draft), draft);
  }

  /** The set of which one is made. */
  private static Optional<String> of(Origin origin) {
    if (origin instanceof Origin.Groups groups) {
      return Optional.of(groups.of());
    }
    if (origin instanceof Origin.Sample sample) {
      return Optional.of(sample.of());
    }
    return origin instanceof Origin.Expected expected ? expected.of() : Optional.empty();
  }

  /** The moments of {@code of} that a term names without going through another. */
  private static void direct(MomentTerm term, SetView readIn, SetView of, Set<String> named) {
    if (term instanceof MomentTerm.Named name && readIn == of) {
      named.add(name.id());
    }
    boolean occurrence = term instanceof MomentTerm.First || term instanceof MomentTerm.Last;
    for (MomentTerm part : Terms.parts(term)) {
      direct(part, occurrence ? readIn.setWithin(part) : readIn, of, named);
    }
  }

  private static void tell(String kind, String path, Map<String, Set<String>> uses, Draft draft) {
    for (List<String> circle : in(uses)) {
      List<String> round = new ArrayList<>(circle);
      round.add(circle.get(0));
      draft.tell(
          FindingCode.CIRCLE,
          path + circle.get(0),
          "these " + kind + " are defined by each other: " + shown(round),
          "let one of them stand on something else");
    }
  }

  private static String shown(List<String> round) {
    return round.size() <= 8
        ? String.join(", ", round)
        : String.join(", ", round.subList(0, 8)) + " and so on";
  }

  /** Circles, of which no two share a node. */
  private static List<List<String>> in(Map<String, Set<String>> uses) {
    List<List<String>> circles = new ArrayList<>();
    Set<String> done = new HashSet<>();
    Set<String> told = new HashSet<>();
    for (String start : uses.keySet()) {
      // The way from the start, with what is still to be followed from each step of it.
      List<String> way = new ArrayList<>();
      List<List<String>> ahead = new ArrayList<>();
      Map<String, Integer> onWay = new LinkedHashMap<>();
      enter(start, uses, way, ahead, onWay, done);
      while (!way.isEmpty()) {
        List<String> next = ahead.get(ahead.size() - 1);
        if (next.isEmpty()) {
          onWay.remove(way.remove(way.size() - 1));
          ahead.remove(ahead.size() - 1);
          continue;
        }
        String node = next.remove(next.size() - 1);
        Integer back = onWay.get(node);
        if (back == null) {
          enter(node, uses, way, ahead, onWay, done);
        } else if (way.subList(back, way.size()).stream().noneMatch(told::contains)) {
          circles.add(List.copyOf(way.subList(back, way.size())));
          told.addAll(way.subList(back, way.size()));
        }
      }
    }
    return circles;
  }

  private static void enter(
      String node,
      Map<String, Set<String>> uses,
      List<String> way,
      List<List<String>> ahead,
      Map<String, Integer> onWay,
      Set<String> done) {
    if (uses.containsKey(node) && done.add(node)) {
      onWay.put(node, way.size());
      way.add(node);
      ahead.add(new ArrayList<>(uses.get(node)));
    }
  }
}
