package org.plumbline.referee;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.plumbline.evaluate.CaseInterval;
import org.plumbline.evaluate.CaseOutcome;
import org.plumbline.evaluate.CaseTotals;
import org.plumbline.evaluate.Measurement;

/** What two answers say differently, line by line. */
final class Differences {

  private Differences() {}

  static List<String> between(Answer referee, Answer engine) {
    List<String> differences = new ArrayList<>();
    compare(measurements(referee), measurements(engine), differences);
    compare(totals(referee), totals(engine), differences);
    compare(outcomes(referee), outcomes(engine), differences);
    compare(intervals(referee), intervals(engine), differences);
    return differences;
  }

  private static void compare(
      Map<String, String> referee, Map<String, String> engine, List<String> differences) {
    referee.forEach(
        (key, line) -> {
          String other = engine.getOrDefault(key, "nothing");
          if (!line.equals(other)) {
            differences.add(key + "\n    referee " + line + "\n    engine  " + other);
          }
        });
    engine.forEach(
        (key, line) -> {
          boolean empty = line.startsWith("cases 0 holding 0 indeterminate 0 open 0");
          if (!referee.containsKey(key) && !empty) {
            differences.add(key + "\n    referee nothing\n    engine  " + line);
          }
        });
  }

  private static Map<String, String> measurements(Answer answer) {
    Map<String, String> lines = new TreeMap<>();
    for (Measurement m : answer.measurements()) {
      if (m.each().isPresent() && m.cases() + m.indeterminate() + m.open() == 0) {
        continue;
      }
      lines.put(
          "measurement " + m.metric() + " " + m.period().from() + " " + m.line() + " " + m.each(),
          "cases "
              + m.cases()
              + " holding "
              + m.holding()
              + " indeterminate "
              + m.indeterminate()
              + " open "
              + m.open()
              + " "
              + m.unit()
              + " figure "
              + m.figure()
              + " low "
              + m.low()
              + " high "
              + m.high()
              + m.down().map(down -> " down " + down).orElse(""));
    }
    return lines;
  }

  private static Map<String, String> totals(Answer answer) {
    Map<String, String> lines = new TreeMap<>();
    for (CaseTotals t : answer.totals()) {
      lines.put("totals " + t.metric(), t.toString());
    }
    return lines;
  }

  private static Map<String, String> outcomes(Answer answer) {
    Map<String, String> lines = new TreeMap<>();
    for (CaseOutcome o : answer.outcomes()) {
      lines.put(
          "outcome " + o.metric() + " " + o.key() + " part " + o.part() + " " + o.holder(),
          o.state()
              + " start "
              + o.start()
              + " stop "
              + o.stop()
              + " elapsed "
              + o.elapsed()
              + " "
              + o.unit()
              + " decided "
              + o.decided()
              + o.exclusion().map(by -> " taken out by " + by).orElse("")
              + " period "
              + Optional.of(o)
                  .filter(Differences::counts)
                  .flatMap(CaseOutcome::period)
                  .map(period -> Objects.toString(period.from())));
    }
    return lines;
  }

  private static boolean counts(CaseOutcome outcome) {
    return outcome.state() != CaseOutcome.State.VOIDED
        && outcome.state() != CaseOutcome.State.NOT_QUALIFIED;
  }

  private static Map<String, String> intervals(Answer answer) {
    Map<String, String> lines = new TreeMap<>();
    answer
        .intervals()
        .forEach(
            (id, list) -> {
              if (!list.isEmpty()) {
                lines.put(
                    "intervals " + id, list.stream().map(Differences::text).toList().toString());
              }
            });
    return lines;
  }

  private static String text(CaseInterval interval) {
    return interval.from()
        + ".."
        + interval.until()
        + " "
        + interval.party()
        + " "
        + interval.turn()
        + " open "
        + interval.openMicros()
        + (interval.counted() ? " counted" : "");
  }
}
