package org.plumbline.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The promises over the same records that lead from the start of a promise to its stop, one after
 * the other; at least two. A promise over a stretch holds for all that lies in it, so that a way
 * which goes through more moments than another and through all of its is none.
 */
final class PromiseWays {

  /** So many stretches are looked at for one promise, and for all. */
  private static final int MOST = 1_000;

  private static final int MOST_OF_ALL = 100_000;

  /** From where to where promises over one record set lead. */
  private record Stretch(String records, String from, String to) {}

  private final Map<String, Map<String, Set<String>>> ahead = new HashMap<>();
  private final Map<Stretch, Map<String, List<Promise>>> promises = new HashMap<>();
  private final Map<Stretch, Ways<List<String>>> known = new HashMap<>();
  private int looked;
  private boolean cut;

  PromiseWays(List<Promise> all) {
    for (Promise promise : all) {
      stretch(promise)
          .ifPresent(
              stretch -> {
                ahead
                    .computeIfAbsent(stretch.records(), any -> new HashMap<>())
                    .computeIfAbsent(stretch.from(), any -> new LinkedHashSet<>())
                    .add(stretch.to());
                promises
                    .computeIfAbsent(stretch, any -> new LinkedHashMap<>())
                    .computeIfAbsent(promise.id(), any -> new ArrayList<>())
                    .add(promise);
              });
    }
  }

  private static Optional<Stretch> stretch(Promise promise) {
    return promise
        .start()
        .flatMap(
            from -> promise.stop().map(to -> new Stretch(promise.metric().records(), from, to)));
  }

  /** The ways of a promise; each is a list of promises. */
  Ways<List<Promise>> of(Promise whole) {
    Optional<Stretch> asked = stretch(whole);
    if (asked.isEmpty()) {
      return new Ways<>(List.of(), false);
    }
    List<List<Promise>> ways = new ArrayList<>();
    Ways<List<String>> found = known.computeIfAbsent(asked.get(), this::moments);
    for (List<String> moments : found.all()) {
      List<Promise> way = new ArrayList<>();
      for (int i = 0; i + 1 < moments.size(); i++) {
        way.add(
            promised(
                whole, new Stretch(asked.get().records(), moments.get(i), moments.get(i + 1))));
      }
      ways.add(way);
    }
    return new Ways<>(ways, found.cut());
  }

  /** Of the promises over a stretch the one for the same cases, with its limit for them. */
  private Promise promised(Promise whole, Stretch stretch) {
    List<List<Promise>> over = List.copyOf(Objects.requireNonNull(promises.get(stretch)).values());
    List<Promise> limits =
        over.stream()
            .filter(
                each -> {
                  var who = each.get(0).metric().qualifies();
                  return who.isEmpty() || who.equals(whole.metric().qualifies());
                })
            .findFirst()
            .orElse(over.get(0));
    return limits.stream()
        .filter(limit -> limit.tier().covers(whole.tier()))
        .findFirst()
        .orElseGet(
            () ->
                limits.stream()
                    .reduce((one, two) -> Promise.isLonger(two.limit(), one.limit()) ? two : one)
                    .orElseThrow());
  }

  private Ways<List<String>> moments(Stretch asked) {
    Map<String, Set<String>> then = ahead.getOrDefault(asked.records(), Map.of());
    List<List<String>> ways = new ArrayList<>();
    int until = Math.min(looked + MOST, MOST_OF_ALL);
    cut = false;
    follow(List.of(asked.from()), asked, then, ways, until);
    List<Set<String>> sets = ways.stream().<Set<String>>map(HashSet::new).toList();
    List<List<String>> least = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      Set<String> own = sets.get(i);
      if (sets.stream().noneMatch(other -> other.size() < own.size() && own.containsAll(other))) {
        least.add(ways.get(i));
      }
    }
    return new Ways<>(least, cut);
  }

  private void follow(
      List<String> way,
      Stretch asked,
      Map<String, Set<String>> then,
      List<List<String>> ways,
      int until) {
    String at = way.get(way.size() - 1);
    for (String next : then.getOrDefault(at, Set.of())) {
      boolean whole = way.size() == 1 && next.equals(asked.to());
      if (whole || way.contains(next)) {
        continue;
      }
      if (ways.size() >= StepWays.MOST || looked >= until) {
        cut = true;
      } else {
        looked++;
        List<String> longer = new ArrayList<>(way);
        longer.add(next);
        if (next.equals(asked.to())) {
          ways.add(longer);
        } else {
          follow(longer, asked, then, ways, until);
        }
      }
    }
  }
}
