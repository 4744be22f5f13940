package org.plumbline.referee;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CountedWhen;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.RegisterSets;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.CaseInterval;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.CaseTotals;
import org.plumbline.evaluate.Measurement;
import org.plumbline.judge.Surroundings;
import org.plumbline.referee.Standing.Kind;

/** Runs an agreement over records, one metric and one case at a time (docs/meaning.md). */
final class Interpreter {

  private final Ground ground;
  private final Map<String, List<ReportingPeriod>> periods;
  private final Map<String, Population> populations = new HashMap<>();
  private final Map<String, List<Measurement>> measurements = new LinkedHashMap<>();
  private final List<CaseTotals> totals = new ArrayList<>();
  private final List<CaseOutcome> outcomes = new ArrayList<>();
  private final Map<String, List<CaseInterval>> intervals = new HashMap<>();

  private Interpreter(
      Agreement agreement, Map<String, List<ReportingPeriod>> periods, Instant asOf) {
    ground = new Ground(agreement, WallClock.micros(asOf));
    this.periods = periods;
  }

  /**
   * Runs it.
   *
   * @param files the records that were supplied, by record set; metrics over a set without have no
   *     answer, unless the set is worked out or the register's
   * @param periods by metric, those of the whole performance period in order
   */
  static Answer evaluate(
      Agreement agreement,
      Map<String, RefereeRecords> files,
      Map<String, List<ReportingPeriod>> periods,
      Instant asOf) {
    Interpreter interpreter = new Interpreter(agreement, periods, asOf);
    files.forEach(
        (id, records) -> {
          if (id.startsWith(RegisterSets.PREFIX)) {
            interpreter.ground.records.put(id, records);
          }
        });
    WorkedOut.into(interpreter.ground, files);
    agreement
        .metrics()
        .forEach(
            (id, metric) -> {
              interpreter.measurements.put(id, List.of());
              boolean unknown =
                  !files.containsKey(metric.records())
                      && agreement.records().containsKey(metric.records())
                      && interpreter.ground.set(metric.records()).origin()
                          instanceof Origin.Supplied;
              if (!metric.records().equals(RegisterSets.RESULTS) && !unknown) {
                interpreter.run(id);
              }
            });
    new Composites(interpreter.ground, interpreter.measurements, asOf).run(interpreter::run);
    return new Answer(
        interpreter.measurements.values().stream().flatMap(List::stream).toList(),
        interpreter.totals,
        interpreter.outcomes,
        interpreter.intervals);
  }

  /** What is known beside the records. */
  static Surroundings known(Agreement agreement, Map<String, RefereeRecords> files, Instant asOf) {
    Ground ground = new Ground(agreement, WallClock.micros(asOf));
    files.forEach(
        (id, records) -> {
          if (id.startsWith(RegisterSets.PREFIX)) {
            ground.records.put(id, records);
          }
        });
    return Beside.of(ground);
  }

  private Population population(String id) {
    Population known = populations.get(id);
    if (known == null) {
      known = new Population(ground, id, true);
      populations.put(id, known);
    }
    return known;
  }

  private void run(String id) {
    Population population = population(id);
    boolean stock = population.metric.countedWhenOrDefault().isStock();
    if (!stock) {
      tell(population);
    }
    Moments precisions =
        new Moments(
            ground,
            population.set,
            Map.of(),
            (condition, at) -> Truth.UNKNOWN,
            Optional.empty(),
            Members.of(ground, population.set));
    Measuring measuring = new Measuring(id, population.metric, population.set, precisions);
    List<Measurement> all = new ArrayList<>();
    for (Windows.Window window :
        Windows.of(ground, population.metric, periods.getOrDefault(id, List.of()))) {
      List<List<Measurement>> slices = new ArrayList<>();
      for (Windows.Slice slice : window.slices()) {
        List<Member> members = new ArrayList<>();
        Optional<Availability> availability = Availability.of(population, slice);
        if (availability.isPresent()) {
          members.addAll(availability.get().members());
        } else if (stock) {
          addStock(population, slice, members);
        } else {
          population.counted().stream()
              .filter(placed -> slice.holds(placed.day().orElseThrow()))
              .forEach(placed -> members.add(Member.of(placed, slice.atHand())));
        }
        slices.add(measuring.over(window.period(), members, availability));
      }
      if (slices.isEmpty()) {
        // No shorter period belongs to the window: no data.
        slices.add(measuring.over(window.period(), List.of(), Optional.empty()));
      }
      all.addAll(
          Windows.isMean(ground.agreement, population.metric) ? Means.of(slices) : slices.get(0));
    }
    measurements.put(id, all);
    if (!Holder.isAsked(ground, population.metric)) {
      population.readings.forEach(reading -> attribute(id, reading));
    }
  }

  /** Where each case goes, and how many go where. */
  private void tell(Population population) {
    long[] counts = new long[6];
    List<ReportingPeriod> own = periods.getOrDefault(population.id, List.of());
    for (Population.Placed placed : population.placed) {
      Kind kind = placed.kind();
      boolean counted = kind == Kind.DECIDED || kind == Kind.INDETERMINATE;
      counts[placed.outside() && counted ? 5 : kind.ordinal()]++;
      Optional<ReportingPeriod> period = placed.day().map(day -> Population.period(day, own));
      outcomes.add(
          new Outcomes(population.id, population.metric)
              .of(placed.reading(), placed.standing(), kind, period));
    }
    totals.add(
        new CaseTotals(
            population.id,
            population.placed.size(),
            counts[Kind.DECIDED.ordinal()],
            counts[Kind.INDETERMINATE.ordinal()],
            counts[Kind.OPEN.ordinal()],
            counts[Kind.VOIDED.ordinal()],
            counts[Kind.NOT_QUALIFIED.ordinal()],
            counts[5]));
  }

  private void addStock(Population population, Windows.Slice slice, List<Member> members) {
    long first = ground.wall.startOf(slice.from());
    long begins = Math.max(first, ground.wall.startOf(slice.atHand().from()));
    if (begins > ground.asOf.micros()) {
      return;
    }
    long end = Math.min(ground.wall.endOf(slice.until()), ground.asOf.micros());
    long openUntil =
        population.metric.countedWhenOrDefault() == CountedWhen.OPEN_AT_END ? end : first;
    for (Reading plain : population.readings) {
      boolean over =
          plain.stop.stream().anyMatch(stop -> stop.micros() < openUntil)
              || plain.closing.stream().anyMatch(closing -> closing.micros() < openUntil)
              || plain.voidings().stream().anyMatch(voided -> voided.micros() < openUntil);
      if (plain.start.isEmpty() || plain.start.get().micros() >= end || over) {
        continue;
      }
      Reading held =
          Holder.isAsked(ground, population.metric)
              ? plain.heldBy(Holder.before(plain, end))
              : plain;
      Reading reading = held.countedAt(end, slice.atHand());
      boolean unusable = plain.part.source().unusable().isPresent();
      Truth qualifies =
          unusable
              ? Truth.UNKNOWN
              : population
                  .metric
                  .qualifies()
                  .map(condition -> reading.qualifying().holds(condition))
                  .orElse(Truth.YES)
                  .and(population.takenOut(reading).truth().not());
      boolean decided = unusable ? Standing.unusableIsNotMet(plain) : qualifies == Truth.YES;
      if (qualifies != Truth.NO) {
        members.add(
            Member.of(
                reading,
                decided ? Kind.DECIDED : Kind.INDETERMINATE,
                slice.atHand(),
                plain.start.get().micros()));
      }
    }
  }

  static String text(Object value) {
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : value.toString();
  }

  private void attribute(String id, Reading reading) {
    if (reading.start.isEmpty() || reading.clockHours().isEmpty()) {
      return;
    }
    Hours hours = reading.clockHours().get();
    List<CaseInterval> list = new ArrayList<>();
    for (Turns.Piece piece :
        reading.turns.pieces(reading.start.get().micros(), reading.end().micros())) {
      list.add(
          new CaseInterval(
              WallClock.instant(piece.from()),
              WallClock.instant(piece.until()),
              piece.cover().whose(),
              piece.cover().turn(),
              hours.openMicros(piece.from(), piece.until()),
              Turns.counts(reading.clock.counting(), piece.cover(), reading.metric.performing())));
    }
    intervals.put(Answer.id(id, reading.part.source().key(), reading.part.number()), list);
  }
}
