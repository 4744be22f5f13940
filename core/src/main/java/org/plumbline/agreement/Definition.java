package org.plumbline.agreement;

/** A word used in clauses and names, explained in prose. */
public record Definition(String term, String means) {}
