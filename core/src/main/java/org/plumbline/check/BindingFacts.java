package org.plumbline.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a binding says of record sets that the agreement alone does not: which are event logs, and
 * which moments may occur more than once (language.md 4.3).
 *
 * @param eventLogs ids of the sets whose files hold one row an update
 * @param repeating by id of a set the moments that may occur more than once
 */
public record BindingFacts(Set<String> eventLogs, Map<String, Set<String>> repeating) {

  /** Nothing is known of any binding. */
  public static final BindingFacts NONE = new BindingFacts(Set.of(), Map.of());

  /** Copies set and map. */
  public BindingFacts {
    eventLogs = Set.copyOf(eventLogs);
    Map<String, Set<String>> copies = new LinkedHashMap<>();
    repeating.forEach((set, moments) -> copies.put(set, Set.copyOf(moments)));
    repeating = Map.copyOf(copies);
  }
}
