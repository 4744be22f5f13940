package org.plumbline.records;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.plumbline.finding.Place;

/**
 * How files become record sets: {@code records.yaml} beside them (language.md 4.3). The parties
 * need not sign it; a publication names it by hash.
 *
 * @param file the name of the file, for findings
 * @param binds id of the agreement; empty where there is no file
 * @param sets bindings by record set
 * @param places where each path of keys stands in the file, such as {@code
 *     sets/incidents/columns/opened}
 */
public record Binding(
    String file, String binds, Map<String, SetBinding> sets, Map<String, Place> places) {

  /** Copies maps, keeping their order. */
  public Binding {
    sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
    places = Map.copyOf(places);
  }

  /** The binding of a folder without {@code records.yaml}: everything by its name. */
  public static Binding byNames() {
    return new Binding("records.yaml", "", Map.of(), Map.of());
  }

  /** The binding of a set; one that is not named is bound by names. */
  public SetBinding of(String set) {
    return sets.getOrDefault(set, SetBinding.BY_NAMES);
  }

  /** Where a path of keys stands, or the nearest of its parents. */
  public Place place(String path) {
    String at = path;
    while (true) {
      Place found = places.get(at);
      if (found != null) {
        return found;
      }
      int cut = at.lastIndexOf('/');
      if (cut < 0) {
        return new Place(file, 0, 0, path);
      }
      at = at.substring(0, cut);
    }
  }
}
