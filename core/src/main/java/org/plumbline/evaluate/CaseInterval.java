package org.plumbline.evaluate;

import java.time.Instant;

/**
 * One interval of a case's life and whose it was; the intervals of a case follow each other and add
 * up to its wall time.
 *
 * @param from included
 * @param until excluded
 * @param party a party, {@code nobody} or {@code unassigned}
 * @param turn the hold or stage that gave it, {@code reopened} for the time before a reopening, or
 *     empty
 * @param openMicros microseconds inside the clock's open hours
 * @param counted whether the metric's clock counts it
 */
public record CaseInterval(
    Instant from, Instant until, String party, String turn, long openMicros, boolean counted) {}
