package org.plumbline.remedy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Settlement;

/** Of the postings of one day that have one cause, only the highest is owed, if so agreed. */
final class SameCause {

  private SameCause() {}

  static void apply(Agreement agreement, List<Circumstances.Cause> causes, List<Draft> drafts) {
    boolean highestOnly =
        agreement
            .settlement()
            .flatMap(Settlement::sameCause)
            .filter("highest-only"::equals)
            .isPresent();
    if (!highestOnly) {
      return;
    }
    Map<String, List<Draft>> byCause = new TreeMap<>();
    for (Draft draft : drafts) {
      if (draft.isMoney()) {
        cause(agreement, causes, draft)
            .ifPresent(key -> byCause.computeIfAbsent(key, k -> new ArrayList<>()).add(draft));
      }
    }
    byCause.values().forEach(group -> onlyTheHighest(group, causes));
  }

  private static void onlyTheHighest(List<Draft> group, List<Circumstances.Cause> causes) {
    Draft highest =
        group.stream()
            .min(Comparator.comparing(Draft::cents).reversed().thenComparing(Draft::id))
            .orElseThrow();
    for (Draft draft : group) {
      if (draft != highest) {
        draft.step(
            new Step.SameCause(highest.id(), named(causes, draft).map(Circumstances.Cause::name)));
        draft.nothing();
      }
    }
  }

  /** A named cause; else the records, and the value of {@code each}, from which both follow. */
  private static Optional<String> cause(
      Agreement agreement, List<Circumstances.Cause> causes, Draft draft) {
    String money = draft.occasion().owedBy() + " " + draft.currency().orElse("") + " ";
    Optional<Circumstances.Cause> named = named(causes, draft);
    if (named.isPresent()) {
      return Optional.of(money + "cause " + named.get().name());
    }
    return draft
        .id()
        .metric()
        .map(agreement.metrics()::get)
        .map(Metric::records)
        .map(
            records ->
                money + "records " + records + draft.id().each().map(" "::concat).orElse(""));
  }

  private static Optional<Circumstances.Cause> named(
      List<Circumstances.Cause> causes, Draft draft) {
    return causes.stream()
        .filter(cause -> cause.postings().contains(draft.id().toString()))
        .findFirst();
  }
}
