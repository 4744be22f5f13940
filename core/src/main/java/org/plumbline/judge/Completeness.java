package org.plumbline.judge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.RecordSet;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.OutsideCalendarException;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.judge.MissingDeliveries.DeliveredSet;

/** When a period has ended, and when its records are complete (design 4.8). */
final class Completeness {

  private final Agreement agreement;
  private final Agreement calendars;
  private final Map<LocalDate, Optional<OpenTime>> openTimes = new HashMap<>();

  /**
   * Completeness of an agreement's records.
   *
   * @param calendars the agreement with the days closed that were declared closed
   */
  Completeness(Agreement agreement, Agreement calendars) {
    this.agreement = agreement;
    this.calendars = calendars;
  }

  /** The first instant after the period. */
  Instant end(ReportingPeriod period) {
    return startOf(period.until().plusDays(1));
  }

  /**
   * The first instant at which the records of the set are complete for the period: the end of the
   * day on which the delivery is due; the period's end where no delivery is agreed.
   */
  Instant complete(String recordSet, ReportingPeriod period) {
    Optional<TimeAmount> due = delivered(recordSet).flatMap(set -> set.terms().due());
    if (due.isEmpty()) {
      return end(period);
    }
    TimeAmount amount = due.get();
    LocalDate last = period.until();
    return switch (amount.kind()) {
      case ELAPSED -> EpochMicros.toInstant(EpochMicros.of(end(period)) + amount.micros());
      case BY_DATE_DAYS -> startOf(last.plusDays(amount.days() + 1));
      case BY_DATE_MONTHS -> startOf(last.plusMonths(amount.months()).plusDays(1));
      case BY_DATE_WORKDAYS -> startOf(plusWorkdays(last, amount.days()).plusDays(1));
    };
  }

  /**
   * The set whose delivery makes the records of a set complete; a group's is that of its source.
   */
  Optional<DeliveredSet> delivered(String recordSet) {
    return delivered(recordSet, 0);
  }

  private Optional<DeliveredSet> delivered(String recordSet, int depth) {
    RecordSet set = agreement.records().get(recordSet);
    if (set == null || depth > agreement.records().size()) {
      return Optional.empty();
    }
    if (set.delivery().isPresent()) {
      return set.delivery().map(terms -> new DeliveredSet(recordSet, terms));
    }
    if (set.origin() instanceof Origin.Groups groups) {
      return delivered(groups.of(), depth + 1);
    }
    if (set.origin() instanceof Origin.Sample sample) {
      return delivered(sample.of(), depth + 1);
    }
    return Optional.empty();
  }

  private LocalDate plusWorkdays(LocalDate date, long workdays) {
    Optional<OpenTime> time = openTimes.computeIfAbsent(date, from -> openTime(from, workdays));
    try {
      return time.isEmpty()
          ? date.plusDays(workdays)
          : time.get().days().plusWorkdays(date, workdays);
    } catch (OutsideCalendarException tooFewOpenDays) {
      return date.plusDays(workdays);
    }
  }

  private Optional<OpenTime> openTime(LocalDate from, long workdays) {
    CalendarTerms terms = calendars.calendar().map(calendars.calendars()::get).orElse(null);
    if (terms == null) {
      return Optional.empty();
    }
    // Three calendar days a workday and two months of closures: beyond it no calendar of a desk
    // goes.
    return Optional.of(OpenTime.of(terms.calendar(), from, from.plusDays(workdays * 3 + 60)));
  }

  private Instant startOf(LocalDate date) {
    return date.atStartOfDay(agreement.zone()).toInstant();
  }
}
