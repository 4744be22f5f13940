package org.plumbline.records.duckdb;

/**
 * A column that a set needs from its files.
 *
 * @param name the header that is looked for
 * @param loosely whether a header also fits that differs in case, spaces and underscores; so for
 *     columns that no binding names
 * @param optional whether it may be absent
 * @param path keys of the binding that ask for it, for findings
 */
record Wanted(String name, boolean loosely, boolean optional, String path) {}
