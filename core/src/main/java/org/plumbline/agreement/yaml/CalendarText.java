package org.plumbline.agreement.yaml;

import java.time.LocalDate;
import java.util.Optional;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.agreement.PerformancePeriod;

/** A calendar on one line, as it stands in a text. */
public final class CalendarText {

  /** A text names rules of holidays and not the days that they give. */
  private static final PerformancePeriod NO_DAYS =
      new PerformancePeriod(LocalDate.EPOCH.plusDays(1), LocalDate.EPOCH, Optional.empty());

  private CalendarText() {}

  /** The calendar in braces: {@code {hours: {mon-fri: ["09:00-17:00"]}}}. */
  public static String of(CalendarTerms terms) {
    return YamlPrinter.flowOf(WrittenCalendars.calendar(terms, NO_DAYS));
  }
}
