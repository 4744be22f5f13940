package org.plumbline.referee;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.RecordSet;

/** Readings and the gaps between them (meaning 14). */
final class Meters {

  private final WorkedOut sets;
  private final Ground ground;
  private final String id;
  private final Origin.Readings terms;
  private final RecordSet set;
  private final String measured;
  private final Precision precision;
  private final List<RefereeCase> cases = new ArrayList<>();

  Meters(WorkedOut sets, String id, Origin.Readings terms) {
    this.sets = sets;
    this.id = id;
    this.terms = terms;
    ground = sets.ground;
    set = ground.set(id);
    measured =
        set.moments().entrySet().stream()
            .filter(moment -> !List.of("began", "ended").contains(moment.getKey()))
            .filter(moment -> moment.getValue() instanceof MomentTerm.Recorded)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    precision =
        set.moments().get(measured) instanceof MomentTerm.Recorded recorded
            ? recorded.precision()
            : Precision.INSTANT;
  }

  RefereeRecords records() {
    Map<List<String>, List<PlainCase>> meters = new TreeMap<>(Comparator.comparing(List::toString));
    for (PlainCase reading : sets.own(id)) {
      if (reading.unusable() || reading.named(measured).isEmpty()) {
        Optional<Point> at = reading.named(measured);
        cases.add(reading(reading, at, at));
      } else {
        meters.computeIfAbsent(meter(reading), key -> new ArrayList<>()).add(reading);
      }
    }
    meters.forEach(this::meter);
    if (meters.isEmpty()) {
      gaps(List.of(), List.of());
    }
    return sets.records(id, cases);
  }

  private List<String> meter(PlainCase reading) {
    return set.caseKey().stream()
        .filter(part -> !part.equals(measured))
        .map(reading::keyPart)
        .toList();
  }

  private void meter(List<String> meter, List<PlainCase> readings) {
    readings.sort(Comparator.comparingLong(reading -> at(reading).micros()));
    List<Hours.Stretch> filled = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      Point began = at(readings.get(i));
      long ended = began.micros() + terms.every().micros();
      if (i + 1 < readings.size()) {
        ended = Math.min(ended, at(readings.get(i + 1)).micros());
      }
      Point end = Point.instant(ended, ground.wall).cutTo(precision, ground.wall);
      filled.add(new Hours.Stretch(began.micros(), end.micros()));
      cases.add(reading(readings.get(i), Optional.of(began), Optional.of(end)));
    }
    gaps(meter, filled);
  }

  private Point at(PlainCase reading) {
    return reading.named(measured).orElseThrow();
  }

  private RefereeCase reading(PlainCase reading, Optional<Point> began, Optional<Point> ended) {
    Map<String, Long> at = new HashMap<>();
    began.ifPresent(point -> at.put("began", sets.stored(point, precision)));
    ended.ifPresent(point -> at.put("ended", sets.stored(point, precision)));
    return sets.completed(id, reading.key(), Optional.empty(), Optional.of(reading), at);
  }

  private void gaps(List<String> meter, List<Hours.Stretch> filled) {
    Origin.Missing missing = terms.missing().orElse(Origin.Missing.UNKNOWN);
    if (missing == Origin.Missing.UP) {
      return;
    }
    PerformancePeriod performance = ground.agreement.performancePeriod();
    long done = ground.wall.startOf(performance.from());
    long until = Math.min(ground.wall.endOf(performance.until()), ground.asOf.micros());
    for (Hours.Stretch reading : filled) {
      gap(meter, done, Math.min(reading.from(), until), missing);
      done = Math.max(done, reading.until());
    }
    gap(meter, done, until, missing);
  }

  private void gap(List<String> meter, long from, long until, Origin.Missing missing) {
    if (from >= until) {
      return;
    }
    Map<String, Object> values = new HashMap<>();
    List<String> parts = set.caseKey().stream().filter(part -> !part.equals(measured)).toList();
    for (int i = 0; i < meter.size(); i++) {
      values.put(parts.get(i), meter.get(i));
    }
    List<String> key = new ArrayList<>(meter);
    key.add(PlainCase.instant(from));
    cases.add(
        RefereeCase.workedOut(
                String.join(" / ", key),
                Map.of("began", from, "ended", until),
                values,
                Optional.empty())
            .asGap(missing));
  }
}
