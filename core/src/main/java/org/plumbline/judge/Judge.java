package org.plumbline.judge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Windows;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;

/**
 * Holds measurements against what was promised (design 4.6, 4.7, 4.11; language.md 5.3).
 *
 * <p>A metric is met when every line of its target holds, below expected when every line of its
 * minimum holds, else not met. Figures compare exactly. What indeterminate cases could change is
 * indeterminate, so that no way of loading records ever improves a result.
 */
public final class Judge {

  /** A share over fewer cases than this is flagged as a small count; a flag decides nothing. */
  public static final int SMALL_COUNT = 30;

  private final Agreement agreement;
  private final Map<Key, List<Measurement>> measured;
  private final Instant asOf;
  private final Completeness completeness;
  private final ExceptedPeriods excepted;
  private final SuspendedPeriods suspended;
  private final MissingDeliveries missing;
  private final Map<List<Object>, List<Baselines.Period>> ableToMake = new HashMap<>();
  private final Set<List<Object>> withCases = new HashSet<>();

  private Judge(
      Agreement agreement, Map<Key, List<Measurement>> measured, Instant asOf, Surroundings known) {
    this.agreement = agreement;
    this.measured = measured;
    this.asOf = asOf;
    this.completeness = new Completeness(agreement, known.calendars());
    this.excepted = new ExceptedPeriods(agreement, this::figureAt);
    this.suspended = new SuspendedPeriods(known);
    this.missing = new MissingDeliveries(completeness, known);
    measured.forEach(
        (key, lines) -> {
          if (lines.stream().anyMatch(it -> it.cases() + it.indeterminate() + it.open() > 0)) {
            withCases.add(List.of(key.metric(), key.period()));
          }
        });
  }

  /**
   * The results of all that was measured, where nothing is known beside it.
   *
   * @param measurements at least the target lines of each metric and period that shall have a
   *     result; their periods are whole ones, which at the ends may reach beyond the performance
   *     period
   * @param asOf up to when what had happened was counted
   * @throws IllegalArgumentException if a measurement names a metric that the agreement does not
   *     have
   */
  public static Results judge(Agreement agreement, List<Measurement> measurements, Instant asOf) {
    return judge(agreement, measurements, asOf, Surroundings.none(agreement));
  }

  /**
   * The results of all that was measured.
   *
   * @param known what is known beside what was measured
   * @throws IllegalArgumentException if a measurement names a metric that the agreement does not
   *     have
   */
  public static Results judge(
      Agreement agreement, List<Measurement> measurements, Instant asOf, Surroundings known) {
    Map<Key, List<Measurement>> measured = new LinkedHashMap<>();
    for (Measurement measurement : measurements) {
      if (!agreement.metrics().containsKey(measurement.metric())) {
        throw new IllegalArgumentException("no metric " + measurement.metric());
      }
      measured.computeIfAbsent(Key.of(measurement), key -> new ArrayList<>()).add(measurement);
    }
    return new Judge(agreement, measured, asOf, known).results();
  }

  /**
   * The day at whose end the records of a period are complete: its last day, or that on which the
   * delivery is due.
   *
   * @param calendars the agreement with the days closed that were declared closed
   * @param recordSet id of the set
   */
  public static LocalDate completeOn(
      Agreement agreement, Agreement calendars, String recordSet, ReportingPeriod period) {
    return new Completeness(agreement, calendars)
        .complete(recordSet, period)
        .atZone(agreement.zone())
        .minusNanos(1)
        .toLocalDate();
  }

  private Results results() {
    List<String> order = List.copyOf(agreement.metrics().keySet());
    List<Result> results = new ArrayList<>();
    measured.keySet().stream()
        .sorted(
            Comparator.comparing((Key key) -> order.indexOf(key.metric()))
                .thenComparing(key -> key.each().orElse(""))
                .thenComparing(Key::period, Trend.BY_TIME))
        .forEach(key -> results.add(result(key)));
    return new Results(agreement.id(), asOf, results);
  }

  private Result result(Key key) {
    Metric metric = agreement.metrics().get(key.metric());
    if (metric == null) {
      throw new IllegalStateException("no metric " + key.metric());
    }
    Map<LineId, Measurement> lines = lines(key);
    LineJudge lineJudge = new LineJudge(metric, lookup(key.period()));
    Outcome outcome =
        LevelJudge.of(metric, lineJudge, baseline -> bound(key, metric, lineJudge, baseline))
            .judge(lines);
    Outcome stated = inTime(key, metric, lines, outcome);
    return new Result(
        key.metric(),
        key.period(),
        key.each(),
        stated.status(),
        stated.status() == outcome.status() ? Optional.empty() : Optional.of(outcome.status()),
        stated.reason(),
        outcome.lines());
  }

  private Map<LineId, Measurement> lines(Key key) {
    Map<LineId, Measurement> lines = new TreeMap<>();
    for (Measurement measurement : measured.getOrDefault(key, List.of())) {
      lines.put(measurement.line(), measurement);
    }
    return lines;
  }

  // ---- baselines ----

  private Baselines.Bound bound(
      Key key, Metric metric, LineJudge lineJudge, Level.Baseline baseline) {
    FigureUnit unit =
        Optional.ofNullable(lines(key).get(LineId.target()))
            .map(Measurement::unit)
            .orElse(FigureUnit.NUMBER);
    return Baselines.bound(
        metric,
        baseline,
        ableToMake.computeIfAbsent(
            List.of(key.metric(), key.each()), series -> able(key, metric, lineJudge)),
        key.period(),
        unit,
        baseline.floor().map(lineJudge::stood));
  }

  /** The periods of a series that may make a baseline, in order of time. */
  private List<Baselines.Period> able(Key of, Metric metric, LineJudge lineJudge) {
    return measured.keySet().stream()
        .filter(key -> key.metric().equals(of.metric()) && key.each().equals(of.each()))
        .sorted(Comparator.comparing(Key::period, Trend.BY_TIME))
        .flatMap(
            key -> {
              Map<LineId, Measurement> lines = lines(key);
              return Optional.ofNullable(lines.get(LineId.target()))
                  .filter(first -> !asOf.isBefore(completeness.end(key.period())))
                  .filter(first -> withheld(key, metric, lines).isEmpty())
                  .filter(first -> !lineJudge.isLowVolume(first))
                  .filter(
                      first ->
                          first.low().equals(first.figure()) && first.high().equals(first.figure()))
                  .flatMap(Measurement::figure)
                  .map(figure -> new Baselines.Period(key.period(), figure))
                  .stream();
            })
        .toList();
  }

  // ---- what an answer is worth ----

  /** What the answer of the figures is worth at the as-of moment. */
  private Outcome inTime(Key key, Metric metric, Map<LineId, Measurement> lines, Outcome outcome) {
    if (asOf.isBefore(completeness.end(key.period()))) {
      return outcome.as(Status.NOT_DUE, "the period has not ended");
    }
    if (outcome.status() == Status.NOT_JUDGED) {
      return outcome;
    }
    return withheld(key, metric, lines)
        .map(instead -> outcome.as(instead.status(), instead.reason()))
        .orElse(outcome);
  }

  /** What the result of a period that has ended is, whatever its figures say. */
  private Optional<Withheld> withheld(Key key, Metric metric, Map<LineId, Measurement> lines) {
    ReportingPeriod period = key.period();
    if (WholePeriod.isReportedOnly(agreement, metric, period)) {
      return Optional.of(
          new Withheld(
              Status.NOT_JUDGED,
              "the performance period does not cover this period whole: reported, not judged"));
    }
    Optional<String> reason =
        excepted.reason(key.metric(), period).or(() -> suspended.reason(key.metric(), period));
    if (reason.isPresent()) {
      return Optional.of(new Withheld(Status.NOT_JUDGED, reason.get()));
    }
    Instant complete = completeness.complete(metric.records(), period);
    if (asOf.isBefore(complete)) {
      return Optional.of(
          new Withheld(
              Status.PROVISIONAL,
              "the records are complete at the end of "
                  + complete.atZone(agreement.zone()).minusNanos(1).toLocalDate()));
    }
    Optional<Withheld> undelivered =
        missing.of(metric.records(), period, withCases.contains(List.of(key.metric(), period)));
    if (undelivered.isPresent()) {
      return undelivered;
    }
    if (Windows.isCutShort(agreement, metric, period)) {
      return Optional.of(
          new Withheld(
              Status.PROVISIONAL,
              "the performance period does not cover the window of this period whole"));
    }
    long open = lines.values().stream().mapToLong(Measurement::open).max().orElse(0);
    return open > 0 && waitsForOpenCases(metric)
        ? Optional.of(
            new Withheld(
                Status.PROVISIONAL, "cases that belong to the period are not decided yet: " + open))
        : Optional.empty();
  }

  private static boolean waitsForOpenCases(Metric metric) {
    return switch (metric.countedWhenOrDefault()) {
      case STARTED, DUE -> true;
      case DECIDED, STOPPED, OPEN_AT_END, OPEN_DURING -> false;
    };
  }

  private BoundLookup lookup(ReportingPeriod period) {
    return new BoundLookup(agreement, period.until(), metric -> figure(metric, period));
  }

  private Optional<Exact> figure(String metric, ReportingPeriod period) {
    return measured.getOrDefault(new Key(metric, Optional.empty(), period), List.of()).stream()
        .filter(measurement -> measurement.line().equals(LineId.target()))
        .findFirst()
        .flatMap(Measurement::figure);
  }

  /** A metric's figure for a period, else for its own that holds the period's last day. */
  private Optional<Exact> figureAt(String metric, ReportingPeriod period) {
    return figure(metric, period)
        .or(
            () ->
                measured.keySet().stream()
                    .filter(key -> key.metric().equals(metric) && key.each().isEmpty())
                    .filter(key -> key.period().contains(period.until()))
                    .findFirst()
                    .flatMap(key -> figure(metric, key.period())));
  }

  /** What one result is of. */
  private record Key(String metric, Optional<String> each, ReportingPeriod period) {
    static Key of(Measurement measurement) {
      return new Key(measurement.metric(), measurement.each(), measurement.period());
    }
  }
}
