package org.plumbline.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Level;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Varying;
import org.plumbline.calendar.DayCounting;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.OutsideCalendarException;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.calendar.WorkCalendar;

/** What is known of cases that have not begun yet. */
final class Newcomers {

  private Newcomers() {}

  /**
   * Whether a case that begins from now on could be past a limit within the period. Counted are
   * calendar days and time on the wall, which no calendar and no pause makes longer; so the answer
   * may be yes where it is no, and never the other way.
   */
  static boolean mayMiss(
      Agreement agreement, Metric metric, int line, ReportingPeriod period, Instant asOf) {
    Optional<RecordSet> set = agreement.recordSet(metric.records());
    Clock clock = metric.clockOrDefault();
    boolean ahead =
        set.isPresent()
            && clock.starts().filter(start -> Steady.isAhead(set.get(), start)).isPresent();
    if (!ahead || metric.target().measured().size() <= line) {
      return true;
    }
    Instant minute = asOf.truncatedTo(ChronoUnit.MINUTES);
    return metric
        .target()
        .measured()
        .get(line)
        .limit()
        .map(limit -> mayRunOut(limit, minute, agreement.zone(), period.until()))
        .orElse(true);
  }

  private static boolean mayRunOut(Level.Limit limit, Instant start, ZoneId zone, LocalDate last) {
    if (limit instanceof Level.Limit.By) {
      return true;
    }
    boolean under = limit instanceof Level.Limit.Under;
    Varying<TimeAmount> amount =
        limit instanceof Level.Limit.Within within
            ? within.amount()
            : ((Level.Limit.Under) limit).amount();
    var amounts = Varying.values(amount);
    return amounts.isEmpty()
        || amounts.stream().anyMatch(each -> !earliest(each, under, start, zone).isAfter(last));
  }

  private static LocalDate earliest(TimeAmount limit, boolean under, Instant start, ZoneId zone) {
    LocalDate day = start.atZone(zone).toLocalDate();
    return switch (limit.kind()) {
      case ELAPSED -> start.plus(limit.micros(), ChronoUnit.MICROS).atZone(zone).toLocalDate();
      case BY_DATE_DAYS, BY_DATE_WORKDAYS -> day.plusDays(limit.days() - (under ? 1 : 0));
      case BY_DATE_MONTHS -> day.plusMonths(limit.months()).minusDays(under ? 1 : 0);
    };
  }

  /**
   * The last day on which the limit of a case runs out that begins at the end of the period, if its
   * clock does not stand still; empty where that cannot be said beforehand.
   */
  static Optional<LocalDate> lastDue(Agreement agreement, Metric metric, ReportingPeriod period) {
    LocalDate latest = period.until();
    for (Level.Line line : Steady.lines(metric)) {
      if (line.limit().isEmpty() || line.limit().get() instanceof Level.Limit.By) {
        return Optional.empty();
      }
      Level.Limit limit = line.limit().get();
      Varying<TimeAmount> amount =
          limit instanceof Level.Limit.Within within
              ? within.amount()
              : ((Level.Limit.Under) limit).amount();
      for (TimeAmount each : Varying.values(amount)) {
        Optional<LocalDate> due = due(agreement, metric.clockOrDefault(), each, period.until());
        if (due.isEmpty()) {
          return Optional.empty();
        }
        latest = due.get().isAfter(latest) ? due.get() : latest;
      }
    }
    return Optional.of(latest);
  }

  private static Optional<LocalDate> due(
      Agreement agreement, Clock clock, TimeAmount limit, LocalDate startDay) {
    Optional<String> named =
        clock.calendar().isEmpty()
            ? limit.kind() == TimeAmount.Kind.ELAPSED ? Optional.empty() : agreement.calendar()
            : clock.calendar().flatMap(Varying::fixed);
    if (clock.calendar().isPresent() && named.isEmpty()) {
      return Optional.empty();
    }
    CalendarTerms terms = named.map(agreement.calendars()::get).orElse(null);
    WorkCalendar calendar =
        terms == null ? WorkCalendar.always(agreement.zone()) : terms.calendar();
    try {
      OpenTime time = OpenTime.of(calendar, startDay.minusDays(2), startDay.plusYears(2));
      long start =
          EpochMicros.of(startDay.plusDays(1).atStartOfDay(agreement.zone()).toInstant()) - 1;
      return Optional.of(
          limit.kind() == TimeAmount.Kind.ELAPSED
              ? EpochMicros.toInstant(time.due(start, limit.micros()))
                  .atZone(agreement.zone())
                  .toLocalDate()
              : DayCounting.due(time, limit, start).lastDay());
    } catch (OutsideCalendarException e) {
      return Optional.empty();
    }
  }
}
