package org.plumbline.compile;

/**
 * Which line of a level is measured.
 *
 * @param minimum whether it is of the minimum, not of the target
 * @param line position in the list of lines, from 0
 * @param rest how many {@code rest} down from that line, 0 for the line itself
 */
public record MeasuredLine(boolean minimum, int line, int rest) {}
