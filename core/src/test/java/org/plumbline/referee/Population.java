package org.plumbline.referee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.RecordSet;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.referee.Standing.Kind;
import org.plumbline.referee.Standing.TakenOut;

/** The cases of a metric, each with where it goes (meaning 9, 10, 19). */
final class Population {

  /**
   * A case with where it goes.
   *
   * @param kind as it counts
   * @param day the local date by which it counts, clamped to the performance period
   * @param order by which the last case is told
   */
  record Placed(
      Reading reading,
      Standing standing,
      Kind kind,
      Optional<LocalDate> day,
      boolean outside,
      long order) {}

  final Ground ground;
  final String id;
  final Metric metric;
  final RecordSet set;
  final List<Reading> readings = new ArrayList<>();
  final List<Placed> placed = new ArrayList<>();
  final List<Placed> gaps = new ArrayList<>();
  private final Map<String, Condition> exclusions;
  private final long skew;

  /**
   * Places the cases.
   *
   * @param limited whether limits of work take cases out
   */
  Population(Ground ground, String id, boolean limited) {
    this.ground = ground;
    this.id = id;
    metric = Objects.requireNonNull(ground.agreement.metrics().get(id));
    set = ground.set(metric.records());
    exclusions = ground.exclusions().cases(id);
    RefereeRecords records =
        ground.records.getOrDefault(metric.records(), RefereeRecords.none(metric.records()));
    skew = records.skewMicros();
    Reopenings reopenings = new Reopenings(ground, metric.records(), set, records.eventLog());
    boolean holders = Holder.isAsked(ground, metric) && !metric.countedWhenOrDefault().isStock();
    for (RefereeCase source : records.cases()) {
      for (CasePart part : reopenings.parts(source)) {
        Reading reading = Reading.of(ground, set, records.eventLog(), id, part);
        if (source.gap().isPresent()) {
          gaps.add(place(reading, TakenOut.NOT));
        } else if (holders && source.unusable().isEmpty()) {
          Holder.of(reading).forEach(holder -> readings.add(reading.heldBy(holder)));
        } else {
          readings.add(reading);
        }
      }
    }
    if (!metric.countedWhenOrDefault().isStock()) {
      Map<String, String> excess = limited ? excess() : Map.of();
      for (Reading reading : readings) {
        placed.add(place(reading, takenOut(reading, excess)));
      }
    }
  }

  private static String id(Reading reading) {
    return reading.part.source().key() + "|" + reading.part.number();
  }

  /** Whether an exclusion of cases takes the case out. */
  TakenOut takenOut(Reading reading) {
    return takenOut(reading, Map.of());
  }

  private TakenOut takenOut(Reading reading, Map<String, String> excess) {
    TakenOut found = TakenOut.NOT;
    for (Map.Entry<String, Condition> exclusion : exclusions.entrySet()) {
      Truth truth = reading.qualifying().holds(exclusion.getValue());
      if (truth == Truth.YES) {
        return new TakenOut(truth, exclusion.getKey());
      }
      found = truth == Truth.UNKNOWN ? new TakenOut(truth, exclusion.getKey()) : found;
    }
    String above = excess.get(id(reading));
    return above == null ? found : new TakenOut(Truth.YES, above);
  }

  private Placed place(Reading reading, TakenOut takenOut) {
    Standing standing = Standing.of(reading, skew, takenOut);
    Kind kind = standing.kind();
    Optional<LocalDate> day =
        kind == Kind.INDETERMINATE || standing.reason().equals("unusable")
            ? standing.day()
            : standing.countedDay(reading);
    if (kind == Kind.DECIDED && day.isEmpty()) {
      kind = Kind.OPEN;
    }
    boolean outside = day.isPresent() && isOutside(day.get(), reading);
    LocalDate last = ground.agreement.performancePeriod().until();
    long order =
        kind == Kind.DECIDED && !standing.reason().equals("unusable")
            ? standing.countedMicros(reading)
            : 0;
    return new Placed(
        reading,
        standing,
        kind,
        day.filter(known -> !outside).map(known -> known.isAfter(last) ? last : known),
        outside,
        order);
  }

  private boolean isOutside(LocalDate day, Reading reading) {
    PerformancePeriod performance = ground.agreement.performancePeriod();
    if (!day.isAfter(performance.until())) {
      return day.isBefore(performance.from());
    }
    boolean judged =
        performance.runOut().orElse(PerformancePeriod.RunOut.JUDGED)
            == PerformancePeriod.RunOut.JUDGED;
    Optional<Point> start = reading.start;
    if (start.isEmpty()
        && reading.clock.starts().isEmpty()
        && set.origin() instanceof Origin.Expected expected) {
      start = reading.moment(expected.fills());
    }
    return !judged || start.isEmpty() || start.get().day().isAfter(performance.until());
  }

  /** The cases that are in no window but stand in one, for the figures of their days. */
  List<Placed> counted() {
    return placed.stream()
        .filter(p -> p.day().isPresent())
        .filter(p -> p.kind() != Kind.VOIDED && p.kind() != Kind.NOT_QUALIFIED)
        .toList();
  }

  /** The cases above a limit of work that is theirs, each with the exclusion (meaning 18). */
  private Map<String, String> excess() {
    Map<String, String> excess = new HashMap<>();
    ground
        .agreement
        .exclusions()
        .forEach(
            (by, exclusion) -> {
              if (exclusion.ground() instanceof Exclusion.Ground.Workload workload
                  && workload.takes().equals("excess")
                  && exclusion.effect() instanceof Exclusion.Effect.Excludes excludes
                  && isTaken(excludes, workload)) {
                workload
                    .limits()
                    .forEach(
                        (volume, limit) ->
                            above(volume, limit, key -> excess.putIfAbsent(key, by)));
              }
            });
    return excess;
  }

  private boolean isTaken(Exclusion.Effect.Excludes excludes, Exclusion.Ground.Workload workload) {
    return excludes.metrics().contains(id)
        || (excludes.metrics().contains("all") && !workload.limits().containsKey(id));
  }

  private void above(String volume, Exclusion.WorkloadLimit limit, Consumer<String> excess) {
    Metric counting = ground.agreement.metrics().get(volume);
    if (volume.equals(id)
        || counting == null
        || !counting.records().equals(metric.records())
        || !(counting.figureOrDefault() instanceof Quantity.CountOfCases count)) {
      return;
    }
    Map<ReportingPeriod, List<Member>> byPeriod = new HashMap<>();
    List<ReportingPeriod> periods = Windows.periods(ground.agreement, counting);
    for (Placed one : new Population(ground, volume, false).counted()) {
      ReportingPeriod period = period(one.day().orElseThrow(), periods);
      Member member = Member.of(one, period);
      if (one.kind() == Kind.DECIDED
          && !member.unusable()
          && count.where().stream().allMatch(w -> Sample.holds(member, w) == Truth.YES)) {
        byPeriod.computeIfAbsent(period, key -> new ArrayList<>()).add(member);
      }
    }
    byPeriod.forEach(
        (period, members) ->
            new Facts(ground, set, period.until())
                .number(limit)
                .ifPresent(
                    most -> {
                      members.sort(Member.BY_COUNTING);
                      for (int place = 1; place <= members.size(); place++) {
                        if (most.compareTo(java.math.BigDecimal.valueOf(place)) < 0) {
                          excess.accept(id(members.get(place - 1).reading()));
                        }
                      }
                    }));
  }

  static ReportingPeriod period(LocalDate day, List<ReportingPeriod> periods) {
    return periods.stream()
        .filter(p -> !day.isBefore(p.from()) && !day.isAfter(p.until()))
        .findFirst()
        .orElseThrow();
  }
}
