package org.plumbline.calendar;

import java.time.LocalDate;

/**
 * An entry of a calendar that people keep: something that falls on one whole day.
 *
 * @param id unique in its calendar and the same each time it is made
 * @param title in a few words
 * @param text what it is about and where it comes from
 * @param category such as {@code Deliverable}
 */
public record DatedEntry(String id, LocalDate day, String title, String text, String category) {}
