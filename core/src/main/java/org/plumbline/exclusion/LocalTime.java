package org.plumbline.exclusion;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.OpenDays;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.OutsideCalendarException;
import org.plumbline.calendar.TimeAmount;

/** Instants and dates in an agreement's zone. */
record LocalTime(Agreement agreement) {

  long startOf(LocalDate date) {
    return EpochMicros.of(date.atStartOfDay(agreement.zone()).toInstant());
  }

  LocalDate dateOf(long micros) {
    return EpochMicros.toInstant(micros).atZone(agreement.zone()).toLocalDate();
  }

  /** An instant shifted as {@code at … plus} shifts it (docs/meaning.md 2), back if negative. */
  long shifted(long micros, TimeAmount by, int sign) {
    ZonedDateTime at = EpochMicros.toInstant(micros).atZone(agreement.zone());
    LocalDate day = at.toLocalDate();
    return switch (by.kind()) {
      case ELAPSED -> micros + sign * by.micros();
      case BY_DATE_DAYS -> on(at, day.plusDays(sign * by.days()));
      case BY_DATE_MONTHS -> on(at, day.plusMonths(sign * by.months()));
      case BY_DATE_WORKDAYS -> on(at, workdays(day, by.days(), sign));
    };
  }

  private static long on(ZonedDateTime at, LocalDate day) {
    return EpochMicros.of(
        ZonedDateTime.of(day, at.toLocalTime(), at.getZone())
            .withEarlierOffsetAtOverlap()
            .toInstant());
  }

  /** Whether a date is open in the agreement's calendar; every date without one. */
  boolean isOpen(LocalDate date) {
    return terms()
        .map(it -> OpenTime.of(it.calendar(), date.minusDays(1), date.plusDays(1)))
        .map(OpenTime::days)
        .map(days -> days.isOpen(date))
        .orElse(true);
  }

  private Optional<CalendarTerms> terms() {
    return agreement.calendar().map(agreement.calendars()::get);
  }

  private LocalDate workdays(LocalDate day, long number, int sign) {
    if (terms().isEmpty()) {
      return day.plusDays(sign * number);
    }
    long most = number * 3 + 60;
    try {
      OpenDays days =
          OpenTime.of(terms().get().calendar(), day.minusDays(most), day.plusDays(most)).days();
      return sign > 0 ? days.plusWorkdays(day, number) : days.minusWorkdays(day, number);
    } catch (OutsideCalendarException tooFewOpenDays) {
      return day.plusDays(sign * number);
    }
  }
}
