package org.plumbline.gap;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.companion.Offer;
import org.plumbline.agreement.companion.Requirements;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.Exact;
import org.plumbline.evaluate.FigureUnit;
import org.plumbline.evaluate.LineId;
import org.plumbline.evaluate.Measurement;
import org.plumbline.evaluate.PartyTime;
import org.plumbline.judge.BoundValue;
import org.plumbline.judge.Result;
import org.plumbline.judge.Status;

/** Sets what is required, promised and offered beside what the past has shown. */
public final class Gaps {

  private final Agreement agreement;
  private final List<Result> results;
  private final List<Result> apart;
  private final List<PartyTime> times;
  private final Map<String, Gap.Causes> missed;
  private final Optional<Offer> offer;
  private final Optional<Requirements> requirements;

  private Gaps(
      Agreement agreement,
      List<Result> results,
      List<Result> apart,
      List<PartyTime> times,
      Map<String, Gap.Causes> missed,
      Optional<Offer> offer,
      Optional<Requirements> requirements) {
    this.agreement = agreement;
    this.results = results;
    this.apart = apart;
    this.times = times;
    this.missed = missed;
    this.offer = offer;
    this.requirements = requirements;
  }

  /**
   * A row for each bound of each line of each metric's target, what is promised of the rest after
   * it, in the order of the agreement.
   *
   * @param agreement the terms in force at the end
   * @param results of the periods asked about; those that have not ended are left out
   * @param alike whether a result was measured as the terms in force at the end measure; others are
   *     named and not counted
   * @param times whose time the cases of these periods took
   * @param missed of each metric whose time the cases took that missed
   */
  public static List<Gap> of(
      Agreement agreement,
      List<Result> results,
      Predicate<Result> alike,
      List<PartyTime> times,
      Map<String, Gap.Causes> missed,
      Optional<Offer> offer,
      Optional<Requirements> requirements) {
    Map<Boolean, List<Result>> ended =
        results.stream()
            .filter(result -> result.status() != Status.NOT_DUE)
            .collect(Collectors.partitioningBy(alike));
    return new Gaps(
            agreement,
            ended.getOrDefault(true, List.of()),
            ended.getOrDefault(false, List.of()),
            times,
            missed,
            offer,
            requirements)
        .all();
  }

  private List<Gap> all() {
    List<Gap> gaps = new ArrayList<>();
    agreement
        .metrics()
        .forEach(
            (id, metric) -> {
              if (Stream.concat(results.stream(), apart.stream())
                  .anyMatch(result -> result.metric().equals(id))) {
                List<Level.Line> lines = metric.target().measured();
                for (int i = 0; i < lines.size(); i++) {
                  gaps.addAll(gaps(id, metric, i, lines.get(i)));
                }
              }
            });
    return gaps;
  }

  /** One for each bound of a line and of its rests; one for a line without bounds. */
  private List<Gap> gaps(String id, Metric metric, int number, Level.Line written) {
    List<Gap> gaps = new ArrayList<>();
    Optional<Level.Line> line = Optional.of(written);
    for (int rest = 0; line.isPresent(); rest++) {
      LineId lineId = new LineId(LineId.LevelKind.TARGET, number, rest);
      for (int bound = 0; bound < Math.max(1, line.get().bounds().size()); bound++) {
        gaps.add(gap(id, metric, lineId, bound));
      }
      line = line.get().rest();
    }
    return gaps;
  }

  private Gap gap(String id, Metric metric, LineId lineId, int number) {
    List<Measurement> measured =
        results.stream()
            .filter(result -> result.metric().equals(id))
            .flatMap(result -> result.lines().stream())
            .filter(own -> own.line().equals(lineId))
            .map(own -> own.measurement())
            .toList();
    FigureUnit unit =
        measured.stream().map(Measurement::unit).findFirst().orElse(FigureUnit.NUMBER);
    Optional<Level.Bound> bound = bound(metric.target(), lineId, number, Optional.empty());
    Optional<Map.Entry<String, Requirements.Requirement>> requirement = requirement(id);
    Optional<Level.Bound> needed =
        requirement
            .flatMap(it -> it.getValue().need())
            .flatMap(level -> bound(level, lineId, number, bound));
    Comparison comparison =
        needed.or(() -> bound).map(Level.Bound::comparison).orElse(Comparison.AT_LEAST);
    Optional<Capability> shown = shown(metric, measured);
    Optional<Literal> promised = bound.flatMap(it -> it.value().fixed());
    Optional<Literal> required = needed.flatMap(it -> it.value().fixed()).or(() -> promised);
    Gap.Stands stands = stands(shown, required, unit, comparison);
    return new Gap(
        id,
        lineId,
        number,
        unit,
        comparison,
        required,
        requirement.filter(it -> needed.isPresent()).map(Map.Entry::getKey),
        promised,
        offered(id, metric)
            .flatMap(it -> bound(it.target(), lineId, number, bound))
            .flatMap(it -> it.value().fixed()),
        shown,
        stands,
        proposal(shown, promised, unit, bound),
        causes(id, measured),
        apart.stream()
            .filter(result -> result.metric().equals(id))
            .map(Result::period)
            .distinct()
            .toList());
  }

  /**
   * A bound of a level.
   *
   * @param like the bound of another level that it stands beside: one that asks the same way round,
   *     else for the first bound the first
   */
  private static Optional<Level.Bound> bound(
      Level level, LineId id, int number, Optional<Level.Bound> like) {
    List<Level.Line> lines = level.measured();
    Optional<Level.Line> line =
        id.line() < lines.size() ? Optional.of(lines.get(id.line())) : Optional.empty();
    for (int rest = 0; rest < id.rest(); rest++) {
      line = line.flatMap(Level.Line::rest);
    }
    List<Level.Bound> bounds = line.map(Level.Line::bounds).orElse(List.of());
    Optional<Level.Bound> same =
        bounds.stream()
            .filter(it -> like.map(Level.Bound::comparison).equals(Optional.of(it.comparison())))
            .findFirst();
    return same.or(
        () ->
            number < bounds.size() && (number == 0 || like.isEmpty())
                ? Optional.of(bounds.get(number))
                : Optional.empty());
  }

  private Optional<Map.Entry<String, Requirements.Requirement>> requirement(String metric) {
    return requirements.stream()
        .flatMap(all -> all.requirements().entrySet().stream())
        .filter(entry -> entry.getValue().metrics().contains(metric))
        .filter(entry -> entry.getValue().need().isPresent())
        .findFirst();
  }

  /** The metric that this one adopts, else the one of the same id. */
  private Optional<Metric> offered(String id, Metric metric) {
    String name =
        metric.adopts().map(adopts -> adopts.substring(adopts.indexOf('/') + 1)).orElse(id);
    return offer.map(it -> it.metrics().get(name));
  }

  // ---- what was shown ----

  private static Optional<Capability> shown(Metric metric, List<Measurement> measured) {
    List<Measurement> withData =
        measured.stream().filter(each -> each.figure().isPresent()).toList();
    if (withData.isEmpty()) {
      return Optional.empty();
    }
    long cases = withData.stream().mapToLong(Measurement::cases).sum();
    Quantity figure = metric.figureOrDefault();
    boolean isShare =
        figure instanceof Quantity.ShareInTime || figure instanceof Quantity.ShareOfCases;
    if (isShare && cases > 0) {
      long holding = withData.stream().mapToLong(Measurement::holding).sum();
      return Optional.of(Capability.ofShare(withData.size(), holding, cases));
    }
    return Optional.of(
        Capability.ofFigures(
            withData.stream().map(each -> each.figure().orElseThrow()).toList(), cases));
  }

  private static Gap.Stands stands(
      Optional<Capability> shown, Optional<Literal> bound, FigureUnit unit, Comparison comparison) {
    Optional<Exact> level = bound.flatMap(value -> in(value, unit, comparison));
    if (level.isEmpty()) {
      return Gap.Stands.NOTHING_PROMISED;
    }
    if (shown.isEmpty()) {
      return Gap.Stands.NO_DATA;
    }
    if (shown.get().low().isEmpty() || shown.get().high().isEmpty()) {
      return Gap.Stands.UNSURE;
    }
    boolean low = comparison.holds(shown.get().low().get().compareTo(level.get()));
    boolean high = comparison.holds(shown.get().high().get().compareTo(level.get()));
    return low && high
        ? Gap.Stands.REACHED
        : low || high ? Gap.Stands.UNSURE : Gap.Stands.NOT_REACHED;
  }

  private static Optional<Exact> in(Literal value, FigureUnit unit, Comparison comparison) {
    return new BoundValue(comparison, Optional.of(value)).in(unit);
  }

  /** What of the past can be promised: the unfavorable end of the interval. */
  private static Optional<Literal> proposal(
      Optional<Capability> shown,
      Optional<Literal> promised,
      FigureUnit unit,
      Optional<Level.Bound> bound) {
    Comparison comparison = bound.map(Level.Bound::comparison).orElse(Comparison.AT_LEAST);
    if (promised.isEmpty() || stands(shown, promised, unit, comparison) != Gap.Stands.NOT_REACHED) {
      return Optional.empty();
    }
    return shown
        .flatMap(it -> WritableBound.isUpper(comparison) ? it.high() : it.low())
        .flatMap(end -> WritableBound.of(end, unit, comparison, promised.get()));
  }

  private Gap.Causes causes(String id, List<Measurement> measured) {
    Map<String, BigInteger> byParty = new LinkedHashMap<>();
    BigInteger closed = BigInteger.ZERO;
    Set<ReportingPeriod> counted =
        measured.stream().map(Measurement::period).collect(Collectors.toSet());
    for (PartyTime time : times) {
      if (time.metric().equals(id) && counted.contains(time.period())) {
        byParty.merge(time.party(), time.openMicros(), BigInteger::add);
        closed = closed.add(time.closedMicros());
      }
    }
    return new Gap.Causes(
        byParty,
        closed,
        measured.stream().mapToLong(Measurement::cases).sum(),
        measured.stream().mapToLong(Measurement::indeterminate).sum(),
        Optional.ofNullable(missed.get(id)));
  }
}
