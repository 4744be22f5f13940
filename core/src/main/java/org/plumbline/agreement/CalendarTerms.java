package org.plumbline.agreement;

import java.time.ZoneId;
import java.util.Optional;
import org.plumbline.calendar.WorkCalendar;

/**
 * A calendar as the agreement states it (language.md 3.6).
 *
 * @param zone where the hours are read; empty: the agreement's zone
 * @param calendar the calendar, its zone being {@code zone} or, where that is empty, the
 *     agreement's
 */
public record CalendarTerms(Optional<ZoneId> zone, WorkCalendar calendar) {}
