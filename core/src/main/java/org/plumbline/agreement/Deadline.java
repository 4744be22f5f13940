package org.plumbline.agreement;

import java.time.LocalDate;
import org.plumbline.calendar.EpochMicros;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.OutsideCalendarException;
import org.plumbline.calendar.TimeAmount;

/** The last day on which something may be done that an agreement wants done within a time. */
public final class Deadline {

  private static final long DAY = 24 * EpochMicros.HOUR;

  private Deadline() {}

  /**
   * The last day, included: that many days after a day, which is not counted itself. Workdays are
   * those of the agreement's calendar, every day without one; hours are rounded up to days.
   */
  public static LocalDate of(Agreement agreement, LocalDate from, TimeAmount within) {
    return switch (within.kind()) {
      case ELAPSED -> from.plusDays((within.micros() + DAY - 1) / DAY);
      case BY_DATE_DAYS -> from.plusDays(within.days());
      case BY_DATE_MONTHS -> from.plusMonths(within.months());
      case BY_DATE_WORKDAYS -> workdays(agreement, from, within.days());
    };
  }

  private static LocalDate workdays(Agreement agreement, LocalDate from, long number) {
    CalendarTerms terms = agreement.calendar().map(agreement.calendars()::get).orElse(null);
    if (terms == null) {
      return from.plusDays(number);
    }
    try {
      // Three calendar days a workday and two months of closures: beyond it no calendar goes.
      LocalDate last = from.plusDays(number * 3 + 60);
      return OpenTime.of(terms.calendar(), from, last).days().plusWorkdays(from, number);
    } catch (OutsideCalendarException tooFewOpenDays) {
      return from.plusDays(number);
    }
  }
}
