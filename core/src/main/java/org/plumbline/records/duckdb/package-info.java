/**
 * Records in DuckDB: the database in this process, and the loader that turns files into the stored
 * form. Start at {@link org.plumbline.records.duckdb.Loader}.
 */
@NullMarked
package org.plumbline.records.duckdb;

import org.jspecify.annotations.NullMarked;
