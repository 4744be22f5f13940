package org.plumbline.compile;

/**
 * A line of a metric and where its figure stands in a result row.
 *
 * @param standing the cell that says how many cases stand in the line, whatever is known of them
 */
public record CompiledLine(MeasuredLine id, FigureCells figure, int standing) {}
