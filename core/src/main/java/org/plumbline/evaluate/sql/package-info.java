/**
 * An engine on whatever runs SQL over the tables of records: what is DuckDB's, or Spark's, stands
 * behind {@link org.plumbline.evaluate.sql.SqlTables}. Start at {@link
 * org.plumbline.evaluate.sql.SqlEngine}.
 */
@NullMarked
package org.plumbline.evaluate.sql;

import org.jspecify.annotations.NullMarked;
