package org.plumbline.referee;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.NamedPeriod;
import org.plumbline.calendar.TimeAmount;

/** First days of periods, counted one by one from an anchor. */
record Periods(Agreement agreement) {

  /** First day and the day after the last. */
  record Days(LocalDate from, LocalDate next) {}

  /** The period that holds the date, or the one so many later. */
  Days of(String id, LocalDate date, int later) {
    int number = 0;
    while (start(id, number + 1).compareTo(date) <= 0) {
      number++;
    }
    while (start(id, number).isAfter(date)) {
      number--;
    }
    return new Days(start(id, number + later), start(id, number + later + 1));
  }

  private LocalDate start(String id, int number) {
    LocalDate anchor = LocalDate.of(2024, 1, 1);
    return switch (id) {
      case "week" ->
          anchor.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(number);
      case "month" -> anchor.plusMonths(number);
      case "quarter" -> anchor.plusMonths(3L * number);
      case "year" -> anchor.plusYears(number);
      case "fiscal-quarter" -> named("fiscal-year").from().plusMonths(3L * number);
      default -> start(named(id), number);
    };
  }

  private NamedPeriod named(String id) {
    NamedPeriod period = agreement.periods().get(id);
    if (period == null) {
      throw new IllegalArgumentException("no period " + id);
    }
    return period;
  }

  private static LocalDate start(NamedPeriod period, int number) {
    if (period.every().isPresent()) {
      TimeAmount every = period.every().get();
      return switch (every.unit()) {
        case DAYS -> period.from().plusDays(every.amount() * number);
        case WEEKS -> period.from().plusWeeks(every.amount() * number);
        case MONTHS -> period.from().plusMonths(every.amount() * number);
        case YEARS -> period.from().plusYears(every.amount() * number);
        default -> throw new IllegalArgumentException("no period of " + every);
      };
    }
    int round = period.weeks().stream().mapToInt(Integer::intValue).sum();
    int size = period.weeks().size();
    int weeks = Math.floorDiv(number, size) * round;
    for (int i = 0; i < Math.floorMod(number, size); i++) {
      weeks += period.weeks().get(i);
    }
    return period.from().plusWeeks(weeks);
  }
}
