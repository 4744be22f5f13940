package org.plumbline.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds measures by their words. A word weighs the more the fewer measures have it; words of the
 * name weigh twice.
 */
public final class MeasureIndex {

  private final Map<String, Map<Integer, Integer>> bearers = new HashMap<>();
  private final List<Measure> measures;
  private final long[] lengths;

  /** An index of all measures of these catalogs. */
  public MeasureIndex(List<Catalog> catalogs) {
    measures = catalogs.stream().flatMap(catalog -> catalog.measures().stream()).toList();
    lengths = new long[measures.size()];
    for (int i = 0; i < measures.size(); i++) {
      Measure measure = measures.get(i);
      add(i, Stems.of(measure.name()), 2);
      add(i, Stems.of(measure.text(Column.DESCRIPTION)), 1);
      add(i, Set.of(Catalog.idOf(measure.id()).toLowerCase(java.util.Locale.ROOT)), 2);
    }
    bearers.forEach(
        (stem, in) -> in.forEach((i, times) -> lengths[i] += weight(in.size()) * times));
  }

  private void add(int measure, Set<String> stems, int times) {
    for (String stem : stems) {
      bearers.computeIfAbsent(stem, key -> new HashMap<>()).merge(measure, times, Integer::sum);
    }
  }

  /** How much a word weighs that so many measures have: in bits, times a hundred. */
  private long weight(int in) {
    return Math.round(100 * Math.log((measures.size() + 1.0) / in) / Math.log(2));
  }

  /**
   * A measure that was found.
   *
   * @param likeness how much of the words is shared, in hundredths, from 1 to 100
   */
  public record Found(Measure measure, int likeness) {}

  /** The measures that share words with a text, the likest first. */
  public List<Found> search(String text, int most) {
    Map<Integer, Long> shared = new LinkedHashMap<>();
    long asked = 0;
    for (String stem : stemsAsked(text)) {
      Map<Integer, Integer> in = bearers.getOrDefault(stem, Map.of());
      long weight = weight(Math.max(1, in.size()));
      asked += 2 * weight;
      in.forEach((i, times) -> shared.merge(i, weight * Math.min(2, times), Long::sum));
    }
    long whole = Math.max(1, asked);
    List<Found> found = new ArrayList<>();
    shared.forEach(
        (i, sum) -> {
          long likeness = 100 * sum / whole;
          if (likeness > 0) {
            found.add(new Found(measures.get(i), (int) Math.min(100, likeness)));
          }
        });
    found.sort(
        Comparator.comparingInt(Found::likeness)
            .reversed()
            .thenComparing(each -> each.measure().label()));
    return found.size() <= most ? found : List.copyOf(found.subList(0, most));
  }

  /**
   * The measures that are likely what a text describes: most of the words of the one are words of
   * the other, both ways.
   *
   * @param least the least likeness, in hundredths
   */
  public List<Found> likely(String text, int most, int least) {
    List<Found> likely = new ArrayList<>();
    Map<Measure, Integer> places = new HashMap<>();
    for (Found found : search(text, 20)) {
      int at = places.computeIfAbsent(found.measure(), measures::indexOf);
      long shared = 0;
      for (String stem : Stems.of(text)) {
        Map<Integer, Integer> in = bearers.getOrDefault(stem, Map.of());
        shared += in.containsKey(at) ? weight(in.size()) * in.getOrDefault(at, 0) : 0;
      }
      int back = (int) Math.min(100, 100 * shared / Math.max(1, lengths[at]));
      int both = Math.min(found.likeness(), back + 15);
      if (both >= least) {
        likely.add(new Found(found.measure(), both));
      }
    }
    likely.sort(Comparator.comparingInt(Found::likeness).reversed());
    return likely.size() <= most ? likely : List.copyOf(likely.subList(0, most));
  }

  private static Set<String> stemsAsked(String text) {
    Set<String> stems = Stems.of(text);
    String id = Catalog.idOf(text).toLowerCase(java.util.Locale.ROOT);
    if (id.matches("[a-z0-9&.-]+") && id.matches(".*\\d.*")) {
      return Set.of(id);
    }
    return stems;
  }
}
