/**
 * When time counts: working calendars, holidays, open time to the microsecond, limits counted by
 * date, and reporting periods.
 *
 * <p>This is the vocabulary of time of every later package; it uses nothing of ours but the
 * finding's words. Start at {@link org.plumbline.calendar.WorkCalendar} (what an agreement says
 * about working time), then {@link org.plumbline.calendar.OpenTime} (the same, resolved over a
 * range of dates and ready to be asked).
 *
 * <p>Instants are microseconds since 1970-01-01T00:00Z as {@code long} (see {@link
 * org.plumbline.calendar.EpochMicros}). Intervals of instants are half open. Dates written by
 * people include both days.
 */
@NullMarked
package org.plumbline.calendar;

import org.jspecify.annotations.NullMarked;
