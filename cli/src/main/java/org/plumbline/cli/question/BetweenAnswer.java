package org.plumbline.cli.question;

import java.util.OptionalLong;
import org.plumbline.calendar.OpenTime;

/**
 * How much time lies between two moments.
 *
 * @param time the calendar
 * @param from the earlier moment
 * @param to the later one, or the same
 * @param workingMicros open time in microseconds; empty where a moment is a date, which has no
 *     hours
 * @param workdays open days, the first day not counted
 * @param days calendar days, the first day not counted
 */
public record BetweenAnswer(
    OpenTime time, Asked from, Asked to, OptionalLong workingMicros, long workdays, long days) {}
