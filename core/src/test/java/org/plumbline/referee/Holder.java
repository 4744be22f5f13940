package org.plumbline.referee;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Metric;

/**
 * A value that a field had for some of a case's time (meaning 16).
 *
 * @param others the time in which it had another
 */
record Holder(String value, List<Turns.Cover> others) {

  /** Whether a metric has a figure for each holder; a table of cases knows but one for each. */
  static boolean isAsked(Ground ground, Metric metric) {
    RefereeRecords records = ground.records.get(metric.records());
    if (records == null || !records.eventLog()) {
      return false;
    }
    return metric
        .each()
        .map(ground.set(metric.records()).fields()::get)
        .flatMap(Field::read)
        .equals(Optional.of(Field.Read.AT_EACH_MOMENT));
  }

  /** The holders between start and end; of a case without such a time the one at its stop. */
  static List<Holder> of(Reading reading) {
    Map<String, List<Hours.Stretch>> held = stretches(reading);
    List<Holder> holders = new ArrayList<>();
    if (reading.start.isPresent()) {
      long from = reading.start.get().micros();
      long until = reading.end().micros();
      held.forEach(
          (value, own) -> {
            if (own.stream().anyMatch(s -> s.from() < until && s.until() > from && from < until)) {
              holders.add(holder(value, held));
            }
          });
    }
    return holders.isEmpty() ? List.of(holder(reading.each(), held)) : holders;
  }

  /** The holder just before an instant. */
  static Holder before(Reading reading, long instant) {
    Map<String, List<Hours.Stretch>> held = stretches(reading);
    String value =
        held.entrySet().stream()
            .filter(
                entry ->
                    entry.getValue().stream()
                        .anyMatch(s -> s.from() < instant && instant <= s.until()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse("");
    return holder(value, held);
  }

  private static Holder holder(String value, Map<String, List<Hours.Stretch>> held) {
    List<Turns.Cover> others = new ArrayList<>();
    held.forEach(
        (other, stretches) -> {
          if (!other.equals(value)) {
            stretches.forEach(s -> others.add(Turns.Cover.never(Turns.Kind.OTHERS, other, s)));
          }
        });
    return new Holder(value, others);
  }

  private static Map<String, List<Hours.Stretch>> stretches(Reading reading) {
    String field = reading.metric.each().orElseThrow();
    Map<String, List<Hours.Stretch>> held = new LinkedHashMap<>();
    List<RefereeCase.Change> changes =
        reading.fields().eventLog() ? reading.part.changes() : List.of();
    if (changes.isEmpty()) {
      held.computeIfAbsent(reading.each(), key -> new ArrayList<>())
          .add(new Hours.Stretch(Long.MIN_VALUE, Long.MAX_VALUE));
      return held;
    }
    for (int i = 0; i < changes.size(); i++) {
      long from = i == 0 ? Long.MIN_VALUE : changes.get(i).at();
      long until = i + 1 < changes.size() ? changes.get(i + 1).at() : Long.MAX_VALUE;
      String value =
          Optional.ofNullable(changes.get(i).values().get(field)).map(Interpreter::text).orElse("");
      if (from < until) {
        held.computeIfAbsent(value, key -> new ArrayList<>()).add(new Hours.Stretch(from, until));
      }
    }
    return held;
  }
}
