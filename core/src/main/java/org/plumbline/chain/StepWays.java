package org.plumbline.chain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.companion.Conops;

/**
 * The ways through the steps that a promise names (meaning 33). Whether a case takes one of two
 * steps or waits for both, what comes after them begins after the one that takes longer, so that
 * each way is gone through by itself.
 */
final class StepWays {

  /** So many ways are gone through. */
  static final int MOST = 64;

  /** A way so far: its last step and what is before that. */
  private record Way(String last, Optional<Way> before) {
    List<String> steps() {
      Deque<String> steps = new ArrayDeque<>();
      for (Optional<Way> at = Optional.of(this); at.isPresent(); at = at.get().before()) {
        steps.addFirst(at.get().last());
      }
      return List.copyOf(steps);
    }
  }

  private final Set<String> named;
  private final Map<String, List<String>> ahead;
  private final boolean circular;

  private StepWays(Conops.Process process, Set<String> named) {
    this.named = named;
    ahead = process.ahead();
    circular = !process.circles().isEmpty();
  }

  /** The ways through these steps, named {@code process/step}; each is a list of such names. */
  static Ways<List<String>> of(Conops conops, List<String> references) {
    Map<String, Set<String>> byProcess = new LinkedHashMap<>();
    for (String reference : references) {
      int slash = reference.indexOf('/');
      byProcess
          .computeIfAbsent(reference.substring(0, slash), any -> new LinkedHashSet<>())
          .add(reference.substring(slash + 1));
    }
    boolean branches =
        byProcess.keySet().stream()
            .flatMap(id -> Optional.ofNullable(conops.processes().get(id)).stream())
            .anyMatch(process -> process.steps().stream().anyMatch(s -> !s.after().isEmpty()));
    if (!branches) {
      return new Ways<>(List.of(references), false);
    }
    Ways<List<String>> ways = new Ways<>(List.of(List.of()), false);
    for (Map.Entry<String, Set<String>> entry : byProcess.entrySet()) {
      Conops.Process process = conops.processes().get(entry.getKey());
      if (process != null) {
        ways = joined(ways, new StepWays(process, entry.getValue()).ways(), entry.getKey());
      }
    }
    return ways;
  }

  private static Ways<List<String>> joined(
      Ways<List<String>> before, Ways<List<String>> then, String process) {
    List<List<String>> all = new ArrayList<>();
    for (List<String> one : before.all()) {
      for (List<String> other : then.all()) {
        if (all.size() < MOST) {
          List<String> way = new ArrayList<>(one);
          other.forEach(step -> way.add(process + "/" + step));
          all.add(way);
        }
      }
    }
    boolean more = (long) before.all().size() * then.all().size() > MOST;
    return new Ways<>(all, before.cut() || then.cut() || more);
  }

  private Ways<List<String>> ways() {
    // Steps that wait for themselves are told; then as they stand.
    return circular ? new Ways<>(List.of(List.copyOf(named)), false) : followed();
  }

  private Ways<List<String>> followed() {
    Map<String, Set<String>> then = new LinkedHashMap<>();
    Deque<Way> open = new ArrayDeque<>();
    for (String id : ahead.keySet()) {
      if (named.contains(id)) {
        Set<String> before = before(id);
        if (before.isEmpty()) {
          open.addLast(new Way(id, Optional.empty()));
        }
        before.forEach(one -> then.computeIfAbsent(one, any -> new LinkedHashSet<>()).add(id));
      }
    }
    List<List<String>> ways = new ArrayList<>();
    while (!open.isEmpty() && ways.size() < MOST) {
      Way way = open.removeFirst();
      List<String> next = List.copyOf(then.getOrDefault(way.last(), Set.of()));
      if (next.isEmpty()) {
        ways.add(way.steps());
      }
      for (int i = next.size() - 1; i >= 0; i--) {
        open.addFirst(new Way(next.get(i), Optional.of(way)));
      }
    }
    return new Ways<>(ways, !open.isEmpty());
  }

  /** The named steps before one, through those that are not named. */
  private Set<String> before(String id) {
    Set<String> found = new LinkedHashSet<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(ahead.getOrDefault(id, List.of()));
    while (!open.isEmpty()) {
      String one = open.removeFirst();
      if (named.contains(one)) {
        found.add(one);
      } else if (seen.add(one)) {
        open.addAll(ahead.getOrDefault(one, List.of()));
      }
    }
    return found;
  }
}
