package org.plumbline.cli.batch;

import java.util.List;

/**
 * One row of a batch.
 *
 * @param number from 1, a header not counted
 * @param asked the cells of the columns that the question needs, in their order; empty text where
 *     the row has none
 * @param original the row as it stood, to be written back: all cells of a CSV row, or one JSON
 *     object as text
 * @param fault what makes the row unreadable; empty if nothing does
 */
public record Row(long number, List<String> asked, List<String> original, String fault) {}
