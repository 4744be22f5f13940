package org.plumbline.difference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys at the top of an agreement, in the order in which the language has them. */
final class Sections {
  /** One thing of the section in a heading; empty for a section that is one thing itself. */
  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    List.of("plumbline", "agreement", "title", "zone", "marking").forEach(it -> NAMES.put(it, ""));
    NAMES.put("parties", "Party");
    NAMES.put("roles", "Role");
    NAMES.put("references", "Reference");
    NAMES.put("includes", "Companion");
    List.of("performance-period", "renewal", "stabilization", "amendment")
        .forEach(it -> NAMES.put(it, ""));
    NAMES.put("definitions", "Definition");
    NAMES.put("calendar", "");
    NAMES.put("period", "");
    NAMES.put("calendars", "Calendar");
    NAMES.put("periods", "Named period");
    NAMES.put("services", "Service");
    NAMES.put("records", "Record set");
    NAMES.put("metrics", "Metric");
    NAMES.put("remedies", "Remedy");
    NAMES.put("pools", "Pool");
    NAMES.put("settlement", "");
    NAMES.put("exclusions", "Exclusion");
    NAMES.put("reconsideration", "");
    NAMES.put("reports", "");
    NAMES.put("commitments", "Commitment");
    NAMES.put("clauses", "Clause");
  }

  private Sections() {}

  /** Whether the section holds things by their ids, or one after the other. */
  static boolean holdsThings(String section) {
    return !NAMES.getOrDefault(section, "").isEmpty();
  }

  /** Where it stands; those of no known name come last. */
  static int order(String section) {
    int order = List.copyOf(NAMES.keySet()).indexOf(section);
    return order < 0 ? NAMES.size() : order;
  }

  /** What a thing is called: {@code Calendar desk}; of a section alone {@code Zone}. */
  static String heading(String section, String thing) {
    String kind = NAMES.getOrDefault(section, "");
    if (!kind.isEmpty() && !thing.isEmpty()) {
      return kind + " " + thing;
    }
    String words = section.replace('-', ' ');
    return section.equals("agreement")
        ? "Name of the agreement"
        : words.isEmpty()
            ? words
            : words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
  }
}
