package org.plumbline.referee;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Quantity;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.CaseOutcome.State;
import org.plumbline.evaluate.LineId;

/** How single cases stand for a metric. */
record Outcomes(String id, Metric metric) {

  CaseOutcome of(
      Reading reading, Standing standing, Standing.Kind kind, Optional<ReportingPeriod> period) {
    List<Level.Line> lines = Lines.of(metric.target());
    int taken = Lines.taken(lines, reading.conditions()).indexOf(Truth.YES);
    Optional<Level.Line> line = taken < 0 ? Optional.empty() : Optional.of(lines.get(taken));
    TimeAmount unit =
        Units.elapsed(line.orElse(lines.get(0)), reading.clock, reading.set, reading.moments());
    Optional<Long> elapsed = reading.elapsed(false, unit);
    Optional<Level.Limit> limit = line.flatMap(Level.Line::limit);
    return new CaseOutcome(
        id,
        reading.part.source().key(),
        reading.part.number(),
        reading.heldBy(),
        state(reading, kind, line, period),
        standing.reason(),
        standing.takenOutBy(),
        taken < 0 ? Optional.empty() : Optional.of(new LineId(LineId.LevelKind.TARGET, taken, 0)),
        reading.start.map(point -> WallClock.instant(point.micros())),
        reading.stop.map(point -> WallClock.instant(point.micros())),
        elapsed.map(OptionalLong::of).orElse(OptionalLong.empty()),
        limit
            .filter(l -> !(l instanceof Level.Limit.By))
            .flatMap(l -> reading.conditions().value(Lines.amount(l)))
            .flatMap(reading::allowed)
            .map(OptionalLong::of)
            .orElse(OptionalLong.empty()),
        Units.of(unit),
        standing.due().map(WallClock::instant),
        kind == Standing.Kind.DECIDED ? standing.day() : Optional.empty(),
        period,
        Map.of(),
        new CaseOutcome.SourceRow("", 0));
  }

  private State state(
      Reading reading,
      Standing.Kind kind,
      Optional<Level.Line> line,
      Optional<ReportingPeriod> period) {
    return switch (kind) {
      case INDETERMINATE -> State.INDETERMINATE;
      case OPEN -> State.OPEN;
      case VOIDED -> State.VOIDED;
      case NOT_QUALIFIED -> State.NOT_QUALIFIED;
      case DECIDED -> {
        Reading at = period.map(reading::in).orElse(reading);
        Truth truth = decided(at, line);
        yield truth == Truth.YES
            ? State.MET
            : truth == Truth.NO ? State.NOT_MET : State.INDETERMINATE;
      }
    };
  }

  private Truth decided(Reading reading, Optional<Level.Line> line) {
    if (reading.part.source().unusable().isPresent()) {
      return Truth.NO;
    }
    if (metric.figureOrDefault() instanceof Quantity.ShareOfCases share) {
      return reading.conditions().holds(share.of());
    }
    Optional<Level.Limit> limit = line.flatMap(Level.Line::limit);
    if (limit.isEmpty()) {
      return Truth.YES;
    }
    return Lines.limit(limit.get(), reading)
        .map(l -> Truth.of(reading.stop.isPresent() && l.kept()))
        .orElse(Truth.UNKNOWN);
  }
}
