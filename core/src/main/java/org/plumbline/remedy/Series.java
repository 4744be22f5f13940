package org.plumbline.remedy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.agreement.Remedy;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.judge.Result;
import org.plumbline.judge.Results;
import org.plumbline.judge.Status;

/**
 * What one remedy is judged on, period by period: the results of one metric (and one value of its
 * {@code each}), or the agreement.
 *
 * @param metric empty for the agreement
 * @param points in order of time
 */
record Series(
    String id,
    Remedy remedy,
    Optional<String> metric,
    Optional<String> each,
    String owedBy,
    List<Point> points) {

  Series {
    points = List.copyOf(points);
  }

  /**
   * One period.
   *
   * @param kind what the period says by itself
   */
  record Point(ReportingPeriod period, Optional<Result> result, Kind kind) {}

  /** Whether a period can count. */
  enum Kind {
    /** It is judged. */
    COUNTS,
    /** No data, or not judged: it neither counts nor breaks a streak. */
    EMPTY,
    /** It may still become met or not met. */
    UNSETTLED,
    /** It has not ended. */
    NOT_ENDED
  }

  /** All series of an agreement, by remedy, metric and value. */
  static List<Series> all(Agreement agreement, Results results, Days days) {
    List<Series> all = new ArrayList<>();
    new TreeMap<>(agreement.remedies())
        .forEach(
            (id, remedy) -> {
              List<Series> ofMetrics = ofMetrics(agreement, results, days, id, remedy);
              boolean named =
                  agreement.metrics().values().stream()
                      .anyMatch(metric -> metric.remedies().contains(id));
              if (named) {
                all.addAll(ofMetrics);
              } else {
                all.add(ofAgreement(results, days, id, remedy));
              }
            });
    return all;
  }

  private static List<Series> ofMetrics(
      Agreement agreement, Results results, Days days, String id, Remedy remedy) {
    Map<String, Map<String, List<Result>>> byMetric = new TreeMap<>();
    for (Result result : results.results()) {
      Metric metric = agreement.metrics().get(result.metric());
      if (metric != null && metric.remedies().contains(id)) {
        byMetric
            .computeIfAbsent(result.metric(), key -> new TreeMap<>())
            .computeIfAbsent(
                result.each().map(value -> "=" + value).orElse(""), k -> new ArrayList<>())
            .add(result);
      }
    }
    List<Series> series = new ArrayList<>();
    byMetric.forEach(
        (metric, byEach) ->
            byEach
                .values()
                .forEach(
                    found ->
                        series.add(
                            new Series(
                                id,
                                remedy,
                                Optional.of(metric),
                                found.get(0).each(),
                                remedy
                                    .owedBy()
                                    .or(
                                        () ->
                                            Optional.ofNullable(agreement.metrics().get(metric))
                                                .map(Metric::performing))
                                    .orElse(Party.PROVIDER),
                                found.stream()
                                    .sorted(Comparator.comparing(Result::period, BY_TIME))
                                    .map(result -> point(result, days))
                                    .toList()))));
    return series;
  }

  private static final Comparator<ReportingPeriod> BY_TIME =
      Comparator.comparing(ReportingPeriod::until).thenComparing(ReportingPeriod::from);

  private static Point point(Result result, Days days) {
    Kind kind = Kind.COUNTS;
    if (result.status() == Status.NOT_DUE || !days.hasEnded(result.period())) {
      kind = Kind.NOT_ENDED;
    } else if (Figures.isUnsettled(result.status())) {
      kind = Kind.UNSETTLED;
    } else if (result.status() == Status.NO_DATA || result.status() == Status.NOT_JUDGED) {
      kind = Kind.EMPTY;
    }
    return new Point(result.period(), Optional.of(result), kind);
  }

  /**
   * A period of the agreement without any data is empty; one with data counts once it has ended.
   */
  private static Series ofAgreement(Results results, Days days, String id, Remedy remedy) {
    List<Point> points = new ArrayList<>();
    for (ReportingPeriod period : days.judged()) {
      boolean data =
          results.results().stream()
              .anyMatch(
                  result ->
                      period.contains(result.period().until())
                          && result.status() != Status.NO_DATA);
      points.add(new Point(period, Optional.empty(), data ? Kind.COUNTS : Kind.EMPTY));
    }
    return new Series(
        id,
        remedy,
        Optional.empty(),
        Optional.empty(),
        remedy.owedBy().orElse(Party.PROVIDER),
        points);
  }

  /** Id of what follows in a period. */
  PostingId posting(ReportingPeriod period) {
    return new PostingId(id, metric, each, period);
  }

  /** The first day that the figure of a period covers: earlier than the period where it rolls. */
  LocalDate covers(Agreement agreement, ReportingPeriod period, Days days) {
    Optional<PeriodTerms> terms =
        metric.map(agreement.metrics()::get).flatMap(Metric::period).or(agreement::period);
    Optional<LocalDate> rolling =
        terms
            .flatMap(PeriodTerms::rolling)
            .map(length -> days.minus(period.until(), length).plusDays(1));
    Optional<LocalDate> toDate =
        terms
            .flatMap(PeriodTerms::toDate)
            .map(id -> days.of(Optional.of(id), period.until()).from());
    return rolling.or(() -> toDate).orElse(period.from());
  }
}
