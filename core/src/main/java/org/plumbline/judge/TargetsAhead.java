package org.plumbline.judge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Literal;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.PeriodRules;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.evaluate.LineId;

/** What targets and minimums that change by date will be in each period that has not ended. */
public final class TargetsAhead {

  private TargetsAhead() {}

  /**
   * The bounds of one line over periods that follow each other and have the same.
   *
   * @param from the first of these periods
   * @param until the last
   */
  public record Ahead(
      String metric,
      LineId line,
      ReportingPeriod from,
      ReportingPeriod until,
      List<BoundValue> bounds) {
    /** Copies the list. */
    public Ahead {
      bounds = List.copyOf(bounds);
    }
  }

  /**
   * The bounds ahead of all lines that change by date, in the order of the agreement; nothing of
   * those that change no more.
   *
   * @param today periods that ended before it are left out
   */
  public static List<Ahead> of(Agreement agreement, LocalDate today) {
    List<Ahead> all = new ArrayList<>();
    agreement
        .metrics()
        .forEach(
            (id, metric) -> {
              add(all, agreement, id, metric, LineId.LevelKind.TARGET, metric.target(), today);
              metric
                  .minimum()
                  .ifPresent(
                      level ->
                          add(all, agreement, id, metric, LineId.LevelKind.MINIMUM, level, today));
            });
    return all;
  }

  private static void add(
      List<Ahead> all,
      Agreement agreement,
      String id,
      Metric metric,
      LineId.LevelKind kind,
      Level level,
      LocalDate today) {
    List<ReportingPeriod> coming =
        PeriodRules.periods(agreement, metric).stream()
            .filter(period -> !period.until().isBefore(today))
            .toList();
    List<Level.Line> lines = level.measured();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).bounds().stream()
          .anyMatch(bound -> bound.value() instanceof Varying.ByDate<Literal>)) {
        List<Ahead> own = steps(agreement, id, new LineId(kind, i, 0), lines.get(i), coming);
        if (own.size() > 1) {
          all.addAll(own);
        }
      }
    }
  }

  private static List<Ahead> steps(
      Agreement agreement, String id, LineId line, Level.Line term, List<ReportingPeriod> coming) {
    List<Ahead> steps = new ArrayList<>();
    for (ReportingPeriod period : coming) {
      BoundLookup lookup = new BoundLookup(agreement, period.until(), metric -> Optional.empty());
      List<BoundValue> bounds =
          term.bounds().stream()
              .map(bound -> new BoundValue(bound.comparison(), lookup.value(bound.value())))
              .toList();
      Ahead last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
      if (last != null && last.bounds().equals(bounds)) {
        steps.set(steps.size() - 1, new Ahead(id, line, last.from(), period, bounds));
      } else {
        steps.add(new Ahead(id, line, period, period, bounds));
      }
    }
    return steps;
  }
}
