package org.plumbline.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is known of records that the agreement alone does not say: by a binding which sets are event
 * logs and which moments may occur more than once (language.md 4.3), by records themselves how many
 * cases a period usually has.
 *
 * @param eventLogs ids of the sets whose files hold one row an update
 * @param repeating by id of a set the moments that may occur more than once
 * @param usual by {@code METRIC/LINE} how many cases of that line of its target a period usually
 *     has; nothing is known of the others
 */
public record BindingFacts(
    Set<String> eventLogs, Map<String, Set<String>> repeating, Map<String, Long> usual) {

  /** Nothing is known of any binding. */
  public static final BindingFacts NONE = new BindingFacts(Set.of(), Map.of(), Map.of());

  /** Copies set and map. */
  public BindingFacts {
    eventLogs = Set.copyOf(eventLogs);
    Map<String, Set<String>> copies = new LinkedHashMap<>();
    repeating.forEach((set, moments) -> copies.put(set, Set.copyOf(moments)));
    repeating = Map.copyOf(copies);
    usual = Map.copyOf(usual);
  }

  /** What a binding alone says. */
  public BindingFacts(Set<String> eventLogs, Map<String, Set<String>> repeating) {
    this(eventLogs, repeating, Map.of());
  }

  /** The same with what records show. */
  public BindingFacts withUsual(Map<String, Long> shown) {
    return new BindingFacts(eventLogs, repeating, shown);
  }
}
