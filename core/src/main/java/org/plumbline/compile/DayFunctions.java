package org.plumbline.compile;

import java.time.LocalDate;
import org.plumbline.calendar.TimeAmount;

/** Functions of a date that need no calendar. */
final class DayFunctions {

  private DayFunctions() {}

  /** The date itself. */
  static DateFunction date() {
    return new DateFunction("date", date -> date);
  }

  /** How many days there are from the date to so many months or years later, clamped. */
  static DateFunction daysIn(TimeAmount months) {
    return new DateFunction(
        "days in " + months,
        date -> LocalDate.ofEpochDay(date).plusMonths(months.months()).toEpochDay() - date);
  }
}
