package org.plumbline.compile.plan;

/** A column of a relation: its name, unique in the relation, and its type. */
public record Column(String name, Type type) {}
