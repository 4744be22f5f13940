package org.plumbline.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** The cases that differ, by key and part. */
  public static List<TurnedCase> between(
      String metric, List<CaseOutcome> before, List<CaseOutcome> after) {
    Map<List<Object>, CaseOutcome> was = new LinkedHashMap<>();
    before.forEach(each -> was.put(List.of(each.key(), each.part()), each));
    List<TurnedCase> turned = new ArrayList<>();
    for (CaseOutcome each : after) {
      Optional<CaseOutcome> other =
          Optional.ofNullable(was.remove(List.of(each.key(), each.part())));
      if (other.isEmpty()
          || other.get().state() != each.state()
          || !other.get().period().equals(each.period())) {
        turned.add(new TurnedCase(metric, each.key(), each.part(), other, Optional.of(each)));
      }
    }
    was.values()
        .forEach(
            each ->
                turned.add(
                    new TurnedCase(
                        metric, each.key(), each.part(), Optional.of(each), Optional.empty())));
    turned.sort(java.util.Comparator.comparing(TurnedCase::key).thenComparingInt(TurnedCase::part));
    return List.copyOf(turned);
  }
}
