package org.plumbline.calendar;

import java.time.LocalDate;

/**
 * When a limit counted by date runs out.
 *
 * @param lastDay the last day of the limit
 * @param dueMicros when the last day ends by the calendar's convention
 * @param lateFromMicros the first instant from which the limit is exceeded; later than {@code
 *     dueMicros} where closed days follow the last day and days end at midnight
 * @param lateAtOnce whether a stop exactly at {@code lateFromMicros} is late (a new day has begun),
 *     or only a later one (a closing or a time of day, which includes its instant)
 */
public record DayLimit(
    LocalDate lastDay, long dueMicros, long lateFromMicros, boolean lateAtOnce) {}
