package org.plumbline.chain;

import java.util.ArrayList;
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

  private final Conops.Process process;
  private final Set<String> named;
  private final Map<String, Conops.Step> steps = new LinkedHashMap<>();

  private StepWays(Conops.Process process, Set<String> named) {
    this.process = process;
    this.named = named;
    process.steps().forEach(step -> steps.putIfAbsent(step.id(), step));
  }

  /** The ways through these steps, named {@code process/step}; each is a list of such names. */
  static List<List<String>> of(Conops conops, List<String> references) {
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
      return List.of(references);
    }
    List<List<String>> ways = List.of(List.of());
    for (Map.Entry<String, Set<String>> entry : byProcess.entrySet()) {
      Conops.Process process = conops.processes().get(entry.getKey());
      if (process != null) {
        ways = joined(ways, new StepWays(process, entry.getValue()).ways(), entry.getKey());
      }
    }
    return ways;
  }

  private static List<List<String>> joined(
      List<List<String>> before, List<List<String>> then, String process) {
    List<List<String>> all = new ArrayList<>();
    for (List<String> one : before) {
      for (List<String> other : then) {
        if (all.size() < MOST) {
          List<String> way = new ArrayList<>(one);
          other.forEach(step -> way.add(process + "/" + step));
          all.add(way);
        }
      }
    }
    return all;
  }

  private List<List<String>> ways() {
    Map<String, Set<String>> then = new LinkedHashMap<>();
    List<String> first = new ArrayList<>();
    for (String id : steps.keySet()) {
      if (named.contains(id)) {
        Set<String> ahead = new LinkedHashSet<>();
        ahead(id, ahead, new LinkedHashSet<>());
        if (ahead.isEmpty()) {
          first.add(id);
        }
        ahead.forEach(a -> then.computeIfAbsent(a, any -> new LinkedHashSet<>()).add(id));
      }
    }
    List<List<String>> ways = new ArrayList<>();
    first.forEach(id -> follow(List.of(id), then, ways));
    // Where each step waits for another there is no first one, which is told; then as they stand.
    return ways.isEmpty() ? List.of(List.copyOf(named)) : ways;
  }

  /** The named steps before one, through those that are not named. */
  private void ahead(String id, Set<String> found, Set<String> seen) {
    Conops.Step step = steps.get(id);
    for (String before : step == null ? List.<String>of() : process.ahead(step)) {
      if (named.contains(before)) {
        found.add(before);
      } else if (seen.add(before)) {
        ahead(before, found, seen);
      }
    }
  }

  private static void follow(
      List<String> way, Map<String, Set<String>> then, List<List<String>> ways) {
    Set<String> next = then.getOrDefault(way.get(way.size() - 1), Set.of());
    if (next.isEmpty() && ways.size() < MOST) {
      ways.add(way);
    }
    for (String id : next) {
      if (!way.contains(id) && ways.size() < MOST) {
        List<String> longer = new ArrayList<>(way);
        longer.add(id);
        follow(longer, then, ways);
      }
    }
  }
}
