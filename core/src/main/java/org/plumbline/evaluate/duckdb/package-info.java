/**
 * The built-in engine: plans run as SQL in DuckDB. Start at {@link
 * org.plumbline.evaluate.duckdb.DuckDbEngine}.
 */
@NullMarked
package org.plumbline.evaluate.duckdb;

import org.jspecify.annotations.NullMarked;
