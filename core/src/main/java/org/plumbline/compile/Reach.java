package org.plumbline.compile;

import java.time.Instant;
import java.time.LocalDate;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Turn;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.records.StoredSet;

/** How far beyond the records derived moments and limits may lead. */
final class Reach {

  private static final long MARGIN = 40;
  private static final long MOST = 20_000;

  private long days;

  private Reach() {}

  /** The dates that a plan over these records may meet. */
  static Horizon horizon(Agreement agreement, StoredSet stored, Instant asOf) {
    Reach reach = new Reach();
    RecordSet set = agreement.records().get(stored.set());
    if (set != null) {
      set.moments().values().forEach(reach::add);
      set.turns().forEach(reach::add);
    }
    // One metric's limits follow each other at worst; those of different metrics do not.
    reach.days +=
        agreement.metrics().values().stream()
            .filter(metric -> metric.records().equals(stored.set()))
            .mapToLong(Reach::of)
            .max()
            .orElse(0);
    long today = asOf.atZone(agreement.zone()).toLocalDate().toEpochDay();
    long first = Math.min(today, agreement.performancePeriod().from().toEpochDay());
    long last = Math.max(today, agreement.performancePeriod().until().toEpochDay());
    StoredSet.DayRange range = stored.range();
    if (range != null && stored.cases() > 0) {
      first = Math.min(first, range.first());
      last = Math.max(last, range.last());
    }
    long margin = MARGIN + Math.min(MOST, reach.days);
    return new Horizon(
        agreement.zone(),
        Math.max(LocalDate.of(1971, 1, 10).toEpochDay(), first - margin),
        Math.min(LocalDate.of(2199, 12, 20).toEpochDay(), last + margin));
  }

  private static long of(Metric metric) {
    Reach reach = new Reach();
    reach.add(metric);
    return reach.days;
  }

  private void add(TimeAmount amount) {
    long most = daysAtMost(amount);
    // Closed days and hours stretch a limit: a desk open one hour in ten takes ten times as long.
    days += amount.kind() == TimeAmount.Kind.ELAPSED ? 25 * most : 3 * most;
  }

  private void add(MomentTerm term) {
    if (term instanceof MomentTerm.Shifted shifted) {
      shifted.shift().ifPresent(shift -> add(shift.by()));
      add(shifted.at());
      days += 15;
    } else if (term instanceof MomentTerm.DayOfPeriod day) {
      days += 370L * (day.later() + 1);
      add(day.at());
    } else if (term instanceof MomentTerm.EarlierOf earlier) {
      earlier.moments().forEach(this::add);
    } else if (term instanceof MomentTerm.LaterOf later) {
      later.moments().forEach(this::add);
    } else if (term instanceof MomentTerm.First first) {
      add(first.of());
    } else if (term instanceof MomentTerm.Last last) {
      add(last.of());
    } else if (term instanceof MomentTerm.Next next) {
      add(next.of());
      add(next.after());
    }
  }

  private void add(Turn turn) {
    if (turn instanceof Turn.Hold hold) {
      hold.atMost().ifPresent(this::add);
      hold.needs().ifPresent(this::add);
    } else if (turn instanceof Turn.Stage stage) {
      add(stage.from());
      add(stage.until());
    }
  }

  private void add(Metric metric) {
    metric
        .clock()
        .ifPresent(
            clock -> {
              clock.starts().ifPresent(this::add);
              add(clock.stops());
            });
    add(metric.target());
    metric.minimum().ifPresent(this::add);
  }

  private void add(Level level) {
    if (level instanceof Level.Lines lines) {
      lines.lines().forEach(this::add);
    }
  }

  private void add(Level.Line line) {
    line.limit()
        .ifPresent(
            limit -> {
              if (limit instanceof Level.Limit.Within within) {
                addAmounts(within.amount());
              } else if (limit instanceof Level.Limit.Under under) {
                addAmounts(under.amount());
              } else if (limit instanceof Level.Limit.By by) {
                addTerms(by.moment());
              }
            });
    line.rest().ifPresent(this::add);
  }

  private void addAmounts(Varying<TimeAmount> varying) {
    if (varying instanceof Varying.Fixed<TimeAmount> fixed) {
      add(fixed.value());
    } else if (varying instanceof Varying.ByCondition<TimeAmount> byCondition) {
      byCondition.choices().forEach(choice -> addAmounts(choice.is()));
    } else if (varying instanceof Varying.ByDate<TimeAmount> byDate) {
      byDate.steps().forEach(step -> addAmounts(step.is()));
    }
  }

  private void addTerms(Varying<MomentTerm> varying) {
    if (varying instanceof Varying.Fixed<MomentTerm> fixed) {
      add(fixed.value());
    } else if (varying instanceof Varying.ByCondition<MomentTerm> byCondition) {
      byCondition.choices().forEach(choice -> addTerms(choice.is()));
    } else if (varying instanceof Varying.ByDate<MomentTerm> byDate) {
      byDate.steps().forEach(step -> addTerms(step.is()));
    }
  }

  /** How long an amount can be at most, in days. */
  private static long daysAtMost(TimeAmount amount) {
    return switch (amount.kind()) {
      case ELAPSED -> amount.micros() / Horizon.DAY + 1;
      case BY_DATE_DAYS, BY_DATE_WORKDAYS -> amount.days();
      case BY_DATE_MONTHS -> amount.months() * 31;
    };
  }
}
