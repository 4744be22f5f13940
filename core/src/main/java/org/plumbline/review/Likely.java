package org.plumbline.review;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.companion.Conops;
import org.plumbline.catalog.Stems;

/**
 * What of a draft reads like a requirement that nobody linked yet: a metric by its name, a clause
 * by its heading and text, a step by its name. A word weighs the less the more of them have it.
 */
final class Likely {

  /** So many hundredths of what a requirement says are said as well. */
  private static final int LEAST = 40;

  private final Map<String, Set<String>> words = new LinkedHashMap<>();
  private final Map<String, Integer> bearers = new HashMap<>();

  Likely(Agreement agreement, Optional<Conops> conops) {
    agreement.metrics().forEach((id, metric) -> add("metric: " + id, metric.name()));
    agreement
        .clauses()
        .forEach(clause -> add("clause: " + clause.id(), clause.heading() + " " + clause.text()));
    conops.ifPresent(
        all ->
            all.processes()
                .forEach(
                    (id, process) ->
                        process
                            .steps()
                            .forEach(
                                step ->
                                    add(
                                        "steps: " + id + "/" + step.id(),
                                        process.name() + " " + step.name()))));
    words.values().forEach(some -> some.forEach(word -> bearers.merge(word, 1, Integer::sum)));
  }

  private void add(String link, String text) {
    words.put(link, Stems.of(text));
  }

  /** What is likest, and how it is linked; empty if nothing shares enough words. */
  Optional<String> to(String text) {
    Set<String> asked = Stems.of(text);
    long whole = Math.max(1, asked.stream().mapToLong(this::weight).sum());
    String best = "";
    long most = 0;
    for (Map.Entry<String, Set<String>> entry : words.entrySet()) {
      long shared = asked.stream().filter(entry.getValue()::contains).mapToLong(this::weight).sum();
      boolean several = asked.stream().filter(entry.getValue()::contains).count() > 1;
      if (several && shared > most) {
        best = entry.getKey();
        most = shared;
      }
    }
    return 100 * most / whole >= LEAST
        ? Optional.of("reads like it: link it with " + best)
        : Optional.empty();
  }

  /** In bits, times a hundred. */
  private long weight(String word) {
    int in = bearers.getOrDefault(word, 1);
    return Math.round(100 * Math.log((words.size() + 1.0) / in) / Math.log(2));
  }
}
