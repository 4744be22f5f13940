package org.plumbline.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Reopening;
import org.plumbline.agreement.Varying;
import org.plumbline.evaluate.LineId;

/**
 * Whether what was decided of a case stays decided, whatever happens later. It does where each case
 * is a record of its own, and everything that decides it is a value that does not change.
 */
final class Steady {

  private final Agreement agreement;
  private final RecordSet set;
  private final boolean timeStays;

  private Steady(Agreement agreement, RecordSet set, Metric metric) {
    this.agreement = agreement;
    this.set = set;
    timeStays =
        metric.clockOrDefault().counting() instanceof Clock.Counting.AllTime
            && lines(metric).stream().allMatch(line -> line.limit().isEmpty());
  }

  /**
   * Why what was decided may still change, in words; empty: it stays.
   *
   * @param eventLog whether the records are an event log, in which values change
   */
  static Optional<String> whyNot(Agreement agreement, Metric metric, boolean eventLog) {
    Optional<RecordSet> set = agreement.recordSet(metric.records());
    if (set.isEmpty() || !(set.get().origin() instanceof Origin.Supplied)) {
      return Optional.of("its cases are worked out from others, which may still change");
    }
    return new Steady(agreement, set.get(), metric).whyNot(metric, eventLog);
  }

  private Optional<String> whyNot(Metric metric, boolean eventLog) {
    if (set.reopening()
        .filter(each -> each.thenOrDefault() == Reopening.Then.CONTINUE)
        .isPresent()) {
      return Optional.of("cases that are done may be reopened");
    }
    if (agreement.exclusions().values().stream()
        .anyMatch(each -> each.ground() instanceof Exclusion.Ground.Workload)) {
      return Optional.of("cases above a limit of work are taken out");
    }
    if (!conditions(metric).stream().allMatch(each -> isFixed(each, eventLog))) {
      return Optional.of("who counts hangs on what may still change");
    }
    Clock clock = metric.clockOrDefault();
    if (!isFixed(clock.stops()) || !clock.starts().map(this::isFixed).orElse(true)) {
      return Optional.of("from when or until when time counts hangs on what may still change");
    }
    boolean varies =
        lines(metric).stream()
            .flatMap(line -> line.limit().stream())
            .anyMatch(limit -> !isFixed(limit, eventLog));
    return varies
        ? Optional.of("the limit of a case hangs on what may still change")
        : Optional.empty();
  }

  private List<Condition> conditions(Metric metric) {
    List<Condition> all = new ArrayList<>();
    metric.qualifies().ifPresent(all::add);
    for (Level.Line line : lines(metric)) {
      if (line.applies() instanceof Level.Applies.When when) {
        all.add(when.condition());
      }
    }
    Quantity figure = metric.figureOrDefault();
    if (figure instanceof Quantity.ShareInTime share) {
      share.where().ifPresent(all::add);
    } else if (figure instanceof Quantity.ShareOfCases share) {
      share.where().ifPresent(all::add);
      all.add(share.of());
    } else if (figure instanceof Quantity.CountOfCases count) {
      count.where().ifPresent(all::add);
    } else if (figure instanceof Quantity.Statistic statistic) {
      statistic.where().ifPresent(all::add);
    } else if (figure instanceof Quantity.ShareOfAvailableTime share) {
      share.where().ifPresent(all::add);
      share.down().ifPresent(all::add);
    }
    for (Exclusion exclusion : agreement.exclusions().values()) {
      if (exclusion.ground() instanceof Exclusion.Ground.Cases cases) {
        all.add(cases.condition());
      }
    }
    return all;
  }

  /** The line of the target that has the same cases; a minimum’s own id where there is none. */
  static LineId sameCases(Metric metric, LineId line) {
    if (line.level() == LineId.LevelKind.TARGET) {
      return line;
    }
    List<Level.Line> target = metric.target().measured();
    List<Level.Line> minimum = metric.minimumOrTarget().measured();
    boolean same =
        target.stream()
            .map(Level.Line::applies)
            .toList()
            .equals(minimum.stream().map(Level.Line::applies).toList());
    return same ? new LineId(LineId.LevelKind.TARGET, line.line(), line.rest()) : line;
  }

  static List<Level.Line> lines(Metric metric) {
    List<Level.Line> lines = new ArrayList<>(metric.target().measured());
    metric.minimum().ifPresent(minimum -> lines.addAll(minimum.measured()));
    return lines;
  }

  private boolean isFixed(Condition condition, boolean eventLog) {
    if (condition instanceof Condition.All all) {
      return all.conditions().stream().allMatch(each -> isFixed(each, eventLog));
    }
    if (condition instanceof Condition.Any any) {
      return any.conditions().stream().allMatch(each -> isFixed(each, eventLog));
    }
    if (condition instanceof Condition.None none) {
      return none.conditions().stream().allMatch(each -> isFixed(each, eventLog));
    }
    if (condition instanceof Condition.OneOf oneOf) {
      return isFixed(oneOf.subject(), eventLog);
    }
    return condition instanceof Condition.Compares compares
        && isFixed(compares.subject(), eventLog);
  }

  private boolean isFixed(String field, boolean eventLog) {
    // Without a limit a case is decided at its stop, and the time it took stays what it is.
    if (field.equals("elapsed")) {
      return timeStays;
    }
    Field declared = set.fields().get(field);
    return (declared != null || set.caseKey().contains(field)) && !eventLog;
  }

  private boolean isFixed(Level.Limit limit, boolean eventLog) {
    if (limit instanceof Level.Limit.By by) {
      return by.moment() instanceof Varying.Fixed<MomentTerm> fixed && isFixed(fixed.value());
    }
    Varying<?> amount =
        limit instanceof Level.Limit.Within within
            ? within.amount()
            : ((Level.Limit.Under) limit).amount();
    return isFixed(amount, eventLog);
  }

  private boolean isFixed(Varying<?> varying, boolean eventLog) {
    if (varying instanceof Varying.ByCondition<?> byCondition) {
      return byCondition.choices().stream()
          .allMatch(
              choice ->
                  choice.when().map(when -> isFixed(when, eventLog)).orElse(true)
                      && isFixed(choice.is(), eventLog));
    }
    return varying instanceof Varying.Fixed<?>;
  }

  /** Whether a moment that is known stays where it is. */
  private boolean isFixed(MomentTerm moment) {
    return isFixed(moment, 0);
  }

  private boolean isFixed(MomentTerm moment, int depth) {
    if (depth > set.moments().size() + 4) {
      return false;
    }
    if (moment instanceof MomentTerm.Recorded) {
      return true;
    }
    if (moment instanceof MomentTerm.Named named) {
      MomentTerm of = set.moments().get(named.id());
      return of != null && isFixed(of, depth + 1);
    }
    if (moment instanceof MomentTerm.LaterOf later) {
      return later.moments().stream().allMatch(each -> isFixed(each, depth + 1));
    }
    if (moment instanceof MomentTerm.EarlierOf earlier) {
      return earlier.moments().stream().allMatch(each -> isFixed(each, depth + 1));
    }
    if (moment instanceof MomentTerm.Shifted shifted) {
      return isFixed(shifted.at(), depth + 1);
    }
    return moment instanceof MomentTerm.DayOfPeriod day && isFixed(day.at(), depth + 1);
  }

  /** Whether a moment that has not come yet will be after all that has happened. */
  static boolean isAhead(RecordSet set, MomentTerm moment) {
    return isAhead(set, moment, 0);
  }

  private static boolean isAhead(RecordSet set, MomentTerm moment, int depth) {
    if (depth > set.moments().size() + 4) {
      return false;
    }
    if (moment instanceof MomentTerm.Recorded) {
      return true;
    }
    if (moment instanceof MomentTerm.Named named) {
      MomentTerm of = set.moments().get(named.id());
      return of != null && isAhead(set, of, depth + 1);
    }
    if (moment instanceof MomentTerm.LaterOf later) {
      return later.moments().stream().allMatch(each -> isAhead(set, each, depth + 1));
    }
    if (moment instanceof MomentTerm.EarlierOf earlier) {
      return earlier.moments().stream().allMatch(each -> isAhead(set, each, depth + 1));
    }
    return moment instanceof MomentTerm.Shifted shifted
        && shifted.shift().map(MomentTerm.Shift::forward).orElse(true)
        && shifted.roll().filter(roll -> roll == MomentTerm.Roll.PREVIOUS_WORKDAY).isEmpty()
        && isAhead(set, shifted.at(), depth + 1);
  }
}
