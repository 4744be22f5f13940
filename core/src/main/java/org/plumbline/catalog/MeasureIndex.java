package org.plumbline.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds measures by their words. A word weighs the more the fewer measures have it; words of the
 * name weigh twice.
 */
public final class MeasureIndex {

  private static final int LOOKED_AT = 20;

  private static final Comparator<Ranked> LIKEST_FIRST =
      Comparator.comparingInt(Ranked::likeness).reversed().thenComparingInt(Ranked::at);

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
    return ranked(stemsAsked(text)).stream().limit(most).map(this::found).toList();
  }

  /**
   * The measures that are likely what a text describes: most of the words of the one are words of
   * the other, both ways.
   *
   * @param least the least likeness, in hundredths
   */
  public List<Found> likely(String text, int most, int least) {
    Set<String> asked = Stems.of(text);
    List<Ranked> likely = new ArrayList<>();
    for (Ranked ranked : ranked(asked)) {
      if (ranked.likeness() >= least && likely.size() < LOOKED_AT) {
        long back = 0;
        for (String stem : asked) {
          Map<Integer, Integer> in = bearers.getOrDefault(stem, Map.of());
          back += in.containsKey(ranked.at()) ? weight(in.size()) * in.get(ranked.at()) : 0;
        }
        int covered = (int) Math.min(100, 100 * back / Math.max(1, lengths[ranked.at()]));
        likely.add(new Ranked(ranked.at(), Math.min(ranked.likeness(), covered)));
      }
    }
    likely.removeIf(ranked -> ranked.likeness() < least);
    likely.sort(LIKEST_FIRST);
    return likely.stream().limit(most).map(this::found).toList();
  }

  /** A measure by its number. */
  private record Ranked(int at, int likeness) {}

  private Found found(Ranked ranked) {
    return new Found(measures.get(ranked.at()), ranked.likeness());
  }

  /** All measures with one of these words, the likest first. */
  private List<Ranked> ranked(Set<String> asked) {
    Map<Integer, Long> shared = new HashMap<>();
    long whole = 0;
    for (String stem : asked) {
      Map<Integer, Integer> in = bearers.getOrDefault(stem, Map.of());
      long weight = weight(Math.max(1, in.size()));
      whole += weight;
      in.forEach((at, times) -> shared.merge(at, weight, Long::sum));
    }
    List<Ranked> ranked = new ArrayList<>();
    long most = Math.max(1, whole);
    shared.forEach(
        (at, sum) -> {
          if (100 * sum / most > 0) {
            ranked.add(new Ranked(at, (int) Math.min(100, 100 * sum / most)));
          }
        });
    ranked.sort(LIKEST_FIRST);
    return ranked;
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
