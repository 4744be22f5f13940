package org.plumbline.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.CountedWhen;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Varying;
import org.plumbline.agreement.Windows;
import org.plumbline.calendar.DayEnd;
import org.plumbline.calendar.PauseCounting;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.calendar.WorkCalendar;

/**
 * Of which metrics the clocks of cases are kept: of shares in time, of all cases or of those with
 * such fields, counted when decided, stopped or started over plain periods, in calendars and with
 * limits that may depend on the case and not on the date. Where not all time counts, the times that
 * do not are asked too, unless there are very many of them.
 */
final class WhichClocks {

  private static final Set<CountedWhen> KEPT =
      Set.of(CountedWhen.DECIDED, CountedWhen.STOPPED, CountedWhen.STARTED);

  private WhichClocks() {}

  private static List<Level.Line> lines(Level level) {
    return level instanceof Level.Lines written ? written.lines() : List.of();
  }

  /** The one unit of all limits, if clocks of this metric are kept. */
  static Optional<TimeAmount.Kind> unit(Agreement agreement, Metric metric) {
    List<Level.Line> all = new ArrayList<>(lines(metric.target()));
    metric.minimum().ifPresent(minimum -> all.addAll(lines(minimum)));
    Set<TimeAmount.Kind> units = new HashSet<>();
    all.stream()
        .flatMap(line -> line.limit().flatMap(Counting.Limits::varying).stream())
        .flatMap(amount -> Varying.values(amount).stream())
        .forEach(amount -> units.add(amount.kind()));
    List<Kind> kinds = Kind.of(metric);
    boolean fit =
        !kinds.isEmpty()
            && all.stream().allMatch(line -> line.rest().isEmpty())
            && all.stream().allMatch(line -> line.limit().flatMap(Threshold::of).isPresent())
            && correspond(metric)
            && units.size() == 1
            && metric.each().isEmpty()
            && isAskedOfFields(agreement, metric)
            && KEPT.contains(metric.countedWhenOrDefault())
            && Windows.of(agreement, metric).isPlain()
            && agreement.exclusions().values().stream()
                .allMatch(
                    each ->
                        each.ground() instanceof Exclusion.Ground.Periods
                            || each.ground() instanceof Exclusion.Ground.Cases)
            && metric.clock().filter(clock -> isKept(agreement, metric, clock)).isPresent();
    return units.stream()
        .findFirst()
        .filter(unit -> fit)
        .filter(
            unit ->
                unit == TimeAmount.Kind.ELAPSED
                    || kinds.stream()
                        .map(kind -> calendar(agreement, kind.calendar(), unit))
                        .allMatch(calendar -> calendar.dayEnds() == DayEnd.MIDNIGHT))
        .filter(
            unit ->
                unit == TimeAmount.Kind.ELAPSED
                    || isAllTime(metric)
                    || kinds.stream()
                        .map(kind -> calendar(agreement, kind.calendar(), unit))
                        .allMatch(calendar -> calendar.pausesBy() == PauseCounting.WHOLE_DAYS));
  }

  /** Whether it is a share in time of all cases, or of those whose fields meet a condition. */
  private static boolean isAskedOfFields(Agreement agreement, Metric metric) {
    return metric.figureOrDefault() instanceof Quantity.ShareInTime share
        && agreement
            .recordSet(metric.records())
            .filter(
                set ->
                    share.where().stream()
                        .allMatch(where -> asksFields(where, set.fields().keySet())))
            .isPresent();
  }

  private static boolean asksFields(Condition condition, Set<String> fields) {
    if (condition instanceof Condition.All all) {
      return all.conditions().stream().allMatch(each -> asksFields(each, fields));
    }
    if (condition instanceof Condition.Any any) {
      return any.conditions().stream().allMatch(each -> asksFields(each, fields));
    }
    if (condition instanceof Condition.None none) {
      return none.conditions().stream().allMatch(each -> asksFields(each, fields));
    }
    return condition instanceof Condition.OneOf oneOf && fields.contains(oneOf.subject())
        || condition instanceof Condition.Compares compares && fields.contains(compares.subject());
  }

  /** Whether all time counts, or would if a turn were recorded. */
  static boolean isAllTime(Metric metric) {
    return metric
        .clock()
        .map(Clock::counting)
        .filter(
            counting ->
                counting instanceof Clock.Counting.AllTime
                    || (counting instanceof Clock.Counting.Pauses pauses
                        && pauses.turns().isEmpty()))
        .isPresent();
  }

  /** Whether each line of a minimum takes the cases of the target's line at the same place. */
  private static boolean correspond(Metric metric) {
    if (metric.minimum().isEmpty()) {
      return true;
    }
    List<Level.Applies> target = lines(metric.target()).stream().map(Level.Line::applies).toList();
    return target.equals(lines(metric.minimum().get()).stream().map(Level.Line::applies).toList());
  }

  private static boolean isKept(Agreement agreement, Metric metric, Clock clock) {
    Optional<Precision> start = clock.starts().flatMap(term -> precision(agreement, metric, term));
    return start.isPresent()
        && (isAllTime(metric) || start.get() != Precision.DATE)
        && start.equals(precision(agreement, metric, clock.stops()))
        && agreement.recordSet(metric.records()).stream()
            .flatMap(set -> set.voidedBy().stream())
            .map(term -> precision(agreement, metric, term))
            .allMatch(by -> by.filter(it -> it.coarser(start.get()) == it).isPresent());
  }

  /** The precision of a moment that the records hold; empty for any other. */
  private static Optional<Precision> precision(
      Agreement agreement, Metric metric, MomentTerm term) {
    if (term instanceof MomentTerm.First first) {
      return precision(agreement, metric, first.of());
    }
    if (term instanceof MomentTerm.Last last) {
      return precision(agreement, metric, last.of());
    }
    Optional<RecordSet> set = agreement.recordSet(metric.records());
    if (term instanceof MomentTerm.Named named && set.isPresent()) {
      MomentTerm of = set.get().moments().get(named.id());
      return of == null || of instanceof MomentTerm.Named
          ? Optional.empty()
          : precision(agreement, metric, of);
    }
    return term instanceof MomentTerm.Recorded recorded
        ? Optional.of(recorded.precision())
        : Optional.empty();
  }

  /** The calendar in which a limit of a unit is counted. */
  static WorkCalendar calendar(Agreement agreement, Optional<String> named, TimeAmount.Kind unit) {
    Optional<String> id =
        named.isEmpty() && unit != TimeAmount.Kind.ELAPSED ? agreement.calendar() : named;
    CalendarTerms terms = id.map(agreement.calendars()::get).orElse(null);
    return terms == null ? WorkCalendar.always(agreement.zone()) : terms.calendar();
  }
}
