package org.plumbline.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.profile.Words;

/** Which metric of an agreement the provider means by a name, and by what that is known. */
final class MetricNames {

  private static final Set<String> LITTLE =
      Set.of(
          "a",
          "an",
          "the",
          "of",
          "in",
          "to",
          "for",
          "by",
          "with",
          "and",
          "or",
          "is",
          "are",
          "at",
          "on",
          "all",
          "per",
          "percent",
          "percentage",
          "rate",
          "number",
          "sla",
          "kpi");
  private static final int LONGEST = 300;

  private final Agreement agreement;
  private final Map<String, String> said;
  private final Map<String, Optional<Named>> known = new HashMap<>();

  MetricNames(Agreement agreement, Map<String, String> said) {
    this.agreement = agreement;
    this.said = new HashMap<>();
    said.forEach((name, id) -> this.said.put(plain(name), id));
  }

  /**
   * A metric that a name stands for.
   *
   * @param name the name
   * @param line the line of its target, from 1
   * @param reason by what it is known, a sentence; empty where it is called so
   */
  record Named(String name, String metric, Optional<Integer> line, String reason) {}

  /** What a name stands for. */
  Optional<Named> of(String name) {
    return name.isBlank() || name.length() > LONGEST
        ? Optional.empty()
        : known.computeIfAbsent(name, this::find);
  }

  private Optional<Named> find(String name) {
    String mapped = said.get(plain(name));
    if (mapped != null) {
      return Optional.of(mapped(name, mapped));
    }
    List<String> called = ids((id, metric) -> plain(id).equals(plain(name)));
    called =
        called.isEmpty() ? ids((id, metric) -> plain(metric.name()).equals(plain(name))) : called;
    if (called.size() == 1) {
      return Optional.of(new Named(name, called.get(0), Optional.empty(), ""));
    }
    return byMeasure(name).or(() -> byWords(name));
  }

  /** An id, or an id and a line: {@code calls/2}. */
  static Named mapped(String name, String id) {
    int slash = id.indexOf('/');
    return slash < 0
        ? new Named(name, id, Optional.empty(), "")
        : new Named(
            name,
            id.substring(0, slash),
            Optional.of(Integer.parseInt(id.substring(slash + 1))),
            "");
  }

  private Optional<Named> byMeasure(String name) {
    List<String> ids =
        ids(
            (id, metric) ->
                metric
                    .implementsMeasure()
                    .filter(
                        measure ->
                            (" " + plain(name) + " ")
                                .contains(" " + plain(measure.measure()) + " "))
                    .isPresent());
    return ids.size() == 1
        ? Optional.of(
            new Named(
                name,
                ids.get(0),
                Optional.empty(),
                Words.shown(name) + " names the measure that " + ids.get(0) + " implements."))
        : Optional.empty();
  }

  private Optional<Named> byWords(String name) {
    Set<String> words = words(name);
    if (words.size() < 2) {
      return Optional.empty();
    }
    List<String> ids =
        ids(
            (id, metric) -> {
              Set<String> ours = words(metric.name());
              Set<String> ofId = words(id.replace('-', ' '));
              return ours.containsAll(words) || ofId.size() > 1 && words.containsAll(ofId);
            });
    return ids.size() == 1
        ? Optional.of(
            new Named(
                name,
                ids.get(0),
                Optional.empty(),
                Words.shown(name)
                    + " is taken for "
                    + ids.get(0)
                    + ": no other metric has these words."))
        : Optional.empty();
  }

  private interface Test {
    boolean holds(String id, Metric metric);
  }

  private List<String> ids(Test test) {
    List<String> ids = new ArrayList<>();
    agreement
        .metrics()
        .forEach(
            (id, metric) -> {
              if (test.holds(id, metric)) {
                ids.add(id);
              }
            });
    return ids;
  }

  /** Lower case, one space between words and nothing else. */
  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>(List.of(plain(text).split(" ")));
    words.removeAll(LITTLE);
    words.remove("");
    return words;
  }
}
