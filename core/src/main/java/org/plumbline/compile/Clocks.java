package org.plumbline.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Metric;
import org.plumbline.compile.plan.Type;
import org.plumbline.exclusion.DeclaredTime;

/** The clocks of the metrics over the same rows; equal ones are timed once. */
final class Clocks {

  private final Rows rows;
  private final Holds holds;
  private final Map<Optional<Clock>, Roles> roles = new HashMap<>();
  private final Map<List<Object>, ClockTime> times = new HashMap<>();
  private final Map<List<Object>, Life> lives = new HashMap<>();
  private final Map<List<Object>, MetricSubjects> subjects = new HashMap<>();

  Clocks(Rows rows) {
    this.rows = rows;
    holds = new Holds(rows);
  }

  Roles roles(Optional<Clock> clock) {
    Roles known = roles.get(clock);
    if (known == null) {
      known = Roles.of(rows, clock);
      roles.put(clock, known);
    }
    return known;
  }

  Life life(Optional<Clock> clock, boolean toClosing) {
    List<Object> key = List.of(clock.map(Clock::starts), clock.map(Clock::stops), toClosing);
    Life known = lives.get(key);
    if (known == null) {
      known = roles(clock).life(rows, toClosing);
      Life other = lives.get(List.of(key.get(0), key.get(1), !toClosing));
      if (other != null && other.end().equals(known.end())) {
        known = other;
      }
      lives.put(key, known);
    }
    return known;
  }

  private List<DeclaredTime> excluded(String id) {
    return rows.context().excluded(id);
  }

  MetricSubjects subjects(String id, Metric metric) {
    List<Object> key = List.of(metric.clock(), metric.performing(), excluded(id));
    MetricSubjects known = subjects.get(key);
    if (known == null) {
      known =
          new MetricSubjects(
              rows,
              roles(metric.clock()),
              Optional.empty(),
              () -> time(id, metric, true),
              () -> time(id, metric, false),
              holds);
      subjects.put(key, known);
    }
    return known;
  }

  /** The clock of a metric up to the stop; without one to the closing (if that is asked), or T. */
  Optional<ClockTime> time(String id, Metric metric, boolean toClosing) {
    return metric
        .clock()
        .map(
            clock -> {
              Life life = life(Optional.of(clock), toClosing);
              List<Object> key = List.of(clock, metric.performing(), life.end(), excluded(id));
              ClockTime known = times.get(key);
              if (known == null) {
                known =
                    new ClockTime(
                        rows,
                        holds,
                        clock,
                        metric.performing(),
                        excluded(id),
                        life,
                        varying ->
                            ofCalendar ->
                                new Conditions(subjects(id, metric), false)
                                    .varying(varying, Type.LONG, ofCalendar::apply));
                times.put(key, known);
              }
              return known;
            });
  }
}
