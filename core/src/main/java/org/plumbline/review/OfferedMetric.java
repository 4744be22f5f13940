package org.plumbline.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.companion.Offer;

/**
 * What became of one metric of the provider's offer (key task 3.16: review existing provider
 * metrics).
 *
 * @param offered its id in the offer; empty for a metric that the draft adds
 * @param drafted its id in the draft; empty if it was dropped
 * @param changed what differs, such as {@code target}
 * @param reason why: of a change what the metric says it differs by, or the clause that names it
 *     with {@code satisfies: [OFFER/METRIC]}
 */
public record OfferedMetric(
    Optional<String> offered,
    Optional<String> drafted,
    String name,
    Outcome outcome,
    List<String> changed,
    Optional<String> reason) {

  /** What became of it. */
  public enum Outcome {
    /** Taken over as offered. */
    KEPT,
    /** Taken over with changes. */
    CHANGED,
    /** Left out. */
    DROPPED,
    /** Not offered. */
    ADDED;

    /** In one word. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Copies the list. */
  public OfferedMetric {
    changed = List.copyOf(changed);
  }

  /** Whether a change or an omission has no reason. */
  public boolean lacksReason() {
    return reason.isEmpty() && (outcome == Outcome.CHANGED || outcome == Outcome.DROPPED);
  }

  /** Every metric of the offer, then those that the draft adds. */
  static List<OfferedMetric> of(Agreement agreement, Offer offer) {
    List<OfferedMetric> rows = new ArrayList<>();
    Map<String, String> draftedBy = new LinkedHashMap<>();
    agreement
        .metrics()
        .forEach(
            (id, metric) ->
                metric
                    .adopts()
                    .filter(adopted -> adopted.startsWith(offer.id() + "/"))
                    .ifPresent(adopted -> draftedBy.putIfAbsent(metricOf(adopted), id)));
    offer.metrics().forEach((id, metric) -> rows.add(of(agreement, offer, id, metric, draftedBy)));
    agreement
        .metrics()
        .forEach(
            (id, metric) -> {
              if (!draftedBy.containsValue(id)) {
                rows.add(
                    new OfferedMetric(
                        Optional.empty(),
                        Optional.of(id),
                        metric.name(),
                        Outcome.ADDED,
                        List.of(),
                        Optional.empty()));
              }
            });
    return rows;
  }

  private static String metricOf(String adopted) {
    return adopted.substring(adopted.indexOf('/') + 1);
  }

  private static OfferedMetric of(
      Agreement agreement, Offer offer, String id, Metric offered, Map<String, String> draftedBy) {
    Optional<String> clause =
        agreement.clauses().stream()
            .filter(c -> c.satisfies().contains(offer.id() + "/" + id))
            .map(OfferedMetric::reason)
            .findFirst();
    Optional<String> drafted = Optional.ofNullable(draftedBy.get(id));
    if (drafted.isEmpty()) {
      return new OfferedMetric(
          Optional.of(id), drafted, offered.name(), Outcome.DROPPED, List.of(), clause);
    }
    Metric draft = Objects.requireNonNull(agreement.metrics().get(drafted.get()));
    List<String> changed = differences(offered, draft);
    Optional<String> reason =
        draft
            .implementsMeasure()
            .flatMap(measure -> Optional.ofNullable(measure.differs().get("reason")))
            .or(() -> clause);
    return new OfferedMetric(
        Optional.of(id),
        drafted,
        draft.name(),
        changed.isEmpty() ? Outcome.KEPT : Outcome.CHANGED,
        changed,
        changed.isEmpty() ? Optional.empty() : reason);
  }

  private static String reason(Clause clause) {
    return clause.text().strip();
  }

  private static List<String> differences(Metric offered, Metric draft) {
    List<String> changed = new ArrayList<>();
    note("performing", offered.performing(), draft.performing(), changed);
    note("qualifies", offered.qualifies(), draft.qualifies(), changed);
    note("clock", offered.clock(), draft.clock(), changed);
    note("figure", offered.figureOrDefault(), draft.figureOrDefault(), changed);
    note("each", offered.each(), draft.each(), changed);
    note("counted-when", offered.countedWhenOrDefault(), draft.countedWhenOrDefault(), changed);
    note("period", offered.period(), draft.period(), changed);
    note("target", offered.target(), draft.target(), changed);
    note("minimum", offered.minimumOrTarget(), draft.minimumOrTarget(), changed);
    note("low-volume", offered.lowVolume(), draft.lowVolume(), changed);
    note("no-data", offered.noDataOrDefault(), draft.noDataOrDefault(), changed);
    if (changed.contains("target")) {
      boolean both = offered.minimum().isEmpty() && draft.minimum().isEmpty();
      changed.removeIf(what -> both && what.equals("minimum"));
    }
    return changed;
  }

  private static void note(String what, Object offered, Object drafted, List<String> changed) {
    if (!offered.equals(drafted)) {
      changed.add(what);
    }
  }
}
