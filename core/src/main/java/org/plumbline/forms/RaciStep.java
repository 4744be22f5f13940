package org.plumbline.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.profile.Yaml;

/**
 * A row of a responsibility matrix.
 *
 * @param marks roles by letter
 * @param notes what is open
 * @param kept texts of columns that are not known
 */
record RaciStep(
    String id,
    String name,
    int row,
    Map<String, List<String>> marks,
    List<String> notes,
    List<String> kept) {

  RaciStep {
    marks = new LinkedHashMap<>(marks);
    notes = List.copyOf(notes);
    kept = List.copyOf(kept);
  }

  private List<String> of(String mark) {
    return marks.getOrDefault(mark, List.of());
  }

  /** Who does what, in words. */
  String words() {
    List<String> words = new ArrayList<>();
    say(words, "R", "performed by ");
    say(words, "A", "answered for by ");
    say(words, "C", "asked: ");
    say(words, "I", "told: ");
    return String.join("; ", words);
  }

  private void say(List<String> words, String mark, String as) {
    if (!of(mark).isEmpty()) {
      words.add(as + String.join(", ", of(mark)));
    }
  }

  void write(Yaml yaml) {
    kept.forEach(text -> yaml.line("      # row " + row + ", " + text));
    notes.forEach(text -> yaml.line("      # check: row " + row + ", " + text));
    yaml.line("      - id: " + id);
    yaml.line("        name: " + Yaml.value(name));
    Set<String> parties = new LinkedHashSet<>();
    for (String role : of("R")) {
      if (role.contains("/")) {
        parties.add(role.substring(0, role.indexOf('/')));
      } else if (isParty(role)) {
        parties.add(role);
      }
    }
    put(yaml, "to-be", List.copyOf(parties));
    if (of("A").size() == 1) {
      yaml.line("        accountable: " + of("A").get(0));
    }
    put(yaml, "responsible", of("R"));
    put(yaml, "consulted", of("C"));
    put(yaml, "informed", of("I"));
  }

  private static boolean isParty(String role) {
    return List.of("customer", "provider", "treasury", "qsmo").contains(role);
  }

  private static void put(Yaml yaml, String key, List<String> roles) {
    if (!roles.isEmpty()) {
      yaml.line("        " + key + ": [" + String.join(", ", roles) + "]");
    }
  }
}
