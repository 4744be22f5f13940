package org.plumbline.check;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.calendar.OpenTime;
import org.plumbline.calendar.RefusedInputException;
import org.plumbline.calendar.WorkCalendar;
import org.plumbline.finding.FindingCode;

/** A calendar opens some time, and its zone is the agreement's or is meant to be another. */
final class CalendarsOpen implements Rule {

  /** How much of a long performance period is looked at. */
  private static final int YEARS = 2;

  @Override
  public void check(Draft draft) {
    draft
        .agreement()
        .calendars()
        .forEach(
            (id, terms) -> {
              if (isNeverOpen(terms.calendar(), draft.agreement().performancePeriod())) {
                draft.tell(
                    FindingCode.NEVER_OPEN,
                    "calendars/" + id + "/hours",
                    "no hour of this calendar is ever open",
                    "write hours, such as {mon-fri: [\"08:00-17:00\"]}");
              }
              zone(id, terms, draft);
            });
  }

  private static boolean isNeverOpen(WorkCalendar calendar, PerformancePeriod performance) {
    boolean noHours = calendar.hours().windows().isEmpty() && calendar.shifts().isEmpty();
    boolean simple = calendar.breaks().isEmpty() && calendar.closures().isEmpty();
    if (noHours || simple) {
      return noHours;
    }
    LocalDate from = performance.from();
    LocalDate last = performance.until();
    if (ChronoUnit.YEARS.between(from, last) >= YEARS) {
      last = from.plusYears(YEARS);
    }
    if (last.isBefore(from)) {
      return false;
    }
    try {
      return OpenTime.of(calendar.withHolidays(List.of()), from, last).segments().isEmpty();
    } catch (RefusedInputException e) {
      return false;
    }
  }

  private static void zone(String id, CalendarTerms terms, Draft draft) {
    terms
        .zone()
        .filter(zone -> !zone.getRules().equals(draft.agreement().zone().getRules()))
        .ifPresent(
            zone ->
                draft.tell(
                    FindingCode.OTHER_ZONE,
                    "calendars/" + id + "/zone",
                    "the hours are read in " + zone + ", dates in " + draft.agreement().zone(),
                    ""));
  }
}
