package org.plumbline.evaluate.duckdb;

import org.plumbline.evaluate.sql.SqlEngine;
import org.plumbline.records.duckdb.Database;

/** Runs plans in a DuckDB that holds the records. */
public final class DuckDbEngine extends SqlEngine {

  /** An engine over a database in which record sets have been loaded. */
  public DuckDbEngine(Database database) {
    super(new DuckDbTables(database));
  }
}
