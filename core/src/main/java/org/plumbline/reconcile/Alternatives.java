package org.plumbline.reconcile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CountedWhen;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.wording.Wording;

/**
 * The readings that are tried for a metric, the most usual first (docs/meaning.md, on
 * reconciliation): when a case counts, whose time, from when to when, in which calendar, against
 * which limit, who is left out.
 */
final class Alternatives {

  private final Agreement agreement;
  private final Metric metric;
  private final AlternativeList all;

  private Alternatives(Agreement agreement, Metric metric, AlternativeList all) {
    this.agreement = agreement;
    this.metric = metric;
    this.all = all;
  }

  /** All that can be tried; none for a metric over results. */
  static List<Alternative> of(Agreement agreement, String id) {
    Metric metric = agreement.metrics().get(id);
    if (metric == null || metric.records().equals(RegisterSets.RESULTS)) {
      return List.of();
    }
    Optional<RecordSet> set = agreement.recordSet(metric.records());
    if (set.isEmpty()) {
      return List.of();
    }
    AlternativeList all = new AlternativeList();
    Alternatives alternatives = new Alternatives(agreement, metric, all);
    ClockAlternatives clock = new ClockAlternatives(agreement, metric, set.get(), all);
    alternatives.counted();
    clock.turns();
    clock.moments();
    new LimitAlternatives(agreement, metric, all).add();
    alternatives.lines();
    clock.calendars();
    alternatives.population();
    alternatives.figures();
    new SetAlternatives(set.get(), all).add();
    alternatives.exclusions();
    return all.alternatives();
  }

  private void counted() {
    all.kind("counted");
    CountedWhen own = metric.countedWhenOrDefault();
    if (own.isStock()) {
      return;
    }
    for (CountedWhen when : CountedWhen.values()) {
      if (!when.isStock() && when != own) {
        all.metric(
            "counted-when-" + when.key(),
            "each case counts in the period in which it " + verb(when),
            "the agreement counts it in the period in which it " + verb(own),
            (text, term) -> Optional.of(Terms.countedWhen(term, when)));
      }
    }
  }

  private static String verb(CountedWhen when) {
    return switch (when) {
      case DECIDED -> "is decided";
      case STOPPED -> "was done";
      case STARTED -> "started";
      case DUE -> "was due";
      case OPEN_AT_END, OPEN_DURING -> "is open";
    };
  }

  /** Lines of their own, each with its figure, taken for one figure. */
  private void lines() {
    all.kind("lines");
    if (metric.target() instanceof Level.Lines lines && lines.lines().size() > 1) {
      all.metric(
          "lines-together",
          "the cases of all lines of the target are one figure",
          "the agreement has a figure for each line",
          (text, term) -> Pooling.of(term));
    }
  }

  private void population() {
    all.kind("population");
    if (metric.qualifies().isPresent()) {
      all.metric(
          "all-qualify",
          "all cases count",
          "by the agreement only "
              + Wording.of(agreement).condition(metric.qualifies().get())
              + " qualify",
          (text, term) -> Optional.of(term.withQualifies(Optional.empty())));
    }
  }

  private void figures() {
    all.kind("figures");
    Quantity own = metric.figureOrDefault();
    if (own instanceof Quantity.ShareOfAvailableTime time) {
      time.mergeGaps()
          .ifPresent(
              gaps ->
                  figure(
                      "gaps-not-merged",
                      "short gaps between two outages count as up",
                      "the agreement counts them as down",
                      available(time, Optional.empty(), time.ignoreUnder(), time.thirtyDays())));
      time.ignoreUnder()
          .ifPresent(
              under ->
                  figure(
                      "short-outages",
                      "short outages count as well",
                      "the agreement leaves them out",
                      available(time, time.mergeGaps(), Optional.empty(), time.thirtyDays())));
      figure(
          "month-length",
          time.thirtyDays() ? "a month is as long as it is" : "a month has thirty days",
          time.thirtyDays()
              ? "by the agreement it has thirty days"
              : "by the agreement it is as long as it is",
          available(time, time.mergeGaps(), time.ignoreUnder(), !time.thirtyDays()));
    }
    if (own instanceof Quantity.Statistic statistic) {
      for (Quantity.Kind kind : List.of(Quantity.Kind.MEAN, Quantity.Kind.MEDIAN)) {
        boolean average =
            statistic.kind() == Quantity.Kind.MEAN || statistic.kind() == Quantity.Kind.MEDIAN;
        if (average && statistic.kind() != kind) {
          figure(
              kind.key(),
              "it is the " + kind.key(),
              "the agreement takes the " + statistic.kind().key(),
              new Quantity.Statistic(
                  kind,
                  statistic.of(),
                  statistic.where(),
                  statistic.weight(),
                  statistic.fastest()));
        }
      }
    }
  }

  private static Quantity available(
      Quantity.ShareOfAvailableTime time,
      Optional<TimeAmount> gaps,
      Optional<TimeAmount> under,
      boolean thirty) {
    return new Quantity.ShareOfAvailableTime(
        time.down(), gaps, under, thirty, time.weight(), time.where());
  }

  private void figure(String id, String theirs, String agreed, Quantity figure) {
    all.metric(id, theirs, agreed, (text, term) -> Optional.of(term.withFigure(figure)));
  }

  private void exclusions() {
    agreement
        .exclusions()
        .forEach(
            (id, exclusion) -> {
              if (!(exclusion.ground() instanceof Exclusion.Ground.Periods)) {
                all.text(
                    "without-" + id,
                    "nothing is left out by the exclusion “" + id + "”",
                    "the agreement leaves it out",
                    (text, term) -> {
                      Map<String, Exclusion> others = new LinkedHashMap<>(text.exclusions());
                      return others.remove(id) == null
                          ? Optional.empty()
                          : Optional.of(text.withExclusions(others));
                    });
              }
            });
  }
}
