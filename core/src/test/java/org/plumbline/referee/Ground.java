package org.plumbline.referee;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.calendar.WorkCalendar;

/**
 * What all cases of an evaluation stand on: the terms, the zone, the calendars, the as-of instant.
 */
final class Ground {

  final Agreement agreement;
  final WallClock wall;
  final Periods periods;
  final Point asOf;
  private final Map<String, Hours> hours = new HashMap<>();

  Ground(Agreement agreement, long asOfMicros) {
    this.agreement = agreement;
    wall = new WallClock(agreement.zone());
    periods = new Periods(agreement);
    asOf = Point.instant(asOfMicros, wall);
  }

  Hours hours(String id) {
    return hours.computeIfAbsent(id, this::newHours);
  }

  /** The calendar named, else the agreement's, else every hour of every day. */
  Hours hoursOrAgreements(Optional<String> id) {
    return hours(id.or(agreement::calendar).orElse(Agreement.ALWAYS));
  }

  private Hours newHours(String id) {
    CalendarTerms terms = agreement.calendars().get(id);
    return new Hours(terms == null ? WorkCalendar.always(agreement.zone()) : terms.calendar());
  }
}
