package org.plumbline.referee;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CountedWhen;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.agreement.RecordSet;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.CaseInterval;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.CaseTotals;
import org.plumbline.evaluate.Measurement;

/** Runs an agreement over records, one metric and one case at a time (docs/meaning.md). */
final class Interpreter {

  private final Ground ground;
  private final List<Measurement> measurements = new ArrayList<>();
  private final List<CaseTotals> totals = new ArrayList<>();
  private final List<CaseOutcome> outcomes = new ArrayList<>();
  private final Map<String, List<CaseInterval>> intervals = new HashMap<>();

  private Interpreter(Agreement agreement, Instant asOf) {
    ground = new Ground(agreement, WallClock.micros(asOf));
  }

  /**
   * Runs it.
   *
   * @param records by record set
   * @param periods by metric, those of the whole performance period in order
   */
  static Answer evaluate(
      Agreement agreement,
      Map<String, RefereeRecords> records,
      Map<String, List<ReportingPeriod>> periods,
      Instant asOf) {
    Interpreter interpreter = new Interpreter(agreement, asOf);
    agreement
        .metrics()
        .forEach(
            (id, metric) -> {
              RefereeRecords of = records.get(metric.records());
              if (of != null) {
                interpreter.run(id, metric, of, periods.getOrDefault(id, List.of()));
              }
            });
    return new Answer(
        interpreter.measurements, interpreter.totals, interpreter.outcomes, interpreter.intervals);
  }

  private void run(
      String id, Metric metric, RefereeRecords records, List<ReportingPeriod> periods) {
    RecordSet set = ground.agreement.records().get(metric.records());
    if (set == null) {
      throw new IllegalArgumentException("no record set " + metric.records());
    }
    Reopenings reopenings = new Reopenings(ground, metric.records(), set, records.eventLog());
    List<Reading> readings = new ArrayList<>();
    for (RefereeCase source : records.cases()) {
      for (CasePart part : reopenings.parts(source)) {
        readings.add(Reading.of(ground, set, records.eventLog(), metric, part));
      }
    }
    List<Member> members = new ArrayList<>();
    if (metric.countedWhenOrDefault().isStock()) {
      periods.forEach(period -> addStock(metric, readings, period, members));
    } else {
      addFlow(id, metric, records, readings, periods, members);
    }
    Moments precisions =
        new Moments(ground, set, Map.of(), (condition, at) -> Truth.UNKNOWN, Optional.empty());
    for (ReportingPeriod period : periods) {
      measurements.addAll(
          new Measuring(id, metric, set, precisions)
              .over(period, members.stream().filter(m -> m.period().equals(period)).toList()));
    }
    readings.forEach(reading -> attribute(id, reading));
  }

  private void addFlow(
      String id,
      Metric metric,
      RefereeRecords records,
      List<Reading> readings,
      List<ReportingPeriod> periods,
      List<Member> members) {
    long[] counts = new long[6];
    for (Reading reading : readings) {
      Standing standing = Standing.of(reading, records.skewMicros());
      Standing.Kind kind = standing.kind();
      Optional<LocalDate> day =
          kind == Standing.Kind.INDETERMINATE || standing.reason().equals("unusable")
              ? standing.day()
              : standing.countedDay(reading);
      if (kind == Standing.Kind.DECIDED && day.isEmpty()) {
        kind = Standing.Kind.OPEN;
      }
      boolean outside = day.isPresent() && isOutside(day.get(), reading);
      Optional<ReportingPeriod> period =
          day.isPresent() && !outside ? period(day.get(), periods) : Optional.empty();
      boolean counted = kind == Standing.Kind.DECIDED || kind == Standing.Kind.INDETERMINATE;
      counts[outside && counted ? 5 : kind.ordinal()]++;
      if (period.isPresent()
          && kind != Standing.Kind.VOIDED
          && kind != Standing.Kind.NOT_QUALIFIED) {
        long order =
            kind == Standing.Kind.DECIDED && !standing.reason().equals("unusable")
                ? standing.countedMicros(reading)
                : 0;
        members.add(member(reading, kind, period.get(), order));
      }
      outcomes.add(new Outcomes(id, metric).of(reading, standing, kind, period));
    }
    totals.add(
        new CaseTotals(
            id,
            readings.size(),
            counts[Standing.Kind.DECIDED.ordinal()],
            counts[Standing.Kind.INDETERMINATE.ordinal()],
            counts[Standing.Kind.OPEN.ordinal()],
            counts[Standing.Kind.VOIDED.ordinal()],
            counts[Standing.Kind.NOT_QUALIFIED.ordinal()],
            counts[5]));
  }

  private boolean isOutside(LocalDate day, Reading reading) {
    PerformancePeriod performance = ground.agreement.performancePeriod();
    if (!day.isAfter(performance.until())) {
      return day.isBefore(performance.from());
    }
    boolean judged =
        performance.runOut().orElse(PerformancePeriod.RunOut.JUDGED)
            == PerformancePeriod.RunOut.JUDGED;
    return !judged
        || reading.start.isEmpty()
        || reading.start.get().day().isAfter(performance.until());
  }

  private Optional<ReportingPeriod> period(LocalDate day, List<ReportingPeriod> periods) {
    LocalDate until = ground.agreement.performancePeriod().until();
    LocalDate counted = day.isAfter(until) ? until : day;
    return periods.stream()
        .filter(p -> !counted.isBefore(p.from()) && !counted.isAfter(p.until()))
        .findFirst();
  }

  private void addStock(
      Metric metric, List<Reading> readings, ReportingPeriod period, List<Member> members) {
    long first = ground.wall.startOf(period.from());
    if (first > ground.asOf.micros()) {
      return;
    }
    long end = Math.min(ground.wall.endOf(period.until()), ground.asOf.micros());
    long openUntil = metric.countedWhenOrDefault() == CountedWhen.OPEN_AT_END ? end : first;
    for (Reading plain : readings) {
      boolean over =
          plain.stop.stream().anyMatch(stop -> stop.micros() < openUntil)
              || plain.closing.stream().anyMatch(closing -> closing.micros() < openUntil)
              || plain.voidings().stream().anyMatch(voided -> voided.micros() < openUntil);
      if (plain.start.isEmpty() || plain.start.get().micros() >= end || over) {
        continue;
      }
      Reading reading = plain.countedAt(end, period);
      boolean unusable = plain.part.source().unusable().isPresent();
      Truth qualifies =
          unusable
              ? Truth.UNKNOWN
              : metric
                  .qualifies()
                  .map(condition -> reading.qualifying().holds(condition))
                  .orElse(Truth.YES);
      if (qualifies != Truth.NO) {
        members.add(
            member(
                reading,
                qualifies == Truth.YES ? Standing.Kind.DECIDED : Standing.Kind.INDETERMINATE,
                period,
                plain.start.get().micros()));
      }
    }
  }

  private static Member member(
      Reading reading, Standing.Kind kind, ReportingPeriod period, long order) {
    String each = reading.metric.each().flatMap(reading::field).map(Interpreter::text).orElse("");
    return new Member(reading.in(period), kind, period, each, order);
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
