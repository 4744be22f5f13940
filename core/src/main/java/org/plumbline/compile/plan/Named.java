package org.plumbline.compile.plan;

/** An expression and the column it becomes. */
public record Named(String name, Expression expression) {}
