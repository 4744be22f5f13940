package org.plumbline.judge;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.calendar.OpenDays;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.ReportingPeriod;

/** Periods of which more than half of the workdays are suspended (docs/meaning.md 18). */
final class SuspendedPeriods {

  private final Surroundings known;

  SuspendedPeriods(Surroundings known) {
    this.known = known;
  }

  /** Why a period of a metric is reported and not judged; empty where it is judged. */
  Optional<String> reason(String metric, ReportingPeriod period) {
    Set<LocalDate> suspended = known.suspended(metric);
    if (suspended.isEmpty()) {
      return Optional.empty();
    }
    PerformancePeriod performance = known.calendars().performancePeriod();
    LocalDate from = later(period.from(), performance.from());
    LocalDate until = earlier(period.until(), performance.until());
    if (until.isBefore(from)) {
      return Optional.empty();
    }
    Optional<OpenDays> open = openDays(from, until);
    long workdays = 0;
    long out = 0;
    for (LocalDate date = from; !date.isAfter(until); date = date.plusDays(1)) {
      LocalDate day = date;
      if (open.map(days -> days.isOpen(day)).orElse(true)) {
        workdays++;
        out += suspended.contains(date) ? 1 : 0;
      }
    }
    return 2 * out > workdays
        ? Optional.of("suspended on " + out + " of " + workdays + " workdays: reported, not judged")
        : Optional.empty();
  }

  private Optional<OpenDays> openDays(LocalDate from, LocalDate until) {
    return known
        .calendars()
        .calendar()
        .flatMap(id -> Optional.ofNullable(known.calendars().calendars().get(id)))
        .map(CalendarTerms::calendar)
        .map(calendar -> OpenTime.of(calendar, from.minusDays(1), until.plusDays(1)).days());
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
