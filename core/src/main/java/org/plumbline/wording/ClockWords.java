package org.plumbline.wording;

import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.Turn;
import org.plumbline.agreement.Varying;

/** The clock of a metric in words: from where to where, in which hours, whose time. */
final class ClockWords {

  private final Names names;
  private final ConditionWords conditions;
  private final VaryingWords varying;

  ClockWords(Names names, ConditionWords conditions, VaryingWords varying) {
    this.names = names;
    this.conditions = conditions;
    this.varying = varying;
  }

  /** {@code from “opened” to “done”}; without a start {@code to “done”}. */
  String route(Metric metric) {
    Optional<Clock> clock = metric.clock();
    if (clock.isEmpty()) {
      return "";
    }
    String stops = "to " + conditions.moments().noun(clock.get().stops());
    return clock
        .get()
        .starts()
        .map(starts -> "from " + conditions.moments().noun(starts) + " " + stops)
        .orElse(stops);
  }

  /** {@code in desk hours}, {@code around the clock}; empty where the agreement does not say. */
  String hours(Metric metric) {
    Optional<Varying<String>> calendar = metric.clock().flatMap(Clock::calendar);
    return calendar.map(value -> varying.words(value, CalendarWords::hours)).orElse("");
  }

  /** Whose time counts: {@code of its own time}; empty where all time does. */
  String whose(Metric metric) {
    Clock.Counting counting =
        metric.clock().map(Clock::counting).orElseGet(Clock.Counting.AllTime::new);
    if (counting instanceof Clock.Counting.Counts counts) {
      boolean own = counts.parties().equals(List.of(metric.performing()));
      return own
          ? "of its own time"
          : "of the time of " + Phrases.and(counts.parties().stream().map(names::party).toList());
    }
    if (counting instanceof Clock.Counting.Pauses pauses) {
      return "without the time in "
          + Phrases.or(
              pauses.turns().stream()
                  .filter(turn -> !turn.startsWith(Turn.RECONSIDERED))
                  .map(Phrases::quoted)
                  .toList());
    }
    return "";
  }

  /** Whose time and which hours of a case: {@code of the provider’s time in desk hours}. */
  String ofCase(Metric metric) {
    Clock.Counting counting =
        metric.clock().map(Clock::counting).orElseGet(Clock.Counting.AllTime::new);
    String whose =
        counting instanceof Clock.Counting.Counts counts
            ? "of " + Phrases.and(counts.parties().stream().map(names::whose).toList()) + " time"
            : whose(metric);
    return joined(whose, hours(metric));
  }

  /** Hours and whose time in one: {@code of its own time in desk hours}. */
  String tail(Metric metric) {
    return joined(whose(metric), hours(metric));
  }

  private static String joined(String whose, String hours) {
    boolean comma = whose.startsWith("without") && !hours.isEmpty();
    return (whose + (comma ? ", " : " ") + hours).strip();
  }

  /** The same beside a noun, in parentheses; empty where nothing is said. */
  String aside(Metric metric) {
    Clock.Counting counting =
        metric.clock().map(Clock::counting).orElseGet(Clock.Counting.AllTime::new);
    String whose =
        counting instanceof Clock.Counting.Counts counts
            ? Phrases.and(counts.parties().stream().map(names::whose).toList()) + " time alone"
            : whose(metric);
    String hours = hours(metric);
    String both = whose.isEmpty() || hours.isEmpty() ? whose + hours : whose + ", " + hours;
    return both.isEmpty() ? "" : " (" + both + ")";
  }
}
