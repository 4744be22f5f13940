package org.plumbline.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.plumbline.evaluate.CaseOutcome;

/**
 * A case that stands otherwise under the draft, or counts in another period.
 *
 * @param before empty where it is no case of the text before
 * @param after empty where it is no case of the draft
 */
public record TurnedCase(
    String metric,
    String key,
    int part,
    Optional<CaseOutcome> before,
    Optional<CaseOutcome> after) {

  /**
   * The cases that differ, by key and part.
   *
   * @param before those that count in the periods asked for, as it was
   * @param after those that count in them under the draft
   * @param wherever asks for cases by key as they were, in whatever period they count
   * @param whereverThen the same under the draft
   */
  public static List<TurnedCase> between(
      String metric,
      List<CaseOutcome> before,
      List<CaseOutcome> after,
      Function<Set<String>, List<CaseOutcome>> wherever,
      Function<Set<String>, List<CaseOutcome>> whereverThen) {
    Map<List<Object>, CaseOutcome> was = byKey(before);
    Map<List<Object>, CaseOutcome> would = byKey(after);
    Map<List<Object>, CaseOutcome> elsewhere = byKey(wherever.apply(only(would, was)));
    Map<List<Object>, CaseOutcome> elsewhereThen = byKey(whereverThen.apply(only(was, would)));
    Set<List<Object>> keys = new LinkedHashSet<>(was.keySet());
    keys.addAll(would.keySet());
    List<TurnedCase> turned = new ArrayList<>();
    for (List<Object> key : keys) {
      Optional<CaseOutcome> one =
          Optional.ofNullable(was.get(key)).or(() -> Optional.ofNullable(elsewhere.get(key)));
      Optional<CaseOutcome> other =
          Optional.ofNullable(would.get(key)).or(() -> Optional.ofNullable(elsewhereThen.get(key)));
      CaseOutcome any = one.or(() -> other).orElseThrow();
      if (!one.map(CaseOutcome::state).equals(other.map(CaseOutcome::state))
          || !one.flatMap(CaseOutcome::period).equals(other.flatMap(CaseOutcome::period))) {
        turned.add(new TurnedCase(metric, any.key(), any.part(), one, other));
      }
    }
    turned.sort(Comparator.comparing(TurnedCase::key).thenComparingInt(TurnedCase::part));
    return List.copyOf(turned);
  }

  private static Map<List<Object>, CaseOutcome> byKey(List<CaseOutcome> outcomes) {
    Map<List<Object>, CaseOutcome> byKey = new LinkedHashMap<>();
    outcomes.forEach(each -> byKey.put(List.of(each.key(), each.part(), each.holder()), each));
    return byKey;
  }

  /** The keys of cases that one has and the other has not. */
  private static Set<String> only(
      Map<List<Object>, CaseOutcome> one, Map<List<Object>, CaseOutcome> other) {
    Set<String> keys = new LinkedHashSet<>();
    one.forEach(
        (key, outcome) -> {
          if (!other.containsKey(key)) {
            keys.add(outcome.key());
          }
        });
    return keys;
  }
}
