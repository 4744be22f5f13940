package org.plumbline.compile;

/** A line of a metric and where its figure stands in a result row. */
public record CompiledLine(MeasuredLine id, FigureCells figure) {}
